import { randomBytes } from 'node:crypto';
import { matchNationalNumbers } from '@birlik/linkage/national-number-match';
import { expect, test } from 'vitest';
import { nationalNumberHashes, type NationalNumberKeys, validNationalNumber } from './national-number.rule.js';

const keys: NationalNumberKeys = { '1': randomBytes(32), '2': randomBytes(32), '10': randomBytes(32) };
const under = (...versions: readonly string[]): NationalNumberKeys =>
  Object.fromEntries(Object.entries(keys).filter(([version]) => versions.includes(version)));

test('a FIN is taken with spaces and small letters, and nothing else is', () => {
  expect(validNationalNumber(' 5abc 12z')).toBe('5ABC12Z');
  for (const wrong of [
    '5ABC12',
    '5ABC12ZZ',
    '5ABC1IO',
    'ƏABC12Z',
    '5ABC1ß',
    '5ABC12ß',
    '5ABC12ſ',
    '5ABC12\u212A',
    '5ABC12ı',
    '5ABC12İ',
    '٥ABC12Z',
    '',
  ])
    expect(validNationalNumber(wrong)).toBeNull();
});

test('what is stored does not hold the national number, and is another under each key', () => {
  const hashes = nationalNumberHashes('5ABC12Z', keys);
  expect(hashes.map((hash) => hash.split(':')[0])).toEqual(['1', '2', '10']);
  expect(new Set(hashes.map((hash) => hash.split(':')[1])).size).toBe(3);
  expect(hashes.join(' ')).not.toContain('5ABC12Z');
});

test('national numbers are compared under any key that saw both, and unknown without one', () => {
  const old = nationalNumberHashes('5ABC12Z', under('1'));
  const between = nationalNumberHashes('5ABC12Z', under('1', '2'));
  const other = nationalNumberHashes('5ABC12X', under('1', '2'));
  const fresh = nationalNumberHashes('5ABC12Z', under('2'));
  expect(matchNationalNumbers(old, between)).toBe('equal');
  expect(matchNationalNumbers(between, fresh)).toBe('equal');
  expect(matchNationalNumbers(old, other)).toBe('different');
  expect(matchNationalNumbers(old, fresh)).toBe('unknown');
  expect(matchNationalNumbers([], fresh)).toBe('unknown');
});
