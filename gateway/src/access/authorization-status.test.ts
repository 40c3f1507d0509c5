import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AuthorizationStatus } from './authorization-status.js';
import type { Member } from '../identity/member.js';

const viewer: Member = {
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
  const authorizationStatus = new AuthorizationStatus(times, ask);
  await authorizationStatus.of(viewer);
  vi.advanceTimersByTime(30_000);
  expect(authorizationStatus.of(viewer)).toBe(true);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  ask.mockResolvedValue(false);
  expect([authorizationStatus.of(viewer), authorizationStatus.of(viewer)]).toEqual([true, true]);
  expect(ask).toHaveBeenCalledTimes(2);
  await expect.poll(() => authorizationStatus.of(viewer)).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('an authority that does not answer then is not asked with every operation', async () => {
  const ask = vi.fn(() => Promise.resolve(true));
  const authorizationStatus = new AuthorizationStatus(times, ask);
  await authorizationStatus.of(viewer);
  vi.advanceTimersByTime(30_001);
  ask.mockRejectedValue(new Error('It does not answer.'));
  expect(authorizationStatus.of(viewer)).toBe(true);
  await new Promise(setImmediate);
  expect(authorizationStatus.of(viewer)).toBe(true);
  vi.advanceTimersByTime(29_999);
  expect(authorizationStatus.of(viewer)).toBe(true);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(2);
  expect(authorizationStatus.of(viewer)).toBe(true);
  expect(ask).toHaveBeenCalledTimes(3);
});
