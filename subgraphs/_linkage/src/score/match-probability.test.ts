import { describe, expect, it } from 'vitest';

import { matchProbability } from './match-probability.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import type { Field } from '../table/record-table.js';

const kinds = ['given-name', 'family-name', 'date'] as const satisfies readonly ComparisonKind[];
const fields = kinds.map((kind): Field => ({
  name: kind,
  column: kind,
  kind,
  values: Int32Array.of(1),
  texts: ['', 'x'],
}));

describe('matchProbability', () => {
  const model = { sameBirthdayShare: 0.05, prior: 1e-4 };
  const weights = [10, 10, 14];
  const matchWeights = { weightOf: (field: number, level: number) => (level === 1 ? -4 : (weights[field] ?? 0)) };
  const probability = (...levels: readonly number[]): number => {
    const weight = levels.reduce(
      (sum, level, field) => sum + (level === 0 ? 0 : matchWeights.weightOf(field, level)),
      0,
    );
    return matchProbability(model, matchWeights, fields, 10_000).probabilityOf(weight, Uint8Array.from(levels), 0);
  };

  it('is high where names and date agree', () => {
    expect(probability(7, 7, 5)).toBeGreaterThan(0.999);
  });

  it('is low for twins and for namesakes in a family, for all that they share', () => {
    expect(probability(1, 7, 5)).toBeLessThan(0.9);
    expect(probability(7, 7, 1)).toBeLessThan(0.9);
  });

  it('leaves those to a person whose date is missing', () => {
    expect(probability(7, 7, 0)).toBeGreaterThan(0.5);
    expect(probability(7, 7, 0)).toBeLessThan(0.99);
  });
});
