import { expect, test } from 'vitest';
import { ConcurrencyLimit } from './concurrency-limit.js';

const queued = (order: string[], name: string, since = 0) => ({ since, admitted: () => void order.push(name) });
const nextTurn = () => Promise.resolve();

test('requests run up to the limit, then in the order of coming', async () => {
  const limit = new ConcurrencyLimit(2, 10);
  expect([limit.take(), limit.take(), limit.take()]).toEqual([true, true, false]);
  const order: string[] = [];
  for (const name of ['first', 'second']) limit.enqueue(queued(order, name));
  limit.release(null);
  expect(order).toEqual([]);
  // The place went on to the one that waited, so nobody who comes now passes the other.
  expect(limit.take()).toBe(false);
  await nextTurn();
  expect(order).toEqual(['first']);
  limit.release(null);
  await nextTurn();
  expect(order).toEqual(['first', 'second']);
  limit.release(null);
  limit.release(null);
  expect([limit.running, limit.waiting]).toEqual([0, 0]);
  expect(limit.take()).toBe(true);
});

test('a request of an operation that is half done passes those of operations that came later', async () => {
  const limit = new ConcurrencyLimit(1, 10);
  limit.take();
  const order: string[] = [];
  const comings = [
    ['second', 20],
    ['third', 30],
    ['first', 10],
    ['also third', 30],
    ['also second', 20],
  ] as const;
  for (const [name, since] of comings) limit.enqueue(queued(order, name, since));
  for (let released = 0; released < comings.length; released++) limit.release(null);
  await nextTurn();
  expect(order).toEqual(['first', 'second', 'also second', 'third', 'also third']);
});

test('there is no room for a new operation while as many wait as may, and what has begun may wait all the same', () => {
  const limit = new ConcurrencyLimit(1, 2);
  const rooms = [limit.hasRoom(100)];
  limit.take();
  for (let waiting = 0; waiting < 3; waiting++) {
    rooms.push(limit.hasRoom(100));
    limit.enqueue(queued([], 'any'));
  }
  expect(rooms).toEqual([true, true, true, false]);
  expect(limit.waiting).toBe(3);
});

test('without a queue there is room while fewer run than may', () => {
  const limit = new ConcurrencyLimit(1, 0);
  const before = limit.hasRoom(100);
  limit.take();
  expect([before, limit.hasRoom(100)]).toEqual([true, false]);
});

test('there is no room where the wait and the request itself would take longer than the time that is left', () => {
  const limit = new ConcurrencyLimit(2, 100);
  for (let settled = 0; settled < 200; settled++) {
    limit.take();
    limit.release(50);
  }
  limit.take();
  limit.take();
  // Nobody waits, so the subgraph decides whether it is quick enough.
  expect(limit.hasRoom(1)).toBe(true);
  for (let waiting = 0; waiting < 6; waiting++) limit.enqueue(queued([], 'any'));
  expect([limit.hasRoom(190), limit.hasRoom(210)]).toEqual([false, true]);
});

test('who gives up waiting is not admitted', async () => {
  const limit = new ConcurrencyLimit(1, 2);
  limit.take();
  const order: string[] = [];
  const first = queued(order, 'first');
  const second = queued(order, 'second');
  limit.enqueue(first);
  limit.enqueue(second);
  limit.leaveQueue(first);
  expect([limit.running, limit.waiting]).toEqual([1, 1]);
  limit.release(null);
  await nextTurn();
  expect(order).toEqual(['second']);
  limit.leaveQueue(second);
  limit.release(null);
  expect([limit.running, limit.waiting]).toEqual([0, 0]);
});
