type Codes = readonly [start: string, beforeVowel: string, other: string];

/** Letters with their codes; a bar separates the two sounds that the same letters may have. */
const table: readonly (readonly [letters: string, ...Codes])[] = [
  ['schtsch schtsh schtch shtch shch shtsh stch stsch sc strz strs stsh szcz szcs zdz zdzh zhdzh', '2', '4', '4'],
  ['sht scht schd st szt shd szd sd zd zhd', '2', '43', '43'],
  ['cz cs csz czs drz drs ds dsh dsz dz dzh dzs sch sh sz s', '4', '4', '4'],
  ['tch ttch ttsch trz trs tsch tsh ts tts ttsz tc tz ttz tzs tsz zh zs zsch zsh z', '4', '4', '4'],
  ['ai aj ay ei ej ey oi oj oy ui uj uy', '0', '1', ''],
  ['au', '0', '7', ''],
  ['eu', '1', '1', ''],
  ['ia ie io iu', '1', '', ''],
  ['a e i o u ue', '0', '', ''],
  ['y', '1', '', ''],
  ['j', '1|4', '|4', '|4'],
  ['b f p v w fb pf ph', '7', '7', '7'],
  ['chs ks x', '5', '54', '54'],
  ['ch c', '5|4', '5|4', '5|4'],
  ['ck', '5|45', '5|45', '5|45'],
  ['rz rs', '94|4', '94|4', '94|4'],
  ['g k kh q', '5', '5', '5'],
  ['h', '5', '5', ''],
  ['d t dt th', '3', '3', '3'],
  ['l', '8', '8', '8'],
  ['mn nm', '66', '66', '66'],
  ['m n', '6', '6', '6'],
  ['r', '9', '9', '9'],
];

const codesOf: ReadonlyMap<string, Codes> = new Map(
  table.flatMap(([letters, ...codes]) => letters.split(' ').map((one): [string, Codes] => [one, codes])),
);
const longest = Math.max(...[...codesOf.keys()].map((letters) => letters.length));
const vowel = /[aeiou]/;

/** Words are coded in as many ways as they can be read; a name with many `c` would have hundreds. */
const mostReadings = 4;

interface Reading {
  readonly code: string;
  readonly last: string;
}

/**
 * The Daitch–Mokotoff codes of a canonical word, sorted: one for each way in which it can be read, at most four. `length`
 * is the number of digits, six in the original; a longer code tells more words apart. A word without letters has none.
 */
export function daitchMokotoffCodes(word: string, length = 6): readonly string[] {
  const letters = word.replaceAll(/[^a-z]/g, '');
  if (letters === '') return [];
  let readings: readonly Reading[] = [{ code: '', last: '' }];
  for (let at = 0; at < letters.length;) {
    const taken = longestAt(letters, at);
    const codes = codesOf.get(taken);
    const next = letters.charAt(at + taken.length);
    const chosen = at === 0 ? codes?.[0] : vowel.test(next) ? codes?.[1] : codes?.[2];
    readings = extend(readings, chosen ?? '');
    at += taken.length;
  }
  return [...new Set(readings.map(({ code }) => code.slice(0, length).padEnd(length, '0')))].toSorted();
}

function longestAt(letters: string, at: number): string {
  for (let size = Math.min(longest, letters.length - at); size > 1; size -= 1) {
    const part = letters.slice(at, at + size);
    if (codesOf.has(part)) return part;
  }
  return letters.charAt(at);
}

function extend(readings: readonly Reading[], chosen: string): readonly Reading[] {
  const sounds = chosen.split('|');
  const longer = readings.flatMap(({ code, last }) =>
    // A sound that follows itself is heard once.
    sounds.map((sound) => ({ code: sound !== '' && sound === last ? code : code + sound, last: sound })),
  );
  const different = new Map(longer.map((reading) => [`${reading.code} ${reading.last}`, reading]));
  return [...different.values()].slice(0, mostReadings);
}
