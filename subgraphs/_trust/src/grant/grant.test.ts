import { randomBytes, randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { signGrant, verifyGrant, type Grant } from './grant.js';

const key = randomBytes(32);
const grant: Grant = {
  sub: randomUUID(),
  viewer: 'officer',
  basis: 'owner',
  tenants: [randomUUID()],
  log: randomUUID(),
};
const expected = { audience: 'university', key, subject: grant.sub, viewer: 'officer' };

test('a grant comes back as it was signed', async () => {
  expect(await verifyGrant(await signGrant(grant, { audience: 'university', key }), expected)).toEqual(grant);
});

test('a grant that is absent, or for another member, key, person or viewer, opens nothing', async () => {
  const token = await signGrant(grant, { audience: 'university', key });
  expect(await verifyGrant(null, expected)).toBeNull();
  expect(await verifyGrant('no token', expected)).toBeNull();
  expect(await verifyGrant(token, { ...expected, audience: 'union' })).toBeNull();
  expect(await verifyGrant(token, { ...expected, key: randomBytes(32) })).toBeNull();
  expect(await verifyGrant(token, { ...expected, subject: randomUUID() })).toBeNull();
  expect(await verifyGrant(token, { ...expected, viewer: 'other' })).toBeNull();
  expect(await verifyGrant(token, { ...expected, viewer: null })).toBeNull();
});

test('a grant lives for a minute', async () => {
  const { iat = 0, exp = 0 } = decodeJwt(await signGrant(grant, { audience: 'university', key }));
  expect(exp - iat).toBe(60);
});
