import { decodeJwt, exportJWK, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postBody } from '@birlik/test-client';
import { startFederation, type Federation } from '../../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../../testing/identity-provider.js';
import { publicSubgraphs } from '../../../testing/public-subgraphs.js';
import { sendJson } from '../../../testing/subgraph-server.js';

const SECRET = 'a-secret-of-sixteen-characters-or-more';

let provider: IdentityProvider;
let assertionKey: { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string; kid: string };
let federation: Federation;
beforeAll(async () => {
  provider = await startIdentityProvider();
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  assertionKey = { ...((await exportJWK(privateKey)) as typeof assertionKey), kid: 'gateway-1' };
});
afterAll(() => provider.close());
beforeEach(async () => {
  federation = await startFederation(publicSubgraphs, {
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    assertionKey,
    sharing: { cache: { invalidationSecret: SECRET } },
  });
});
afterEach(() => federation.close());

const bearer = async (sub: string) => ({ authorization: `Bearer ${await provider.token({ sub })}` });
const calls = (name: string) => federation.subgraph(name).received.length;
const viewerOf = (name: string, index: number) =>
  decodeJwt(String(federation.subgraph(name).received[index]?.headers['birlik-assertion']));

function answerWith(name: string, headers: Readonly<Record<string, string>>): void {
  federation.subgraph(name).intercept = (_request, response) => {
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
    return false;
  };
}

const invalidate = (body: unknown, headers: Record<string, string> = { authorization: `Bearer ${SECRET}` }) =>
  postBody(new URL('/cache/invalidate', federation.url).href, JSON.stringify(body), { headers });

describe('what the supergraph declares public', () => {
  test('is asked in nobody’s name, once for all viewers, and stays out of caches of clients', async () => {
    const query = 'query City { city(id: "1") { name } }';
    for (const headers of [{ ...(await bearer('aysel')), 'birlik-purpose': 'study' }, await bearer('murad'), {}]) {
      const { data, headers: answered } = await federation.ask(query, { headers });
      expect(data).toEqual({ city: { name: 'city 1' } });
      expect(answered.get('cache-control')).toBe('no-store');
    }
    expect(calls('cities')).toBe(1);
    expect(viewerOf('cities', 0)).toMatchObject({ viewer: null, purpose: null, operation: null });
  });

  test('is cached by entity, and only what is missing is asked', async () => {
    const query = 'query ($id: ID!) { town(id: $id) { size } }';
    const headers = await bearer('aysel');
    for (const id of ['1', '2', '1', '2']) {
      expect((await federation.ask(query, { headers, variables: { id } })).data).toEqual({
        town: { size: Number(id) * 100 },
      });
    }
    expect(calls('cities')).toBe(4);
    const several = await federation.ask(
      '{ a: town(id: "1") { size } b: town(id: "4") { size } c: town(id: "2") { size } }',
      { headers },
    );
    expect(several.data).toEqual({ a: { size: 100 }, b: { size: 400 }, c: { size: 200 } });
    const asked = federation.subgraph('facts').received.map(({ variables }) => Object.values(variables).flat());
    expect(asked).toEqual([['1'], ['2'], ['4']].map((ids) => ids.map((id) => ({ __typename: 'City', id }))));
    expect(viewerOf('facts', 0)).toMatchObject({ viewer: null });
  });

  test.each([
    ['has no hint', '{ town(id: "1") { name } }', 'cities'],
    ['is private', '{ mine { name } }', 'cities'],
    ['is beside a field without a hint', '{ town(id: "1") { size mood } }', 'facts'],
  ])('is not what %s', async (_what, query, name) => {
    const headers = await bearer('aysel');
    for (let index = 0; index < 2; index++) expect((await federation.ask(query, { headers })).errors).toBeUndefined();
    expect(calls(name)).toBe(2);
    expect(viewerOf(name, 0)).toMatchObject({ viewer: { sub: 'aysel' } });
  });

  test('is told apart by language', async () => {
    for (const language of ['az', 'en', 'az']) {
      await federation.ask('{ city(id: "1") { name } }', { headers: { 'accept-language': language } });
    }
    expect(calls('cities')).toBe(2);
  });

  test('is not cached when it is null, or when there is an error', async () => {
    for (let index = 0; index < 2; index++) {
      expect((await federation.ask('{ city(id: "9") { name } }')).data).toEqual({ city: null });
      expect((await federation.ask('{ town(id: "3") { size } }')).data).toEqual({ town: { size: null } });
    }
    expect(calls('cities')).toBe(4);
    expect(calls('facts')).toBe(2);
    federation.subgraph('facts').intercept = (_request, response) => {
      sendJson(response, { data: { _entities: [{ size: 1 }] }, errors: [{ message: 'partly' }] });
      return true;
    };
    for (let index = 0; index < 2; index++) await federation.ask('{ town(id: "1") { size } }');
    expect(calls('facts')).toBe(4);
  });

  test.each(['no-store', 'private, max-age=60', 'public, max-age=0', 'no-cache', 'max-age=soon'])(
    'is not cached when the subgraph answers with "%s"',
    async (header) => {
      answerWith('cities', { 'cache-control': header });
      for (let index = 0; index < 2; index++) await federation.ask('{ city(id: "1") { name } }');
      expect(calls('cities')).toBe(2);
    },
  );

  test('answers what is cached when the subgraph is gone, and fails for the rest only', async () => {
    await federation.ask('{ town(id: "1") { size } }');
    await federation.subgraph('facts').stop();
    const { data, errors } = await federation.ask('{ a: town(id: "1") { size } b: town(id: "2") { size } }');
    await federation.subgraph('facts').restart();
    expect(data).toEqual({ a: { size: 100 }, b: { size: null } });
    expect(errors).toMatchObject([
      { path: ['b', 'size'], extensions: { code: 'UPSTREAM_UNAVAILABLE', service: 'facts' } },
    ]);
  });
});

describe('the header cache-control alone', () => {
  const query = '{ town(id: "1") { name mood } }';

  test('lets answers be cached that were asked without a viewer, from the second one on', async () => {
    for (const name of ['cities', 'facts']) answerWith(name, { 'cache-control': 'public, max-age=60' });
    for (let index = 0; index < 4; index++) {
      expect((await federation.ask(query)).data).toEqual({ town: { name: 'city 1', mood: 'calm' } });
    }
    expect([calls('cities'), calls('facts')]).toEqual([2, 2]);
  });

  test('neither caches answers for a viewer nor gives a viewer what is cached', async () => {
    for (const name of ['cities', 'facts']) answerWith(name, { 'cache-control': 'public, max-age=60' });
    const headers = await bearer('aysel');
    for (let index = 0; index < 3; index++) await federation.ask(query, { headers });
    for (let index = 0; index < 3; index++) await federation.ask(query);
    await federation.ask(query, { headers });
    expect([calls('cities'), calls('facts')]).toEqual([6, 6]);
  });

  test('keeps nothing of what has an inaccessible field beside it', async () => {
    const guarded = await startFederation([
      {
        name: 'one',
        typeDefs: `type Query { a: A } type A @key(fields: "id") { id: ID! grant: String @inaccessible }`,
        resolvers: { Query: { a: () => ({ id: '1' }) }, A: { grant: () => 'yes' } },
      },
      {
        name: 'two',
        typeDefs: `type A @key(fields: "id") { id: ID! grant: String @external secret: String @requires(fields: "grant") }`,
        resolvers: { A: { __resolveReference: (reference: object) => reference, secret: () => 'told' } },
      },
    ]);
    for (const { name } of Object.values(guarded.subgraphs)) {
      guarded.subgraph(name).intercept = (_request, response) => {
        response.setHeader('cache-control', 'public, max-age=60');
        return false;
      };
    }
    for (let index = 0; index < 4; index++)
      expect((await guarded.ask('{ a { secret } }')).data).toEqual({ a: { secret: 'told' } });
    const counts = Object.values(guarded.subgraphs).map(({ received }) => received.length);
    await guarded.close();
    expect(counts).toEqual([4, 4]);
  });
});

describe('an invalidation', () => {
  const askAll = async () => {
    await federation.ask('{ city(id: "1") { name } }');
    await federation.ask('{ town(id: "1") { size } }');
    await federation.ask('{ town(id: "2") { size } }');
  };
  const forgets = async (body: unknown) => (await (await invalidate(body)).json()) as { invalidated: number };

  test.each<[string, unknown, number]>([
    ['a service', { service: 'facts' }, 2],
    ['a type', { type: 'City' }, 3],
    ['a type of a service', { service: 'cities', type: 'City' }, 1],
    ['an entity', { type: 'City', key: { id: '2' } }, 1],
    ['an entity by a number', { type: 'City', key: { id: 2 } }, 1],
    ['a tag of a header', { tags: ['red', 'none'] }, 3],
    ['a tag of a service', { tags: ['red'], service: 'facts' }, 2],
    ['another service', { service: 'none' }, 0],
    ['a tag that is the name of a type', { tags: ['City'] }, 0],
  ])('of %s forgets it', async (_what, body, invalidated) => {
    for (const name of ['cities', 'facts']) answerWith(name, { 'cache-tag': 'red, blue' });
    await askAll();
    expect(await forgets(body)).toEqual({ invalidated });
    expect(await forgets(body)).toEqual({ invalidated: 0 });
  });

  test('lets the next operation ask again', async () => {
    await askAll();
    await forgets({ type: 'City', key: { id: '1' } });
    await askAll();
    expect(calls('facts')).toBe(3);
  });

  test('concerns answers that are on their way as well', async () => {
    const open = Promise.withResolvers<void>();
    const came = Promise.withResolvers<void>();
    federation.subgraph('cities').intercept = async () => {
      came.resolve();
      await open.promise;
      return false;
    };
    const answer = federation.ask('{ city(id: "1") { name } }');
    await came.promise;
    await forgets({ service: 'cities' });
    open.resolve();
    await answer;
    await federation.ask('{ city(id: "1") { name } }');
    expect(calls('cities')).toBe(2);
  });

  test.each<[string, unknown, Record<string, string>, number]>([
    ['without a secret', { service: 'facts' }, {}, 401],
    ['with a wrong secret', { service: 'facts' }, { authorization: 'Bearer wrong' }, 401],
    ['of nothing', {}, { authorization: `Bearer ${SECRET}` }, 400],
    ['with an unknown member', { service: 'facts', all: true }, { authorization: `Bearer ${SECRET}` }, 400],
    ['of a key without a type', { key: { id: '1' } }, { authorization: `Bearer ${SECRET}` }, 400],
    ['of another form', { service: 'facts' }, { authorization: `Bearer ${SECRET}`, 'content-type': 'text/plain' }, 415],
  ])('%s is refused and forgets nothing', async (_what, body, headers, status) => {
    await askAll();
    const response = await invalidate(body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    await askAll();
    expect([calls('cities'), calls('facts')]).toEqual([5, 2]);
  });

  test('is sent by POST, to a gateway that has a secret', async () => {
    const url = new URL('/cache/invalidate', federation.url);
    const got = await fetch(url);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    const without = await startFederation(publicSubgraphs);
    const response = await postBody(new URL('/cache/invalidate', without.url).href, '');
    await without.close();
    expect(response.status).toBe(404);
  });
});
