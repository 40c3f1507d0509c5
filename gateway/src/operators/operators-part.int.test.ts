import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compose } from '../../testing/compose.js';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';

const office = '0190c2f0-0000-7000-8000-000000000001';
const other = '0190c2f0-0000-7000-8000-000000000002';
const operator = { sub: 'operator', org: office, roles: ['admin'] };

let provider: IdentityProvider;
let federation: Federation;

function settings() {
  return {
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    policies: { operators: { roles: ['admin'], organizations: [office] } },
    operators: { policy: 'operators' },
    telemetry: { slowMs: 1 },
  };
}

beforeAll(async () => {
  provider = await startIdentityProvider();
});
afterAll(() => provider.close());
beforeEach(async () => {
  federation = await startFederation([people, reviews, badges], settings());
  return () => federation.close();
});

async function askAs(claims: Record<string, unknown> | null, query: string, variables = {}) {
  const headers = claims === null ? {} : { authorization: `Bearer ${await provider.token(claims)}` };
  return federation.ask(query, { variables, headers: { 'accept-language': 'en', ...headers } });
}

async function tell(selection: string) {
  const { data, errors } = await askAs(operator, `{ gateway { ${selection} } }`);
  expect(errors).toBeUndefined();
  return data.gateway;
}

describe('who may ask', () => {
  test.each([
    ['nobody', null],
    ['another role of the office', { ...operator, roles: ['officer'] }],
    ['the same role elsewhere', { ...operator, org: other }],
    ['somebody without an organisation', { ...operator, org: undefined }],
    ['a volunteer', { sub: 'person', volunteer: other, roles: ['volunteer'] }],
  ])('%s gets null and an error, and what else was asked', async (_who, claims) => {
    const { data, errors, text } = await askAs(claims, '{ gateway { instance members { host } } motto }');
    expect(data).toEqual({ gateway: null, motto: 'together' });
    expect(errors).toMatchObject([{ path: ['gateway'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
    expect(text).not.toContain('127.0.0.1');
  });

  test('the field is not there where no policy is named', async () => {
    const { operators: _operators, ...without } = settings();
    const plain = await startFederation([people], without);
    try {
      const { errors } = await plain.ask('{ gateway { instance } }');
      expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    } finally {
      await plain.close();
    }
  });

  test('a policy that is not configured lets nobody ask', async () => {
    const closed = await startFederation([people], { ...settings(), policies: {} });
    try {
      const authorization = `Bearer ${await provider.token(operator)}`;
      const { data } = await closed.ask('{ gateway { instance } }', { headers: { authorization } });
      expect(data).toEqual({ gateway: null });
    } finally {
      await closed.close();
    }
  });
});

test('no subgraph is asked, and all of GraphQL works on it', async () => {
  const query = `query Own($yes: Boolean!) {
    own: gateway { ...G nodeVersion @include(if: $yes) version @skip(if: $yes) __typename }
    motto
  }
  fragment G on Gateway { instance: version members { name } }`;
  const { data, errors } = await askAs(operator, query, { yes: true });
  expect(errors).toBeUndefined();
  expect(data.own).toEqual({
    instance: '0.1.0',
    nodeVersion: process.versions.node,
    __typename: 'Gateway',
    members: [{ name: 'asan-reviews' }, { name: 'badges' }, { name: 'people' }],
  });
  const asked = Object.values(federation.subgraphs).flatMap(({ received }) => received);
  expect(asked.map(({ body }) => body).join()).not.toContain('gateway');
  expect(asked).toHaveLength(1);
});

test('members say where they are, how they did, and since when', async () => {
  const host = new URL(federation.subgraph('people').url).host;
  const asked =
    'members { name host state since lastFailure breaker times { count failures p50 max } schemaHash schemaSince }';
  const before = (await tell(asked)).members.at(-1);
  expect(before).toMatchObject({ name: 'people', host, state: 'NOT_ASKED', since: null, breaker: 'CLOSED' });
  expect(before.times).toEqual({ count: 0, failures: 0, p50: null, max: null });
  expect(before.schemaHash).toMatch(/^[0-9a-f]{12}$/);
  await askAs(null, '{ me { name badge } }');
  federation.subgraph('badges').intercept = (_request, response) => {
    response.destroy();
    return true;
  };
  await askAs(null, '{ me { badge } }');
  const { members } = await tell(asked);
  const named = (name: string) => members.find((member: { name: string }) => member.name === name);
  expect(named('people')).toMatchObject({ state: 'ANSWERS', lastFailure: null, times: { count: 2, failures: 0 } });
  expect(named('badges')).toMatchObject({ state: 'FAILS', times: { count: 2, failures: 1 } });
  expect(named('badges').lastFailure).toBe('UNREACHABLE');
  expect(named('badges').times.p50).toBeGreaterThan(0);
  expect(named('asan-reviews')).toMatchObject({ state: 'NOT_ASKED' });
});

test('a new supergraph is told with what changed, and a refused one with the reason', async () => {
  const first = await tell('members { name schemaHash } schemaChanges { outcome hash breaking changes { path } }');
  expect(first.schemaChanges).toEqual([
    { outcome: 'FIRST', hash: expect.stringMatching(/^[0-9a-f]{12}$/), breaking: 0, changes: [] },
  ]);
  const servers = Object.values(federation.subgraphs).map(({ name, url, typeDefs }) => ({
    name,
    url,
    typeDefs: typeDefs.replace('badge: String', 'medal: String'),
  }));
  await federation.reload(compose(servers));
  await expect(federation.reload('type Query { a: Int }')).rejects.toThrow('not a supergraph');
  const after = await tell(
    'members { name schemaHash } schemaChanges { at outcome reason breaking safe changes { path kind gravity members message } }',
  );
  expect(after.schemaChanges).toMatchObject([
    { outcome: 'REFUSED', reason: expect.stringContaining('not a supergraph'), breaking: 0, changes: [] },
    {
      outcome: 'SERVED',
      reason: null,
      breaking: 1,
      safe: 1,
      changes: [
        { path: 'User.badge', kind: 'REMOVED', gravity: 'BREAKING', members: ['badges'] },
        { path: 'User.medal', kind: 'ADDED', gravity: 'SAFE', members: ['badges'] },
      ],
    },
    { outcome: 'FIRST' },
  ]);
  const hashes = (told: { members: { name: string; schemaHash: string }[] }) =>
    Object.fromEntries(told.members.map(({ name, schemaHash }) => [name, schemaHash]));
  const [then, now] = [hashes(first), hashes(after)];
  expect(now['people']).toBe(then['people']);
  expect(now['badges']).not.toBe(then['badges']);
});

test('a slow operation is told with its plan, without a name that a client made up or any value', async () => {
  const query =
    'query CanaryName($id: ID!) { user(id: $id) { name badge other: reviews(n: 7351) { body author { badge } } } }';
  federation.subgraph('badges').intercept = (_request, response) => {
    setTimeout(() => response.destroy(), 5);
    return true;
  };
  await askAs(null, query, { id: 'u1' });
  const { operations } = await tell(
    `operations { document name trusted isMutation times { count failures } slowest { more fetches {
      stage member kind types entities ms outcome attempts document } } }`,
  );
  const operation = operations.find(({ times }: { times: { failures: number } }) => times.failures > 0);
  expect(operation).toMatchObject({ name: null, trusted: false, isMutation: false, times: { count: 1, failures: 1 } });
  expect(operation.document).toMatch(/^[0-9a-f]{64}$/);
  expect(operation.slowest.fetches[0]).toMatchObject({
    stage: 1,
    member: 'people',
    kind: 'QUERY',
    types: [],
    outcome: 'OK',
  });
  expect(operation.slowest.fetches).toContainEqual(
    expect.objectContaining({
      member: 'badges',
      kind: 'ENTITIES',
      types: ['User'],
      entities: 1,
      outcome: 'UNREACHABLE',
    }),
  );
  const text = JSON.stringify(operations);
  for (const canary of ['CanaryName', '7351', 'u1', 'Aysel']) expect(text).not.toContain(canary);
});

test('a member that takes a name of the gateway’s own is not served', async () => {
  const taking = (typeDefs: string) => startFederation([{ name: 'taker', typeDefs, resolvers: {} }], settings());
  await expect(taking('type Query { gateway: Int }')).rejects.toThrow('"Query.gateway", which is the gateway\'s own');
  await expect(taking('type Query { a: GatewayRun } type GatewayRun { b: Int }')).rejects.toThrow('"GatewayRun"');
});
