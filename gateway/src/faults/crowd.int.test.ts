import { defaultLanguage } from '@birlik/messages/language';
import { explain } from '../errors/messages.js';
import { post, readAnswer } from '@birlik/test-client';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ConfigInput } from '../config/config.js';
import { badges, changes, people, reviews } from '../../testing/demo-subgraphs.js';
import { openStream } from '../../testing/event-client.js';
import { NO_SHARING, startFederation, type Answer, type Federation } from '../../testing/federation.js';

let federation: Federation;
afterEach(() => federation.close());

async function start(config: Partial<ConfigInput>): Promise<void> {
  federation = await startFederation([people, reviews, badges], { ...NO_SHARING, ...config });
}

const codes = ({ errors }: Answer) => (errors ?? []).map(({ extensions }) => extensions['code']);
const PROFILE = '{ me { name age badge } }';
const REFUSED = {
  status: 503,
  errors: [
    {
      message: explain('services-busy').in(defaultLanguage),
      extensions: { code: 'UPSTREAM_OVERLOADED' },
    },
  ],
};

/** Makes a subgraph answer nobody until it is told to. */
function hold(name: string): { readonly received: () => number; readonly release: () => void } {
  const subgraph = federation.subgraph(name);
  const gate = Promise.withResolvers<void>();
  subgraph.intercept = async () => {
    await gate.promise;
    return false;
  };
  return { received: () => subgraph.received.length, release: gate.resolve };
}

/** Waits for a short time only, so it takes no place for long. */
const hurried = () => federation.ask('{ me { badge } }', { headers: { 'birlik-deadline-ms': '100' } });
/** Requests that have begun and are not answered; each subgraph is asked nothing else meanwhile. */
const running = (count: number, query: string) => Array.from({ length: count }, () => federation.ask(query));

describe('a crowd before subgraphs with few places', () => {
  const clients = 30;

  test.each([
    ['undici', '{ me { name } }'],
    ['own', '{ me { name } }'],
    ['undici', PROFILE],
    ['own', PROFILE],
  ] as const)('is served in turn (%s, %s)', async (client, query) => {
    await start({ transport: { client, concurrency: 2 } });
    const answered = Array.from({ length: clients }, () => 0);
    // Not all connections are there at the beginning; who has one is counted from the time when everybody has.
    const all = Promise.withResolvers<void>();
    let left = clients;
    await Promise.all(
      answered.map(async (_, index) => {
        await federation.ask(query);
        if (--left === 0) {
          left = 4 * clients;
          all.resolve();
        }
        await all.promise;
        while (left-- > 0) {
          const answer = await federation.ask(query);
          expect([answer.status, codes(answer)]).toEqual([200, []]);
          answered[index] = (answered[index] ?? 0) + 1;
        }
      }),
    );
    // Whoever asks again at once stands behind all others.
    expect(Math.min(...answered)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...answered)).toBeLessThanOrEqual(5);
  });

  test.each(['undici', 'own'] as const)('larger than the queue gets whole answers or none (%s)', async (client) => {
    await start({ transport: { client, concurrency: 2, queue: 4 } });
    const outcomes = { served: 0, refused: 0 };
    let left = 8 * clients;
    const ask = async (): Promise<void> => {
      while (left-- > 0) {
        const { status, headers, errors, data } = await federation.ask(PROFILE);
        if (status === 503) {
          expect({ status, errors }).toEqual(REFUSED);
          expect(headers.get('retry-after')).toBe('1');
          outcomes.refused++;
        } else {
          expect({ status, errors, data }).toEqual({
            status: 200,
            data: { me: { name: 'Aysel', age: 21, badge: 'gold' } },
          });
          outcomes.served++;
        }
      }
    };
    await Promise.all(Array.from({ length: clients }, ask));
    expect(outcomes.served).toBeGreaterThan(0);
    expect(outcomes.refused).toBeGreaterThan(0);
  });

  test('is told 503 and when to come again where the queue is full, and what was let in is served', async () => {
    await start({ subgraphs: { people: { concurrency: 2, queue: 3 } } });
    const people = hold('people');
    const served = running(5, '{ me { name badge } }');
    await expect.poll(people.received).toBe(2);
    const { status, headers, errors } = await readAnswer(await post(federation.url, '{ me { name badge } }'));
    expect({ status, errors }).toEqual(REFUSED);
    expect(headers.get('retry-after')).toBe('1');
    people.release();
    for (const answer of await Promise.all(served)) {
      expect([answer.status, answer.data, codes(answer)]).toEqual([200, { me: { name: 'Aysel', badge: 'gold' } }, []]);
    }
  });

  test('does not keep others from subgraphs that have room', async () => {
    await start({ subgraphs: { badges: { concurrency: 1, queue: 1 } } });
    const badges = hold('badges');
    const waiting = [...running(1, '{ me { badge } }')];
    await expect.poll(badges.received).toBe(1);
    waiting.push(...running(1, '{ me { badge } }'));
    await expect.poll(async () => (await hurried()).status).toBe(503);
    expect(federation.subgraph('badges').received).toHaveLength(1);
    expect((await federation.ask('{ me { name age } }')).data).toEqual({ me: { name: 'Aysel', age: 21 } });
    badges.release();
    for (const answer of await Promise.all(waiting)) expect(answer.data.me.badge).toBe('gold');
  });
});

describe('a request whose time goes by while it waits for a place', () => {
  const slow = {
    subgraphs: { badges: { concurrency: 1, timeoutMs: 200 } },
    transport: { breaker: { failureRatio: 2 } },
  };

  test('refuses its query as a whole', async () => {
    await start(slow);
    const badges = hold('badges');
    const first = federation.ask('{ me { name badge } }');
    await expect.poll(badges.received).toBe(1);
    const { status, errors } = await federation.ask('{ me { name badge } }');
    expect({ status, errors }).toEqual(REFUSED);
    expect(codes(await first)).toEqual(['UPSTREAM_UNAVAILABLE']);
  });

  test('is told beside what a mutation has done', async () => {
    await start(slow);
    const badges = hold('badges');
    const first = federation.ask('{ me { name badge } }');
    await expect.poll(badges.received).toBe(1);
    changes.length = 0;
    const answer = await federation.ask('mutation { rename(id: "u1", name: "X") { name badge } }');
    expect([answer.status, answer.data, codes(answer)]).toEqual([
      200,
      { rename: { name: 'X', badge: null } },
      ['UPSTREAM_OVERLOADED'],
    ]);
    expect(changes).toEqual(['rename u1 X']);
    await first;
  });
});

test('a query whose client disconnects gives up its place in the queue', async () => {
  await start({ subgraphs: { badges: { concurrency: 1, queue: 1 } } });
  const badges = hold('badges');
  const [first] = running(1, '{ me { badge } }');
  await expect.poll(badges.received).toBe(1);
  const client = new AbortController();
  const waiting = post(federation.url, '{ me { badge } }', { signal: client.signal });
  // The queue is full as soon as another is refused.
  await expect.poll(async () => codes(await hurried())).toEqual(['UPSTREAM_OVERLOADED']);
  client.abort();
  await expect(waiting).rejects.toThrow('aborted');
  // The place is free: this one waits until its deadline instead of being refused.
  await expect.poll(async () => codes(await hurried())).toEqual(['DEADLINE_EXCEEDED']);
  badges.release();
  expect((await first)?.data).toEqual({ me: { badge: 'gold' } });
});

test('an operation that is refused is not paid for', async () => {
  await start({
    subgraphs: { people: { concurrency: 1, queue: 0 } },
    budget: { capacity: 30, refillPerSecond: 0.001 },
  });
  const people = hold('people');
  const first = federation.ask('{ me { name } }');
  await expect.poll(people.received).toBe(1);
  for (let refused = 0; refused < 20; refused++) {
    expect(codes(await federation.ask('{ me { name } }'))).toEqual(['UPSTREAM_OVERLOADED']);
  }
  people.release();
  expect(codes(await first)).toEqual([]);
});

describe('streams', () => {
  test('of events are refused before they begin', async () => {
    await start({ subgraphs: { people: { concurrency: 1, queue: 0 } } });
    const people = hold('people');
    const first = federation.ask('{ me { name } }');
    await expect.poll(people.received).toBe(1);
    const stream = await openStream(federation.url, '{ me { name } }');
    expect([stream.status, stream.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await stream.text()).toContain('UPSTREAM_OVERLOADED');
    people.release();
    await first;
  });

  test.each([
    ['when a subgraph is full', 'UPSTREAM_OVERLOADED', { subgraphs: { people: { concurrency: 1, queue: 0 } } }],
    ['when the gateway is full', 'OVERLOADED', { shedding: { maxRequests: 1 } }],
  ])('on sockets end with a code %s', async (_when, code, config) => {
    await start(config);
    const people = hold('people');
    const first = federation.ask('{ me { name } }');
    await expect.poll(people.received).toBe(1);
    const client = createClient({
      url: federation.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const next = client.iterate({ query: '{ me { name } }' }).next();
    await expect(next).rejects.toMatchObject([{ extensions: { code } }]);
    people.release();
    await first;
    const after = await client.iterate({ query: '{ me { name } }' }).next();
    expect(after.value).toEqual({ data: { me: { name: 'Aysel' } } });
    await client.dispose();
  });
});
