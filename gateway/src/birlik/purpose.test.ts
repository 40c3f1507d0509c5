import { expect, test } from 'vitest';
import { readPurpose } from './purpose.js';

test('a purpose is read in small and capital letters, and its code is in small ones', () => {
  for (const given of ['mentoring', 'Mentoring', ' MENTORING ']) expect(readPurpose(given)).toBe('mentoring');
  expect(readPurpose(undefined)).toBeNull();
});

test('what is no code is refused, also when a letter of another alphabet would become one of its own', () => {
  for (const given of ['', 'any thing', '1st', 'MENTORİNG', '\u212Aey', 'a'.repeat(65), ['mentoring', 'audit']])
    expect(() => readPurpose(given)).toThrow('birlik-purpose');
});
