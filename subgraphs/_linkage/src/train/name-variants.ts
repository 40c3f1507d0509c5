import { levelNumber } from '../compare/pair-comparison.js';
import type { LevelModel, NameVariants } from '../model/linkage-model.js';
import type { Field } from '../table/record-table.js';

/** Counts the given names of pairs that are one person by all else. */
export interface VariantCounter {
  readonly add: (left: number, right: number, level: number) => void;
  readonly variants: () => NameVariants;
}

/** Two names that stand together so often are no coincidence; a smaller number may be one person's misprint. */
const fewestTogether = 5;

/**
 * Learns which given names stand for each other. Two names of one person are found together far more often than chance
 * brings two names together: the weight is log2 of the two shares. Only for a register that holds no families, where
 * the names of brothers would be found together as well.
 */
export function variantCounter(fields: readonly Field[], field: number, model: LevelModel): VariantCounter {
  const { texts = [], values = new Int32Array() } = fields[field] ?? {};
  const one = levelNumber('given-name', 'exchanged');
  const different = levelNumber('given-name', 'different');
  const keyOf = (left: number, right: number): number => {
    const [a = 0, b = 0] = [values[left], values[right]];
    return Math.min(a, b) * texts.length + Math.max(a, b);
  };
  const together = new Map<number, number>();
  const differing = new Map<number, number>();
  let all = 0;
  return {
    add: (left, right, level) => {
      if (level === 0) return;
      all += 1;
      if (level >= one) return;
      const key = keyOf(left, right);
      together.set(key, (together.get(key) ?? 0) + 1);
      if (level === different) differing.set(key, (differing.get(key) ?? 0) + 1);
    },
    variants: () => {
      const shares = sharesOf(values, texts.length);
      const weights = new Map<number, number>();
      let explained = 0;
      for (const [key, count] of together) {
        const [a, b] = [Math.floor(key / texts.length), key % texts.length];
        const weight = Math.log2(count / all / (2 * (shares[a] ?? 0) * (shares[b] ?? 0)));
        if (count < fewestTogether || weight <= 0) continue;
        weights.set(key, weight);
        explained += differing.get(key) ?? 0;
      }
      const m = model.mProbabilities[field]?.[different] ?? 0;
      const u = model.uProbabilities[field]?.[different] ?? 1;
      const rest = Math.max(m / 50, m - explained / Math.max(1, all));
      return {
        field,
        weightOf: (left, right) => weights.get(keyOf(left, right)) ?? null,
        otherWeight: Math.log2(rest / u),
      };
    },
  };
}

function sharesOf(values: Int32Array, texts: number): Float64Array {
  const counts = new Float64Array(texts);
  let known = 0;
  for (const value of values) {
    if (value === 0) continue;
    counts[value] = (counts[value] ?? 0) + 1;
    known += 1;
  }
  return counts.map((count) => count / Math.max(1, known));
}
