import { expect, test } from 'vitest';
import { RecentTimes } from './recent-times.js';

test('without any time there is a count of none', () => {
  expect(new RecentTimes(100, 4).summary(0)).toEqual({ count: 0, failures: 0, p50: null, p95: null, max: null });
});

test('quantiles are those of all slots that are young enough', () => {
  const times = new RecentTimes(1_000, 4);
  for (let ms = 1; ms <= 100; ms++) times.add(ms, ms > 90, ms * 5);
  const { count, failures, p50, p95, max } = times.summary(600);
  expect({ count, failures }).toEqual({ count: 100, failures: 10 });
  for (const [value, exact] of [
    [p50, 50],
    [p95, 95],
    [max, 100],
  ] as const) {
    expect(Math.abs((value ?? 0) - exact)).toBeLessThanOrEqual(exact / 100 + 0.1);
  }
});

test('what is older than the window is forgotten, whether its slot was used again or not', () => {
  const times = new RecentTimes(1_000, 4);
  times.add(500, true, 0);
  times.add(1, false, 900);
  expect(times.summary(999).count).toBe(2);
  expect(times.summary(1_100)).toMatchObject({ count: 1, failures: 0, max: 1 });
  times.add(2, false, 1_010);
  expect(times.summary(1_100)).toMatchObject({ count: 2, max: 2 });
  expect(times.summary(10_000).count).toBe(0);
});

test('a time below the finest step and one beyond the longest are counted as those', () => {
  const times = new RecentTimes(1_000, 1);
  times.add(0, false, 0);
  expect(times.summary(0).max).toBe(0.1);
  times.add(86_400_000, false, 0);
  expect(Math.round((times.summary(0).max ?? 0) / 1_000)).toBe(60);
});
