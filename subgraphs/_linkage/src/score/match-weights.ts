import { nameLevels } from '../compare/name-comparison.js';
import { type LevelModel, matchWeight } from '../model/linkage-model.js';
import type { Field } from '../table/record-table.js';

/** The match weight of each field of a pair, in bits: together they are the waterfall that leads to the whole weight. */
export interface MatchWeights {
  readonly weightOf: (field: number, level: number, left: number) => number;
}

/** A value that nearly nobody has may be a misprint as well as a rare name; it counts at most so many times the average. */
const mostTimesRarer = 64;

/**
 * The weights of levels, with a term frequency adjustment: where two values are equal, a rare value weighs more than a
 * frequent one, by the frequency of the value in the records themselves.
 */
export function matchWeights(model: LevelModel, fields: readonly Field[]): MatchWeights {
  const weights = model.uProbabilities.map((levels, field) =>
    Float64Array.from(levels, (_, level) => matchWeight(model, field, level)),
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
  const adjustments = fields.map(termFrequencyAdjustments);
  return {
    weightOf: (field, level, left) => {
      const ofField = weights[field];
      if (ofField === undefined || level === 0) return 0;
      const weight = ofField[level] ?? 0;
      if (level < ofField.length - 1) return weight;
      return weight + (adjustments[field]?.[fields[field]?.values[left] ?? 0] ?? 0);
    },
  };
}

/** By value, the bits by which equality of just this value says more than equality of any value. */
function termFrequencyAdjustments({ values, texts }: Field): Float64Array {
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
