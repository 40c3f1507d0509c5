import { randomBytes, randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { keyObjectOf, signMac } from '../mac/mac.js';
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

test('a grant comes back as it was signed', () => {
  expect(verifyGrant(signGrant(grant, { audience: 'university', key }), expected)).toEqual(grant);
});

test('a grant that is absent, or for another member, key, person or viewer, opens nothing', () => {
  const token = signGrant(grant, { audience: 'university', key });
  expect(verifyGrant(null, expected)).toBeNull();
  expect(verifyGrant('no token', expected)).toBeNull();
  expect(verifyGrant(token, { ...expected, audience: 'union' })).toBeNull();
  expect(verifyGrant(token, { ...expected, key: randomBytes(32) })).toBeNull();
  expect(verifyGrant(token, { ...expected, subject: randomUUID() })).toBeNull();
  expect(verifyGrant(token, { ...expected, viewer: 'other' })).toBeNull();
  expect(verifyGrant(token, { ...expected, viewer: null })).toBeNull();
});

test('a grant lives for a minute', () => {
  const { iat = 0, exp = 0 } = decodeJwt(signGrant(grant, { audience: 'university', key }));
  expect(exp - iat).toBe(60);
});

test('a grant that is too old, of another kind or not for one member alone opens nothing', () => {
  const secret = keyObjectOf(key);
  const now = Math.floor(Date.now() / 1_000);
  const claims = { ...grant, aud: 'university', exp: now + 60 };
  const verify = (typ: string, stated: object) => verifyGrant(signMac({ typ }, stated, secret), expected);
  expect(verify('birlik-grant+jwt', claims)).toEqual(grant);
  expect(verify('birlik-grant+jwt', { ...claims, exp: now - 1 })).toBeNull();
  expect(verify('birlik-grant+jwt', { ...claims, exp: undefined })).toBeNull();
  expect(verify('birlik-grant+jwt', { ...claims, aud: ['university', 'union'] })).toBeNull();
  expect(verify('birlik-erasure-order+jwt', claims)).toBeNull();
});
