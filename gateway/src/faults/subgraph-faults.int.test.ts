import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFaultyProxy, type FaultyProxy } from '../../testing/faulty-proxy.js';
import { startFederation, type Answer, type Federation } from '../../testing/federation.js';

/*
 * The faults of one subgraph. More of them are in `execution/failures.int.test.ts`: lists of wrong length, forged and left
 * out values, refusals with codes, a restarted subgraph.
 */
const TIMEOUT_MS = 400;
const MAX_BYTES = 1024 * 1024;
const PROFILE = '{ me { name age badge } }';

let proxy: FaultyProxy;
let federation: Federation;
beforeAll(async () => {
  proxy = await startFaultyProxy();
  federation = await startFederation([people, reviews, badges], {
    subgraphs: { badges: { url: proxy.url, timeoutMs: TIMEOUT_MS } },
    limits: { responseBytes: MAX_BYTES },
    // Each test is about one fault; the breaker has its own.
    transport: { breaker: { failureRatio: 2 }, retry: { minimumPerSecond: 1_000 } },
  });
  proxy.target = federation.subgraph('badges').port;
});
afterAll(async () => {
  await federation.close();
  await proxy.close();
});
afterEach(() => {
  federation.subgraph('badges').intercept = null;
  federation.subgraph('badges').received.length = 0;
  proxy.disturbance = {};
});

const codes = ({ errors }: Answer) =>
  (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions['code']} ${extensions['service']}`);

function expectBadgeMissing(answer: Answer): void {
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ me: { name: 'Aysel', age: 21, badge: null } });
  expect(codes(answer)).toEqual(['me.badge UPSTREAM_UNAVAILABLE badges']);
  expect(answer.text).not.toContain('127.0.0.1');
}

test('killed under load: the other fields are served all the time, and its own again after the restart', async () => {
  const subgraph = federation.subgraph('badges');
  let phase: 'up' | 'down' | 'back' | 'changing' = 'up';
  const seen = { up: 0, down: 0, back: 0 };
  const worker = async (): Promise<void> => {
    while (seen.back < 50) {
      const before = phase;
      const { status, data } = await federation.ask(PROFILE);
      expect(status).toBe(200);
      expect(data.me).toMatchObject({ name: 'Aysel', age: 21 });
      // What ran while the subgraph stopped or started may have found it in either state.
      if (before !== phase || phase === 'changing') continue;
      expect(data.me.badge).toBe(phase === 'down' ? null : 'gold');
      seen[phase]++;
    }
  };
  // The first request of a process loads code, for which the time of one is short.
  await expect.poll(async () => (await federation.ask(PROFILE)).data.me.badge).toBe('gold');
  const load = Promise.all(Array.from({ length: 10 }, worker));
  await expect.poll(() => seen.up).toBeGreaterThan(50);
  phase = 'changing';
  await subgraph.stop();
  phase = 'down';
  await expect.poll(() => seen.down).toBeGreaterThan(50);
  phase = 'changing';
  await subgraph.restart();
  phase = 'back';
  await load;
});

test('hanging: the answer comes without it, and no connection stays behind', async () => {
  proxy.disturbance = { halfOpen: true };
  const answers = await Promise.all(Array.from({ length: 20 }, () => federation.ask(PROFILE)));
  for (const answer of answers) expectBadgeMissing(answer);
  await proxy.whenIdle();
  expect(proxy.open()).toBe(0);
});

test('slow bytes: an answer that drips is not waited for longer than any other', async () => {
  proxy.disturbance = { sliceBytes: 1, sliceEveryMs: 20 };
  expectBadgeMissing(await federation.ask(PROFILE));
  await proxy.whenIdle();
});

test('slow network: an answer in small pieces with some delay is taken', async () => {
  proxy.disturbance = { latencyMs: 10, sliceBytes: 40, sliceEveryMs: 1 };
  const { data, errors } = await federation.ask(PROFILE);
  expect(errors).toBeUndefined();
  expect(data.me.badge).toBe('gold');
});

test('reset before the answer: asked once more at most', async () => {
  proxy.disturbance = { resetAfterBytes: 0 };
  expectBadgeMissing(await federation.ask(PROFILE));
  expect(federation.subgraph('badges').received).toHaveLength(0);
});

test.each([30, 200])(
  'reset in the middle of the answer, after %d bytes: not asked again once it began',
  async (bytes) => {
    proxy.disturbance = { resetAfterBytes: bytes };
    const wasAsked = federation.subgraph('badges').received;
    expectBadgeMissing(await federation.ask(PROFILE));
    // The first bytes are a part of the status line and headers only: no answer began.
    expect(wasAsked.length).toBeLessThanOrEqual(bytes < 100 ? 2 : 1);
  },
);

test('an answer of 100 MB: it is cut off at the limit instead of being read', async () => {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  let written = 0;
  const closed = Promise.withResolvers<void>();
  federation.subgraph('badges').intercept = (_request, response) => {
    response.once('close', () => closed.resolve());
    response.writeHead(200, { 'content-type': 'application/json' });
    const write = (): void => {
      while (written < 100 * MAX_BYTES && !response.destroyed) {
        written += chunk.length;
        if (!response.write(chunk)) break;
      }
    };
    response.on('drain', write);
    write();
    return true;
  };
  expectBadgeMissing(await federation.ask(PROFILE));
  await closed.promise;
  // What is beyond the limit is in the buffers of both sockets and of the proxy.
  expect(written).toBeLessThan(30 * MAX_BYTES);
});

describe('a malformed answer', () => {
  test.each([
    ['nothing', ''],
    ['half of an answer', '{"data":{"_entities":[{"badge":"go'],
    ['a page', '<html><body>It works!</body></html>'],
    ['null', 'null'],
    ['text', '"data"'],
    ['a list', '[{"data":{}}]'],
    ['data of a wrong kind', '{"data":5}'],
    ['errors of a wrong kind', '{"data":{},"errors":{"message":"x"}}'],
    ['neither data nor errors', '{}'],
    ['null data without errors', '{"data":null}'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ])('%s: no part of it reaches the client', async (_what, body) => {
    federation.subgraph('badges').intercept = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      return true;
    };
    expectBadgeMissing(await federation.ask(PROFILE));
  });

  test('keys that lead to prototypes, in errors as well, change nothing', async () => {
    const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    federation.subgraph('badges').intercept = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        `{${evil},"data":{${evil},"_entities":[{"badge":null,${evil}}]},"errors":[` +
          `{"message":"x","path":["__proto__","polluted"],"extensions":{"code":"A",${evil}},${evil}},` +
          `{"message":"y","path":["_entities",0,"constructor"],"extensions":{"code":"B",${evil}}},` +
          `{"message":"z","path":["_entities","__proto__","badge"],"extensions":{"__proto__":{"code":"C"}}}]}`,
      );
      return true;
    };
    const { status, data } = await federation.ask(PROFILE);
    expect([status, data.me.name]).toEqual([200, 'Aysel']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['data', (nest: string) => `{"data":{"_entities":[{"badge":${nest}}]}}`],
    ['beside what was asked', (nest: string) => `{"data":{"_entities":[{"badge":"gold","x":${nest}}]}}`],
    ['extensions of an error', (nest: string) => `{"data":null,"errors":[{"message":"x","extensions":{"x":${nest}}}]}`],
    ['the path of an error', (nest: string) => `{"data":null,"errors":[{"message":"x","path":[${nest}]}]}`],
  ])('nesting without end in %s does not take the request along', async (_where, body) => {
    const depth = 100_000;
    federation.subgraph('badges').intercept = (_request, response) => {
      response.writeHead(200).end(body(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`));
      return true;
    };
    const { status, data } = await federation.ask(PROFILE);
    expect(status).toBe(200);
    expect(data.me).toMatchObject({ name: 'Aysel', age: 21 });
    expect((await federation.ask('{ top { price } }')).status).toBe(200);
  });
});

describe('a partial answer', () => {
  test('has null up to the nearest nullable place and never an empty list for what is unknown', async () => {
    federation.subgraph('asan-reviews').intercept = (_request, response) => Boolean(response.destroy());
    const answer = await federation.ask(
      '{ me { name } nodes { id ... on Product { reviews { body } } } top { price } }',
    );
    federation.subgraph('asan-reviews').intercept = null;
    expect(answer.data).toEqual({
      me: { name: 'Aysel' },
      nodes: [{ id: 'u1' }, { id: 'p1', reviews: null }],
      top: null,
    });
    expect(codes(answer)).toEqual([
      'nodes.1.reviews UPSTREAM_UNAVAILABLE asan-reviews',
      'top UPSTREAM_UNAVAILABLE asan-reviews',
    ]);
  });

  test('has null for the parent of a list that must not be null', async () => {
    federation.subgraph('asan-reviews').intercept = (_request, response) => Boolean(response.destroy());
    const answer = await federation.ask('{ me { name reviews { body } } motto }');
    federation.subgraph('asan-reviews').intercept = null;
    expect(answer.data).toEqual({ me: null, motto: 'together' });
    expect(codes(answer)).toEqual(['me.reviews UPSTREAM_UNAVAILABLE asan-reviews']);
  });
});
