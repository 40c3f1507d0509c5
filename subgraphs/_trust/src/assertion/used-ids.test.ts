import { expect, test } from 'vitest';
import { UsedIds } from './used-ids.js';

test('an id is used once, for a period at least', () => {
  let now = 0;
  const ids = new UsedIds(100, () => now);
  expect(ids.use('a')).toBe(true);
  now = 99;
  expect([ids.use('a'), ids.use('b')]).toEqual([false, true]);
  now = 150;
  expect([ids.use('a'), ids.use('b')]).toEqual([false, false]);
  now = 198;
  expect(ids.use('b')).toBe(false);
});

test('ids are forgotten after two periods, also when nothing happened between', () => {
  let now = 0;
  const ids = new UsedIds(100, () => now);
  ids.use('a');
  now = 1_000;
  expect(ids.use('a')).toBe(true);
  now = 1_100;
  ids.use('b');
  now = 1_200;
  expect(ids.use('a')).toBe(true);
});
