import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AuthorizationStatus } from './authorization-status.js';
import { claimantOf, type Standing } from '../identity/member.js';

const claims = {
  subject: 'officer',
  client: 'portal',
  scopes: [],
  organization: 'red',
  roles: ['officer'],
  volunteer: null,
  authTime: null,
};
const claimant = claimantOf(
  { issuer: 'https://identity.test', sub: 'officer', roles: [], scopes: ['read'], client: 'portal', authTime: null },
  claims,
);
const officer: Standing = { volunteerId: null, organizationId: 'red', roles: ['officer'], mayAct: true };
const dismissed: Standing = { ...officer, organizationId: null, roles: [], mayAct: false };
const suspended: Standing = { ...officer, mayAct: false };
const times = { authority: 'office', freshMs: 60_000, staleMs: 3_600_000 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('an answer that is half as old as it may be is asked for again, once, and nobody waits for it', async () => {
  const ask = vi.fn(() => Promise.resolve(officer));
  const status = new AuthorizationStatus(times, ask);
  await status.of(claimant);
  vi.advanceTimersByTime(30_000);
  expect(status.of(claimant)).toMatchObject(officer);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  ask.mockResolvedValue(suspended);
  expect([status.of(claimant), status.of(claimant)]).toMatchObject([officer, officer]);
  expect(ask).toHaveBeenCalledTimes(2);
  await expect.poll(() => status.of(claimant)).toMatchObject(suspended);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('an authority that does not answer then is not asked with every operation', async () => {
  const ask = vi.fn(() => Promise.resolve(officer));
  const status = new AuthorizationStatus(times, ask);
  await status.of(claimant);
  vi.advanceTimersByTime(30_001);
  ask.mockRejectedValue(new Error('It does not answer.'));
  expect(status.of(claimant)).toMatchObject(officer);
  await new Promise(setImmediate);
  expect(status.of(claimant)).toMatchObject(officer);
  vi.advanceTimersByTime(29_999);
  expect(status.of(claimant)).toMatchObject(officer);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(2);
  expect(status.of(claimant)).toMatchObject(officer);
  expect(ask).toHaveBeenCalledTimes(3);
});

test('of who is nobody it is asked at each request, so that they are somebody at the next one', async () => {
  const ask = vi.fn(() => Promise.resolve(dismissed));
  const status = new AuthorizationStatus(times, ask);
  expect(await status.of(claimant)).toMatchObject(dismissed);
  ask.mockResolvedValue(officer);
  expect(await status.of(claimant)).toMatchObject(officer);
  expect(status.of(claimant)).toMatchObject(officer);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('who is nobody because the authority does not answer is not asked about with every request', async () => {
  const ask = vi.fn(() => Promise.reject<Standing>(new Error('It does not answer.')));
  const status = new AuthorizationStatus(times, ask);
  await status.of(claimant);
  expect(status.of(claimant)).toMatchObject({ volunteerId: null, organizationId: null });
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a viewer is the same object until the authority says something else', async () => {
  const ask = vi.fn(() => Promise.resolve({ ...officer }));
  const status = new AuthorizationStatus({ ...times, freshMs: 1 }, ask);
  const viewer = await status.of(claimant);
  vi.advanceTimersByTime(2);
  expect(await status.again(viewer)).toBe(viewer);
  expect(ask).toHaveBeenCalledTimes(2);
  ask.mockResolvedValue(dismissed);
  vi.advanceTimersByTime(2);
  await expect.poll(() => status.again(viewer)).not.toBe(viewer);
  const changed = await status.again(viewer);
  expect(changed).toMatchObject({ ...dismissed, sub: 'officer', scopes: ['read'], claims: null });
  expect(status.again(null)).toBeNull();
});
