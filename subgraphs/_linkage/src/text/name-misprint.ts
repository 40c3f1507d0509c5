import { isOneEditApart } from './text-similarity.js';

const vowelBetweenConsonants = /^[^aeiouy][aeiouy][^aeiouy]$/;

/** Whether two different names differ in one letter, or in two neighbouring ones that are exchanged, and not at an end. */
export function differInside(left: string, right: string): boolean {
  return left.charAt(0) === right.charAt(0) && left.at(-1) === right.at(-1) && isOneEditApart(left, right);
}

/**
 * Whether one of two names can be the other one written by mistake, and hardly a name of its own: two neighbouring letters
 * inside exchanged, or a vowel between two consonants left out. Another letter in the place of one, a consonant more or fewer, and
 * another beginning or end make names of their own: Kamal and Kamil, Nurlan and Nuran, Samir and Samirə, Tural and Turan.
 */
export function isMisprint(left: string, right: string): boolean {
  if (!differInside(left, right)) return false;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let from = 0;
  while (short[from] === long[from]) from += 1;
  if (short.length < long.length) return vowelBetweenConsonants.test(long.slice(from - 1, from + 2));
  return short[from] === long[from + 1] && short[from + 1] === long[from];
}
