import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { post, type AskOptions } from '@birlik/test-client';
import { startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import { hold, received, sharingSubgraphs } from '../../testing/sharing-subgraphs.js';
import { sendJson } from '../../testing/subgraph-server.js';

// An hour: no time runs out in these tests.
const timeouts = { fetchMs: 3_600_000, requestMs: 3_600_000 };

let provider: IdentityProvider;
let federation: Federation;
beforeAll(async () => {
  provider = await startIdentityProvider();
  federation = await startFederation(sharingSubgraphs, {
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    sharing: { batch: { waitMs: 1_000 } },
    timeouts,
  });
});
afterAll(async () => {
  await federation.close();
  await provider.close();
});
afterEach(() => {
  for (const subgraph of Object.values(federation.subgraphs)) {
    subgraph.intercept = null;
    subgraph.received.length = 0;
  }
});

const bearer = async (sub: string) => ({ authorization: `Bearer ${await provider.token({ sub })}` });

/** Equal root fetches of the registry, and a different one of the marks for each. */
const NAME = 'query Name($n: Int!) { person(id: "1") { name } mark(n: $n) }';
/** Equal entity fetches of the points but for the person. */
const POINTS = 'query Points($id: ID!, $n: Int!) { person(id: $id) { points mark(n: $n) } }';

/** Asks all at once while the registry is held, so that what can be joined is. */
async function askTogether(query: string, options: readonly AskOptions[]) {
  const open = hold(federation.subgraph('registry'));
  const answers = options.map((one, n) => federation.ask(query, { ...one, variables: { n, ...one.variables } }));
  await received(federation, 'marks', options.length);
  open();
  return Promise.all(answers);
}

/** Asks for the points of people at once; those who come while the first request for points runs wait for it. */
async function askPoints(ids: readonly string[], options: (index: number) => AskOptions = () => ({})) {
  const openRegistry = hold(federation.subgraph('registry'));
  const openPoints = hold(federation.subgraph('points'));
  const answers = ids.map((id, n) => federation.ask(POINTS, { ...options(n), variables: { id, n } }));
  openRegistry();
  await received(federation, 'marks', ids.length);
  openPoints();
  return Promise.all(answers);
}

const evil = (count: number) => Array.from({ length: count }, () => ({ points: 666 }));

const askedPoints = () =>
  federation
    .subgraph('points')
    .received.map(({ variables }) => variables['representations'] as readonly { id: string }[]);

describe('equal requests at the same time', () => {
  test('for the same requester are one', async () => {
    const answers = await askTogether(NAME, [{}, {}, {}, {}]);
    expect(answers.map(({ data }) => data)).toEqual(
      [0, 1, 2, 3].map((n) => ({ person: { name: 'name of 1' }, mark: n })),
    );
    expect(federation.subgraph('registry').received).toHaveLength(1);
  });

  test('of one viewer are one', async () => {
    const headers = await bearer('aysel');
    await askTogether(NAME, [{ headers }, { headers }]);
    expect(federation.subgraph('registry').received).toHaveLength(1);
  });

  test.each<[string, () => Promise<readonly Record<string, string>[]>]>([
    ['two viewers', async () => [await bearer('aysel'), await bearer('murad')]],
    ['a viewer and nobody', async () => [await bearer('aysel'), {}]],
    [
      'one viewer for two purposes',
      async () => [await bearer('aysel'), { ...(await bearer('aysel')), 'birlik-purpose': 'study' }],
    ],
    ['nobody in two languages', async () => [{ 'accept-language': 'az' }, { 'accept-language': 'en' }]],
  ])('of %s are as many', async (_who, make) => {
    const headers = await make();
    const answers = await askTogether(
      NAME,
      headers.map((one) => ({ headers: one })),
    );
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    expect(federation.subgraph('registry').received).toHaveLength(2);
  });

  test('of operations with other names are as many', async () => {
    const open = hold(federation.subgraph('registry'));
    const answers = [NAME, NAME.replace('Name', 'Other')].map((query, n) =>
      federation.ask(query, { variables: { n } }),
    );
    await received(federation, 'marks', 2);
    open();
    await Promise.all(answers);
    expect(federation.subgraph('registry').received).toHaveLength(2);
  });

  test('fail for all of them when they fail', async () => {
    const open = Promise.withResolvers<void>();
    federation.subgraph('registry').intercept = async (_request, response) => {
      await open.promise;
      sendJson(response, { data: null, errors: [{ message: 'closed', extensions: { code: 'FORBIDDEN' } }] });
      return true;
    };
    const answers = [0, 1].map((n) => federation.ask(NAME, { variables: { n } }));
    await received(federation, 'marks', 2);
    open.resolve();
    for (const { data, errors } of await Promise.all(answers)) {
      expect(data).toMatchObject({ person: null });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
    expect(federation.subgraph('registry').received).toHaveLength(1);
  });

  test('are as many in mutations', async () => {
    const mutation = 'mutation Touch { touch(id: "1") }';
    await Promise.all([1, 2, 3].map(() => federation.ask(mutation)));
    expect(federation.subgraph('registry').received).toHaveLength(3);
  });

  test('are two when a mutation came back in between, as the first may be older than it', async () => {
    const open = hold(federation.subgraph('registry'), ({ query }) => query.includes('person'));
    const first = federation.ask(NAME, { variables: { n: 0 } });
    await received(federation, 'marks', 1);
    await federation.ask('mutation { touch(id: "1") }');
    const second = federation.ask(NAME, { variables: { n: 1 } });
    await received(federation, 'marks', 2);
    open();
    await Promise.all([first, second]);
    expect(federation.subgraph('registry').received.filter(({ query }) => query.includes('person'))).toHaveLength(2);
  });

  test('go on for those who stay when one client disconnects, and end when all have', async () => {
    const closed = Promise.withResolvers<void>();
    const open = Promise.withResolvers<void>();
    federation.subgraph('registry').intercept = async (_request, response) => {
      response.once('close', () => closed.resolve());
      await open.promise;
      return response.destroyed;
    };
    const clients = [0, 1, 2].map((n) => {
      const client = new AbortController();
      const answer = post(federation.url, NAME, { variables: { n }, signal: client.signal });
      return { client, answer };
    });
    await received(federation, 'marks', 3);
    clients[0]?.client.abort();
    await expect(clients[0]?.answer).rejects.toThrow('aborted');
    // A later request is answered, so the gateway knows by now that the first client has disconnected.
    await federation.ask('{ mark(n: 9) }');
    open.resolve();
    for (const one of clients.slice(1)) {
      expect(await (await one.answer).json()).toMatchObject({ data: { person: { name: 'name of 1' } } });
    }
    expect(federation.subgraph('registry').received).toHaveLength(1);

    federation.subgraph('registry').intercept = (_request, response) => {
      response.once('close', () => closed.resolve());
      return true;
    };
    const last = [3, 4].map((n) => {
      const client = new AbortController();
      const answer = post(federation.url, NAME, { variables: { n }, signal: client.signal }).catch(
        () => 'disconnected',
      );
      return { client, answer };
    });
    await received(federation, 'registry', 2);
    for (const { client } of last) client.abort();
    expect(await Promise.all(last.map(({ answer }) => answer))).toEqual(['disconnected', 'disconnected']);
    await closed.promise;
  });
});

describe('entities of several operations', () => {
  const ids = ['1', '2', '3', '13', '5', '2'];

  test('are asked in one or two requests, each once, and each operation gets its own with its errors', async () => {
    const answers = await askPoints(ids);
    answers.forEach(({ data, errors }, index) => {
      const id = ids[index] ?? '';
      expect(data).toEqual({ person: { points: id === '13' ? null : Number(id) * 10, mark: index } });
      if (id === '13') expect(errors).toMatchObject([{ message: 'no luck', path: ['person', 'points'] }]);
      else expect(errors).toBeUndefined();
    });
    const asked = askedPoints();
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(
      asked
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['1', '13', '2', '3', '5']);
  });

  test('of two viewers are never in one request', async () => {
    const viewers = [await bearer('aysel'), await bearer('murad')] as const;
    const answers = await askPoints(['1', '2', '3', '4'], (index) => ({ headers: viewers[index % 2 === 0 ? 0 : 1] }));
    expect(answers.map(({ data }) => data.person.points)).toEqual([10, 20, 30, 40]);
    for (const representations of askedPoints()) {
      expect(new Set(representations.map(({ id }) => Number(id) % 2)).size).toBe(1);
    }
  });

  test.each<[string, (count: number) => unknown]>([
    ['without data', () => ({ data: null, errors: [{ message: 'bad person', path: ['_entities', 0] }] })],
    ['with a list that is too short', () => ({ data: { _entities: [{ points: 666 }] } })],
    ['with a list that is too long', (count) => ({ data: { _entities: evil(count + 1) } })],
    ['with an error about nothing', (count) => ({ data: { _entities: evil(count) }, errors: [{ message: 'x' }] })],
    [
      'with an error beyond the list',
      (count) => ({
        data: { _entities: evil(count) },
        errors: [{ message: 'x', path: ['_entities', 99] }],
      }),
    ],
    ['that is no GraphQL', () => [1, 2]],
  ])('that are answered %s are asked again one by one, so nobody pays for another', async (_what, answer) => {
    const hostile = await startFederation(sharingSubgraphs, { sharing: { batch: { waitMs: 1_000 } }, timeouts });
    try {
      const open = Promise.withResolvers<void>();
      const subgraph = hostile.subgraph('points');
      subgraph.intercept = async ({ variables }, response) => {
        const people = variables['representations'] as readonly { id: string }[];
        await open.promise;
        if (people.length === 1 && people[0]?.id !== '666') return false;
        sendJson(response, answer(people.length));
        return true;
      };
      const people = ['1', '2', '666', '4'];
      const answers = people.map((id, n) => hostile.ask(POINTS, { variables: { id, n } }));
      await received(hostile, 'marks', people.length);
      open.resolve();
      const got = await Promise.all(answers);
      expect([0, 1, 3].map((index) => got[index]?.data.person.points)).toEqual([10, 20, 40]);
      for (const index of [0, 1, 3]) expect(got[index]?.errors).toBeUndefined();

      // What could not be split is not batched again at once: each of these is a request of its own.
      subgraph.intercept = null;
      subgraph.received.length = 0;
      await Promise.all(['7', '8', '9'].map((id, n) => hostile.ask(POINTS, { variables: { id, n } })));
      expect(subgraph.received).toHaveLength(3);
    } finally {
      await hostile.close();
    }
  });

  test('are at most as many in one request as configured', async () => {
    const small = await startFederation(sharingSubgraphs, {
      sharing: { batch: { waitMs: 1_000, maxEntities: 2 } },
      timeouts,
    });
    try {
      const open = hold(small.subgraph('points'));
      const answers = ['1', '2', '3', '4', '5', '6', '7'].map((id, n) => small.ask(POINTS, { variables: { id, n } }));
      await received(small, 'marks', 7);
      open();
      expect((await Promise.all(answers)).map(({ data }) => data.person.points)).toEqual([10, 20, 30, 40, 50, 60, 70]);
      for (const { variables } of small.subgraph('points').received) {
        expect((variables['representations'] as readonly unknown[]).length).toBeLessThanOrEqual(2);
      }
    } finally {
      await small.close();
    }
  });
});

describe('what carries a decision of one subgraph to another', () => {
  test('is asked once for each operation, with all that stands beside it', async () => {
    const query = 'query Study { person(id: "1") { study withheld } }';
    const answers = await Promise.all(Array.from({ length: 6 }, () => federation.ask(query)));
    for (const { data, errors } of answers) {
      expect(errors).toBeUndefined();
      expect(data).toEqual({ person: { study: 'mathematics', withheld: null } });
    }
    const registry = federation.subgraph('registry').received;
    expect(registry).toHaveLength(6);
    expect(registry.every(({ query: asked }) => asked.includes('permit') && asked.includes('withheld'))).toBe(true);
    expect(askedPoints().map((people) => people.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

test('each kind of sharing can be switched off', async () => {
  const off = await startFederation(sharingSubgraphs, {
    sharing: { join: 'off', batch: { enabled: 'off' }, cache: { store: 'off' } },
    timeouts,
  });
  try {
    const answers = await Promise.all([1, 1, 2].map((id, n) => off.ask(POINTS, { variables: { id: String(id), n } })));
    expect(answers.map(({ data }) => data.person.points)).toEqual([10, 10, 20]);
    expect(off.subgraph('registry').received).toHaveLength(3);
    expect(off.subgraph('points').received).toHaveLength(3);
  } finally {
    await off.close();
  }
});
