import { expect, test } from 'vitest';
import { defineSecret } from './secret.js';

test('a process finds the value that it was given, and no other process does', () => {
  const key = defineSecret<string>('key');
  const other = defineSecret<string>('other key');
  const member = { secrets: new Map([key.is('one')]) };
  expect(key.of(member)).toBe('one');
  expect(() => other.of(member)).toThrow('given no other key');
  expect(() => key.of({ secrets: new Map() })).toThrow('given no key');
});
