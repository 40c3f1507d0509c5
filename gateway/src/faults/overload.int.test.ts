import { afterEach, describe, expect, test } from 'vitest';
import { post } from '@birlik/test-client';
import type { ConfigInput } from '../config/config.js';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { NO_SHARING, startFederation, type Answer, type Federation } from '../../testing/federation.js';
import { sendJson, type Intercept } from '../../testing/subgraph-server.js';

/** No breaker that opens: the budget alone keeps the load down. */
const NO_BREAKER = { failureRatio: 2 };
const REQUESTS = 300;

let federation: Federation;
afterEach(() => federation.close());

async function start(config: Partial<ConfigInput>): Promise<void> {
  federation = await startFederation([people, reviews, badges], { ...NO_SHARING, ...config });
}

const codes = ({ errors }: Answer) => (errors ?? []).map(({ extensions }) => extensions['code']);

async function load(requests: number, query: string): Promise<Answer[]> {
  const answers: Answer[] = [];
  let sent = 0;
  const worker = async (): Promise<void> => {
    while (sent < requests) {
      sent++;
      answers.push(await federation.ask(query));
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return answers;
}

const unavailable: Intercept = (_request, response) => {
  response.writeHead(503).end('Service Unavailable');
  return true;
};
const reset: Intercept = (_request, response) => Boolean(response.destroy());
const gateway500: Intercept = (_request, response) => {
  response.writeHead(500).end('oops');
  return true;
};

describe('a retry storm', () => {
  test.each([
    ['503 without GraphQL', unavailable],
    ['broken connections', reset],
  ])(
    'is none: a subgraph that answers with %s gets at most a tenth more requests than clients send',
    async (_how, fault) => {
      await start({ transport: { breaker: NO_BREAKER, retry: { minimumPerSecond: 0, backoffMs: 1 } } });
      federation.subgraph('people').intercept = fault;
      for (const answer of await load(REQUESTS, '{ me { name } }')) {
        expect([answer.status, answer.data, codes(answer)]).toEqual([200, { me: null }, ['UPSTREAM_UNAVAILABLE']]);
      }
      const hits = federation.subgraph('people').received.length;
      expect(hits).toBeGreaterThan(REQUESTS);
      expect(hits).toBeLessThanOrEqual(REQUESTS * 1.1);
    },
  );

  test.each([
    ['503 without GraphQL', unavailable],
    ['broken connections', reset],
  ])('never repeats a mutation (%s)', async (_how, fault) => {
    await start({ transport: { breaker: NO_BREAKER, retry: { minimumPerSecond: 1_000 } } });
    federation.subgraph('people').intercept = fault;
    await load(50, 'mutation { rename(id: "u1", name: "X") { name } }');
    expect(federation.subgraph('people').received).toHaveLength(50);
  });

  test('a single 503 from before the subgraph is hidden by a retry, a refusal in GraphQL is passed on', async () => {
    await start({});
    let refusals = 1;
    federation.subgraph('people').intercept = (request, response) =>
      refusals-- > 0 && (unavailable(request, response) as boolean);
    expect((await federation.ask('{ me { name } }')).data).toEqual({ me: { name: 'Aysel' } });
    federation.subgraph('people').received.length = 0;
    federation.subgraph('people').intercept = (_request, response) => {
      sendJson(response, { errors: [{ message: 'closed', extensions: { code: 'MAINTENANCE' } }] }, 503);
      return true;
    };
    expect(codes(await federation.ask('{ me { name } }'))).toEqual(['MAINTENANCE']);
    expect(federation.subgraph('people').received).toHaveLength(1);
  });
});

describe('a breaker', () => {
  test('keeps requests from a subgraph that fails, lets one try, and is felt by no other subgraph', async () => {
    await start({ transport: { breaker: { minimumRequests: 5, openMs: 50 } } });
    const badgesServer = federation.subgraph('badges');
    const asked = badgesServer.received;
    badgesServer.intercept = gateway500;
    for (let index = 0; index < 5; index++) await federation.ask('{ me { badge } }');
    expect(asked).toHaveLength(5);

    const probe = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    badgesServer.intercept = async () => {
      arrived.resolve();
      await probe.promise;
      return false;
    };
    // One of these, the first after the rest, is the request that tries; the others are answered without it.
    const rest = async (): Promise<Answer[]> => {
      const answers: Answer[] = [];
      while (asked.length === 5)
        answers.push(...(await Promise.race([load(10, '{ me { name badge } }'), arrived.promise.then(() => [])])));
      return answers;
    };
    await rest();
    await arrived.promise;
    expect(asked).toHaveLength(6);
    for (let index = 0; index < 20; index++) {
      const answer = await federation.ask('{ me { name age badge } }');
      expect(answer.data).toEqual({ me: { name: 'Aysel', age: 21, badge: null } });
      expect(codes(answer)).toEqual(['UPSTREAM_UNAVAILABLE']);
      expect(answer.text).not.toContain('127.0.0.1');
    }
    expect(asked).toHaveLength(6);
    probe.resolve();
    await expect.poll(async () => (await federation.ask('{ me { badge } }')).data.me.badge).toBe('gold');
    for (const answer of await load(30, '{ me { badge } }')) expect(answer.errors).toBeUndefined();
  });

  describe('is not opened', () => {
    test.each<[string, () => Promise<unknown>]>([
      [
        'by refusals in GraphQL',
        () => {
          federation.subgraph('badges').intercept = (_request, response) => {
            sendJson(response, { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }, 500);
            return true;
          };
          return federation.ask('{ me { badge } }');
        },
      ],
      [
        'by deadlines that clients shorten',
        () => {
          federation.subgraph('badges').intercept = () => true;
          return federation.ask('{ me { badge } }', { headers: { 'birlik-deadline-ms': '50' } });
        },
      ],
      [
        'by clients that disconnect',
        async () => {
          const client = new AbortController();
          federation.subgraph('badges').intercept = () => {
            client.abort();
            return true;
          };
          const sent = post(federation.url, '{ me { badge } }', { signal: client.signal });
          await expect(sent).rejects.toThrow('aborted');
        },
      ],
    ])('%s', async (_what, fail) => {
      await start({ transport: { breaker: { minimumRequests: 5, openMs: 3_600_000 } } });
      const subgraph = federation.subgraph('badges');
      await expect
        .poll(
          async () => {
            await fail();
            return subgraph.received.length;
          },
          { interval: 0 },
        )
        .toBeGreaterThan(20);
      subgraph.intercept = null;
      expect((await federation.ask('{ me { badge } }')).data).toEqual({ me: { badge: 'gold' } });
    });
  });
});
