import { isOneEditApart, jaroWinkler } from '../text/text-similarity.js';

/**
 * A way to compare two known values. Comparison levels are numbers: 0 when a value is missing, 1 when nothing agrees, and
 * higher numbers the more agrees; the highest is equality.
 */
export interface Comparison {
  /** The names of the levels, by number. */
  readonly names: readonly string[];
  /** The level of two different texts; equal ones have the highest. */
  readonly levelOf: (left: string, right: string) => number;
}

const similar = (names: readonly string[], bounds: readonly number[]): Comparison => ({
  names: ['missing', 'different', ...names, 'equal'],
  levelOf: (left, right) => {
    const similarity = jaroWinkler(left, right);
    let level = 1;
    for (const bound of bounds) if (similarity >= bound) level += 1;
    return level;
  },
});

export const exactComparison: Comparison = { names: ['missing', 'different', 'equal'], levelOf: () => 1 };

export const stringComparison = similar(['similar', 'close'], [0.85, 0.92]);

export const identifierComparison: Comparison = {
  names: ['missing', 'different', 'close', 'equal'],
  levelOf: (left, right) => (left.length >= 4 && isOneEditApart(left, right) ? 2 : 1),
};

export const postcodeComparison: Comparison = {
  names: ['missing', 'different', 'same area', 'close', 'equal'],
  levelOf: (left, right) => {
    if (isOneEditApart(left, right)) return 3;
    const area = Math.max(2, Math.min(left.length, right.length) - 3);
    return left.slice(0, area) === right.slice(0, area) ? 2 : 1;
  },
};

export const phoneComparison: Comparison = {
  names: ['missing', 'different', 'close', 'equal'],
  levelOf: (left, right) => (left.slice(-7) === right.slice(-7) || isOneEditApart(left, right) ? 2 : 1),
};

export const emailComparison: Comparison = {
  names: ['missing', 'different', 'similar', 'same mailbox name', 'equal'],
  levelOf: (left, right) => {
    const a = left.slice(0, left.indexOf('@') >>> 0);
    const b = right.slice(0, right.indexOf('@') >>> 0);
    if (a === b) return 3;
    // Mailboxes are named after people: namesakes differ in the digits alone.
    if (digits(a) !== digits(b) && withoutDigits(a) === withoutDigits(b)) return isOneEditApart(a, b) ? 2 : 1;
    if (isOneEditApart(left, right)) return 3;
    return jaroWinkler(a, b) >= 0.9 ? 2 : 1;
  },
};

const digits = (text: string): string => text.replaceAll(/\D+/g, '');
const withoutDigits = (text: string): string => text.replaceAll(/\d+/g, '');

export const addressComparison: Comparison = {
  names: ['missing', 'different', 'some words', 'most words', 'equal'],
  levelOf: (left, right) => {
    const similarity = Math.max(sharedWords(left, right), jaroWinkler(left, right) >= 0.94 ? 0.8 : 0);
    if (similarity >= 0.75) return 3;
    return similarity >= 0.5 || jaroWinkler(left, right) >= 0.88 ? 2 : 1;
  },
};

/** The share of words that two texts have in common, from 0 to 1 (Dice). */
function sharedWords(left: string, right: string): number {
  const a = left.split(' ');
  const b = right.split(' ');
  const shared = a.filter((word) => b.includes(word)).length;
  return (2 * shared) / (a.length + b.length);
}

export const dateComparison: Comparison = {
  names: ['missing', 'different', 'same year or day', 'two of three', 'close', 'day and month exchanged', 'equal'],
  levelOf: (left, right) => {
    const year = left.slice(0, 4) === right.slice(0, 4);
    const month = left.slice(4, 6) === right.slice(4, 6);
    const day = left.slice(6) === right.slice(6);
    // The first of January stands for a day that nobody knew, and says nothing about two different years.
    if (!year && left.endsWith('0101') && right.endsWith('0101')) return 2;
    const exchanged = left.slice(4, 6) === right.slice(6) && left.slice(6) === right.slice(4, 6);
    // Another year of the same day is as often that of a namesake as a misprint.
    if (year && exchanged) return 5;
    if (year && isOneEditApart(left, right)) return 4;
    if (Number(year) + Number(month) + Number(day) === 2) return 3;
    return year || (month && day) ? 2 : 1;
  },
};

/** Compares readings of whole names: words in any order, some of which one side may lack. */
export const fullNameComparison: Comparison = {
  names: [
    'missing',
    'different',
    'one word shared',
    'one word differs',
    'similar',
    'close',
    'one within the other',
    'equal words',
  ],
  levelOf: (left, right) => {
    const a = left.split(' ');
    const b = right.split(' ');
    if (left.length === right.length && a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' '))
      return 7;
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    const best = bestSimilarities(short, long);
    const found = best.filter((similarity) => similarity >= leastSimilarWord).length;
    if (found < short.length) return found === 0 ? 1 : found === 1 ? 2 : 3;
    if (short.length === 1 && long.length > 1) return 2;
    if (best.every((similarity) => similarity === 1)) return 6;
    return best.reduce((sum, similarity) => sum + similarity, 0) >= 0.94 * best.length ? 5 : 4;
  },
};

/** By word of the shorter name, how similar the word of the longer name is that fits best and is not taken yet. */
function bestSimilarities(short: readonly string[], long: readonly string[]): readonly number[] {
  const left = long.slice();
  return short.map((word) => {
    let best = 0;
    let place = 0;
    for (const [at, other] of left.entries()) {
      const similarity = wordSimilarity(word, other);
      if (similarity <= best) continue;
      best = similarity;
      place = at;
    }
    left.splice(place, 1);
    return best;
  });
}

const leastSimilarWord = 0.87;

/** Words that begin differently, or differ in length, are other names, however many letters they share. */
function wordSimilarity(left: string, right: string): number {
  if (left === right) return 1;
  const beginsAlike = left.charCodeAt(0) === right.charCodeAt(0);
  // One wrong letter at the beginning leaves a similarity of 0.92 to long words only.
  if (!beginsAlike && (left.length < 8 || right.length < 8)) return 0;
  const similarity = jaroWinkler(left, right);
  const mayDiffer = beginsAlike && Math.abs(left.length - right.length) <= 1;
  return similarity < 0.92 && !mayDiffer ? 0 : similarity;
}
