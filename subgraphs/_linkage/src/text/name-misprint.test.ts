import { expect, it } from 'vitest';

import { isMisprint } from './name-misprint.js';

it.each([
  ['kamal', 'kmal'],
  ['kamal', 'kaaml'],
  ['rustam', 'rustm'],
  ['elchin', 'elhcin'],
])('%s may be written %s by mistake', (name, misprint) => {
  expect(isMisprint(name, misprint)).toBe(true);
  expect(isMisprint(misprint, name)).toBe(true);
});

it.each([
  ['kamal', 'kamil'],
  ['samir', 'samira'],
  ['tural', 'turan'],
  ['nurlan', 'nuran'],
  ['hikmat', 'himmat'],
  ['arif', 'atif'],
  ['lachin', 'elchin'],
  ['ali', 'vali'],
  ['elchin', 'elshan'],
  ['kamal', 'kamal'],
  ['al', 'a'],
  ['', 'a'],
])('%s and %s are no misprints of each other', (one, other) => {
  expect(isMisprint(one, other)).toBe(false);
});
