import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { newId } from '@birlik/kernel/identifier';
import { beforeAll, expect, test } from 'vitest';
import { createAssertionVerifier } from './assertion.js';

const body = Buffer.from('{"query":"{ me { id } }"}');
let privateKey: CryptoKey;
let verify: ReturnType<typeof createAssertionVerifier>;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  privateKey = pair.privateKey;
  verify = createAssertionVerifier({
    audience: 'university',
    jwks: { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one' }] },
  });
});

function sign(claims: object = {}, options: { typ?: string; age?: number; life?: number; key?: CryptoKey } = {}) {
  const issued = Math.floor(Date.now() / 1000) - (options.age ?? 0);
  return new SignJWT({
    iss: 'birlik-gateway',
    aud: 'university',
    jti: randomUUID(),
    bdg: createHash('sha256').update(body).digest('base64url'),
    viewer: null,
    purpose: null,
    operation: null,
    request: 'request-1',
    operationId: newId(),
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'one', typ: options.typ ?? 'birlik-assertion+jwt' })
    .setIssuedAt(issued)
    .setExpirationTime(issued + (options.life ?? 30))
    .sign(options.key ?? privateKey);
}

const refused = { code: 'UNAUTHENTICATED' };

test('a fresh assertion for this member and body is accepted, once', async () => {
  const token = await sign({ purpose: 'reporting' });
  expect(await verify(token, body)).toMatchObject({ viewer: null, purpose: 'reporting', request: 'request-1' });
  await expect(verify(token, body)).rejects.toMatchObject(refused);
});

test('what an operation reads is nothing where the gateway does not say it', async () => {
  expect(await verify(await sign(), body)).toMatchObject({ reads: { here: [], elsewhere: {} } });
  const read = { studyGrant: ['enrolments.status'], '': ['name'] };
  const reads = { here: [{ at: ['me', '_entities'], read }], elsewhere: { '': ['contact.email'] } };
  expect(await verify(await sign({ reads }), body)).toMatchObject({ reads });
});

test('no assertion is no access', async () => {
  await expect(verify(undefined, body)).rejects.toMatchObject(refused);
});

test('another body, member, issuer, type, key or time is refused', async () => {
  const { privateKey: foreign } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  await expect(verify(await sign(), Buffer.from('{}'))).rejects.toMatchObject(refused);
  const tokens = [
    sign({ aud: 'union' }),
    sign({ iss: 'someone' }),
    sign({}, { typ: 'JWT' }),
    sign({}, { key: foreign }),
    sign({}, { age: 120, life: 30 }),
    sign({}, { age: 120, life: 3600 }),
    sign({ jti: '' }),
    sign({ viewer: { sub: 'only' } }),
    sign({ operationId: randomUUID() }),
    sign({ reads: { elsewhere: { studyGrant: 'enrolments' } } }),
    sign({ reads: [{ at: ['me'], read: { studyGrant: ['enrolments'] } }] }),
    sign({ reads: { here: [{ at: ['me'], read: { studyGrant: 'enrolments' } }] } }),
  ];
  for (const token of await Promise.all(tokens)) await expect(verify(token, body)).rejects.toMatchObject(refused);
});
