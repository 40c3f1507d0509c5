import { expect, test } from 'vitest';
import { Budget } from './budget.js';

function budgetAt(start: number) {
  let now = start;
  const budget = new Budget({ capacity: 100, refillPerSecond: 10 }, () => now);
  return { budget, wait: (ms: number) => (now += ms) };
}

test('a budget is spent down to nothing, refused with the time to wait, and fills by the second', () => {
  const { budget, wait } = budgetAt(5_000);
  expect(budget.take('a', 60)).toEqual({ granted: true, available: 40 });
  expect(budget.take('a', 60)).toEqual({ granted: false, available: 40, retryAfterSeconds: 2 });
  expect(budget.take('a', 40)).toEqual({ granted: true, available: 0 });
  expect(budget.take('b', 100)).toEqual({ granted: true, available: 0 });
  wait(1_999);
  expect(budget.take('a', 20)).toMatchObject({ granted: false, available: 19, retryAfterSeconds: 1 });
  wait(1);
  expect(budget.take('a', 20)).toEqual({ granted: true, available: 0 });
  wait(3_600_000);
  expect(budget.take('a', 0)).toEqual({ granted: true, available: 100 });
});

test('a correction gives back at most to the brim, and may leave a debt', () => {
  const { budget, wait } = budgetAt(0);
  budget.take('a', 50);
  expect(budget.correct('a', 30)).toBe(80);
  expect(budget.correct('a', 1_000)).toBe(100);
  expect(budget.correct('a', -130)).toBe(-30);
  expect(budget.take('a', 1)).toMatchObject({ granted: false, retryAfterSeconds: 4 });
  wait(3_100);
  expect(budget.take('a', 1)).toMatchObject({ granted: true });
});
