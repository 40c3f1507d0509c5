import { Kind } from 'graphql';
import { expect, test } from 'vitest';
import { CountryCodeScalar, DateScalar } from './scalars.js';

test('a day stays the same text in both directions', () => {
  expect(DateScalar.serialize('2020-12-02')).toBe('2020-12-02');
  expect(DateScalar.parseValue('2020-12-02')).toBe('2020-12-02');
});

test('what is no day is refused', () => {
  expect(() => DateScalar.serialize('2020-12-02T00:00:00Z')).toThrow('YYYY-MM-DD');
  expect(() => DateScalar.parseValue('2020-13-40')).toThrow('Date');
  expect(() => DateScalar.parseValue(20_201_202)).toThrow('Date');
});

test('a country’s code is read in small letters too, and no other letter becomes one of its own', () => {
  for (const text of ['AZ', 'az', ' Az ']) expect(CountryCodeScalar.parseValue(text)).toBe('AZ');
  expect(CountryCodeScalar.parseLiteral({ kind: Kind.STRING, value: 'az' })).toBe('AZ');
  for (const text of ['ıt', 'İT', 'ſe', '\u212Az', 'ß', ''])
    expect(() => CountryCodeScalar.parseValue(text)).toThrow('country code');
});
