import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { post } from '@birlik/test-client';
import { createLogger } from '../telemetry/logger.js';
import { startFederation, type Answer, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import { startRedis, type RedisServer } from '../../testing/redis-server.js';
import { sendJson, type SubgraphDefinition } from '../../testing/subgraph-server.js';
import { RedisKeyStore } from './redis-key-store.js';

const rows: string[] = [];

const notes: SubgraphDefinition = {
  name: 'notes',
  typeDefs: 'type Query { count: Int! } type Mutation { addNote(text: String!): ID fail: ID }',
  resolvers: {
    Query: { count: () => rows.length },
    Mutation: {
      addNote: (_: unknown, { text }: { text: string }) => String(rows.push(text)),
      fail: () => {
        throw new Error('no');
      },
    },
  },
};
const marks: SubgraphDefinition = {
  name: 'marks',
  typeDefs: 'type Query { marks: Int } type Mutation { addMark: ID }',
  resolvers: { Mutation: { addMark: () => 'm1' } },
};

const ADD = 'mutation ($text: String!) { addNote(text: $text) }';

let provider: IdentityProvider;
let redis: RedisServer;
beforeAll(async () => {
  provider = await startIdentityProvider();
  redis = await startRedis();
});
afterAll(async () => {
  await provider.close();
  await redis.close();
});

describe.each(['memory', 'Redis'])('with keys in %s', (where) => {
  let federation: Federation;
  let nextKey = 0;
  beforeAll(async () => {
    federation = await startFederation([notes, marks], {
      issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
      idempotency: where === 'memory' ? { maxBytes: 64_000 } : { redisUrl: redis.url, maxBytes: 64_000 },
    });
  });
  afterAll(() => federation.close());
  beforeEach(() => {
    rows.length = 0;
    for (const subgraph of Object.values(federation.subgraphs)) {
      subgraph.intercept = null;
      subgraph.received.length = 0;
    }
  });

  const newKey = (): string => `${where}-${nextKey++}`;
  const token = (sub: string, claims: object = {}): Promise<string> => provider.token({ sub, ...claims });

  interface Sent {
    readonly query?: string;
    readonly text?: string;
    readonly sub?: string;
    readonly headers?: Record<string, string>;
    readonly claims?: object;
  }

  async function send(key: string, { query = ADD, text = 'a', sub = 'aysel', headers, claims }: Sent = {}) {
    const authorization = `Bearer ${await token(sub, claims)}`;
    const variables = query === ADD ? { text } : {};
    return federation.ask(query, { variables, headers: { authorization, 'idempotency-key': key, ...headers } });
  }

  const code = ({ errors }: Answer): unknown => errors?.[0]?.extensions['code'];
  const isReplay = ({ headers }: Answer): boolean => headers.get('idempotent-replayed') === 'true';

  test('fifty requests at once with one key make one row', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(key)));
    expect(rows).toEqual(['a']);
    const [first, ...rest] = answers.filter(({ status }) => status === 200);
    expect(first?.data).toEqual({ addNote: '1' });
    for (const answer of rest) expect(answer.data).toEqual({ addNote: '1' });
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect([answer.status, code(answer)]).toEqual([409, 'IDEMPOTENCY_KEY_IN_FLIGHT']);
    }
    expect(answers.filter((answer) => answer.status === 200 && !isReplay(answer))).toHaveLength(1);
  });

  test('a repetition gets the same answer without asking a subgraph, in whatever way the key is written', async () => {
    const key = newKey();
    const first = await send(key);
    const second = await send(`"${key}"`);
    expect(second.text).toBe(first.text);
    expect([isReplay(first), isReplay(second)]).toEqual([false, true]);
    expect(federation.subgraph('notes').received).toHaveLength(1);
  });

  test('while the first request runs, a repetition is told so', async () => {
    const key = newKey();
    const asked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    federation.subgraph('notes').intercept = async () => {
      asked.resolve();
      await release.promise;
      return false;
    };
    const first = send(key);
    await asked.promise;
    const second = await send(key);
    expect([second.status, code(second)]).toEqual([409, 'IDEMPOTENCY_KEY_IN_FLIGHT']);
    release.resolve();
    expect((await first).data).toEqual({ addNote: '1' });
    expect(isReplay(await send(key))).toBe(true);
    expect(rows).toEqual(['a']);
  });

  test('a client that disconnected before the answer gets it by asking again', async () => {
    const key = newKey();
    const client = new AbortController();
    federation.subgraph('notes').intercept = () => {
      client.abort();
      return false;
    };
    const left = post(federation.url, ADD, {
      variables: { text: 'a' },
      headers: { authorization: `Bearer ${await token('aysel')}`, 'idempotency-key': key },
      signal: client.signal,
    });
    await expect(left).rejects.toThrow('aborted');
    await expect.poll(async () => (await send(key)).status).toBe(200);
    expect((await send(key)).data).toEqual({ addNote: '1' });
    expect(rows).toEqual(['a']);
  });

  test.each<[string, Sent]>([
    ['other variables', { text: 'b' }],
    ['another document', { query: 'mutation { addNote(text: "a") }' }],
    ['another purpose', { headers: { 'birlik-purpose': 'study' } }],
    ['another organisation', { claims: { org: 'o-2' } }],
    ['other rights', { claims: { roles: ['officer'] } }],
  ])('a key that is used again with %s is refused', async (_what, other) => {
    const key = newKey();
    await send(key);
    const second = await send(key, other);
    expect([second.status, code(second)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(rows).toEqual(['a']);
  });

  test('a key that is used again after another sign-in gets the same answer', async () => {
    const key = newKey();
    const now = Math.floor(Date.now() / 1_000);
    await send(key, { claims: { auth_time: now - 900 } });
    const second = await send(key, { claims: { auth_time: now } });
    expect([second.data, isReplay(second), rows]).toEqual([{ addNote: '1' }, true, ['a']]);
  });

  test('the same key of another person is another key', async () => {
    const key = newKey();
    await send(key, { sub: 'aysel' });
    expect((await send(key, { sub: 'murad' })).data).toEqual({ addNote: '2' });
  });

  test('an error of a subgraph is an answer and is repeated', async () => {
    const key = newKey();
    const first = await send(key, { query: 'mutation { fail }' });
    const second = await send(key, { query: 'mutation { fail }' });
    expect(second.errors).toEqual(first.errors);
    expect(isReplay(second)).toBe(true);
    expect(federation.subgraph('notes').received).toHaveLength(1);
  });

  test('a request that was refused before it ran leaves its key free', async () => {
    const key = newKey();
    const refused = await send(key, { query: 'mutation ($text: String!) { addNote(text: $text) } ' });
    expect(code(refused)).toBe('BAD_USER_INPUT');
    expect((await send(key)).data).toEqual({ addNote: '1' });
  });

  test('a subgraph that was not there leaves the key free', async () => {
    const key = newKey();
    await federation.subgraph('notes').stop();
    expect(code(await send(key))).toBe('UPSTREAM_UNAVAILABLE');
    await federation.subgraph('notes').restart();
    expect((await send(key)).data).toEqual({ addNote: '1' });
  });

  test('when a subgraph may have done it and did not say so, a repetition is not run', async () => {
    const key = newKey();
    federation.subgraph('notes').intercept = (_request, response) => {
      rows.push('perhaps');
      response.destroy();
      return true;
    };
    expect(code(await send(key))).toBe('UPSTREAM_UNAVAILABLE');
    federation.subgraph('notes').intercept = null;
    const second = await send(key);
    expect([second.status, code(second)]).toEqual([409, 'IDEMPOTENCY_OUTCOME_UNKNOWN']);
    expect(rows).toEqual(['perhaps']);
  });

  test('when a subgraph that keeps keys did not say so, a repetition asks it again, with the same key', async () => {
    const keeping = await startFederation([notes], {
      issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
      idempotency: where === 'memory' ? { keptBy: ['notes'] } : { redisUrl: redis.url, keptBy: ['notes'] },
    });
    const key = newKey();
    const headers = { authorization: `Bearer ${await token('aysel')}`, 'idempotency-key': key };
    const again = () => keeping.ask(ADD, { variables: { text: 'a' }, headers });
    const subgraph = keeping.subgraph('notes');
    subgraph.intercept = (_request, response) => {
      response.destroy();
      return true;
    };
    expect(code(await again())).toBe('UPSTREAM_UNAVAILABLE');
    subgraph.intercept = (_request, response) => {
      const extensions = { code: 'UPSTREAM_UNAVAILABLE' };
      sendJson(response, { data: null, errors: [{ message: 'no database', extensions }] });
      return true;
    };
    expect(code(await again())).toBe('UPSTREAM_UNAVAILABLE');
    subgraph.intercept = null;
    expect((await again()).data).toEqual({ addNote: '1' });
    expect(isReplay(await again())).toBe(true);
    expect(new Set(subgraph.received.map((request) => request.headers['idempotency-key'])).size).toBe(1);
    await keeping.close();
  });

  test('what was done before a subgraph was missing is not done again', async () => {
    const query = 'mutation { addNote(text: "a") addMark }';
    const key = newKey();
    await federation.subgraph('marks').stop();
    const first = await send(key, { query });
    await federation.subgraph('marks').restart();
    const second = await send(key, { query });
    expect(second.data).toEqual({ addNote: '1', addMark: null });
    expect(second.errors).toEqual(first.errors);
    expect(rows).toEqual(['a']);
  });

  test('an answer that is too large to keep is not run again either', async () => {
    const key = newKey();
    federation.subgraph('notes').intercept = (_request, response) => {
      sendJson(response, { data: { addNote: 'x'.repeat(1_000) } });
      return true;
    };
    expect((await send(key)).status).toBe(200);
    const second = await send(key);
    expect([second.status, code(second)]).toEqual([409, 'IDEMPOTENCY_ANSWER_NOT_KEPT']);
    expect(federation.subgraph('notes').received).toHaveLength(1);
  });

  test('subgraphs get a key of their own for each mutation, the same for a repetition', async () => {
    const query = 'mutation { addNote(text: "a") addMark second: addNote(text: "a") }';
    const sentKeys = () =>
      Object.values(federation.subgraphs).flatMap(({ received }) =>
        received.map(({ headers }) => String(headers['idempotency-key'])),
      );
    const key = newKey();
    await federation.subgraph('notes').stop();
    await federation.subgraph('marks').stop();
    await send(key, { query });
    await federation.subgraph('notes').restart();
    await federation.subgraph('marks').restart();
    await send(key, { query });
    const keys = sentKeys();
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
    for (const one of keys) expect(one).toMatch(/^"[\w-]{43}"$/);
    expect(keys.join()).not.toContain(key);
  });

  test('queries ignore the key', async () => {
    const key = newKey();
    expect((await send(key, { query: '{ count }' })).data).toEqual({ count: 0 });
    rows.push('x');
    expect((await send(key, { query: '{ count }' })).data).toEqual({ count: 1 });
    expect(federation.subgraph('notes').received[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  test.each(['', '"', 'a b', 'ə', 'x'.repeat(256)])('a mutation with the key <%s> is refused', async (key) => {
    const answer = await federation.ask(ADD, {
      variables: { text: 'a' },
      headers: {
        authorization: `Bearer ${await token('aysel')}`,
        'idempotency-key': Buffer.from(key).toString('latin1'),
      },
    });
    expect([answer.status, code(answer), rows]).toEqual([400, 'BAD_REQUEST', []]);
  });

  test('a key without a token is refused', async () => {
    const answer = await federation.ask(ADD, { variables: { text: 'a' }, headers: { 'idempotency-key': newKey() } });
    expect([answer.status, code(answer), rows]).toEqual([400, 'BAD_REQUEST', []]);
  });
});

describe('several gateways with one Redis', () => {
  test('agree on keys', async () => {
    const overrides = {
      issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
      idempotency: { redisUrl: redis.url },
    };
    const [one, two] = await Promise.all([startFederation([notes], overrides), startFederation([notes], overrides)]);
    rows.length = 0;
    const authorization = `Bearer ${await provider.token({ sub: 'aysel' })}`;
    const headers = { authorization, 'idempotency-key': 'shared' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? one : two).ask(ADD, { variables: { text: 'a' }, headers }),
      ),
    );
    expect(rows).toEqual(['a']);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    for (const { ask } of [one, two]) {
      const answer = await ask(ADD, { variables: { text: 'a' }, headers });
      expect(answer.data).toEqual({ addNote: '1' });
      expect(answer.headers.get('idempotent-replayed')).toBe('true');
    }
    await Promise.all([one.close(), two.close()]);
  });

  test('take a request that runs for longer than any can for one of unknown outcome: its gateway is gone', async () => {
    const options = { url: redis.url, ttlMs: 60_000, longestRunMs: 1 };
    const logger = createLogger('silent');
    const [dead, other] = [new RedisKeyStore(options, logger), new RedisKeyStore(options, logger)];
    expect(await dead.claim('of-a-dead-gateway', 'f')).toBeNull();
    await dead.close();
    const known = () => other.claim('of-a-dead-gateway', 'f');
    await expect.poll(known).toEqual({ state: 'unknown', fingerprint: 'f' });
    await other.close();
  });

  test('do not run a mutation with a key when Redis is not there', async () => {
    const federation = await startFederation([notes], {
      issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
      idempotency: { redisUrl: 'redis://127.0.0.1:1' },
    });
    rows.length = 0;
    const authorization = `Bearer ${await provider.token({ sub: 'aysel' })}`;
    const refused = await federation.ask(ADD, {
      variables: { text: 'a' },
      headers: { authorization, 'idempotency-key': 'k' },
    });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.errors?.[0]?.extensions).toEqual({ code: 'IDEMPOTENCY_UNAVAILABLE' });
    expect(rows).toEqual([]);
    const without = await federation.ask(ADD, { variables: { text: 'a' }, headers: { authorization } });
    expect(without.data).toEqual({ addNote: '1' });
    await federation.close();
  });
});
