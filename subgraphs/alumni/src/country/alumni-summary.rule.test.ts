import { releaseStatistic } from '@birlik/trust/statistic';
import { expect, test } from 'vitest';
import { alumniSummary } from './alumni-summary.rule.js';

test('those who study come first in a snapshot, those who finished second', () => {
  expect(releaseStatistic(alumniSummary, [[30, 15]], 10)).toEqual({ people: 45, studentsAbroad: 30, alumni: 15 });
});

test('a few who finished hide those who study too', () => {
  expect(releaseStatistic(alumniSummary, [[500, 1]], 10)).toEqual({ people: 500, studentsAbroad: null, alumni: null });
});
