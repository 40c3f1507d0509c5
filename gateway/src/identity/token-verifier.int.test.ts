import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startIdentityProvider, type IdentityProvider, type TokenOptions } from '../../testing/identity-provider.js';
import { RequestError } from '../errors/request-error.js';
import { issuerSchema } from './issuer-config.js';
import type { TokenClaims } from './read-token.js';
import { TokenVerifier } from './token-verifier.js';
import type { Viewer } from './viewer.js';

const audience = 'urn:birlik:graph';
/** What the verifier says of a token beside who has it. */
type Seen = Viewer & Pick<TokenClaims, 'organization' | 'volunteer'>;

let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startIdentityProvider();
});
afterAll(() => provider.close());

/** Verifies a token of the provider by the settings that its issuer has beside its name. */
async function see(settings: object, claims: object, options: TokenOptions = {}): Promise<Seen> {
  const issuer = issuerSchema.parse({ issuer: provider.issuer, audience, ...settings });
  const verifier = new TokenVerifier([issuer], (viewer, { organization, volunteer }): Seen => {
    return { ...viewer, organization, volunteer };
  });
  const token = await provider.token({ ...claims }, { isForGraph: false, ...options });
  return verifier.verify(`Bearer ${token}`);
}

/** The code and the words by which a token is refused. */
async function refuse(settings: object, claims: object, options?: TokenOptions): Promise<unknown[]> {
  const error = await see(settings, claims, options).catch((error: unknown) => error);
  return error instanceof RequestError ? [error.status, error.code, error.message] : ['not refused', error];
}

const invalid = [401, 'UNAUTHENTICATED', 'The token is not valid.'];
const unknownForm = [401, 'UNAUTHENTICATED', 'The token has claims of an unknown form.'];
const expired = [401, 'UNAUTHENTICATED', 'The token has expired.'];
const sub = 'aysel';

describe('the type in the head of a token', () => {
  test.each(['at+jwt', 'JWT'])('is %s where the issuer is said to write it', async (typ) => {
    expect(await see({ tokenType: typ }, { sub }, { typ })).toMatchObject({ sub });
  });

  test.each([
    ['at+jwt', 'JWT'],
    ['JWT', 'at+jwt'],
    ['at+jwt', 'logout+jwt'],
    ['JWT', 'dpop+jwt'],
  ])('that is to be %s is not %s', async (tokenType, typ) => {
    expect(await refuse({ tokenType }, { sub }, { typ })).toEqual(invalid);
  });

  test.each([{ at_hash: 'x' }, { c_hash: 'x' }, { events: {} }, { typ: 'ID' }, { typ: 'Refresh' }, { typ: 'Offline' }])(
    'JWT is not enough for a token with %j, which is for something else',
    async (claims) => {
      expect(await refuse({ tokenType: 'JWT' }, { sub, ...claims }, { typ: 'JWT' })).toEqual(invalid);
    },
  );

  test('may be no other one', () => {
    expect(() => issuerSchema.parse({ issuer: 'https://a.test', audience, tokenType: 'id+jwt' })).toThrow('tokenType');
  });
});

describe('where a token says what', () => {
  test.each([
    ['scope', { scope: 'graph:read  graph:write' }],
    ['scope', { scope: ['graph:read', 'graph:write'] }],
    ['scp', { scp: 'graph:read graph:write' }],
    ['scp', { scp: ['graph:read', 'graph:write'] }],
  ])('has scopes in %s, as %j', async (scopes, claims) => {
    expect(await see({ claims: { scopes } }, { sub, ...claims })).toMatchObject({
      scopes: ['graph:read', 'graph:write'],
    });
  });

  test.each([
    ['roles', { roles: ['officer'] }],
    ['realm_access.roles', { realm_access: { roles: ['officer'] } }],
    [['resource_access', 'birlik.graph', 'roles'], { resource_access: { 'birlik.graph': { roles: ['officer'] } } }],
    [['https://birlik.test/roles'], { 'https://birlik.test/roles': ['officer'] }],
  ])('has roles at %j', async (roles, claims) => {
    expect(await see({ claims: { roles } }, { sub, ...claims })).toMatchObject({ roles: ['officer'] });
  });

  test.each(['client_id', 'azp', 'appid'])('has the client in %s', async (client) => {
    expect(await see({ claims: { client } }, { sub, [client]: 'portal' })).toMatchObject({ client: 'portal' });
  });

  test('has a subject, an organisation and a volunteer by names of its own', async () => {
    const claims = { subject: 'oid', organization: 'birlik.org', volunteer: 'birlik.person' };
    const seen = await see({ claims }, { sub, oid: 'o-1', birlik: { org: 'a', person: 'b' } });
    expect(seen).toMatchObject({ sub: 'o-1', organization: 'a', volunteer: 'b' });
  });

  test('is where the issuer is said to write it, and nowhere else', async () => {
    const elsewhere = {
      scp: 'graph:read',
      realm_access: { roles: ['admin'] },
      azp: 'portal',
      Roles: ['admin'],
      ORG: 'a',
      'realm_access.roles': ['admin'],
    };
    const nothing = { scopes: [], roles: [], client: null, organization: null, volunteer: null };
    expect(await see({}, { sub, ...elsewhere })).toMatchObject(nothing);
    const inherited = { roles: 'constructor.name', organization: 'toString', client: '__proto__.x' };
    expect(await see({ claims: inherited }, { sub })).toMatchObject(nothing);
  });

  test.each<[what: string, claims: object, paths?: object]>([
    ['a subject', { sub: undefined }],
    ['a subject that is a list', { sub: undefined, subject: ['aysel'] }, { subject: 'subject' }],
    ['a subject that is a number', { sub: undefined, subject: 1 }, { subject: 'subject' }],
    ['an empty subject', { sub: '' }],
    ['roles that are a text', { roles: 'admin' }],
    ['roles that are no texts', { roles: [{ admin: true }] }],
    ['roles that are an object', { realm_access: { roles: { admin: true } } }, { roles: 'realm_access.roles' }],
    ['an organisation that is a list', { org: ['a'] }],
    ['a volunteer that is an object', { volunteer: { id: 'a' } }],
    ['a client that is a list', { client_id: ['portal'] }],
    ['scopes that are an object', { scope: { 'graph:read': true } }],
    ['scopes that are no texts', { scope: [1] }],
  ])('is refused where it has no valid form: %s', async (_what, claims, paths = {}) => {
    expect(await refuse({ claims: paths }, { sub, ...claims })).toEqual(unknownForm);
  });

  test.each(['', [], [''], 'a..b'])('is no path such as %j', (roles) => {
    expect(() => issuerSchema.parse({ issuer: 'https://a.test', audience, claims: { roles } })).toThrow('roles');
  });
});

describe('the life of a token', () => {
  test('is at most as long as the gateway allows, an hour and a half unless it is set', async () => {
    expect(await see({}, { sub }, { expiresIn: 5_400 })).toMatchObject({ sub });
    const tooLong = [401, 'UNAUTHENTICATED', 'The token was issued for more than 5400 seconds.'];
    expect((await refuse({}, { sub }, { expiresIn: 5_401 })).map((part) => String(part).replace(',', ''))).toEqual(
      tooLong.map(String),
    );
    const hour = { maxTokenLifeSeconds: 3_600 };
    expect(await see(hour, { sub }, { expiresIn: 3_600 })).toMatchObject({ sub });
    expect((await refuse(hour, { sub }, { expiresIn: 3_601 }))[2]).toContain('was issued for more than');
  });

  test('counts from when it was issued, however little of it is left', async () => {
    expect((await refuse({}, { sub }, { issuedAt: -86_000, expiresIn: 60 }))[2]).toContain('was issued for more than');
  });

  test('counts from now where it is dated ahead', async () => {
    expect(await see({}, { sub }, { issuedAt: 600, expiresIn: 1_200 })).toMatchObject({ sub });
    expect((await refuse({}, { sub }, { issuedAt: 600, expiresIn: 5_600 }))[2]).toContain('was issued for more than');
  });

  test.each([
    ['does not say when it was issued', { issuedAt: null }],
    ['is not valid yet', { notBefore: 60 }],
  ])('is over for one that %s', async (_what, options) => {
    expect(await refuse({}, { sub }, options)).toEqual(invalid);
  });

  test('begins and ends within the leeway of the clocks', async () => {
    expect(await see({}, { sub }, { issuedAt: 20 })).toMatchObject({ sub });
    expect(await see({}, { sub }, { issuedAt: -300, expiresIn: -20 })).toMatchObject({ sub });
    expect(await refuse({}, { sub }, { issuedAt: -300, expiresIn: -40 })).toEqual(expired);
  });

  test.each([0, 86_401, 'forever'])('cannot be bounded by %j seconds', (maxTokenLifeSeconds) => {
    expect(() => issuerSchema.parse({ issuer: 'https://a.test', audience, maxTokenLifeSeconds })).toThrow(
      'maxTokenLifeSeconds',
    );
  });
});

describe('the audience of a token', () => {
  test('may be one of several', async () => {
    expect(await see({}, { sub }, { audience: ['account', audience] })).toMatchObject({ sub });
  });

  test.each([[['account', 'urn:other']], [[]], [`${audience}/`], [audience.toUpperCase()], [`${audience} account`]])(
    'is not %j',
    async (named) => {
      expect(await refuse({}, { sub }, { audience: named })).toEqual(invalid);
    },
  );
});

test('an issuer that is nearly the one of the configuration is none', async () => {
  const unknown = [401, 'UNAUTHENTICATED', 'The token is of no issuer that this gateway trusts.'];
  for (const issuer of [`${provider.issuer}/`, provider.issuer.toUpperCase(), `${provider.issuer}#`, '']) {
    expect(await refuse({}, { sub }, { issuer })).toEqual(unknown);
  }
});
