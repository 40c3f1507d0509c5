import { generateKeyPairSync } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { startFederation, testConfig, type Federation } from '../../testing/federation.js';
import { ConfigError } from '../errors/config-error.js';
import type { AssertionKey, PublishedKey } from './assertion-key.js';

const motto = { name: 'motto', typeDefs: 'type Query { motto: String }' };
const newKey = (kid: string) =>
  ({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid }) as AssertionKey;
const publicHalf = ({ d: _private, ...half }: AssertionKey): PublishedKey => half;

let federation: Federation | null = null;
afterEach(async () => {
  await federation?.close();
  federation = null;
});

const addressOf = ({ url }: Federation) => new URL('/.well-known/jwks.json', url);

test('the public keys have an address, the one that signs first, and none is private', async () => {
  const [now, next] = [newKey('now'), newKey('next')];
  federation = await startFederation([motto], {
    assertionKey: now,
    publishedKeys: [publicHalf(next), publicHalf(now)],
  });
  const response = await fetch(addressOf(federation));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/jwk-set+json');
  expect(response.headers.get('cache-control')).toBe('public, max-age=60');
  const { keys } = (await response.json()) as { keys: unknown[] };
  expect(keys).toEqual(
    [now, next].map(({ x, kid }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' })),
  );
});

test('a subgraph with a JWT library alone verifies an assertion by what is published', async () => {
  federation = await startFederation([motto], { assertionKey: newKey('now') });
  await federation.ask('{ motto }');
  const assertion = String(federation.subgraph('motto').received[0]?.headers['birlik-assertion']);
  const keys = createRemoteJWKSet(addressOf(federation));
  const { payload } = await jwtVerify(assertion, keys, { algorithms: ['EdDSA'], audience: 'motto' });
  expect(payload).toMatchObject({ iss: 'birlik-gateway', viewer: null });
});

test('the address is read only, and there is none where nothing is signed', async () => {
  federation = await startFederation([motto], { assertionKey: newKey('now') });
  const written = await fetch(addressOf(federation), { method: 'DELETE' });
  expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  await federation.close();
  federation = await startFederation([motto]);
  expect((await fetch(addressOf(federation))).status).toBe(404);
});

test.each([
  ['other keys without one that signs', { publishedKeys: [publicHalf(newKey('next'))] }, 'publishedKeys'],
  [
    'agreements without a key that signs',
    { agreementKeys: { motto: generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' }) as never } },
    'agreementKeys',
  ],
  [
    'two keys of one name',
    { assertionKey: newKey('one'), publishedKeys: [publicHalf(newKey('one'))] },
    'a kid of its own',
  ],
  [
    'a private key among the published',
    { assertionKey: newKey('one'), publishedKeys: [newKey('two')] },
    'publishedKeys',
  ],
])('refuses %s', (_what, config, message) => {
  expect(() => testConfig(config)).toThrow(ConfigError);
  expect(() => testConfig(config)).toThrow(message);
});
