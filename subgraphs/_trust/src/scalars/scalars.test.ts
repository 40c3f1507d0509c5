import { expect, test } from 'vitest';
import { ReleasedCountScalar } from './scalars.js';

test('a count of people that was not released is not let out', () => {
  expect(ReleasedCountScalar.serialize(45)).toBe(45);
  for (const value of [43, 3, 0, -5, 10.5, '45']) {
    expect(() => ReleasedCountScalar.serialize(value)).toThrow('rules for statistics');
  }
  expect(() => ReleasedCountScalar.parseValue(45)).toThrow('never asked for');
});
