import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { ask, startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';

const SUBJECT = { sub: 'aysel', client_id: 'portal', scope: 'graph:read graph:write', roles: ['volunteer'] };

let provider: IdentityProvider;
let federation: Federation;
let publicKey: CryptoKey;
beforeAll(async () => {
  provider = await startIdentityProvider();
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  publicKey = pair.publicKey;
  federation = await startFederation([people, reviews, badges], {
    issuers: [
      { issuer: provider.issuer, audience: 'urn:birlik:graph' },
      { issuer: 'http://127.0.0.1:9', audience: 'urn:birlik:graph' },
    ],
    assertionKey: {
      ...((await exportJWK(pair.privateKey)) as { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string }),
      kid: 'gateway-1',
    },
  });
});
afterAll(async () => {
  await federation.close();
  await provider.close();
});
afterEach(() => {
  for (const subgraph of Object.values(federation.subgraphs)) subgraph.received.length = 0;
});

const askAs = (token: string, headers: Record<string, string> = {}) =>
  federation.ask('query Profile { me { id age } }', { headers: { authorization: `Bearer ${token}`, ...headers } });

async function assertions(name: string) {
  return Promise.all(
    federation.subgraph(name).received.map(async ({ headers, body }) => {
      const assertion = headers['birlik-assertion'] as string;
      const verified = await jwtVerify(assertion, publicKey, {
        typ: 'birlik-assertion+jwt',
        issuer: 'birlik-gateway',
        audience: name,
      });
      return { header: verified.protectedHeader, claims: verified.payload, headers, body };
    }),
  );
}

describe('the assertion', () => {
  test('tells each subgraph who asks, for what, and which body it is about', async () => {
    const authTime = Math.floor(Date.now() / 1_000) - 900;
    const token = await provider.token({
      ...SUBJECT,
      org: 'org-1',
      volunteer: 'volunteer-1',
      auth_time: authTime,
    });
    const { errors } = await askAs(token, {
      'birlik-purpose': 'mentoring',
      'accept-language': 'az',
      'x-request-id': 'request-0001',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    expect(errors).toBeUndefined();
    for (const name of ['people', 'asan-reviews']) {
      const [seen] = await assertions(name);
      expect(seen?.header).toEqual({ alg: 'EdDSA', kid: 'gateway-1', typ: 'birlik-assertion+jwt' });
      expect(seen?.claims).toMatchObject({
        aud: name,
        bdg: createHash('sha256')
          .update(seen?.body ?? '')
          .digest('base64url'),
        viewer: {
          issuer: provider.issuer,
          sub: 'aysel',
          volunteerId: 'volunteer-1',
          organizationId: 'org-1',
          roles: ['volunteer'],
          scopes: ['graph:read', 'graph:write'],
          client: 'portal',
          authTime,
        },
        purpose: 'mentoring',
        operation: 'Profile',
        request: 'request-0001',
      });
      expect((seen?.claims.exp ?? 0) - (seen?.claims.iat ?? 0)).toBe(30);
      expect(seen?.headers).toMatchObject({
        'accept-language': 'az',
        'x-request-id': 'request-0001',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      });
      expect(seen?.headers.authorization).toBeUndefined();
    }
  });

  test('of an anonymous request has no viewer', async () => {
    expect((await federation.ask('{ me { id } }')).errors).toBeUndefined();
    const [seen] = await assertions('people');
    expect(seen?.claims).toMatchObject({ viewer: null, purpose: null, operation: null });
  });

  test('names the operation by an id of the gateway, whatever id the client gives its request', async () => {
    const headers = { 'x-request-id': 'request-0001' };
    await federation.ask('{ me { id age } }', { headers });
    await federation.ask('{ me { id age } }', { headers });
    const ids = async (name: string) => (await assertions(name)).map(({ claims }) => claims['operationId']);
    const people = await ids('people');
    expect(new Set(people).size).toBe(2);
    expect(await ids('asan-reviews')).toEqual(people);
    for (const id of people) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  test('is new for every request and every attempt', async () => {
    let breaks = 1;
    federation.subgraph('people').intercept = (_request, response) => breaks-- > 0 && Boolean(response.destroy());
    await federation.ask('{ me { id } }');
    await federation.ask('{ me { id } }');
    federation.subgraph('people').intercept = null;
    const ids = (await assertions('people')).map(({ claims }) => claims.jti);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('a token', () => {
  test('that is valid is accepted again without reading the keys again', async () => {
    const token = await provider.token(SUBJECT);
    expect((await askAs(token)).status).toBe(200);
    const reads = provider.keyReads();
    expect((await askAs(token)).status).toBe(200);
    expect((await askAs(await provider.token({ ...SUBJECT, sub: 'murad' }))).status).toBe(200);
    expect(provider.keyReads()).toBe(reads);
  });

  test('is accepted up to the leeway after its end and before its beginning, and not beyond', async () => {
    expect((await askAs(await provider.token(SUBJECT, { expiresIn: -10 }))).status).toBe(200);
    expect((await askAs(await provider.token(SUBJECT, { notBefore: 10 }))).status).toBe(200);
    expect((await askAs(await provider.token(SUBJECT, { expiresIn: -60 }))).status).toBe(401);
    expect((await askAs(await provider.token(SUBJECT, { notBefore: 60 }))).status).toBe(401);
  });

  test.each([
    ['for another audience', () => provider.token(SUBJECT, { audience: 'urn:other' })],
    ['of an unknown issuer', () => provider.token(SUBJECT, { issuer: 'http://evil.example' })],
    ['signed with a foreign key', () => provider.token(SUBJECT, { foreignKey: true })],
    ['that is an ID token', () => provider.token(SUBJECT, { typ: 'JWT' })],
    ['without a subject', () => provider.token({})],
    ['with a sign-in after it was issued', () => provider.token({ ...SUBJECT, auth_time: Date.now() / 1_000 + 120 })],
    ['with a sign-in that is text', () => provider.token({ ...SUBJECT, auth_time: String(Date.now() / 1_000) })],
    ['with a sign-in before the epoch', () => provider.token({ ...SUBJECT, auth_time: -1 })],
    ['with roles that are text', () => provider.token({ ...SUBJECT, roles: 'admin' })],
    ['without a signature', async () => new UnsecuredJWT(SUBJECT).setIssuer(provider.issuer).encode()],
    [
      'signed with a shared secret',
      () =>
        new SignJWT(SUBJECT)
          .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
          .setIssuer(provider.issuer)
          .setAudience('urn:birlik:graph')
          .setExpirationTime('5m')
          .sign(new TextEncoder().encode('x'.repeat(32))),
    ],
    ['that is no token', async () => 'abc'],
    ['that is empty', async () => ''],
  ])('%s gets 401 and reaches no subgraph', async (_what, make) => {
    const { status, errors, headers } = await askAs(await make());
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect(headers.get('www-authenticate')).toContain('Bearer');
    expect(federation.subgraph('people').received).toHaveLength(0);
  });

  test('of an issuer that cannot be reached is neither accepted nor called wrong', async () => {
    const { status, errors } = await askAs(await provider.token(SUBJECT, { issuer: 'http://127.0.0.1:9' }));
    expect(status).toBe(503);
    expect(errors?.[0]?.extensions['code']).toBe('UPSTREAM_UNAVAILABLE');
  });

  test('is refused by a gateway without issuers', async () => {
    const closed = await startFederation([{ name: 'motto', typeDefs: 'type Query { motto: String }' }]);
    const headers = { authorization: `Bearer ${await provider.token(SUBJECT)}` };
    expect((await ask(closed.url, '{ motto }', { headers })).status).toBe(401);
    expect((await ask(closed.url, '{ motto }')).data).toEqual({ motto: null });
    expect((await ask(closed.url, 'mutation { motto }')).errors?.[0]?.extensions['code']).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    await closed.close();
  });
});

test('a purpose of an invalid form is refused', async () => {
  const { status, errors } = await federation.ask('{ motto }', { headers: { 'birlik-purpose': 'Any Thing' } });
  expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_REQUEST']);
});
