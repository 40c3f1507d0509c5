import { isOneEditApart, jaroWinkler } from './text-similarity.rule.js';

/**
 * A way to compare two known values. Levels are numbers: 0 when a value is missing, 1 when nothing agrees, and higher
 * numbers the more agrees; the highest is equality.
 */
export interface LevelScale {
  /** The names of the levels, by number. */
  readonly names: readonly string[];
  /** The level of two different texts; equal ones have the highest. */
  readonly levelOf: (left: string, right: string) => number;
}

const similar = (names: readonly string[], bounds: readonly number[]): LevelScale => ({
  names: ['missing', 'different', ...names, 'equal'],
  levelOf: (left, right) => {
    const similarity = jaroWinkler(left, right);
    let level = 1;
    for (const bound of bounds) if (similarity >= bound) level += 1;
    return level;
  },
});

export const exactScale: LevelScale = { names: ['missing', 'different', 'equal'], levelOf: () => 1 };

export const stringScale = similar(['similar', 'close'], [0.85, 0.92]);

export const identifierScale: LevelScale = {
  names: ['missing', 'different', 'close', 'equal'],
  levelOf: (left, right) => (left.length >= 4 && isOneEditApart(left, right) ? 2 : 1),
};

export const postcodeScale: LevelScale = {
  names: ['missing', 'different', 'same area', 'close', 'equal'],
  levelOf: (left, right) => {
    if (isOneEditApart(left, right)) return 3;
    const area = Math.max(2, Math.min(left.length, right.length) - 3);
    return left.slice(0, area) === right.slice(0, area) ? 2 : 1;
  },
};

export const phoneScale: LevelScale = {
  names: ['missing', 'different', 'close', 'equal'],
  levelOf: (left, right) => (left.slice(-7) === right.slice(-7) || isOneEditApart(left, right) ? 2 : 1),
};

export const emailScale: LevelScale = {
  names: ['missing', 'different', 'similar', 'same mailbox name', 'equal'],
  levelOf: (left, right) => {
    const a = left.slice(0, left.indexOf('@') >>> 0);
    const b = right.slice(0, right.indexOf('@') >>> 0);
    if (a === b || isOneEditApart(left, right)) return 3;
    return jaroWinkler(a, b) >= 0.9 ? 2 : 1;
  },
};

export const addressScale: LevelScale = {
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

export const dateScale: LevelScale = {
  names: ['missing', 'different', 'same year or day', 'two of three', 'close', 'equal'],
  levelOf: (left, right) => {
    const year = left.slice(0, 4) === right.slice(0, 4);
    const month = left.slice(4, 6) === right.slice(4, 6);
    const day = left.slice(6) === right.slice(6);
    const exchanged = year && left.slice(4, 6) === right.slice(6) && left.slice(6) === right.slice(4, 6);
    if (exchanged || isOneEditApart(left, right)) return 4;
    if (Number(year) + Number(month) + Number(day) === 2) return 3;
    return year || (month && day) ? 2 : 1;
  },
};

export const fullNameScale: LevelScale = {
  names: ['missing', 'different', 'similar', 'close', 'one within the other', 'equal words'],
  levelOf: (left, right) => {
    const a = left.split(' ');
    const b = right.split(' ');
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    if (a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' ')) return 5;
    if (short.length > 1 && short.every((word) => long.includes(word))) return 4;
    let sum = 0;
    for (const [at, word] of short.entries()) {
      // Most pairs of people end here: even equal words from now on could not make the names similar.
      if (sum + short.length - at < 0.85 * short.length) return 1;
      let best = 0;
      for (const other of long) best = Math.max(best, jaroWinkler(word, other));
      sum += best;
    }
    const mean = sum / short.length;
    if (short.length > 1 && mean >= 0.92) return 3;
    return (short.length > 1 && mean >= 0.85) || mean >= 0.97 ? 2 : 1;
  },
};
