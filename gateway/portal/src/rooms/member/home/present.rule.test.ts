import { expect, it } from 'vitest';
import { endingWithin } from './present.rule.js';

const now = '2026-11-30T12:00:00.000Z';

it('gives what ends from now on, the first one first', () => {
  const ends = ['2027-03-01T00:00:00.000Z', '2026-11-30T11:59:59.000Z', '2026-12-01T00:00:00.000Z'];
  expect(endingWithin(ends, now, null)).toEqual(['2026-12-01T00:00:00.000Z', '2027-03-01T00:00:00.000Z']);
});

it('gives what ends within some days, and today as a day that lasts', () => {
  expect(endingWithin(['2026-11-29', '2026-11-30', '2026-12-30', '2027-01-01'], now, 30)).toEqual([
    '2026-11-30',
    '2026-12-30',
  ]);
});
