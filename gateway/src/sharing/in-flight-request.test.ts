import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';
import { Cancellation } from '../subgraph/cancellation.js';
import { BatchCall } from './batch-call.js';
import { InFlightRequest } from './in-flight-request.js';

const ANSWER: SubgraphAnswer = { data: {}, errors: [] };
const FETCH_MS = 100;
const request: SubgraphRequest = {
  template: { service: 'union', kind: 'query', operation: '{ a }', head: '{', sharing: null },
  variables: '',
  entities: [],
};
const start = () => new InFlightRequest(request, () => ({}), FETCH_MS);
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
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('one who joins late waits as long as for a request of its own, and nobody longer than that', async () => {
  const inFlight = start();
  const first = inFlight.wait(until(1_000));
  vi.advanceTimersByTime(60);
  const second = inFlight.wait(until(1_000));
  vi.advanceTimersByTime(40);
  expect(inFlight.expire()).toBe(60);
  expect(await stateOf(first)).toBe(LATE);
  expect(await stateOf(second)).toBe('waiting');
  vi.advanceTimersByTime(60);
  expect(inFlight.expire()).toBe(0);
  expect(await stateOf(second)).toBe(LATE);
  expect(inFlight.isOpen).toBe(false);
});

test('one whose own operation ends before the others gets no more time from them', async () => {
  const inFlight = start();
  const first = inFlight.wait(until(1_000));
  const hurried = inFlight.wait(until(10));
  vi.advanceTimersByTime(10);
  expect(await stateOf(hurried)).toBe(OVER);
  expect(await stateOf(first)).toBe('waiting');
  expect(inFlight.cancellation.isCancelled).toBe(false);
  inFlight.settle(ANSWER);
  expect(await first).toBe(ANSWER);
});

test('the deadline is that of the first who still waits', () => {
  const inFlight = start();
  inFlight.wait(until(20)).catch(() => undefined);
  inFlight.wait(until(50)).catch(() => undefined);
  expect(inFlight.deadline).toBe(performance.now() + 20);
  vi.advanceTimersByTime(30);
  expect(inFlight.deadline).toBe(performance.now() + 20);
});

test('the request is given up when the last one leaves, and not before', async () => {
  const inFlight = start();
  const [one, two] = [new Cancellation(), new Cancellation()];
  const over = vi.fn<(answer: SubgraphAnswer | null) => void>();
  inFlight.whenOver(over);
  const waits = [one, two].map((cancellation) => inFlight.wait({ ...until(1_000), cancellation }));
  one.cancel();
  expect(await stateOf(waits[0] as Promise<unknown>)).toBe('The client has disconnected.');
  expect([inFlight.isOpen, inFlight.cancellation.isCancelled]).toEqual([true, false]);
  two.cancel();
  expect(await stateOf(waits[1] as Promise<unknown>)).toBe('The client has disconnected.');
  expect([inFlight.isOpen, inFlight.cancellation.isCancelled]).toEqual([false, true]);
  expect(over.mock.calls).toEqual([[null]]);
});

test('one that has left or whose time is over does not wait at all', async () => {
  const inFlight = start();
  const gone = new Cancellation();
  gone.cancel();
  expect(await stateOf(inFlight.wait({ ...until(1_000), cancellation: gone }))).toBe('The client has disconnected.');
  expect(await stateOf(inFlight.wait(until(0)))).toBe('The time for the whole operation is over.');
  expect(inFlight.isOpen).toBe(false);
});

test('a batch goes on for those that still wait and is given up with the last', async () => {
  const both = [start(), start()] as const;
  const one = new Cancellation();
  const waits = [both[0].wait({ ...until(30), cancellation: one }), both[1].wait(until(70))];
  const call = new BatchCall(both);
  expect(call.deadline).toBe(performance.now() + 30);
  one.cancel();
  expect(call.cancellation.isCancelled).toBe(false);
  vi.advanceTimersByTime(30);
  expect(call.expire()).toBe(40);
  vi.advanceTimersByTime(40);
  expect(call.expire()).toBe(0);
  expect(await Promise.all(waits.map(stateOf))).toEqual(['The client has disconnected.', OVER]);
});
