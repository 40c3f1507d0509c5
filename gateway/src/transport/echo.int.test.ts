import { afterEach, describe, expect, test } from 'vitest';
import { testConfig } from '../../testing/federation.js';
import { rawResponse } from '../../testing/raw-responses.js';
import { startRawSubgraph, type RawRequest } from '../../testing/raw-subgraph.js';
import { plainRequest } from '../../testing/subgraph-request.js';
import type { OperationKind } from '../subgraph/fetch-template.js';
import { InFlightRequest } from '../subgraph/in-flight-request.js';
import { subgraphLimits } from './subgraph-limits.js';
import { Transport } from './transport.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const BODY = '{"data":{"a":1}}';
const response = (headers: readonly string[], status = '200 OK', body = BODY) =>
  rawResponse([`content-length: ${body.length}`, ...headers], body, `HTTP/1.1 ${status}`);

describe.each(['undici', 'own'] as const)('over the client %s an answer', (client) => {
  async function ask(kind: OperationKind, answer: (request: RawRequest, count: number) => void) {
    let sent = 0;
    const subgraph = await startRawSubgraph((request) => answer(request, ++sent));
    const config = testConfig({ transport: { client, retry: { backoffMs: 0 } } });
    const transport = new Transport({
      urls: new Map([['one', subgraph.url]]),
      limitsOf: (service) => subgraphLimits(config, service),
      echoOf: ({ 'content-type': type }) => (type === 'application/json' ? 'proof' : null),
      onBreaker: () => undefined,
      onFailure: () => undefined,
    });
    closers.push(
      () => transport.close(),
      () => subgraph.close(),
    );
    const request = plainRequest({ service: 'one', kind, operation: `${kind} { a }` });
    const inFlight = new InFlightRequest(request, 2_000);
    const outcome = inFlight.wait(request.terms).then(
      ({ data }) => ({ data, error: null }),
      (error: unknown) => ({ data: null, error }),
    );
    transport.dispatch(inFlight);
    return { ...(await outcome), sent, opened: subgraph.opened() };
  }

  test('that echoes the proof of its request is taken', async () => {
    const { data, sent } = await ask('mutation', ({ socket }) => socket.write(response(['Birlik-Echo: proof'])));
    expect([data, sent]).toEqual([{ a: 1 }, 1]);
  });

  test.each([
    ['echoes nothing', response([])],
    ['echoes something else', response(['birlik-echo: other'])],
    ['echoes more', response(['birlik-echo: proof, other'])],
    ['echoes twice', response(['birlik-echo: proof', 'birlik-echo: proof'])],
    ['echoes nothing in a refusal', response([], '401 Unauthorized', '{"errors":[{"message":"no"}]}')],
    ['echoes something else while it is busy', response(['birlik-echo: other'], '503 Busy')],
  ])('that %s is not taken, and a query is sent once more over another connection', async (_what, bytes) => {
    const query = await ask('query', ({ socket }) => socket.write(bytes));
    expect(query).toMatchObject({
      error: { kind: 'mismatched', code: 'UPSTREAM_ANSWER_MISMATCHED', reason: 'mismatched', neverSent: false },
      sent: 2,
      opened: 2,
    });
    const mutation = await ask('mutation', ({ socket }) => socket.write(bytes));
    expect(mutation).toMatchObject({ error: { kind: 'mismatched', neverSent: false }, sent: 1 });
  });

  test('that is not of this request is made good by the next attempt', async () => {
    const { data, sent } = await ask('query', ({ socket }, count) =>
      socket.write(response([`birlik-echo: ${count === 1 ? 'other' : 'proof'}`])),
    );
    expect([data, sent]).toEqual([{ a: 1 }, 2]);
  });

  test('of something before the subgraph that is busy means that, and its body is not read', async () => {
    const { error, sent } = await ask('query', ({ socket }) => socket.write(response([], '503 Busy')));
    expect(error).toMatchObject({ kind: 'busy' });
    expect(sent).toBe(2);
  });
});
