import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { badges, changes, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { sendJson } from '../../testing/subgraph-server.js';

const TIMEOUT_MS = 300;
const MAX_BYTES = 20_000;
const PROFILE = '{ me { id name age badge reviews { body stars } } motto }';

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges], {
    timeouts: { fetchMs: TIMEOUT_MS },
    limits: { responseBytes: MAX_BYTES },
    // These tests fail more often than the usual budget of retries and the breaker allow.
    transport: { breaker: { failureRatio: 2 }, retry: { minimumPerSecond: 1_000 } },
  });
});
afterAll(() => federation.close());
afterEach(() => {
  for (const subgraph of Object.values(federation.subgraphs)) subgraph.intercept = null;
});

const places = (errors: Awaited<ReturnType<Federation['ask']>>['errors']) =>
  (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions['code']} ${extensions['service']}`);

describe('a subgraph that is down', () => {
  test.each(['connection', 'status', 'malformed', 'slow', 'oversized', 'half'] as const)(
    'leaves the rest in place with a coded error at each missing field (%s)',
    async (way) => {
      const subgraph = federation.subgraph('badges');
      subgraph.intercept = async (_request, response) => {
        if (way === 'connection') response.destroy();
        if (way === 'status') response.writeHead(502).end('<html>Bad gateway</html>');
        if (way === 'malformed') response.writeHead(200).end('[1, 2');
        if (way === 'oversized') response.writeHead(200).end(`{"data":{"x":"${'x'.repeat(MAX_BYTES)}"}}`);
        if (way === 'half') {
          response.writeHead(200, { 'content-length': '1000' });
          response.write('{"data":');
          setImmediate(() => response.destroy());
        }
        return true;
      };
      const { status, data, errors } = await federation.ask('{ me { id name age badge reviews { body } } }');
      expect(status).toBe(200);
      expect(data.me).toEqual({
        id: 'u1',
        name: 'Aysel',
        age: 21,
        badge: null,
        reviews: [{ body: 'body of r3' }, { body: 'body of r4' }],
      });
      expect(places(errors)).toEqual(['me.badge UPSTREAM_UNAVAILABLE badges']);
    },
  );

  test('the first of the plan takes only its own root fields along', async () => {
    federation.subgraph('people').intercept = (_request, response) => Boolean(response.destroy());
    const { data, errors } = await federation.ask('{ me { name badge } top { price } }');
    expect(data).toEqual({ me: null, top: [{ price: 10 }, { price: 20 }] });
    expect(places(errors)).toEqual(['me UPSTREAM_UNAVAILABLE people']);
  });

  test('one in the middle takes along what depends on it, under its own name', async () => {
    federation.subgraph('asan-reviews').intercept = (_request, response) => Boolean(response.destroy());
    const { data, errors } = await federation.ask('{ me { name badge } users { age name } }');
    expect(data.me).toEqual({ name: 'Aysel', badge: 'gold' });
    expect(data.users.map((user: { age: unknown }) => user.age)).toEqual([null, null, null]);
    expect(places(errors)).toEqual([0, 1, 2].map((i) => `users.${i}.age UPSTREAM_UNAVAILABLE asan-reviews`));
  });

  test('a non-null field takes its nearest nullable parent along, with the error at the field', async () => {
    federation.subgraph('badges').intercept = (_request, response) => Boolean(response.destroy());
    const { data, errors } = await federation.ask('{ a: me { name rank } b: top { price } }');
    expect(data).toEqual({ a: null, b: [{ price: 10 }, { price: 20 }] });
    expect(places(errors)).toEqual(['a.rank UPSTREAM_UNAVAILABLE badges']);
  });

  test('a non-null root field takes all data along', async () => {
    federation.subgraph('badges').intercept = (_request, response) => Boolean(response.destroy());
    const { data, errors, status } = await federation.ask('{ me { name } motto }');
    expect(status).toBe(200);
    expect(data).toBeNull();
    expect(places(errors)).toEqual(['motto UPSTREAM_UNAVAILABLE badges']);
  });

  test('a restarted one is back for the very next request', async () => {
    const subgraph = federation.subgraph('badges');
    expect((await federation.ask(PROFILE)).errors).toBeUndefined();
    await subgraph.stop();
    expect((await federation.ask('{ me { badge } }')).data.me).toEqual({ badge: null });
    await subgraph.restart();
    const { data, errors } = await federation.ask(PROFILE);
    expect(errors).toBeUndefined();
    expect(data.me.badge).toBe('gold');
  });
});

describe('connections', () => {
  test('a query whose connection breaks before the answer is sent once more, a mutation is not', async () => {
    let breaks = 1;
    changes.length = 0;
    const subgraph = federation.subgraph('people');
    subgraph.intercept = (_request, response) => breaks-- > 0 && Boolean(response.destroy());
    expect((await federation.ask('{ me { name } }')).data).toEqual({ me: { name: 'Aysel' } });
    breaks = 1;
    const before = subgraph.received.length;
    const { data, errors } = await federation.ask('mutation { rename(id: "u1", name: "X") { name } }');
    expect(data).toEqual({ rename: null });
    expect(places(errors)).toEqual(['rename UPSTREAM_UNAVAILABLE people']);
    expect(subgraph.received.length - before).toBe(1);
    expect(changes).toEqual([]);
  });

  test('an answer that broke off is not asked again', async () => {
    const subgraph = federation.subgraph('badges');
    const before = subgraph.received.length;
    subgraph.intercept = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{');
      setImmediate(() => response.destroy());
      return true;
    };
    await federation.ask('{ me { badge } }');
    expect(subgraph.received.length - before).toBe(1);
  });
});

describe('errors of a subgraph', () => {
  test('keep message and code, get the service, and stand at the path of the client', async () => {
    federation.subgraph('badges').intercept = ({ query, variables }, response) => {
      if (!query.includes('badge')) return false;
      const count = (variables['representations'] as unknown[]).length;
      sendJson(response, {
        data: { _entities: Array.from({ length: count }, (_, index) => ({ badge: index === 1 ? null : 'ok' })) },
        errors: [
          {
            message: 'No badge today.',
            path: ['_entities', 1, 'badge'],
            extensions: { code: 'FORBIDDEN', stacktrace: ['at secret'], service: 'somebody else' },
          },
        ],
      });
      return true;
    };
    const { data, errors, text } = await federation.ask('{ people: users { badge } }');
    expect(data).toEqual({ people: [{ badge: 'ok' }, { badge: null }, { badge: 'ok' }] });
    expect(errors).toEqual([
      {
        message: 'No badge today.',
        path: ['people', 1, 'badge'],
        extensions: { code: 'FORBIDDEN', service: 'badges' },
      },
    ]);
    expect(text).not.toContain('secret');
  });

  test('of an answer without data stand at every field that it leaves open', async () => {
    federation.subgraph('badges').intercept = (_request, response) => {
      sendJson(response, { errors: [{ message: 'Who are you?', extensions: { code: 'UNAUTHENTICATED' } }] }, 401);
      return true;
    };
    const { data, errors } = await federation.ask('{ me { badge name } }');
    expect(data).toEqual({ me: { badge: null, name: 'Aysel' } });
    expect(places(errors)).toEqual(['me.badge UNAUTHENTICATED badges']);
  });

  test('a fetch whose needed value failed is not sent for that entity and names who failed', async () => {
    federation.subgraph('people').intercept = ({ query }, response) => {
      if (!query.includes('grant')) return false;
      sendJson(response, {
        data: {
          users: [
            { __typename: 'User', id: 'u1', grant: { ok: true } },
            { __typename: 'User', id: 'u2', grant: null },
          ],
        },
        errors: [
          { message: 'No log, no data.', path: ['users', 1, 'grant'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
        ],
      });
      return true;
    };
    const { data, errors, fetches } = await federation.ask('{ users { id age } }');
    expect(data.users).toEqual([
      { id: 'u1', age: 21 },
      { id: 'u2', age: null },
    ]);
    expect(places(errors)).toEqual(['users.1.age INTERNAL_SERVER_ERROR people']);
    expect(fetches.at(-1)).toMatchObject({ service: 'asan-reviews', representations: 1 });
  });
});

describe('a hostile subgraph', () => {
  test('cannot put in fields that it was not asked for', async () => {
    // The truth is null, so that a forged value would stay whichever answer comes first.
    federation.subgraph('people').intercept = (_request, response) => {
      const truth = { __typename: 'User', id: 'u3', name: null, kind: null, grant: null };
      sendJson(response, { data: { user: truth } });
      return true;
    };
    federation.subgraph('asan-reviews').intercept = (_request, response) => {
      sendJson(response, { data: { _entities: [{ age: null, reviews: [] }] } });
      return true;
    };
    federation.subgraph('badges').intercept = (_request, response) => {
      const forged = { grant: { ok: true }, name: 'forged', id: 'u1', __typename: 'Product', kind: 'GUEST', age: 99 };
      sendJson(response, {
        data: { _entities: [{ badge: 'x', rank: 3, ...forged }], user: forged, me: forged, motto: 'forged', top: [] },
        age: 99,
      });
      return true;
    };
    const query = '{ user(id: "u3") { id name kind badge age __typename } me: user(id: "u3") { rank } }';
    const { data, errors } = await federation.ask(query);
    expect(errors).toBeUndefined();
    const user = { id: 'u3', name: null, kind: null, badge: 'x', age: null, __typename: 'User' };
    expect(data).toEqual({ user, me: { rank: 3 } });
  });

  test('cannot put a needed value of another owner into an object that it returns itself', async () => {
    const reviewsServer = federation.subgraph('asan-reviews');
    const forged = { __typename: 'User', id: 'u3', grant: { ok: true }, name: 'forged', badge: 'forged' };
    reviewsServer.intercept = ({ query }, response) => {
      if (!query.includes('author')) return false;
      sendJson(response, { data: { top: [{ reviews: [{ __typename: 'Review', id: 'r1', author: forged }] }] } });
      return true;
    };
    const { data } = await federation.ask('{ top { reviews { author { name badge age } } } }');
    expect(data.top).toEqual([{ reviews: [{ author: { name: 'Leyla', badge: 'bronze', age: null } }] }]);
  });

  test('cannot reach prototypes', async () => {
    federation.subgraph('badges').intercept = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        '{"data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"_entities":[{"badge":"b","__proto__":{"name":"forged","polluted":1}}]}}',
      );
      return true;
    };
    const { data } = await federation.ask('{ me { badge toString: name constructor: badge } }');
    expect(data).toEqual({ me: { badge: 'b', toString: 'Aysel', constructor: 'b' } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['too few', []],
    ['too many', [{ badge: 'a' }, { badge: 'b' }]],
    ['no list', { badge: 'a' }],
    ['scalars', ['gold']],
  ])('that answers %s entities has not answered', async (_way, entities) => {
    federation.subgraph('badges').intercept = (_request, response) => {
      sendJson(response, { data: { _entities: entities } });
      return true;
    };
    const { data, errors } = await federation.ask('{ me { name badge } }');
    expect(data).toEqual({ me: { name: 'Aysel', badge: null } });
    expect(places(errors)).toEqual(['me.badge UPSTREAM_UNAVAILABLE badges']);
  });

  test.each([
    ['a left out field', {}],
    ['an object for text', { badge: { a: 1 } }],
    ['a number for text', { badge: 5 }],
  ])('that answers %s has not answered that field', async (_way, entity) => {
    federation.subgraph('badges').intercept = (_request, response) => {
      sendJson(response, { data: { _entities: [entity] } });
      return true;
    };
    const { data, errors } = await federation.ask('{ me { name badge } }');
    expect(data).toEqual({ me: { name: 'Aysel', badge: null } });
    expect(places(errors)).toEqual(['me.badge UPSTREAM_UNAVAILABLE badges']);
  });

  test.each([
    [
      'an inaccessible enum value',
      '{ me { name kind } }',
      { me: { name: 'A', kind: 'SECRET' } },
      { name: 'A', kind: null },
    ],
    ['an invented enum value', '{ me { name kind } }', { me: { name: 'A', kind: 'NOPE' } }, { name: 'A', kind: null }],
    ['a list for an object', '{ me { name } }', { me: [{ name: 'A' }] }, null],
    ['text for an object', '{ me { name } }', { me: 'A' }, null],
  ])('that answers %s gets null and an error in its place', async (_way, query, answer, me) => {
    federation.subgraph('people').intercept = (_request, response) => {
      sendJson(response, { data: answer });
      return true;
    };
    const { data, errors } = await federation.ask(query);
    expect(data).toEqual({ me });
    expect(errors).toHaveLength(1);
  });

  test('that claims an impossible type is not believed', async () => {
    federation.subgraph('people').intercept = (_request, response) => {
      sendJson(response, { data: { things: [{ __typename: 'Review', id: 'r1' }, { __typename: 'Evil' }, null] } });
      return true;
    };
    const { data, errors } = await federation.ask('{ things { __typename ... on User { id } } }');
    expect(data).toEqual({ things: [null, null, null] });
    expect(errors).toHaveLength(2);
  });

  test('that nests lists without end is refused without harm', async () => {
    federation.subgraph('people').intercept = (_request, response) => {
      const depth = 9_000;
      response.writeHead(200).end(`{"data":{"me":{"name":${'['.repeat(depth)}${']'.repeat(depth)}}}}`);
      return true;
    };
    const { data, errors } = await federation.ask('{ me { name } }');
    expect(data).toEqual({ me: { name: null } });
    expect(places(errors)).toEqual(['me.name UPSTREAM_UNAVAILABLE people']);
  });
});
