const digraphs: readonly (readonly [RegExp, string])[] = [
  [/tsch/g, 'C'],
  [/shch|sch|sh/g, 'S'],
  [/tch|ch/g, 'C'],
  [/dzh|dj/g, 'j'],
  [/zh/g, 'Z'],
  [/gh/g, 'g'],
  [/kh/g, 'x'],
  [/ph/g, 'f'],
  [/ts|tz/g, 's'],
  [/ck/g, 'k'],
  [/oo|ou/g, 'u'],
  [/w/g, 'v'],
];

/**
 * A canonical word with one letter for each sound: `S` for sh, `C` for ch, `Z` for zh, `x` for kh. What every alphabet
 * exchanges is made equal: i, ı and y, е at the beginning, doubled letters, hard and soft consonants at the end (Əhməd, Ahmet). What
 * only some exchange stays as it is written: see {@link soundAlike}.
 */
export function nameLetters(word: string): string {
  let result = word;
  for (const [letters, one] of digraphs) result = result.replaceAll(letters, one);
  result = result
    .replaceAll('y', 'i')
    .replace(/^ie/, 'e')
    .replaceAll(/(?<=[b-df-hj-np-tvxzSCZ])i+(?=[ou])/g, '')
    // Günel as Guenel, Petrosyan as Петросян.
    .replaceAll(/(?<=[b-df-hj-np-tvxzSCZ][uo])e(?=[b-df-hj-np-tvxzSCZ])/g, '')
    .replace(/(?<=...[b-df-hj-np-tvxzSCZ])i(?=an$)/, '')
    .replaceAll(/(?<=[hx])t/g, 'd')
    .replaceAll(/(?<=k)p/g, 'b')
    .replace(/(?<=..)t$/, 'd')
    .replace(/(?<=..)p$/, 'b')
    .replace(/(?<=...[^S]e|...[jlmnr]a)h$/, '');
  return withoutDoubles(result)
    .replace(/^[ae]bdu(?=[rszSn])/, 'abdul')
    .replace(/(?<=..)[aeiu]din$/, 'adin');
}

export function withoutDoubles(letters: string): string {
  return letters.replaceAll(/(.)\1+/g, '$1');
}

/** Pairs of letters that one alphabet or habit of writing has for another's one. */
const exchanged = new Set(
  [
    // Qasım: Гасым, Касым, Gasim, Kasim; Həsən: Гасан, Хасан, Hasan; Xəlil: Halil.
    ['gk', 'gq', 'kq', 'gh', 'hx'],
    // Cəmil: Jamil, Cemil; Çingiz: Cingiz; Jalə: Zhala; Şahin: Sahin.
    ['cj', 'cC', 'cZ', 'jZ', 'sS'],
    // Tuğrul: Toğrul; Rüstəm: Rostam.
    ['ou'],
    // Məmməd: Mammad, Мамед.
    ['ae'],
  ]
    .flat()
    .flatMap((pair) => [pair, [...pair].toReversed().join('')])
    .map((pair) => (pair.charCodeAt(0) << 7) | pair.charCodeAt(1)),
);

/**
 * Whether two names in letters of {@link nameLetters} may be one name in two alphabets. This does not carry over: Qadir and
 * Hadir may each be Гадир.
 */
export function soundAlike(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) {
    const [a, b] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (a !== b && !exchanged.has((a << 7) | b)) return false;
  }
  return true;
}

/** The letters of a name with one for all that alphabets exchange, but for г, which stands for h as well as for q. */
export function readingOf(letters: string): string {
  let result = '';
  let previous = '';
  for (const letter of letters) {
    const read = readAs[letter] ?? letter;
    if (read !== previous) result += read;
    previous = read;
  }
  return result;
}

const readAs: Readonly<Record<string, string>> = { e: 'a', g: 'k', q: 'k', x: 'h', c: 'j', Z: 'j' };
