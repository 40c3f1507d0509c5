import { expect, test } from 'vitest';
import { RetryBudget } from './retry-budget.js';

/** The retries of requests that all fail, one every so many milliseconds. */
function retries(budget: RetryBudget, requests: number, everyMs: number): number {
  let made = 0;
  for (let index = 0; index < requests; index++) {
    budget.earn();
    if (budget.spend(index * everyMs)) made++;
  }
  return made;
}

test('under load, retries are a tenth of the requests and one more at most', () => {
  const made = retries(new RetryBudget({ ratio: 0.1, minimumPerSecond: 1 }), 10_000, 1);
  expect(made).toBeGreaterThan(900);
  expect(made).toBeLessThanOrEqual(1_001);
});

test('what a healthy time saved up is bounded', () => {
  const budget = new RetryBudget({ ratio: 0.1, minimumPerSecond: 0 });
  for (let index = 0; index < 100_000; index++) budget.earn();
  expect(retries(budget, 10, 1)).toBe(10);
  expect(retries(budget, 100, 1)).toBeLessThanOrEqual(11);
});

test('rare requests may be retried once a second each', () => {
  expect(retries(new RetryBudget({ ratio: 0.1, minimumPerSecond: 1 }), 20, 1_000)).toBe(20);
  expect(retries(new RetryBudget({ ratio: 0.1, minimumPerSecond: 1 }), 8, 500)).toBe(4);
});

test('without a ratio and a minimum nothing is retried', () => {
  expect(retries(new RetryBudget({ ratio: 0, minimumPerSecond: 0 }), 1_000, 1_000)).toBe(0);
});
