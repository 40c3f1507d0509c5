import { expect, test } from 'vitest';
import { DateScalar } from './scalars.js';

test('a day stays the same text in both directions', () => {
  expect(DateScalar.serialize('2020-12-02')).toBe('2020-12-02');
  expect(DateScalar.parseValue('2020-12-02')).toBe('2020-12-02');
});

test('what is no day is refused', () => {
  expect(() => DateScalar.serialize('2020-12-02T00:00:00Z')).toThrow('YYYY-MM-DD');
  expect(() => DateScalar.parseValue('2020-13-40')).toThrow('Date');
  expect(() => DateScalar.parseValue(20_201_202)).toThrow('Date');
});
