import { expect, test } from 'vitest';
import { readHeader, readTags } from './header-seconds.js';

test.each<[string | null, boolean, number]>([
  [null, false, Infinity],
  ['public, max-age=60', true, 60],
  ['Public, Max-Age="60"', true, 60],
  ['public, max-age=60, s-maxage=5', true, 5],
  ['max-age=60', false, 60],
  ['public', false, Infinity],
  ['public, max-age=-1', false, 0],
  ['public, max-age=1e3', false, 0],
  ['public, no-store, max-age=60', false, 0],
  ['private="x", max-age=60', false, 0],
])('the header %o says public: %o, at most %o seconds', (cacheControl, isPublic, seconds) => {
  const read = readHeader({ cacheControl, cacheTag: null });
  expect(read.seconds).toBe(seconds);
  expect(read.isPublic && read.seconds > 0).toBe(isPublic);
});

test('tags are separated by commas, and an answer has no tags without bound', () => {
  expect(readTags({ cacheControl: null, cacheTag: ' a, b ,,c' })).toEqual(['a', 'b', 'c']);
  const many = Array.from({ length: 100 }, (_, index) => `t${index}`).join();
  expect(readTags({ cacheControl: null, cacheTag: `${'x'.repeat(200)},${many}` })).toHaveLength(64);
  expect(readTags(undefined)).toEqual([]);
});
