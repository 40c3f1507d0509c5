import { withConsonantClasses } from './consonant-classes.js';

/**
 * How a canonical name is read, with vowels: what alphabets and spellings exchange is one letter, and what tells two
 * people apart stays. Məmmədov, Mammadov and Мамедов give one reading; Həsən and Hüseyn, Samir and Samirə, which have the
 * same consonants and are often brother and sister, give two.
 */
export function nameReading(text: string): string {
  return withConsonantClasses(text)
    .replaceAll(/(?<=[bcdklmnrsvz])[iy]+(?=[ou])/g, '')
    .replaceAll('e', 'a')
    .replaceAll('y', 'i')
    .replaceAll(/(?<=i)i+(?=[aou])/g, '')
    .replaceAll(/(.)\1+/g, '$1');
}
