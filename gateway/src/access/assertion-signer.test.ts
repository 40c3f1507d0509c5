import { exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { ASSERTION_HEADER, AssertionSigner } from './assertion-signer.js';

const told = { operationId: '019ac8d0-0000-7000-8000-000000000001' };
const union = { service: 'union', reads: '{"here":[{"at":["me"],"read":{"":["name"]}}]}' };

test('an assertion is bound to subgraph, body and half a minute, and never the same twice', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x = '', d = '' } = await exportJWK(privateKey);
  const signer = new AssertionSigner({ kty: 'OKP', crv: 'Ed25519', x, d, kid: 'k1' });
  const assert = signer.about({ viewer: null, purpose: 'reporting', operation: 'Q', request: 'r1', ...told });
  const sign = (fetch: typeof union, body: string) => assert(fetch, body)[ASSERTION_HEADER] ?? '';
  const read = async (assertion: string, audience: string) =>
    (await jwtVerify(assertion, publicKey, { audience, typ: 'birlik-assertion+jwt' })).payload;
  const first = await read(sign(union, '{"a":1}'), 'union');
  const second = await read(sign(union, '{"a":2}'), 'union');
  expect(first).toMatchObject({
    iss: 'birlik-gateway',
    viewer: null,
    purpose: 'reporting',
    operation: 'Q',
    request: 'r1',
    operationId: told.operationId,
    reads: { here: [{ at: ['me'], read: { '': ['name'] } }] },
  });
  expect((first.exp ?? 0) - (first.iat ?? 0)).toBe(30);
  // The digest of `{"a":1}` computed with openssl.
  expect(first['bdg']).toBe('AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX-GI');
  expect(second['bdg']).not.toBe(first['bdg']);
  expect(second.jti).not.toBe(first.jti);
  await expect(read(sign(union, '{}'), 'alumni')).rejects.toThrow('aud');
});

test('an assertion is a compact JWS with the header that subgraphs expect and the viewer as it is', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x = '', d = '' } = await exportJWK(privateKey);
  const viewer = {
    issuer: 'http://idp',
    sub: 'Nərgiz "N" \u2028',
    volunteerId: null,
    organizationId: 'o1',
    roles: ['officer'],
    scopes: [],
    client: null,
    authTime: null,
  };
  const signer = new AssertionSigner({ kty: 'OKP', crv: 'Ed25519', x, d, kid: 'k1' });
  const { [ASSERTION_HEADER]: assertion = '' } = signer.about({
    viewer,
    purpose: null,
    operation: null,
    request: 'r1',
    ...told,
  })({ service: 'asan-school', reads: null }, '{}');
  const { payload, protectedHeader } = await jwtVerify(assertion, publicKey);
  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'k1', typ: 'birlik-assertion+jwt' });
  expect(payload).toMatchObject({ aud: 'asan-school', viewer, purpose: null, operation: null, request: 'r1' });
  expect(payload).not.toHaveProperty('reads');
  const [header, claims, signature] = assertion.split('.');
  const forged = Buffer.from(JSON.stringify({ ...payload, aud: 'union' })).toString('base64url');
  await expect(jwtVerify(`${header}.${forged}.${signature}`, publicKey)).rejects.toThrow('signature');
  expect(claims).not.toBe(forged);
});
