import { createHash, diffieHellman, generateKeyPairSync, hkdfSync, randomUUID, type KeyObject } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { newId } from '@birlik/kernel/identifier';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyAgreement, type AgreedKey, type AgreementKey } from './agreed-keys.js';
import { createAssertionVerifier, echoHeaders } from './assertion.js';
import { fixedGatewayKeys, type GatewayKeys } from './gateway-keys.js';

const body = Buffer.from('{"query":"{ me { id } }"}');
const refused = { code: 'UNAUTHENTICATED' };
const second = 1_000;
/** Before the first assertion of these tests, which begin in the second in which their process does. */
const notBefore = Math.floor(Date.now() / second);

type Claims = Readonly<Record<string, unknown>>;
/** What a request brings, by the names of headers. */
type Brought = Record<string, string>;

let gateway: CryptoKey;
let gatewayKeys: GatewayKeys;
let university: AgreementKey;
let union: AgreementKey;
let verify: ReturnType<typeof createAssertionVerifier>;

const newAgreementKey = () => generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }) as AgreementKey;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  gateway = pair.privateKey;
  gatewayKeys = fixedGatewayKeys({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one' }] });
  university = newAgreementKey();
  union = newAgreementKey();
  verify = createAssertionVerifier({ audience: 'university', gatewayKeys, agreementKey: university, notBefore });
});

function claimsOf(changes: Claims = {}): Claims {
  const iat = Math.floor(Date.now() / second);
  return {
    iss: 'birlik-gateway',
    aud: 'university',
    iat,
    exp: iat + 30,
    jti: randomUUID(),
    bdg: createHash('sha256').update(body).digest('base64url'),
    viewer: null,
    purpose: null,
    operation: null,
    request: 'request-1',
    operationId: newId(),
    ...changes,
  };
}

/** A share as a gateway makes it, and the half of it that a gateway keeps. */
async function makeShare(
  options: { signer?: CryptoKey; header?: Partial<JWTHeaderParameters>; claims?: Claims; half?: string } = {},
) {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const kid = randomUUID();
  const iat = Math.floor(Date.now() / second);
  const claims = { iss: 'birlik-gateway', jti: kid, x: options.half ?? x, iat, exp: iat + 7_200, ...options.claims };
  const header = { alg: 'EdDSA', kid: 'one', typ: 'birlik-key-share+jwt', ...options.header };
  const text = await new SignJWT(claims).setProtectedHeader(header).sign(options.signer ?? gateway);
  return { text, kid, x, privateKey };
}

function agreedKey(share: { x: string; privateKey: KeyObject }, member: string, { x }: { x: string }): Uint8Array {
  const publicKey = { key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' } as const;
  const secret = diffieHellman({ privateKey: share.privateKey, publicKey: publicKey as never });
  return new Uint8Array(hkdfSync('sha256', secret, '', `birlik-assertion HS256 ${member} ${share.x} ${x}`, 32));
}

async function withSignature(changes?: Claims, header: Partial<JWTHeaderParameters> = {}): Promise<Brought> {
  const protectedHeader = { alg: 'EdDSA', kid: 'one', typ: 'birlik-assertion+jwt', ...header };
  return { 'birlik-assertion': await new SignJWT(claimsOf(changes)).setProtectedHeader(protectedHeader).sign(gateway) };
}

async function withMac(
  changes?: Claims,
  header: Partial<JWTHeaderParameters> = {},
  { share, key }: { share?: Awaited<ReturnType<typeof makeShare>>; key?: Uint8Array } = {},
): Promise<Brought> {
  const used = share ?? (await makeShare());
  const protectedHeader = { alg: 'HS256', kid: used.kid, typ: 'birlik-assertion+jwt', ...header };
  const jwt = new SignJWT(claimsOf(changes)).setProtectedHeader(protectedHeader);
  const assertion = await jwt.sign(key ?? agreedKey(used, 'university', university));
  return { 'birlik-assertion': assertion, 'birlik-key-share': used.text };
}

describe.each([
  ['with a signature', withSignature],
  ['with a MAC', withMac],
] as const)('an assertion %s', (_form, make) => {
  test('that is fresh, for this member and for this body is accepted, once', async () => {
    const brought = await make({ purpose: 'reporting' });
    expect(await verify(brought, body)).toMatchObject({ viewer: null, purpose: 'reporting', request: 'request-1' });
    await expect(verify(brought, body)).rejects.toMatchObject(refused);
  });

  test('is accepted once also by a member that was made anew in its process', async () => {
    const brought = await make();
    const options = { audience: 'university', gatewayKeys, agreementKey: university, notBefore };
    await createAssertionVerifier(options)(brought, body);
    await expect(createAssertionVerifier(options)(brought, body)).rejects.toMatchObject(refused);
  });

  test('that an earlier process may have accepted is refused, and none that was made since', async () => {
    const start = Math.floor(Date.now() / second) - 3.5;
    const restarted = createAssertionVerifier({
      audience: 'university',
      gatewayKeys,
      agreementKey: university,
      notBefore: start,
    });
    await expect(restarted(await make({ iat: Math.floor(start) }), body)).rejects.toMatchObject(refused);
    expect(await restarted(await make({ iat: Math.ceil(start) }), body)).toBeDefined();
  });

  test('says what an operation reads, and nothing where the gateway does not say it', async () => {
    expect(await verify(await make(), body)).toMatchObject({ reads: { here: [], elsewhere: {} } });
    const read = { studyGrant: ['enrolments.status'], '': ['name'] };
    const reads = { here: [{ at: ['me', '_entities'], read }], elsewhere: { '': ['contact.email'] } };
    expect(await verify(await make({ reads }), body)).toMatchObject({ reads });
  });

  test('for another body is refused', async () => {
    await expect(verify(await make(), Buffer.from('{}'))).rejects.toMatchObject(refused);
  });

  const now = () => Math.floor(Date.now() / second);
  test.each<[string, () => Claims]>([
    ['another member', () => ({ aud: 'union' })],
    ['several members', () => ({ aud: ['university', 'union'] })],
    ['another issuer', () => ({ iss: 'someone' })],
    ['a time that is over', () => ({ iat: now() - 50, exp: now() - 20 })],
    ['too long a time', () => ({ iat: now() - 120, exp: now() + 3_600 })],
    ['a time to come', () => ({ iat: now() + 20, exp: now() + 50 })],
    ['no end', () => ({ exp: undefined })],
    ['no beginning', () => ({ iat: undefined })],
    ['no id', () => ({ jti: '' })],
    ['half a viewer', () => ({ viewer: { sub: 'only' } })],
    ['an operation that has no time', () => ({ operationId: randomUUID() })],
    ['reads of another form', () => ({ reads: { elsewhere: { studyGrant: 'enrolments' } } })],
    ['reads that are a list', () => ({ reads: [{ at: ['me'], read: { studyGrant: ['enrolments'] } }] })],
    ['reads here of another form', () => ({ reads: { here: [{ at: ['me'], read: { studyGrant: 'enrolments' } }] } })],
  ])('with %s is refused', async (_what, changes) => {
    await expect(verify(await make(changes()), body)).rejects.toMatchObject(refused);
  });

  test.each([{ typ: 'JWT' }, { kid: 'two' }])('with the header %o is refused', async (header) => {
    await expect(verify(await make({}, header), body)).rejects.toMatchObject(refused);
  });

  test('of which one character is another is refused', async () => {
    const brought = await make();
    const text = brought['birlik-assertion'] ?? '';
    for (const [at, part] of text.split('.').entries()) {
      const parts = text.split('.');
      parts[at] = (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
      await expect(verify({ ...brought, 'birlik-assertion': parts.join('.') }, body)).rejects.toMatchObject(refused);
    }
    expect(await verify(brought, body)).toBeDefined();
  });
});

test('no assertion is no access', async () => {
  await expect(verify({}, body)).rejects.toMatchObject(refused);
  const { text } = await makeShare();
  await expect(verify({ 'birlik-key-share': text }, body)).rejects.toMatchObject(refused);
});

test('a signature of another key is refused', async () => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const header = { alg: 'EdDSA', kid: 'one', typ: 'birlik-assertion+jwt' };
  const assertion = await new SignJWT(claimsOf()).setProtectedHeader(header).sign(privateKey);
  await expect(verify({ 'birlik-assertion': assertion }, body)).rejects.toMatchObject(refused);
});

describe('what an assertion says of its algorithm changes nothing', () => {
  const unsigned = (alg: string): string =>
    [{ alg, kid: 'one', typ: 'birlik-assertion+jwt' }, claimsOf()]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');

  test.each(['none', 'EdDSA', 'HS256'])('when it says %s and has no proof', async (alg) => {
    const { text } = await makeShare();
    await expect(verify({ 'birlik-assertion': `${unsigned(alg)}.` }, body)).rejects.toMatchObject(refused);
    const withShare = { 'birlik-assertion': `${unsigned(alg)}.`, 'birlik-key-share': text };
    await expect(verify(withShare, body)).rejects.toMatchObject(refused);
  });

  test('when it is a MAC under what everybody knows: a public key, a share', async () => {
    const share = await makeShare();
    const ofGateway = await exportJWK((await generateKeyPair('EdDSA', { crv: 'Ed25519' })).publicKey);
    for (const text of [university.x, share.x, share.text, String(ofGateway.x)]) {
      for (const key of [Buffer.from(text), Buffer.from(text, 'base64url')]) {
        const brought = await withMac({}, {}, { share, key });
        await expect(verify(brought, body)).rejects.toMatchObject(refused);
        const { 'birlik-key-share': _share, ...alone } = await withMac({}, { kid: 'one' }, { share, key });
        await expect(verify(alone, body)).rejects.toMatchObject(refused);
      }
    }
  });

  test('when it is a MAC without its share, or a signature beside one', async () => {
    const { 'birlik-key-share': share = '', ...alone } = await withMac();
    await expect(verify(alone, body)).rejects.toMatchObject(refused);
    await expect(verify({ ...(await withSignature()), 'birlik-key-share': share }, body)).rejects.toMatchObject(
      refused,
    );
  });

  test('when it is a right MAC that calls itself a signature', async () => {
    await expect(verify(await withMac({}, { alg: 'HS384' }), body)).rejects.toMatchObject(refused);
    await expect(verify(await withMac({}, { alg: 'HS512' }), body)).rejects.toMatchObject(refused);
  });
});

describe('no member forges towards another', () => {
  test('with the key that it agreed on itself by the same share', async () => {
    const share = await makeShare();
    const key = agreedKey(share, 'union', union);
    const { 'birlik-assertion': own = '' } = await withMac({ aud: 'union' }, {}, { share, key });
    const atUnion = createAssertionVerifier({ audience: 'union', gatewayKeys, agreementKey: union, notBefore });
    expect(await atUnion({ 'birlik-assertion': own, 'birlik-key-share': share.text }, body)).toBeDefined();
    await expect(verify(await withMac({}, {}, { share, key }), body)).rejects.toMatchObject(refused);
  });

  test('by giving the gateway the other one’s public key for its own', async () => {
    const share = await makeShare();
    const key = agreedKey(share, 'union', university);
    await expect(verify(await withMac({}, {}, { share, key }), body)).rejects.toMatchObject(refused);
  });

  test('by a share of its own', async () => {
    const { privateKey: foreign } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const share = await makeShare({ signer: foreign });
    await expect(verify(await withMac({}, {}, { share }), body)).rejects.toMatchObject(refused);
  });

  test('by an assertion of the gateway in the place of a share', async () => {
    const { x } = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
    const share = await makeShare({ header: { typ: 'birlik-assertion+jwt' }, claims: { x } });
    await expect(verify(await withMac({}, {}, { share }), body)).rejects.toMatchObject(refused);
  });
});

describe('a share', () => {
  test.each<[string, Parameters<typeof makeShare>[0]]>([
    ['is expired', { claims: { iat: Date.now() / second - 7_300, exp: Date.now() / second - 100 } }],
    ['is valid for years', { claims: { iat: Date.now() / second - 90_000, exp: Date.now() / second + 90_000_000 } }],
    ['has no end', { claims: { exp: undefined } }],
    ['is of another issuer', { claims: { iss: 'someone' } }],
    ['is signed by a key that is not known', { header: { kid: 'two' } }],
    ['has a half of small order', { half: 'A'.repeat(43) }],
    ['has no half', { half: 'short' }],
  ])('that %s is refused', async (_what, options) => {
    const share = await makeShare(options);
    await expect(verify(await withMac({}, {}, { share }), body)).rejects.toMatchObject(refused);
  });

  test('makes keys until it ends, also beside a newer one', async () => {
    const older = await makeShare();
    const newer = await makeShare();
    for (const share of [older, newer, older]) {
      expect(await verify(await withMac({}, {}, { share }), body)).toBeDefined();
    }
  });

  test('is verified once for many requests, and again when five minutes are over', async () => {
    let now = 1;
    let lookUps = 0;
    const agree = createKeyAgreement({
      member: 'university',
      ownKey: university,
      gatewayKeys: (header, token) => {
        lookUps++;
        return gatewayKeys.find(header, token);
      },
      now: () => now,
    });
    const share = await makeShare();
    const key = Buffer.from(agreedKey(share, 'university', university)).toString('base64url');
    const shown = (agreed: AgreedKey) => [agreed.kid, agreed.key.export().toString('base64url')];
    const agreed = await Promise.all(Array.from({ length: 20 }, () => agree(share.text)));
    for (const one of agreed) expect(shown(one)).toEqual([share.kid, key]);
    now = 299 * second;
    expect(shown(await agree(share.text))).toEqual([share.kid, key]);
    expect(lookUps).toBe(1);
    now = 301 * second;
    expect(shown(await agree(share.text))).toEqual([share.kid, key]);
    expect(lookUps).toBe(2);
  });

  test('of a fixed half makes the key that another library makes of it', async () => {
    // The pairs of RFC 7748, section 6.1; the key was computed with pyca/cryptography.
    const x = '3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08';
    const ownKey: AgreementKey = { kty: 'OKP', crv: 'X25519', x, d: 'XasIfmJKikt54X-Lg4AO5m87sSkmGLb9HC-LJ_-I4Os' };
    const agree = createKeyAgreement({ member: 'union', ownKey, gatewayKeys: gatewayKeys.find });
    const { text } = await makeShare({ half: 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo' });
    const { key } = await agree(text);
    expect(key.export().toString('base64url')).toBe('hd63p2NtRco1fttz7eeRBCGefMsW0RNaxhZufvfAAPg');
  });

  test('is of no use to a member that has no key to agree with', async () => {
    const plain = createAssertionVerifier({ audience: 'university', gatewayKeys, agreementKey: null, notBefore });
    await expect(plain(await withMac(), body)).rejects.toMatchObject(refused);
    expect(await plain(await withSignature(), body)).toBeDefined();
  });
});

test('an answer echoes the proof of the assertion, and nothing of another form', async () => {
  for (const brought of [await withSignature(), await withMac()]) {
    expect(echoHeaders(brought)).toEqual({ 'birlik-echo': brought['birlik-assertion']?.split('.')[2] });
  }
  for (const assertion of ['', 'a.b.c', `a.b.${'c'.repeat(43)}\r\nx: y`, `a.b.${'c'.repeat(200)}`]) {
    expect(echoHeaders({ 'birlik-assertion': assertion })).toEqual({});
  }
  expect(echoHeaders({})).toEqual({});
});
