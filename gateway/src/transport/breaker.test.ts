import { expect, test } from 'vitest';
import type { BreakerState } from '../telemetry/metrics.js';
import { Breaker, REFUSED, type Outcome } from './breaker.js';

const SETTINGS = { failureRatio: 0.5, minimumRequests: 20, windowMs: 10_000, openMs: 1_500 };

function setUp() {
  const states: BreakerState[] = [];
  const breaker = new Breaker(SETTINGS, (state) => states.push(state));
  const run = (outcome: Outcome, now: number, times = 1): void => {
    for (let index = 0; index < times; index++) breaker.settle(breaker.enter(now), now, outcome);
  };
  return { breaker, states, run };
}

test('a breaker opens when half of at least twenty requests fail, and not before', () => {
  const { breaker, run } = setUp();
  run('failed', 5, 19);
  expect(breaker.state).toBe('closed');
  run('failed', 5);
  expect(breaker.state).toBe('open');
  expect(breaker.refuses(6)).toBe(true);
  expect(breaker.enter(6)).toBe(REFUSED);
});

test('a breaker stays closed while more than half of the requests are answered', () => {
  const { breaker, run } = setUp();
  run('answered', 5, 51);
  run('failed', 5, 50);
  expect(breaker.state).toBe('closed');
  run('failed', 5);
  expect(breaker.state).toBe('open');
});

test('a breaker forgets what is older than its window, bucket by bucket', () => {
  const { breaker, run } = setUp();
  run('failed', 500, 10);
  run('failed', 1_500, 9);
  // A second later the first ten have left the window of ten seconds.
  run('failed', 10_500, 10);
  expect(breaker.state).toBe('closed');
  run('failed', 10_900);
  expect(breaker.state).toBe('open');
});

test('a breaker that was not used for long begins with nothing', () => {
  const { breaker, run } = setUp();
  run('failed', 500, 19);
  run('failed', 1_000_000, 19);
  expect(breaker.state).toBe('closed');
});

test('what says nothing about the subgraph is not counted', () => {
  const { breaker, run } = setUp();
  run('failed', 5, 19);
  run('unknown', 5, 100);
  expect(breaker.state).toBe('closed');
});

test('an open breaker lets one request try after its time, and closes when that is answered', () => {
  const { breaker, states, run } = setUp();
  run('failed', 5, 20);
  expect(breaker.refuses(1_504)).toBe(true);
  expect(breaker.refuses(1_505)).toBe(false);
  const probe = breaker.enter(1_505);
  expect(probe).not.toBe(REFUSED);
  expect(breaker.refuses(1_506)).toBe(true);
  expect(breaker.enter(1_506)).toBe(REFUSED);
  breaker.settle(probe, 1_600, 'answered');
  expect(states).toEqual(['open', 'half_open', 'closed']);
  // It starts anew: what failed before does not count any more.
  run('failed', 1_700, 19);
  expect(breaker.state).toBe('closed');
});

test('an open breaker whose trying request fails is open for its whole time again', () => {
  const { breaker, states, run } = setUp();
  run('failed', 5, 20);
  run('failed', 2_000);
  expect(states).toEqual(['open', 'half_open', 'open']);
  expect(breaker.refuses(3_499)).toBe(true);
  expect(breaker.refuses(3_500)).toBe(false);
});

test('a trying request of which nothing was learnt leaves its place to the next', () => {
  const { breaker, run } = setUp();
  run('failed', 5, 20);
  run('unknown', 2_000);
  expect(breaker.state).toBe('half_open');
  expect(breaker.refuses(2_001)).toBe(false);
});

test('requests that began before the breaker opened decide nothing afterwards', () => {
  const { breaker, run } = setUp();
  const slow = breaker.enter(1);
  run('failed', 5, 20);
  const probe = breaker.enter(2_000);
  breaker.settle(slow, 2_001, 'answered');
  expect(breaker.state).toBe('half_open');
  breaker.settle(probe, 2_002, 'answered');
  breaker.settle(slow, 2_003, 'failed');
  expect(breaker.state).toBe('closed');
});
