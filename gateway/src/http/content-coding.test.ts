import { expect, test } from 'vitest';
import { chooseCoding } from './content-coding.js';

test.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['deflate, zstd', null],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;Q=1, br;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0.1', 'gzip'],
  ['br;q=0', null],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['gzip;q=0.5, identity', null],
  ['gzip, identity;q=0.5', 'gzip'],
  ['gzip;q=x', null],
])('accept-encoding %s is answered with %s', (header, coding) => {
  expect(chooseCoding(header)).toBe(coding);
});

test('a way that is not possible is not chosen', () => {
  expect(chooseCoding('gzip, br', ['gzip'])).toBe('gzip');
  expect(chooseCoding('br', ['gzip'])).toBe(null);
  expect(chooseCoding('gzip, br', [])).toBe(null);
});
