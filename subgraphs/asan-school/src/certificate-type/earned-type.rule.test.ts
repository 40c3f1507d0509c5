import { describe, expect, it, test } from 'vitest';
import { earnedType } from './earned-type.rule.js';

const types = [
  { version: 1, minimumScore: 0 },
  { version: 2, minimumScore: 51 },
  { version: 2, minimumScore: 90 },
  { version: 2, minimumScore: 75 },
];

describe('a score', () => {
  it.each([
    [100, 90],
    [90, 90],
    [89, 75],
    [75, 75],
    [74, 51],
    [51, 51],
  ])('of %i earns the type from %i', (score, minimumScore) => {
    expect(earnedType(types, score)).toEqual({ version: 2, minimumScore });
  });

  it('below the lowest type earns none, even if an older version would have given one', () => {
    expect(earnedType(types, 50)).toBeNull();
  });
});

test('without types no score earns one', () => {
  expect(earnedType([], 100)).toBeNull();
});
