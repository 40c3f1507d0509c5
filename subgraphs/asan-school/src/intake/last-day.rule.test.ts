import { expect, test } from 'vitest';
import { lastDay } from './last-day.rule.js';

test('eight weeks end on the 56th day', () => {
  expect(lastDay({ startsOn: '2026-07-15', weeks: 8 })).toBe('2026-09-08');
});

test('a week over the end of a leap February keeps its seven days', () => {
  expect(lastDay({ startsOn: '2024-02-26', weeks: 1 })).toBe('2024-03-03');
});
