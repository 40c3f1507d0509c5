import { expect, test } from 'vitest';
import { Cancellation } from '../subgraph/cancellation.js';
import { Slots } from './slots.js';

const LONG_MS = 60_000;

test('places are given up to the limit, then in the order of coming', async () => {
  const slots = new Slots(2, 10);
  expect([slots.take(), slots.take(), slots.take()]).toEqual([true, true, false]);
  const order: string[] = [];
  const first = slots.wait(LONG_MS, null).then((wait) => order.push(`first ${wait}`));
  const second = slots.wait(LONG_MS, null).then((wait) => order.push(`second ${wait}`));
  slots.release();
  await first;
  // The place went on to the one that waited, so nobody who comes now passes the other.
  expect(slots.take()).toBe(false);
  slots.release();
  await second;
  expect(order).toEqual(['first taken', 'second taken']);
  slots.release();
  slots.release();
  expect([slots.running, slots.waiting]).toEqual([0, 0]);
  expect(slots.take()).toBe(true);
});

test('more than the queue holds is refused at once', async () => {
  const slots = new Slots(1, 1);
  slots.take();
  const waiting = slots.wait(LONG_MS, null);
  expect(await slots.wait(LONG_MS, null)).toBe('full');
  slots.release();
  expect(await waiting).toBe('taken');
});

test('who waits too long or leaves gives up his place in the queue', async () => {
  const slots = new Slots(1, 2);
  slots.take();
  const cancellation = new Cancellation();
  const leaving = slots.wait(LONG_MS, cancellation);
  const late = slots.wait(1, null);
  cancellation.cancel();
  expect(await leaving).toBe('left');
  expect(await late).toBe('late');
  expect([slots.running, slots.waiting]).toEqual([1, 0]);
  slots.release();
  expect([slots.running, slots.waiting]).toEqual([0, 0]);
});
