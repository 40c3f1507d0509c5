import { withConsonantClasses } from './consonant-classes.js';

/**
 * What is left of a canonical word when vowels are dropped and consonants that spellings exchange are made equal:
 * Hüseynov, Huseynov, Гусейнов and Guseynov all give `ksnv`. A vowel at the beginning leaves an `a`. The result is empty
 * for an empty word only.
 */
export function consonantSkeleton(word: string): string {
  const result = withConsonantClasses(word.replaceAll(' ', ''));
  const begins = /^[aeiouy]/.test(result) ? 'a' : '';
  return begins + result.replaceAll(/[aeiouy]/g, '').replaceAll(/(.)\1+/g, '$1');
}
