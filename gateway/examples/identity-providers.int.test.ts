import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../src/config/config.js';
import { RequestError } from '../src/errors/request-error.js';
import { claimantOf, type Member } from '../src/identity/member.js';
import { TokenVerifier } from '../src/identity/token-verifier.js';
import { startIdentityProvider, type IdentityProvider, type TokenOptions } from '../testing/identity-provider.js';

let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startIdentityProvider();
});
afterAll(() => provider.close());

/** What an access token of each provider looks like beside its issuer, times and signature, and who its bearer is. */
const shapes = {
  keycloak: {
    audience: ['account', 'urn:birlik:graph'],
    claims: {
      typ: 'Bearer',
      jti: 'onrtac:0c5f6b1e-6a0b-4f60-9dc1-1d4c3f1f4b6f',
      sub: '7e2a4a0c-2c0e-4a42-9f52-0d5bd1a1a6b3',
      azp: 'portal',
      sid: 'b9b4d1a0-5f0b-4bd5-8b0c-8c5d5f1c2f1e',
      acr: '1',
      auth_time: 1_790_000_000,
      'allowed-origins': ['https://portal.example'],
      realm_access: { roles: ['offline_access', 'officer'] },
      resource_access: { account: { roles: ['manage-account', 'admin'] } },
      scope: 'profile graph:read email graph:write',
      preferred_username: 'aysel',
    },
    expiresIn: 300,
    viewer: {
      sub: '7e2a4a0c-2c0e-4a42-9f52-0d5bd1a1a6b3',
      client: 'portal',
      scopes: ['profile', 'graph:read', 'email', 'graph:write'],
      authTime: 1_790_000_000,
    },
    claimed: { organization: null, volunteer: null, roles: ['offline_access', 'officer'] },
  },
  'entra-id': {
    audience: '11111111-1111-1111-1111-111111111111',
    claims: {
      aio: 'AVQAq/8TAAAA',
      auth_time: 1_790_000_000,
      azp: '22222222-2222-2222-2222-222222222222',
      azpacr: '0',
      name: 'Aysel',
      oid: '33333333-3333-3333-3333-333333333333',
      preferred_username: 'aysel@example.az',
      rh: '0.AXoA',
      roles: ['officer'],
      scp: 'graph:read graph:write',
      sub: 'HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ',
      tid: '00000000-0000-0000-0000-000000000000',
      uti: 'fqiBqXLPj0eQa82S-IYFAA',
      ver: '2.0',
    },
    expiresIn: 5_399,
    viewer: {
      sub: '33333333-3333-3333-3333-333333333333',
      client: '22222222-2222-2222-2222-222222222222',
      scopes: ['graph:read', 'graph:write'],
      authTime: 1_790_000_000,
    },
    claimed: { organization: null, volunteer: null, roles: ['officer'] },
  },
} as const;
const names = Object.keys(shapes) as (keyof typeof shapes)[];

/** Verifies by the example, of which the issuer and the algorithm are those of a provider at hand. */
async function verify(name: keyof typeof shapes, change: object = {}, options: TokenOptions = {}): Promise<Member> {
  const file = fileURLToPath(new URL(`${name}.yaml`, import.meta.url));
  const { issuers } = readConfig(['--config', file, '--supergraph', 'any.graphql'], {}).config;
  const here = issuers.map((one) => ({ ...one, issuer: provider.issuer, algorithms: ['EdDSA' as const] }));
  const { audience, claims, expiresIn } = shapes[name];
  const token = await provider.token(
    { ...claims, ...change },
    { isForGraph: false, typ: 'JWT', audience: [audience].flat(), expiresIn, ...options },
  );
  return new TokenVerifier(here, claimantOf).verify(`Bearer ${token}`);
}

test.each(names)('the example for %s admits its access tokens, and believes nothing of them', async (name) => {
  const { viewer, claimed } = shapes[name];
  expect(await verify(name)).toEqual({
    issuer: provider.issuer,
    ...viewer,
    volunteerId: null,
    organizationId: null,
    roles: [],
    mayAct: false,
    claims: claimed,
  });
});

test.each(names)('the example for %s takes neither its ID tokens nor those for others or for days', async (name) => {
  await expect(verify(name, { at_hash: 'x' })).rejects.toThrow(RequestError);
  await expect(verify(name, {}, { audience: 'urn:other' })).rejects.toThrow(RequestError);
  await expect(verify(name, {}, { expiresIn: 86_400 })).rejects.toThrow(RequestError);
  await expect(verify(name, {}, { typ: 'at+jwt' })).rejects.toThrow(RequestError);
});
