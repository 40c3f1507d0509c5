import { soundAlike } from '../text/name-letters.js';
import type { NameForm } from '../text/name-reading.js';
import { jaroWinkler } from '../text/text-similarity.js';

/**
 * How alike two names are, from nothing known to equality. From "same sound" on they may be one name: "same sound" are spellings
 * that one alphabet exchanges for another's, short forms (Saşa, Aleksandr) and the names of one family (Həsənov, Həsənli);
 * "same reading" are spellings of one name. "Close" are misprints, and one of two names; two names that are known and not
 * the same are "similar" at the most. "Exchanged" are a given and a family name that are read alike in each
 * other's place; both fields have the level then.
 */
export const nameLevels = [
  'missing',
  'different',
  'similar',
  'close',
  'same sound',
  'exchanged',
  'same reading',
  'equal',
] as const;

const sameSound = nameLevels.indexOf('same sound');
const close = nameLevels.indexOf('close');
const similar = nameLevels.indexOf('similar');
const different = nameLevels.indexOf('different');

/** The level of two names with different readings. */
export function nameLevel(one: NameForm, other: NameForm): number {
  const areTwoNames = one.isKnown && other.isKnown;
  const maySoundAlike = !areTwoNames && soundAlike(one.letters, other.letters);
  if (maySoundAlike || one.variants.some((variant) => other.variants.includes(variant))) return sameSound;
  if (isWithin(one.words, other.words) || isWithin(other.words, one.words)) return close;
  if (isInitial(one.reading, other.reading) || isInitial(other.reading, one.reading)) return similar;
  const similarity = jaroWinkler(one.reading, other.reading);
  if (similarity < 0.85) return different;
  return similarity >= 0.92 && !areTwoNames ? close : similar;
}

function isInitial(letter: string, name: string): boolean {
  return letter.length === 1 && name.startsWith(letter);
}

/** Whether one of several given names, or one half of a double name, is all of the other person's name. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  return words.length < others.length && words.every((word) => word.length > 2 && others.includes(word));
}
