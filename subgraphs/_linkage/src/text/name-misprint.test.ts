import { expect, it } from 'vitest';

import { isMisprint } from './name-misprint.js';

it.each([
  ['kamal', 'kmal'],
  ['kamal', 'kaaml'],
  ['kamal', 'kamral'],
  ['rustam', 'rusdam'],
  ['elchin', 'lechin'],
])('%s may be written %s by mistake', (name, misprint) => {
  expect(isMisprint(name, misprint)).toBe(true);
  expect(isMisprint(misprint, name)).toBe(true);
});

it.each([
  ['kamal', 'kamil'],
  ['samir', 'samira'],
  ['tural', 'turan'],
  ['ali', 'vali'],
  ['elchin', 'elshan'],
  ['kamal', 'kamal'],
  ['al', 'a'],
])('%s and %s are no misprints of each other', (one, other) => {
  expect(isMisprint(one, other)).toBe(false);
});
