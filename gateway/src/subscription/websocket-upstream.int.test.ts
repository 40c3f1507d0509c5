import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, decodeJwt, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import { plainRequest } from '../../testing/subgraph-request.js';
import { openStream, type ClientStream } from '../../testing/event-client.js';
import { createFeed } from '../../testing/feed-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import type { UpstreamEvent } from './upstream.js';
import { WebSocketUpstream } from './websocket-upstream.js';

describe('a subgraph that is subscribed to over a socket', () => {
  const { channel, definitions } = createFeed();
  let federation: Federation;
  const open: ClientStream[] = [];
  beforeAll(async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwk = (await exportJWK(privateKey)) as { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string };
    federation = await startFederation(definitions, {
      assertionKey: { ...jwk, kid: 'gateway-1' },
      subgraphs: { feed: { subscriptions: { protocol: 'graphql-ws' } } },
    });
  });
  afterAll(() => federation.close());
  afterEach(async () => {
    for (const stream of open.splice(0)) stream.leave();
    await channel.until(0);
    federation.subgraph('feed').sockets.length = 0;
  });

  async function subscribe(query: string, headers: Record<string, string> = {}): Promise<ClientStream> {
    const stream = await openStream(federation.url, query, { headers });
    open.push(stream);
    return stream;
  }

  test('has its events, errors and end handed on', async () => {
    const stream = await subscribe('subscription { it: reviewAdded { no: fails author { name } } }');
    await channel.until(1);
    channel.publish({ id: 'r1' });
    channel.complete();
    const [event, end] = await stream.rest();
    expect(event?.data).toMatchObject({
      data: { it: { no: null, author: { name: 'Aysel' } } },
      errors: [{ path: ['it', 'no'] }],
    });
    expect(end?.type).toBe('complete');
  });

  test('gets one socket for each security context, with an assertion in its payload and one for each request', async () => {
    await subscribe('subscription A { reviewAdded { id } }');
    await subscribe('subscription A { reviewAdded { body } }');
    await subscribe('subscription A { reviewAdded { body } }');
    await channel.until(2);
    await subscribe('subscription A { reviewAdded { body } }', { 'birlik-purpose': 'other' });
    await channel.until(3);
    const { sockets } = federation.subgraph('feed');
    expect(sockets.map(({ subscribed }) => subscribed.length)).toEqual([2, 1]);
    const claims = sockets.map(({ params, subscribed }) => [
      decodeJwt(String(params['birlik-assertion'])),
      ...subscribed.map(({ extensions }) => decodeJwt(String(extensions?.['birlik-assertion']))),
    ]);
    expect(claims[0]).toMatchObject([{ aud: 'feed', purpose: null }, { purpose: null }, { purpose: null }]);
    expect(claims[1]).toMatchObject([{ aud: 'feed', purpose: 'other' }, { purpose: 'other' }]);
  });

  test('is left when the last client has disconnected, and can be subscribed to again at once', async () => {
    const stream = await subscribe('subscription { reviewAdded { id } }');
    await channel.until(1);
    stream.leave();
    await channel.until(0);
    const again = await subscribe('subscription { reviewAdded { id } }');
    await channel.until(1);
    channel.publish({ id: 'r1' });
    expect((await again.next()).data).toEqual({ data: { reviewAdded: { id: 'r1' } } });
  });
});

describe('a socket to a subgraph that misbehaves', () => {
  const MAX_BYTES = 1_000;
  const ACK = '{"type":"connection_ack"}';

  /** What a listener hears from a server that does this with each socket. */
  async function hear(onMessage: (socket: WebSocket, message: { type: string; id: string }) => void) {
    const server = createServer();
    const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
    let connections = 0;
    sockets.on('connection', (socket) => {
      connections++;
      socket.on('message', (data) => onMessage(socket, JSON.parse(String(data)) as { type: string; id: string }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const upstream = new WebSocketUpstream('feed', url, { startMs: 200, maxEventBytes: MAX_BYTES }, []);
    const events: UpstreamEvent[] = [];
    const failure = await new Promise<SubgraphUnavailable | null>((resolve) => {
      const request = plainRequest({ service: 'feed', kind: 'subscription', operation: 'subscription { a }' });
      upstream.subscribe(request, { event: (event) => events.push(event), end: resolve });
    });
    await upstream.close();
    for (const socket of sockets.clients) socket.terminate();
    server.close();
    return { events: events.map(({ answer }) => answer), failure, connections };
  }

  const answering =
    (...texts: readonly (string | ((socket: WebSocket) => void))[]) =>
    (socket: WebSocket, { type, id }: { type: string; id: string }) => {
      if (type === 'connection_init') socket.send(ACK);
      if (type !== 'subscribe') return;
      for (const text of texts) {
        if (typeof text === 'string') socket.send(text.replace('ID', id));
        else text(socket);
      }
    };
  const next = (payload: string) => `{"id":"ID","type":"next","payload":${payload}}`;

  test.each([
    ['never acknowledges', () => undefined],
    ['closes at once', (socket: WebSocket) => socket.close(4403, 'Forbidden')],
    ['breaks off', answering((socket) => socket.terminate())],
    ['closes in good order before the end', answering((socket) => socket.close(1000, 'Bye'))],
    ['goes away', answering((socket) => socket.close(1001, 'Going away'))],
    ['sends a malformed message', answering('[1')],
    ['sends an unknown message', answering('{"type":"constructor"}')],
    ['sends what is no answer of GraphQL', answering(next('{"data":7}'))],
    ['sends more than is taken', answering(next(`{"data":{"a":"${'x'.repeat(MAX_BYTES)}"}}`))],
  ])('is a failure when it %s, and is not opened again', async (_what, onMessage) => {
    const { events, failure, connections } = await hear(onMessage);
    expect(failure).toBeInstanceOf(SubgraphUnavailable);
    expect(failure?.message).not.toContain('127.0.0.1');
    expect(events).toEqual([]);
    expect(connections).toBe(1);
  });

  test('has its refusal handed on as an answer', async () => {
    const refusal = '{"id":"ID","type":"error","payload":[{"message":"No.","extensions":{"code":"FORBIDDEN"}}]}';
    const { events, failure } = await hear(answering(refusal));
    expect(failure).toBeNull();
    expect(events).toMatchObject([{ data: null, errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] }]);
  });

  test('is heard until it is complete', async () => {
    const complete = '{"id":"ID","type":"complete"}';
    const { events, failure } = await hear(answering(next('{"data":{"a":1}}'), complete));
    expect(failure).toBeNull();
    expect(events).toMatchObject([{ data: { a: 1 }, errors: [] }]);
  });
});
