import anyAscii from 'any-ascii';

import { arabicText } from './arabic-text.js';

// A vowel with a soft beginning keeps only the vowel after a consonant, as Azerbaijani Latin writes it: Гюнель, Günel.
const soft = letters('яa юu ёo');

const russian = letters(`
  аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya
  іi їyi єye ґg
`);

// The letters of the Cyrillic alphabet that Azerbaijani used until 1991. The others read as in Russian.
const oldAzerbaijani = { ...russian, ...letters('әe ғg ҝg ҹj јy һh өo үu ыi') };
const oldAzerbaijaniOnly = /[әғҝҹјһөү]/;

const latin = letters('əe ğg ıi öo üu şsh çch ßss');
const azerbaijaniOnly = /[əğışç]/;

const plain = /^[\0-\u007F]*$/;
const consonant = /[бвгджзклмнпрстфхцчшщҝҹһғ]/;
const arabicWord = /(?:(?=[\p{L}\p{M}])[\p{Script=Arabic}\u064B-\u0655\u0640])+/gu;
const combiningMarks = /\p{M}+/gu;

/**
 * Writes any script in lower-case letters of ASCII, so that one name in Azerbaijani Latin, in Russian or old
 * Azerbaijani Cyrillic, and typed without diacritics comes out the same or nearly so. Never fails.
 */
export function latinText(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  // JavaScript lowers İ to two characters, and I without regard to the language; here all of i, ı, I, İ are one letter.
  const lower = text
    .normalize('NFC')
    .replaceAll('İ', 'i')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(arabicWord, arabicText);
  const cyrillic = oldAzerbaijaniOnly.test(lower) ? oldAzerbaijani : russian;
  const isAzerbaijani = azerbaijaniOnly.test(lower);
  let result = '';
  let previous = '';
  for (const letter of lower) {
    result += letterIn(letter, previous, cyrillic, isAzerbaijani);
    previous = letter;
  }
  return result;
}

function letterIn(
  letter: string,
  previous: string,
  cyrillic: Readonly<Record<string, string>>,
  isAzerbaijani: boolean,
): string {
  if (letter === 'x' && isAzerbaijani) return 'kh';
  if (letter <= '\u007F') return letter;
  const softened = soft[letter];
  if (softened !== undefined && consonant.test(previous)) return softened;
  return (
    cyrillic[letter] ?? latin[letter] ?? anyAscii(letter.normalize('NFD').replaceAll(combiningMarks, '')).toLowerCase()
  );
}

/** Each entry is a letter and what stands for it. */
function letters(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list
      .trim()
      .split(/\s+/)
      .map((entry) => [entry.slice(0, 1), entry.slice(1)]),
  );
}
