import { diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { compactVerify, decodeJwt, importJWK, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import type { AgreementKey, AssertionKey } from './assertion-key.js';
import { ASSERTION_HEADER, AssertionSigner, assertionProof } from './assertion-signer.js';
import { KEY_SHARE_HEADER, KeyAgreement } from './key-agreement.js';

const HOUR = 3_600_000;
const NOON = Date.parse('2027-01-01T12:00:00Z');

const gateway = {
  ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  kid: 'gateway-1',
} as AssertionKey;
const gatewayPublic = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: gateway.x }, 'EdDSA');

const newMember = () => generateKeyPairSync('x25519');
const publicJwk = ({ publicKey }: { publicKey: KeyObject }) => publicKey.export({ format: 'jwk' }) as AgreementKey;

/** The key as a member derives it. */
function memberKey(text: string, member: string, privateKey: KeyObject): Uint8Array {
  const { x } = decodeJwt<{ x: string }>(text);
  const ownHalf = privateKey.export({ format: 'jwk' }).x;
  const publicKey = { key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' } as never;
  const secret = diffieHellman({ privateKey, publicKey });
  return new Uint8Array(hkdfSync('sha256', secret, '', `birlik-assertion HS256 ${member} ${x} ${ownHalf}`, 32));
}

const textOf = (key: Uint8Array) => Buffer.from(key).toString('base64url');

test('each subgraph makes the same key of the share as the gateway, and no two have the same', () => {
  const [union, alumni] = [newMember(), newMember()];
  const { share } = new KeyAgreement(gateway, { union: publicJwk(union), alumni: publicJwk(alumni) });
  const keyOf = (name: string) => share.keys.get(name)?.export().toString('base64url');
  expect(keyOf('union')).toBe(textOf(memberKey(share.text, 'union', union.privateKey)));
  expect(keyOf('alumni')).toBe(textOf(memberKey(share.text, 'alumni', alumni.privateKey)));
  expect(keyOf('union')).not.toBe(keyOf('alumni'));
});

test('a subgraph that has another one’s public key for its own gets another key', () => {
  const union = newMember();
  const { share } = new KeyAgreement(gateway, { union: publicJwk(union), thief: publicJwk(union) });
  const [own, stolen] = ['union', 'thief'].map((name) => share.keys.get(name)?.export().toString('base64url'));
  expect(own).toMatch(/^[\w-]{43}$/);
  expect(stolen).not.toBe(own);
});

test('a share is signed by the gateway’s key and says for two hours what everybody may know', async () => {
  const { share } = new KeyAgreement(gateway, { union: publicJwk(newMember()) }, () => NOON);
  const { payload, protectedHeader } = await jwtVerify(share.text, gatewayPublic, { currentDate: new Date(NOON) });
  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'gateway-1', typ: 'birlik-key-share+jwt' });
  expect(payload).toEqual({
    iss: 'birlik-gateway',
    jti: expect.any(String) as string,
    x: expect.stringMatching(/^[\w-]{43}$/) as string,
    iat: NOON / 1_000,
    exp: NOON / 1_000 + 7_200,
  });
});

test('a share is made anew every hour, also when the clock was set back', () => {
  let now = NOON;
  const agreement = new KeyAgreement(gateway, {}, () => now);
  const first = agreement.share;
  now += HOUR - 1;
  expect(agreement.share).toBe(first);
  now += 1;
  const second = agreement.share;
  expect(second.text).not.toBe(first.text);
  now = NOON - HOUR;
  expect(agreement.share.text).not.toBe(second.text);
});

test('a key with which everybody would know what was agreed on is refused by name', () => {
  const small = { kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43) } as const;
  expect(() => new KeyAgreement(gateway, { union: small })).toThrow('agreementKeys.union');
});

test('a subgraph with a key gets a MAC and the share, any other one a signature', async () => {
  const union = newMember();
  const signer = new AssertionSigner(gateway, { union: publicJwk(union) });
  const assert = signer.about({
    viewer: null,
    purpose: null,
    operation: 'Q',
    request: 'r1',
    operationId: '019ac8d0-0000-7000-8000-000000000001',
  });
  const toUnion = assert({ service: 'union', reads: null }, '{}');
  const share = toUnion[KEY_SHARE_HEADER] ?? '';
  const assertion = toUnion[ASSERTION_HEADER] ?? '';
  const { payload, protectedHeader } = await jwtVerify(assertion, memberKey(share, 'union', union.privateKey), {
    algorithms: ['HS256'],
    audience: 'union',
  });
  expect(protectedHeader).toEqual({ alg: 'HS256', kid: decodeJwt(share).jti, typ: 'birlik-assertion+jwt' });
  expect(payload).toMatchObject({ iss: 'birlik-gateway', operation: 'Q', request: 'r1', viewer: null });
  expect(assertionProof(toUnion)).toBe(assertion.split('.')[2]);

  const toPlain = assert({ service: 'plain', reads: null }, '{}');
  expect(Object.keys(toPlain)).toEqual([ASSERTION_HEADER]);
  const plain = await compactVerify(toPlain[ASSERTION_HEADER] ?? '', gatewayPublic);
  expect(plain.protectedHeader.alg).toBe('EdDSA');
  expect(assertionProof(toPlain)).toBe(toPlain[ASSERTION_HEADER]?.split('.')[2]);
  expect(assertionProof({})).toBeNull();
});
