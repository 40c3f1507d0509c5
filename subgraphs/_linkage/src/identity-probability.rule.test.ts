import { describe, expect, it } from 'vitest';

import { identityProbability } from './identity-probability.rule.js';
import type { ComparisonKind } from './linkage-settings.rule.js';
import type { Field } from './record-table.rule.js';
import { withoutTwins } from './twin-share.rule.js';

const kinds = ['given-name', 'family-name', 'date'] as const satisfies readonly ComparisonKind[];
const fields = kinds.map((kind): Field => ({
  name: kind,
  column: kind,
  kind,
  values: Int32Array.of(1),
  texts: ['', 'x'],
}));
const shares = (different: number, levels: number): Float64Array =>
  Float64Array.from({ length: levels }, (_, level) =>
    level === 0 ? 0 : level === 1 ? different : (1 - different) / (levels - 2),
  );

describe('identityProbability', () => {
  const model = { matching: [], different: [], twins: 0.05, prevalence: 1e-4 };
  const weights = [10, 10, 14];
  const scoring = { weightOf: (field: number, level: number) => (level === 1 ? -4 : (weights[field] ?? 0)) };
  const probability = (...levels: readonly number[]): number => {
    const weight = levels.reduce((sum, level, field) => sum + (level === 0 ? 0 : scoring.weightOf(field, level)), 0);
    return identityProbability(model, scoring, fields, 10_000).probabilityOf(weight, Uint8Array.from(levels), 0);
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

describe('withoutTwins', () => {
  const different = [shares(0.99, 8), shares(0.99, 8), shares(0.99, 6)];

  it('takes given names that differ much more often than the other names for twins', () => {
    const { matching, twins } = withoutTwins(
      { matching: [shares(0.1, 8), shares(0.005, 8), shares(0.05, 6)], different },
      fields,
    );
    expect(matching[0]?.[1]).toBeCloseTo(0.02);
    expect(matching[0]?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(twins).toBeGreaterThan(0.05);
  });

  it('finds none where all names are spoilt as often', () => {
    expect(
      withoutTwins({ matching: [shares(0.1, 8), shares(0.08, 8), shares(0.05, 6)], different }, fields).twins,
    ).toBe(0);
  });
});
