import { expect, test } from 'vitest';
import { testConfig } from '../../testing/federation.js';
import type { Member } from '../identity/member.js';
import { createBirlikTrust } from './birlik-trust.js';

const trust = createBirlikTrust(testConfig(), { run: () => Promise.reject(new Error('Nothing is asked.')) });
const payerOf = (viewer: Member | null) => trust.payerOf(viewer);

test('the organisation pays, else the client of an issuer, else the viewer; all anonymous together', () => {
  const viewer: Member = {
    issuer: 'https://a',
    sub: 's',
    volunteerId: null,
    organizationId: 'o',
    roles: [],
    scopes: [],
    client: 'c',
    authTime: null,
    mayAct: true,
    claims: null,
  };
  const payers = [
    payerOf(null),
    payerOf(viewer),
    payerOf({ ...viewer, sub: 'other' }),
    payerOf({ ...viewer, organizationId: null }),
    payerOf({ ...viewer, organizationId: null, client: 'o' }),
    payerOf({ ...viewer, organizationId: null, issuer: 'https://b' }),
    payerOf({ ...viewer, organizationId: null, client: null }),
    payerOf({ ...viewer, organizationId: null, client: null, sub: 'other' }),
  ];
  expect(payers[1]).toBe(payers[2]);
  expect(new Set(payers).size).toBe(7);
});
