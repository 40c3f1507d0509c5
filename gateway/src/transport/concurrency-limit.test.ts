import { expect, test } from 'vitest';
import { ConcurrencyLimit } from './concurrency-limit.js';

const queued = (order: string[], name: string) => ({ admitted: () => void order.push(name) });
const nextTurn = () => Promise.resolve();

test('requests run up to the limit, then in the order of coming', async () => {
  const limit = new ConcurrencyLimit(2, 10);
  expect([limit.take(), limit.take(), limit.take()]).toEqual([true, true, false]);
  const order: string[] = [];
  expect(['first', 'second'].map((name) => limit.enqueue(queued(order, name)))).toEqual([true, true]);
  limit.release();
  expect(order).toEqual([]);
  // The place went on to the one that waited, so nobody who comes now passes the other.
  expect(limit.take()).toBe(false);
  await nextTurn();
  expect(order).toEqual(['first']);
  limit.release();
  await nextTurn();
  expect(order).toEqual(['first', 'second']);
  limit.release();
  limit.release();
  expect([limit.running, limit.waiting]).toEqual([0, 0]);
  expect(limit.take()).toBe(true);
});

test('more than the queue holds is refused at once', async () => {
  const limit = new ConcurrencyLimit(1, 1);
  limit.take();
  const order: string[] = [];
  expect(['first', 'second'].map((name) => limit.enqueue(queued(order, name)))).toEqual([true, false]);
  limit.release();
  await nextTurn();
  expect(order).toEqual(['first']);
});

test('who gives up waiting makes room in the queue and is not admitted', async () => {
  const limit = new ConcurrencyLimit(1, 2);
  limit.take();
  const order: string[] = [];
  const [first, second, third] = ['first', 'second', 'third'].map((name) => queued(order, name));
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are three.');
  expect([limit.enqueue(first), limit.enqueue(second), limit.enqueue(third)]).toEqual([true, true, false]);
  limit.leaveQueue(first);
  expect([limit.running, limit.waiting, limit.enqueue(third)]).toEqual([1, 1, true]);
  limit.release();
  await nextTurn();
  expect(order).toEqual(['second']);
  limit.leaveQueue(second);
  limit.leaveQueue(third);
  limit.release();
  expect([limit.running, limit.waiting]).toEqual([0, 0]);
});
