import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { testConfig } from '../../testing/federation.js';
import { listen } from '../../testing/listen.js';
import { rawResponse } from '../../testing/raw-responses.js';
import { plainRequest } from '../../testing/subgraph-request.js';
import { InFlightRequest } from '../subgraph/in-flight-request.js';
import { subgraphLimits } from './subgraph-limits.js';
import { Transport } from './transport.js';

const TIMEOUT_MS = 300;
const MAX_BYTES = 1_024;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** What a subgraph does with each connection on which a request came; null: nobody listens. */
type Behaviour = ((socket: Socket) => unknown) | null;

interface Failure {
  readonly kind: string;
  readonly neverSent: boolean;
  /** How often a query is sent; a mutation is sent once at most. */
  readonly sent: number;
  /** What operators are told. */
  readonly reason: string;
}

const json = (text: string, status = '200 OK') =>
  rawResponse([`content-length: ${text.length}`], text, `HTTP/1.1 ${status}`);
const answering = (response: Buffer | string) => (socket: Socket) => socket.write(response);

const FAILURES: readonly (readonly [string, Behaviour, Failure])[] = [
  ['does not listen', null, { kind: 'broken', neverSent: true, sent: 0, reason: 'refused' }],
  [
    'closes before it answers',
    (socket) => socket.end(),
    { kind: 'broken', neverSent: false, sent: 2, reason: 'broken' },
  ],
  [
    'resets before it answers',
    (socket) => socket.resetAndDestroy(),
    { kind: 'broken', neverSent: false, sent: 2, reason: 'broken' },
  ],
  [
    'closes within a head',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-le'),
    { kind: 'broken', neverSent: false, sent: 2, reason: 'broken' },
  ],
  [
    'closes within a body',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"da'),
    { kind: 'unreachable', neverSent: false, sent: 1, reason: 'broken' },
  ],
  [
    'resets within a body',
    (socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"da', () =>
        setImmediate(() => socket.resetAndDestroy()),
      ),
    { kind: 'unreachable', neverSent: false, sent: 1, reason: 'broken' },
  ],
  [
    'speaks another protocol',
    answering('SSH-2.0-OpenSSH\r\n\r\n'),
    { kind: 'unreachable', neverSent: false, sent: 1, reason: 'not_http' },
  ],
  [
    'tells two lengths',
    answering(rawResponse(['content-length: 2', 'content-length: 11'], '{"data":{}}')),
    { kind: 'unreachable', neverSent: false, sent: 1, reason: 'not_http' },
  ],
  [
    'answers text',
    answering(json('It works!')),
    { kind: 'malformed', neverSent: false, sent: 1, reason: 'not_graphql' },
  ],
  ['answers nothing', answering(json('')), { kind: 'malformed', neverSent: false, sent: 1, reason: 'not_graphql' }],
  ['is busy', answering(json('wait', '503 Busy')), { kind: 'busy', neverSent: false, sent: 2, reason: 'busy' }],
  [
    'answers too much',
    answering(json(`{"data":{"a":"${'x'.repeat(MAX_BYTES)}"}}`)),
    { kind: 'oversized', neverSent: false, sent: 1, reason: 'too_large' },
  ],
  [
    'never stops to answer',
    (socket) => socket.write(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(MAX_BYTES + 1)}`),
    { kind: 'oversized', neverSent: false, sent: 1, reason: 'too_large' },
  ],
  ['does not answer', () => undefined, { kind: 'timeout', neverSent: false, sent: 1, reason: 'timeout' }],
  [
    'stops within a body',
    answering('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"da'),
    { kind: 'timeout', neverSent: false, sent: 1, reason: 'timeout' },
  ],
  [
    'redirects',
    answering(rawResponse(['location: http://127.0.0.1/', 'content-length: 0'], '', 'HTTP/1.1 302 Found')),
    { kind: 'malformed', neverSent: false, sent: 1, reason: 'redirect' },
  ],
  [
    'compresses what nobody asked to be',
    answering(rawResponse(['content-encoding: gzip', 'content-length: 3'], '\u001f\u008b\u0008')),
    { kind: 'malformed', neverSent: false, sent: 1, reason: 'encoding' },
  ],
];

describe.each(['undici', 'own'] as const)('over the client %s, a subgraph that', (client) => {
  async function ask(behaviour: Behaviour, kind: 'query' | 'mutation', responseBytes = MAX_BYTES) {
    let sent = 0;
    const reasons = new Set<string>();
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', () => {
        sent++;
        behaviour?.(socket);
      });
    });
    const port = await listen(server);
    const stop = () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    };
    if (behaviour === null) stop();
    const config = testConfig({
      timeouts: { fetchMs: TIMEOUT_MS },
      limits: { responseBytes },
      transport: { client, retry: { backoffMs: 0 } },
    });
    const transport = new Transport({
      urls: new Map([['one', `http://127.0.0.1:${port}/`]]),
      limitsOf: (service) => subgraphLimits(config, service),
      echoOf: () => null,
      onBreaker: () => undefined,
      onFailure: (_service, reason) => reasons.add(reason),
    });
    closers.push(() => transport.close(), stop);
    const request = plainRequest({ service: 'one', kind, operation: `${kind} { a }` });
    const inFlight = new InFlightRequest(request, TIMEOUT_MS);
    const answer = inFlight.wait(request.terms);
    transport.dispatch(inFlight);
    const error: unknown = await answer.then(
      () => null,
      (cause: unknown) => cause,
    );
    return { error, sent, reasons: [...reasons] };
  }

  test.each(FAILURES)('%s', async (_what, behaviour, { kind, neverSent, sent, reason }) => {
    const query = await ask(behaviour, 'query');
    expect(query.error).toMatchObject({ kind, neverSent });
    expect(query.sent).toBe(sent);
    expect(query.reasons).toEqual([reason]);
    const mutation = await ask(behaviour, 'mutation');
    expect(mutation.error).toMatchObject({ kind, neverSent });
    expect(mutation.sent).toBe(Math.min(sent, 1));
  });

  test.each([
    ['chunks of one byte', '1\r\nx\r\n'],
    ['chunks with long extensions', `1;${'e'.repeat(200)}\r\nx\r\n`],
    ['chunks of a hundred bytes', `64\r\n${'x'.repeat(100)}\r\n`],
  ])('answers in many %s is given up early', async (_what, chunk) => {
    const answer = rawResponse(['transfer-encoding: chunked'], chunk.repeat(20_000));
    const { error, reasons } = await ask((socket) => socket.write(answer), 'query', 10_000_000);
    expect(error).toMatchObject({ kind: 'fragmented' });
    expect(reasons).toEqual(['fragmented']);
  });
});
