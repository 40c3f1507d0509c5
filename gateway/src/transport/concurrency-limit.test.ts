import { expect, test } from 'vitest';
import { Cancellation } from '../subgraph/cancellation.js';
import { ConcurrencyLimit } from './concurrency-limit.js';

const LONG_MS = 60_000;

test('places are given up to the limit, then in the order of coming', async () => {
  const limit = new ConcurrencyLimit(2, 10);
  expect([limit.take(), limit.take(), limit.take()]).toEqual([true, true, false]);
  const order: string[] = [];
  const first = limit.wait(LONG_MS, null).then((wait) => order.push(`first ${wait}`));
  const second = limit.wait(LONG_MS, null).then((wait) => order.push(`second ${wait}`));
  limit.release();
  await first;
  // The place went on to the one that waited, so nobody who comes now passes the other.
  expect(limit.take()).toBe(false);
  limit.release();
  await second;
  expect(order).toEqual(['first taken', 'second taken']);
  limit.release();
  limit.release();
  expect([limit.running, limit.waiting]).toEqual([0, 0]);
  expect(limit.take()).toBe(true);
});

test('more than the queue holds is refused at once', async () => {
  const limit = new ConcurrencyLimit(1, 1);
  limit.take();
  const waiting = limit.wait(LONG_MS, null);
  expect(await limit.wait(LONG_MS, null)).toBe('full');
  limit.release();
  expect(await waiting).toBe('taken');
});

test('who waits too long or disconnects gives up his place in the queue', async () => {
  const limit = new ConcurrencyLimit(1, 2);
  limit.take();
  const cancellation = new Cancellation();
  const disconnecting = limit.wait(LONG_MS, cancellation);
  const late = limit.wait(1, null);
  cancellation.cancel();
  expect(await disconnecting).toBe('disconnected');
  expect(await late).toBe('late');
  expect([limit.running, limit.waiting]).toEqual([1, 0]);
  limit.release();
  expect([limit.running, limit.waiting]).toEqual([0, 0]);
});
