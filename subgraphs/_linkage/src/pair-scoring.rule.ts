import type { LinkageModel } from './linkage-model.rule.js';
import { levelWeight } from './linkage-model.rule.js';
import { nameLevels } from './pair-comparison.rule.js';
import type { Field } from './record-table.rule.js';

/** The weight of each field of a pair, in bits. */
export interface PairScoring {
  readonly weightOf: (field: number, level: number, left: number) => number;
}

/** A value that nearly nobody has may be a misprint as well as a rare name; it counts at most so many times the average. */
const mostTimesRarer = 64;

/**
 * Weights of levels; where two values are equal, a rare value weighs more than a frequent one, by the frequency of the
 * value in the records themselves.
 */
export function pairScoring(
  model: Pick<LinkageModel, 'matching' | 'different'>,
  fields: readonly Field[],
): PairScoring {
  const weights = model.different.map((levels, field) =>
    Float64Array.from(levels, (_, level) => levelWeight(model, field, level)),
  );
  const exchanged = nameLevels.indexOf('exchanged');
  const sameSound = nameLevels.indexOf('same sound');
  const given = fields.findIndex(({ kind }) => kind === 'given-name');
  const family = fields.findIndex(({ kind }) => kind === 'family-name');
  const ofGiven = weights[given];
  if (ofGiven !== undefined && family >= 0) {
    // Exchanged names are too rare to be met by chance in training; they say no more than two names that sound the same.
    const most = (ofGiven[sameSound] ?? 0) + (weights[family]?.[sameSound] ?? 0);
    ofGiven[exchanged] = Math.min(ofGiven[exchanged] ?? 0, Math.max(0, most));
  }
  const rarity = fields.map(valueRarity);
  return {
    weightOf: (field, level, left) => {
      const ofField = weights[field];
      if (ofField === undefined || level === 0) return 0;
      const weight = ofField[level] ?? 0;
      return level === ofField.length - 1 ? weight + (rarity[field]?.[fields[field]?.values[left] ?? 0] ?? 0) : weight;
    },
  };
}

/** By value, the bits by which equality of just this value says more than equality of any value. */
function valueRarity({ values, texts }: Field): Float64Array {
  const counts = new Float64Array(texts.length);
  let known = 0;
  for (const value of values) {
    if (value === 0) continue;
    counts[value] = (counts[value] ?? 0) + 1;
    known += 1;
  }
  const average = counts.reduce((sum, count) => sum + (count / Math.max(1, known)) ** 2, 0);
  const floor = Math.max(average / mostTimesRarer, 2 / Math.max(2, known));
  return counts.map((count) => Math.log2(average / Math.min(1, Math.max(count / Math.max(1, known), floor))));
}
