import { describe, expect, it } from 'vitest';

import type { Field } from '../table/record-table.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import { withSameBirthdayShare } from './same-birthday-share.js';

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

describe('withSameBirthdayShare', () => {
  const uProbabilities = [shares(0.99, 8), shares(0.99, 8), shares(0.99, 6)];

  it('takes given names that differ much more often than the other names for twins', () => {
    const { mProbabilities, sameBirthdayShare } = withSameBirthdayShare(
      { mProbabilities: [shares(0.1, 8), shares(0.005, 8), shares(0.05, 6)], uProbabilities },
      fields,
    );
    expect(mProbabilities[0]?.[1]).toBeCloseTo(0.02);
    expect(mProbabilities[0]?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(sameBirthdayShare).toBeGreaterThan(0.05);
  });

  it('finds none where all names are spoilt as often', () => {
    expect(
      withSameBirthdayShare(
        { mProbabilities: [shares(0.1, 8), shares(0.08, 8), shares(0.05, 6)], uProbabilities },
        fields,
      ).sameBirthdayShare,
    ).toBe(0);
  });
});
