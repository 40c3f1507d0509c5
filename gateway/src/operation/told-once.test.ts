import { expect, test } from 'vitest';
import type { ClientError } from '../errors/client-error.js';
import { toldOnce } from './told-once.js';

const error = (code: string, path: string, once?: boolean): ClientError => ({
  message: code,
  path: [path],
  extensions: { code, ...(once === undefined ? {} : { once }) },
});

test('of errors that are enough once the first of each code is told, without that word', () => {
  const errors = [
    error('A', 'a', true),
    error('B', 'b'),
    error('A', 'c', true),
    error('C', 'd', true),
    error('B', 'e'),
  ];
  expect(toldOnce(errors)).toEqual([error('A', 'a'), error('B', 'b'), error('C', 'd'), error('B', 'e')]);
});

test('errors that say nothing of it are told as they are', () => {
  const errors = [error('A', 'a'), error('A', 'b')];
  expect(toldOnce(errors)).toBe(errors);
});
