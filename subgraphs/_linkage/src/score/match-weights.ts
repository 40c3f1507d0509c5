import { levelNumber } from '../compare/pair-comparison.js';
import { type LevelModel, matchWeight, type NameVariants, type SharedEvidence } from '../model/linkage-model.js';
import { isNameKind } from '../text/name-kind.js';
import { nameReading } from '../text/name-reading.js';
import type { Field } from '../table/record-table.js';

/** The match weights of a pair, in bits: those of the fields are the waterfall that adds up to the whole weight. */
export interface MatchWeights {
  /** Gives the whole weight of a pair with these comparison levels, and writes that of each field into `parts`. */
  readonly weigh: (levels: Uint8Array, left: number, right: number, parts?: Float64Array) => number;
}

/** What was learned of a register beside its model. */
export interface LearnedOfPairs {
  readonly shared?: readonly SharedEvidence[];
  readonly variants?: NameVariants | null;
}

/** A value that nearly nobody has may be a misprint as well as a rare name; it counts at most so many times the average. */
const mostTimesRarer = 64;

/**
 * The weights of levels, with a term frequency adjustment: where two values are equal, a rare value weighs more than a
 * frequent one, by its frequency in the records themselves. Names are counted by how they are read, so that a name weighs
 * the same in every alphabet.
 */
export function matchWeights(
  model: LevelModel,
  fields: readonly Field[],
  { shared = [], variants = null }: LearnedOfPairs = {},
): MatchWeights {
  const weights = model.uProbabilities.map((levels, field) =>
    Float64Array.from(levels, (_, level) => matchWeight(model, field, level)),
  );
  const adjustments = fields.map(termFrequencyAdjustments);
  const adjusted = fields.map(({ kind }, field) =>
    isNameKind(kind) ? levelNumber(kind, 'exchanged') : (weights[field]?.length ?? 0) - 1,
  );
  const weightOf = (field: number, level: number, left: number, right: number): number => {
    if (level === 0) return 0;
    const weight = weights[field]?.[level] ?? 0;
    if (level < (adjusted[field] ?? 0)) {
      if (variants?.field !== field) return weight;
      return Math.max(variants.weightOf(left, right) ?? -Infinity, level === 1 ? variants.otherWeight : weight);
    }
    const ofValue = adjustments[field];
    const values = fields[field]?.values;
    // Two spellings of one name: the more frequent one decides.
    return weight + Math.min(ofValue?.[values?.[left] ?? 0] ?? 0, ofValue?.[values?.[right] ?? 0] ?? 0);
  };
  const equal = weights.map(({ length }) => length - 1);
  const own = new Float64Array(fields.length);
  return {
    weigh: (levels, left, right, parts = own) => {
      for (let field = 0; field < fields.length; field += 1) {
        parts[field] = weightOf(field, levels[field] ?? 0, left, right);
      }
      for (const { first, second, bits } of shared) {
        const level = levels[second] ?? 0;
        const weight = parts[second] ?? 0;
        if (levels[first] === equal[first] && weight > 0) parts[second] = Math.max(0, weight - (bits[level] ?? 0));
      }
      let sum = 0;
      for (let field = 0; field < fields.length; field += 1) sum += parts[field] ?? 0;
      return sum;
    },
  };
}

/** By value, the bits by which equality of just this value says more than equality of any value. */
function termFrequencyAdjustments({ kind, values, texts }: Field): Float64Array {
  const termOf = isNameKind(kind) || kind === 'full-name' ? nameReading : (text: string): string => text;
  const terms = texts.map(termOf);
  const counts = new Map<string, number>();
  let known = 0;
  for (const value of values) {
    if (value === 0) continue;
    const term = terms[value] ?? '';
    counts.set(term, (counts.get(term) ?? 0) + 1);
    known += 1;
  }
  const average = [...counts.values()].reduce((sum, count) => sum + (count / known) ** 2, 0);
  const floor = Math.max(average / mostTimesRarer, 2 / Math.max(2, known));
  return Float64Array.from(terms, (term) =>
    Math.log2(average / Math.min(1, Math.max((counts.get(term) ?? 0) / Math.max(1, known), floor))),
  );
}
