import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Standing } from './standing.js';
import type { Viewer } from '../identity/viewer.js';

const viewer: Viewer = {
  issuer: 'https://identity.test',
  sub: 'officer',
  volunteerId: null,
  organizationId: 'red',
  roles: ['officer'],
  scopes: [],
  client: 'portal',
};
const times = { authority: 'office', freshMs: 60_000, staleMs: 3_600_000 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('an answer that is half as old as it may be is asked for again, once, and nobody waits for it', async () => {
  const ask = vi.fn(() => Promise.resolve(true));
  const standing = new Standing(times, ask);
  await standing.of(viewer);
  vi.advanceTimersByTime(30_000);
  expect(standing.of(viewer)).toBe(true);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  ask.mockResolvedValue(false);
  expect([standing.of(viewer), standing.of(viewer)]).toEqual([true, true]);
  expect(ask).toHaveBeenCalledTimes(2);
  await expect.poll(() => standing.of(viewer)).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('an authority that does not answer then is not asked with every operation', async () => {
  const ask = vi.fn(() => Promise.resolve(true));
  const standing = new Standing(times, ask);
  await standing.of(viewer);
  vi.advanceTimersByTime(30_001);
  ask.mockRejectedValue(new Error('It does not answer.'));
  expect(standing.of(viewer)).toBe(true);
  await new Promise(setImmediate);
  expect(standing.of(viewer)).toBe(true);
  vi.advanceTimersByTime(29_999);
  expect(standing.of(viewer)).toBe(true);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(2);
  expect(standing.of(viewer)).toBe(true);
  expect(ask).toHaveBeenCalledTimes(3);
});
