import { expect, test } from 'vitest';
import { loggedCode, loggedName } from './well-formed.js';

test('names of operations are logged as far as they are names', () => {
  expect(loggedName('Profile_2')).toBe('Profile_2');
  expect(loggedName('a'.repeat(65))).toBe('a'.repeat(64));
  expect(loggedName('two words')).toBeNull();
  expect(loggedName(null)).toBeNull();
});

test('codes are logged as far as they are codes', () => {
  expect(loggedCode('NOT_FOUND')).toBe('NOT_FOUND');
  expect([loggedCode('Aysel'), loggedCode('A'.repeat(65)), loggedCode(7), loggedCode('A B')]).toEqual(
    Array.from({ length: 4 }, () => 'OTHER'),
  );
});
