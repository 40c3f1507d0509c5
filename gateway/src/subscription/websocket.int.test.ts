import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createFeed } from '../../testing/feed-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';

const SPANNING = 'subscription Feed { reviewAdded { body author { name } } }';
const PROTOCOL = 'graphql-transport-ws';

const { channel, definitions } = createFeed();
let provider: IdentityProvider;
let federation: Federation;
let address: string;
const clients: Client[] = [];
const sockets: WebSocket[] = [];
beforeAll(async () => {
  provider = await startIdentityProvider();
  federation = await startFederation(definitions, {
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    limits: { depth: 6, bodyBytes: 10_000, tokens: 1_000 },
    subscriptions: { origins: ['https://portal.example'], maxPerSocket: 3, initTimeoutMs: 200 },
  });
  address = federation.url.replace('http', 'ws');
});
afterAll(async () => {
  await federation.close();
  await provider.close();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  for (const socket of sockets.splice(0)) socket.terminate();
  await channel.until(0);
  for (const subgraph of Object.values(federation.subgraphs)) {
    subgraph.intercept = null;
    subgraph.received.length = 0;
  }
});

/** A client as applications use it. */
function connect(connectionParams: Record<string, unknown> = {}, url = address): Client {
  const client = createClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });
  clients.push(client);
  return client;
}

const iterate = (client: Client, query: string) => client.iterate({ query });

async function all(client: Client, query: string): Promise<FormattedExecutionResult[]> {
  const results: FormattedExecutionResult[] = [];
  for await (const result of iterate(client, query)) results.push(result as FormattedExecutionResult);
  return results;
}

async function tokenOf(sub: string, expiresIn = 300): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await provider.token({ sub }, { expiresIn })}` };
}

/** A socket by which a test says whatever it likes. */
async function raw(options: { protocol?: string; headers?: Record<string, string>; url?: string } = {}) {
  const { protocol = PROTOCOL, headers = {}, url = address } = options;
  const socket = new WebSocket(url, protocol, { headers });
  sockets.push(socket);
  const received: { id?: string; type: string; payload?: unknown }[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)) as { type: string });
    waiting.shift()?.();
  });
  const closed = once(socket, 'close').then(([code, reason]) => [code as number, String(reason)] as const);
  await once(socket, 'open');
  return {
    socket,
    closed,
    send: (...messages: unknown[]) => {
      for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    },
    next: async () => {
      if (received.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      return received.shift();
    },
  };
}

const INIT = { type: 'connection_init' };
const subscribe = (id: string, query: string) => ({ id, type: 'subscribe', payload: { query } });

describe('a socket', () => {
  test('serves subscriptions that span subgraphs, queries and mutations', async () => {
    const client = connect();
    const running = all(client, SPANNING);
    await channel.until(1);
    expect(await all(client, '{ motto }')).toEqual([{ data: { motto: 'together' } }]);
    expect(await all(client, 'mutation { shout(text: "a") }')).toEqual([{ data: { shout: 'A' } }]);
    channel.publish({ id: 'r1', body: 'a' });
    channel.publish({ id: 'r2', body: 'b' });
    channel.complete();
    expect(await running).toEqual([
      { data: { reviewAdded: { body: 'a', author: { name: 'Aysel' } } } },
      { data: { reviewAdded: { body: 'b', author: { name: 'Murad' } } } },
    ]);
  });

  test('shares a subscription with another socket of the same viewer, and with none of others', async () => {
    const before = channel.opened;
    const [one, two] = [connect(), connect()];
    const first = iterate(one, SPANNING);
    const second = iterate(two, SPANNING);
    const [asked, again] = [first.next(), second.next()];
    const other = iterate(connect(await tokenOf('aysel')), SPANNING).next();
    await channel.until(2);
    channel.publish({ id: 'r1' });
    for (const next of [asked, again, other]) expect((await next).value).toMatchObject({ data: { reviewAdded: {} } });
    expect(channel.opened - before).toBe(2);
  });

  test('ends what the client ends, and what runs when the client disconnects', async () => {
    const { socket, send, next } = await raw();
    send(INIT, { type: 'ping', payload: { a: 1 } });
    expect(await next()).toEqual({ type: 'pong', payload: { a: 1 } });
    expect(await next()).toEqual({ type: 'connection_ack' });
    send(subscribe('1', SPANNING));
    await channel.until(1);
    send({ id: '1', type: 'complete' });
    await channel.until(0);
    send(subscribe('1', SPANNING));
    await channel.until(1);
    socket.terminate();
    await channel.until(0);
  });

  test('aborts a query whose client has disconnected, at its subgraph', async () => {
    const gone = Promise.withResolvers<void>();
    const { socket, send, next } = await raw();
    send(INIT);
    await next();
    federation.subgraph('feed').intercept = (_request, response) => {
      response.once('close', () => gone.resolve());
      socket.terminate();
      return true;
    };
    send(subscribe('1', '{ motto }'));
    await gone.promise;
    expect(socket.readyState).not.toBe(socket.OPEN);
  });

  test('runs so many operations at the same time, and refuses one more without ending the others', async () => {
    const { send, next } = await raw();
    send(INIT);
    await next();
    for (const id of ['1', '2', '3', '4']) send(subscribe(id, `subscription { reviewAdded(of: "${id}") { id } }`));
    expect(await next()).toMatchObject({
      id: '4',
      type: 'error',
      payload: [{ extensions: { code: 'SUBSCRIPTION_LIMIT_EXCEEDED' } }],
    });
    await channel.until(3);
  });
});

describe('who uses a socket', () => {
  test('is told to subgraphs by the token of the payload', async () => {
    const running = all(connect(await tokenOf('aysel')), '{ motto }');
    expect(await running).toEqual([{ data: { motto: 'together' } }]);
    const quiet = await raw({ headers: await tokenOf('murad') });
    quiet.send(INIT);
    expect(await quiet.next()).toEqual({ type: 'connection_ack' });
  });

  test.each([
    ['a wrong token', { authorization: 'Bearer abc' }, [4403, 'Forbidden']],
    ['a token that is no text', { authorization: 7 }, [4400, 'Invalid payload of connection_init']],
    ['a wrong purpose', { 'birlik-purpose': 'Not This' }, [4400, 'Invalid payload of connection_init']],
  ])('%s closes it', async (_what, payload, close) => {
    const { send, closed } = await raw();
    send({ ...INIT, payload });
    expect(await closed).toEqual(close);
  });

  test('ends with the token: what runs is told why, and the socket is closed', async () => {
    const { send, next, closed } = await raw();
    send({ ...INIT, payload: await tokenOf('aysel', -28) });
    expect(await next()).toEqual({ type: 'connection_ack' });
    send(subscribe('1', SPANNING));
    expect(await next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await closed).toEqual([4403, 'Forbidden']);
    await channel.until(0);
  });
});

describe('a client that breaks the protocol', () => {
  test.each([
    ['subscribes before it says who it is', [subscribe('1', '{ motto }')], 4401],
    ['subscribes twice with one id', [INIT, subscribe('1', SPANNING), subscribe('1', SPANNING)], 4409],
    ['says twice who it is', [INIT, INIT], 4429],
    ['says nothing', [], 4408],
    ['sends what is no JSON', ['{'], 4400],
    ['sends a list', [[]], 4400],
    ['sends an unknown message', [{ type: 'constructor' }], 4400],
    ['subscribes without an id', [INIT, { type: 'subscribe', payload: { query: '{ motto }' } }], 4400],
    ['subscribes to nothing', [INIT, { id: '1', type: 'subscribe' }], 4400],
    ['sends a larger message than allowed', [INIT, subscribe('1', `{ ${' '.repeat(10_000)} motto }`)], 1009],
  ])('and %s is closed', async (_what, messages, code) => {
    const { send, next, closed } = await raw();
    for (const message of messages) {
      send(message);
      if (message === INIT && messages[1] !== INIT) expect(await next()).toEqual({ type: 'connection_ack' });
    }
    expect((await closed)[0]).toBe(code);
  });

  test('and sends bytes is closed', async () => {
    const { socket, closed } = await raw();
    socket.send(Buffer.from(JSON.stringify(INIT)), { binary: true });
    expect((await closed)[0]).toBe(4400);
  });

  test('and speaks another one is closed', async () => {
    const socket = new WebSocket(address, []);
    expect((await once(socket, 'close'))[0]).toBe(4406);
  });
});

describe('a request for a socket', () => {
  const refused = async (url: string, headers: Record<string, string>) => {
    const socket = new WebSocket(url, PROTOCOL, { headers });
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [
      unknown,
      { statusCode: number; destroy(): void },
    ];
    response.destroy();
    return response.statusCode;
  };

  test('of a page of another origin is refused, of a listed one or the own is served', async () => {
    expect(await refused(address, { origin: 'https://evil.example' })).toBe(403);
    expect(await refused(address, { origin: 'null' })).toBe(403);
    for (const origin of ['https://portal.example', new URL(federation.url).origin]) {
      const { send, next } = await raw({ headers: { origin } });
      send(INIT);
      expect(await next()).toEqual({ type: 'connection_ack' });
    }
  });

  test('at another address is refused', async () => {
    expect(await refused(address.replace('/graphql', '/health/live'), {})).toBe(404);
  });

  test('for another protocol than a socket is answered as if it had not been made', async () => {
    const { port } = new URL(federation.url);
    const headers = { connection: 'Upgrade', upgrade: 'h2c', accept: 'application/json' };
    const sent = httpRequest({ port, path: `/graphql?query=${encodeURIComponent('{ motto }')}`, headers }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect([response.statusCode, await text(response)]).toEqual([200, '{"data":{"motto":"together"}}']);
  });
});

test.each([
  ['GRAPHQL_PARSE_FAILED', '{'],
  ['GRAPHQL_VALIDATION_FAILED', 'subscription { nope }'],
  ['GRAPHQL_VALIDATION_FAILED', 'subscription { a: reviewAdded { id } b: reviewAdded { id } }'],
  ['BAD_USER_INPUT', 'subscription ($of: ID!) { reviewAdded(of: $of) { id } }'],
  ['OPERATION_RESOLUTION_FAILURE', 'query A { motto } query B { motto }'],
  ['DEPTH_LIMIT_EXCEEDED', '{ __schema { types { fields { type { fields { type { name } } } } } } }'],
  ['TOKEN_LIMIT_EXCEEDED', `{ ${'motto '.repeat(1_000)} }`],
])('what is refused over HTTP is refused on a socket with the same errors (%s)', async (code, query) => {
  const { send, next } = await raw();
  send(INIT);
  await next();
  send(subscribe('1', query));
  const { errors } = await federation.ask(query, { headers: { accept: 'text/event-stream' } });
  expect(await next()).toEqual({ id: '1', type: 'error', payload: errors });
  expect(errors?.[0]?.extensions['code']).toBe(code);
  expect(federation.subgraph('feed').received).toHaveLength(0);
});

test('a client that does not read is ended before it takes memory', async () => {
  const { send, next, socket } = await raw();
  send(INIT);
  await next();
  send(subscribe('1', 'subscription { reviewAdded { id body } }'));
  await channel.until(1);
  socket.pause();
  // The subscription at the subgraph ends with that of its only client.
  for (let index = 1; channel.listeners > 0; index++) {
    expect(index).toBeLessThan(2_000);
    channel.publish({ id: `r${index}`, body: 'x'.repeat(100_000) });
    await federation.ask('{ motto }');
  }
  socket.resume();
  let last = await next();
  for (let index = 1; last?.type === 'next'; index++) {
    expect(last).toMatchObject({ payload: { data: { reviewAdded: { id: `r${index}` } } } });
    last = await next();
  }
  expect(last).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'SUBSCRIPTION_OVERFLOW' } }] });
});

test('a gateway that stops answers what it runs, then says goodbye and takes nothing more', async () => {
  const own = createFeed();
  const stopping = await startFederation(own.definitions);
  const { send, next, closed } = await raw({ url: stopping.url.replace('http', 'ws') });
  send(INIT);
  await next();
  send(subscribe('1', SPANNING));
  await own.channel.until(1);
  let stopped: Promise<void> | undefined;
  stopping.subgraph('feed').intercept = async () => {
    stopped = stopping.close();
    // What the gateway does first when it stops is to end its subscriptions.
    await own.channel.until(0);
    return false;
  };
  send(subscribe('2', '{ motto }'));
  const messages = [await next(), await next(), await next()];
  expect(messages).toContainEqual({ id: '2', type: 'next', payload: { data: { motto: 'together' } } });
  expect(await closed).toEqual([1001, 'Going away']);
  await stopped;
});
