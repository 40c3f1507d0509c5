import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainRequest } from '../../testing/subgraph-request.js';
import { Cancellation } from './cancellation.js';
import { InFlightRequest, type Abandonment } from './in-flight-request.js';
import type { SubgraphAnswer } from './subgraph-request.js';

const ANSWER: SubgraphAnswer = { data: {}, errors: [] };
const FETCH_MS = 100;
const request = plainRequest({ service: 'union', operation: '{ a }' });
const start = () => new InFlightRequest(request, FETCH_MS);
const until = (ms: number) => ({ deadline: performance.now() + ms, cancellation: null });

/** What became of a promise by now. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  return Promise.race([
    promise.then(
      () => 'answered',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
    // Later than every reaction to a promise that is settled.
    new Promise<string>((resolve) => process.nextTick(() => queueMicrotask(() => resolve('waiting')))),
  ]);
}

const OVER = 'The time for the whole operation is over.';
const LATE = 'The service "union" did not answer in time.';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass, at the end of which the request is looked after. */
function pass(inFlight: InFlightRequest, ms: number): void {
  vi.advanceTimersByTime(ms);
  inFlight.check(performance.now());
}

test('one who joins late waits as long as for a request of its own, and nobody longer than that', async () => {
  const inFlight = start();
  const first = inFlight.wait(until(1_000));
  pass(inFlight, 60);
  const second = inFlight.wait(until(1_000));
  pass(inFlight, 40);
  expect(inFlight.until).toBe(performance.now() + 60);
  expect(await stateOf(first)).toBe(LATE);
  expect(await stateOf(second)).toBe('waiting');
  pass(inFlight, 60);
  expect(await stateOf(second)).toBe(LATE);
  expect(inFlight.isOpen).toBe(false);
});

test('one whose own operation ends before the others gets no more time from them', async () => {
  const inFlight = start();
  const first = inFlight.wait(until(1_000));
  const hurried = inFlight.wait(until(10));
  pass(inFlight, 10);
  expect(await stateOf(hurried)).toBe(OVER);
  expect(await stateOf(first)).toBe('waiting');
  expect(inFlight.isOpen).toBe(true);
  inFlight.settle(ANSWER);
  expect(await first).toBe(ANSWER);
});

test('an answer is due when the first who still waits must have it', () => {
  const inFlight = start();
  const [first, second] = [inFlight.wait(until(20)), inFlight.wait(until(50))];
  for (const one of [first, second]) one.catch(() => undefined);
  expect(inFlight.until).toBe(performance.now() + 20);
  pass(inFlight, 30);
  expect(inFlight.until).toBe(performance.now() + 20);
  pass(inFlight, 20);
});

test('the request is given up when the last client disconnects, and not before', async () => {
  const inFlight = start();
  const [one, two] = [new Cancellation(), new Cancellation()];
  const over = vi.fn<(answer: SubgraphAnswer | null) => void>();
  const abandoned = vi.fn<(why: Abandonment) => void>();
  inFlight.whenOver(over);
  inFlight.sender = { abandoned };
  const waits = [one, two].map((cancellation) => inFlight.wait({ ...until(1_000), cancellation }));
  one.cancel();
  pass(inFlight, 0);
  expect(await stateOf(waits[0] as Promise<unknown>)).toBe('The client has disconnected.');
  expect([inFlight.isOpen, abandoned.mock.calls]).toEqual([true, []]);
  two.cancel();
  pass(inFlight, 0);
  expect(await stateOf(waits[1] as Promise<unknown>)).toBe('The client has disconnected.');
  expect([inFlight.isOpen, abandoned.mock.calls]).toEqual([false, [['disconnected']]]);
  expect(over.mock.calls).toEqual([[null]]);
});

test('one that has disconnected or whose time is over does not wait at all', async () => {
  const inFlight = start();
  const gone = new Cancellation();
  gone.cancel();
  expect(await stateOf(inFlight.wait({ ...until(1_000), cancellation: gone }))).toBe('The client has disconnected.');
  expect(await stateOf(inFlight.wait(until(0)))).toBe(OVER);
  expect(inFlight.isOpen).toBe(false);
});

test.each([
  ['new', { kind: 'timeout', neverSent: true }],
  ['queued', { kind: 'overloaded', neverSent: true }],
  ['sent', { kind: 'timeout', neverSent: false }],
] as const)('the failure of a late request that is %s says what may have come of it', async (stage, failure) => {
  const inFlight = start();
  const waiting = inFlight.wait(until(1_000));
  inFlight.stage = stage;
  pass(inFlight, FETCH_MS);
  await expect(waiting).rejects.toMatchObject(failure);
});

test('time is kept without being asked for it', async () => {
  vi.useRealTimers();
  const started = performance.now();
  await expect(start().wait(until(30))).rejects.toThrow(OVER);
  expect(performance.now() - started).toBeGreaterThanOrEqual(30);
});
