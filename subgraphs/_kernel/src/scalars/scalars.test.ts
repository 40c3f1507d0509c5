import { expect, test } from 'vitest';
import { DateScalar, ReleasedCountScalar } from './scalars.js';

test('a day stays the same text in both directions', () => {
  expect(DateScalar.serialize('2020-12-02')).toBe('2020-12-02');
  expect(DateScalar.parseValue('2020-12-02')).toBe('2020-12-02');
});

test('what is no day is refused', () => {
  expect(() => DateScalar.serialize('2020-12-02T00:00:00Z')).toThrow('YYYY-MM-DD');
  expect(() => DateScalar.parseValue('2020-13-40')).toThrow('Date');
  expect(() => DateScalar.parseValue(20_201_202)).toThrow('Date');
});

test('a count of people that was not released is not let out', () => {
  expect(ReleasedCountScalar.serialize(45)).toBe(45);
  for (const value of [43, 3, 0, -5, 10.5, '45']) {
    expect(() => ReleasedCountScalar.serialize(value)).toThrow('rules for figures');
  }
  expect(() => ReleasedCountScalar.parseValue(45)).toThrow('never asked for');
});
