import { randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import {
  compareNationalIds,
  nationalIdHashes,
  type NationalIdKeys,
  provideNationalIdKeys,
  validNationalId,
} from './national-id.rule.js';

const keys: NationalIdKeys = { '1': randomBytes(32), '2': randomBytes(32), '10': randomBytes(32) };
const under = (...versions: readonly string[]): NationalIdKeys =>
  Object.fromEntries(Object.entries(keys).filter(([version]) => versions.includes(version)));

beforeEach(() => provideNationalIdKeys(keys));

test('a FIN is taken with spaces and small letters, and nothing else is', () => {
  expect(validNationalId(' 5abc 12z')).toBe('5ABC12Z');
  for (const wrong of ['5ABC12', '5ABC12ZZ', '5ABC1IO', 'ƏABC12Z', '']) expect(validNationalId(wrong)).toBeNull();
});

test('what is kept does not hold the number, and is another under each key', () => {
  const hashes = nationalIdHashes('5ABC12Z');
  expect(hashes.map((hash) => hash.split(':')[0])).toEqual(['1', '2', '10']);
  expect(new Set(hashes.map((hash) => hash.split(':')[1])).size).toBe(3);
  expect(hashes.join(' ')).not.toContain('5ABC12Z');
});

test('numbers are compared under any key that saw both, and unknown without one', () => {
  provideNationalIdKeys(under('1'));
  const old = nationalIdHashes('5ABC12Z');
  provideNationalIdKeys(under('1', '2'));
  const between = nationalIdHashes('5ABC12Z');
  const other = nationalIdHashes('5ABC12X');
  provideNationalIdKeys(under('2'));
  const fresh = nationalIdHashes('5ABC12Z');
  expect(compareNationalIds(old, between)).toBe('equal');
  expect(compareNationalIds(between, fresh)).toBe('equal');
  expect(compareNationalIds(old, other)).toBe('different');
  expect(compareNationalIds(old, fresh)).toBe('unknown');
  expect(compareNationalIds([], fresh)).toBe('unknown');
});
