import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { decodeJwt, exportJWK, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openStream, type ClientStream, type SubscribeOptions } from '../../testing/event-client.js';
import { createFeed } from '../../testing/feed-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import { sendJson } from '../../testing/subgraph-server.js';

const SPANNING = 'subscription Feed { reviewAdded { body author { name } } }';
const MAX_BYTES = 200_000;

const { channel, definitions } = createFeed();
let provider: IdentityProvider;
let federation: Federation;
const open: ClientStream[] = [];
beforeAll(async () => {
  provider = await startIdentityProvider();
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = (await exportJWK(privateKey)) as { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string };
  federation = await startFederation(definitions, {
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    assertionKey: { ...jwk, kid: 'gateway-1' },
    limits: { responseBytes: MAX_BYTES, depth: 6 },
    subscriptions: { origins: ['https://portal.example'] },
  });
});
afterAll(async () => {
  await federation.close();
  await provider.close();
});
afterEach(async () => {
  for (const stream of open.splice(0)) stream.leave();
  await channel.until(0);
  for (const subgraph of Object.values(federation.subgraphs)) {
    subgraph.intercept = null;
    subgraph.received.length = 0;
  }
});

async function subscribe(query: string, options: SubscribeOptions = {}): Promise<ClientStream> {
  const stream = await openStream(federation.url, query, options);
  open.push(stream);
  return stream;
}

async function as(sub: string, expiresIn = 300): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await provider.token({ sub }, { expiresIn })}` };
}

const codes = (event: { data: { errors?: { path?: unknown[]; extensions: { code: string } }[] } }) =>
  (event.data.errors ?? []).map(({ path, extensions }) => `${path?.join('.') ?? ''} ${extensions.code}`);

describe('a subscription as a stream of events', () => {
  test('has events that span subgraphs, in their order, and an end', async () => {
    const stream = await subscribe(SPANNING);
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.headers.get('cache-control')).toBe('no-store');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    await channel.until(1);
    for (const id of ['r1', 'r2', 'r3', 'r4']) channel.publish({ id, body: `body ${id}` });
    channel.complete();
    const answer = (body: string, name: string | null) => ({
      type: 'next',
      data: { data: { reviewAdded: { body, author: { name } } } },
    });
    expect(await stream.rest()).toEqual([
      answer('body r1', 'Aysel'),
      answer('body r2', 'Murad'),
      answer('body r3', 'Leyla'),
      answer('body r4', null),
      { type: 'complete', data: null },
    ]);
  });

  test('keeps the order although an earlier event takes longer', async () => {
    const held = Promise.withResolvers<void>();
    let isFirst = true;
    federation.subgraph('people').intercept = async () => {
      if (!isFirst) return false;
      isFirst = false;
      await held.promise;
      return false;
    };
    const stream = await subscribe(SPANNING);
    await channel.until(1);
    channel.publish({ id: 'r1' });
    channel.publish({ id: 'r2' });
    held.resolve();
    const events = [await stream.next(), await stream.next()];
    expect(events.map(({ data }) => data.data.reviewAdded.author.name)).toEqual(['Aysel', 'Murad']);
  });

  test('has aliases, variables, fragments and conditions of the client', async () => {
    const query = `subscription ($of: ID, $no: Boolean!) {
      added: reviewAdded(of: $of) { id: body ...R @skip(if: $no) ... @include(if: $no) { who: author { id: name } } }
    } fragment R on Review { body }`;
    const stream = await subscribe(query, { variables: { of: 'x', no: true } });
    await channel.until(1);
    channel.publish({ id: 'r2', body: 'text' });
    expect((await stream.next()).data).toEqual({ data: { added: { id: 'text', who: { id: 'Murad' } } } });
    expect(federation.subgraph('feed').received[0]?.variables).toEqual({ of: 'x' });
  });

  test('is asked by GET as well, and says nothing about itself in the trace unless asked', async () => {
    const stream = await subscribe(SPANNING, { get: true, headers: { 'birlik-trace': '1' } });
    await channel.until(1);
    channel.publish({ id: 'r1' });
    const { data } = await stream.next();
    expect(data.extensions.trace.fetches).toMatchObject([{ service: 'feed' }, { service: 'people' }]);
  });

  test('signs what it sends for each event anew, about the subscriber and a request of its own', async () => {
    const stream = await subscribe(SPANNING, { headers: { ...(await as('aysel')), 'x-request-id': 'request-1' } });
    await channel.until(1);
    channel.publish({ id: 'r1' });
    channel.publish({ id: 'r1' });
    await stream.next();
    await stream.next();
    const received = [...federation.subgraph('feed').received, ...federation.subgraph('people').received];
    const claims = received.map(({ headers, body }) => {
      const { bdg, ...rest } = decodeJwt(String(headers['birlik-assertion']));
      expect(bdg).toBe(createHash('sha256').update(body).digest('base64url'));
      return rest;
    });
    expect(claims).toMatchObject([
      { aud: 'feed', request: 'request-1', operation: 'Feed', viewer: { sub: 'aysel' } },
      { aud: 'people', request: 'request-1-1', operation: 'Feed', viewer: { sub: 'aysel' } },
      { aud: 'people', request: 'request-1-2', operation: 'Feed', viewer: { sub: 'aysel' } },
    ]);
    expect(new Set(claims.map(({ jti }) => jti)).size).toBe(3);
  });
});

describe('an error in an event', () => {
  test('of the subscribed subgraph stands at its path, and the next event is served', async () => {
    const stream = await subscribe('subscription { it: reviewAdded { no: fails body } }');
    await channel.until(1);
    channel.publish({ id: 'r1', body: 'a' });
    channel.publish(null);
    const first = await stream.next();
    expect(first.data.data).toEqual({ it: { no: null, body: 'a' } });
    expect(codes(first)).toEqual(['it.no INTERNAL_SERVER_ERROR']);
    expect((await stream.next()).data).toEqual({ data: { it: null } });
  });

  test('of another subgraph leaves the rest, and the next event is served', async () => {
    const stream = await subscribe(SPANNING);
    await channel.until(1);
    federation.subgraph('people').intercept = (_request, response) => Boolean(response.destroy());
    channel.publish({ id: 'r1', body: 'a' });
    const first = await stream.next();
    expect(first.data.data).toEqual({ reviewAdded: { body: 'a', author: { name: null } } });
    expect(codes(first)).toEqual(['reviewAdded.author.name UPSTREAM_UNAVAILABLE']);
    federation.subgraph('people').intercept = null;
    channel.publish({ id: 'r1', body: 'b' });
    expect((await stream.next()).data.data.reviewAdded.author.name).toBe('Aysel');
  });

  test('at a non-null field takes its parents along, up to all data', async () => {
    const stream = await subscribe('subscription { mustHave { author { rank } } }');
    await channel.until(1);
    federation.subgraph('people').intercept = (_request, response) => Boolean(response.destroy());
    channel.publish({ id: 'r1' });
    const first = await stream.next();
    expect(first.data.data).toEqual({ mustHave: { author: null } });
    expect(codes(first)).toEqual(['mustHave.author.rank UPSTREAM_UNAVAILABLE']);
    channel.publish(null);
    expect((await stream.next()).data.data).toBeNull();
  });
});

describe('a subgraph that fails', () => {
  test.each([
    'connection',
    'status',
    'malformed',
    'malformed event',
    'event of another kind',
    'oversized',
    'end',
  ] as const)('ends the subscription with a coded error, and completes it (%s)', async (way) => {
    federation.subgraph('feed').intercept = (_request, response) => {
      if (way === 'connection') response.destroy();
      else if (way === 'status') response.writeHead(502).end('<html>Bad gateway</html>');
      else if (way === 'malformed') response.writeHead(200).end('[1, 2');
      else {
        response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
        if (way === 'malformed event') response.write('event: next\ndata: [1\n\n');
        if (way === 'event of another kind') response.write('data: {"data":{"reviewAdded":null}}\n\n');
        if (way === 'oversized') response.write(`event: next\ndata: ${'x'.repeat(MAX_BYTES)}\n\n`);
        if (way === 'end') response.end(': hello\n\n');
      }
      return true;
    };
    const stream = await subscribe(SPANNING);
    const [event, ...rest] = await stream.rest();
    expect(event?.data.data).toEqual({ reviewAdded: null });
    expect(codes(event ?? { data: {} })).toEqual(['reviewAdded UPSTREAM_UNAVAILABLE']);
    expect(JSON.stringify(event)).not.toContain('127.0.0.1');
    expect(rest).toEqual([{ type: 'complete', data: null }]);
    expect(federation.subgraph('feed').received).toHaveLength(1);
  });

  test('in the middle does so after what it has sent', async () => {
    const sent = Promise.withResolvers<void>();
    federation.subgraph('feed').intercept = async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: next\ndata: {"data":{"reviewAdded":{"body":"a"}}}\n\n');
      await sent.promise;
      response.destroy();
      return true;
    };
    const stream = await subscribe('subscription { reviewAdded { body } }');
    expect((await stream.next()).data).toEqual({ data: { reviewAdded: { body: 'a' } } });
    sent.resolve();
    expect(codes(await stream.next())).toEqual(['reviewAdded UPSTREAM_UNAVAILABLE']);
    expect(await stream.rest()).toEqual([{ type: 'complete', data: null }]);
  });

  test('with a coded refusal hands it on', async () => {
    federation.subgraph('feed').intercept = (_request, response) => {
      sendJson(response, { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] }, 403);
      return true;
    };
    const [event, end] = await (await subscribe(SPANNING)).rest();
    expect(codes(event ?? { data: {} })).toEqual(['reviewAdded FORBIDDEN']);
    expect(end?.type).toBe('complete');
  });
});

describe('a client that disconnects', () => {
  test('takes its subscription at the subgraph along', async () => {
    const stream = await subscribe(SPANNING);
    await channel.until(1);
    expect(channel.listeners).toBe(1);
    stream.leave();
    await channel.until(0);
    expect(channel.listeners).toBe(0);
  });

  test('before the subgraph has answered does so as well', async () => {
    const asked = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<void>();
    federation.subgraph('feed').intercept = (_request, response) => {
      response.once('close', () => gone.resolve());
      asked.resolve();
      return true;
    };
    const stream = await subscribe(SPANNING);
    await asked.promise;
    stream.leave();
    await gone.promise;
    await expect(stream.next()).rejects.toThrow('aborted');
  });
});

describe('equal subscriptions', () => {
  const contextOf = (headers: IncomingHttpHeaders) => {
    const { viewer, purpose } = decodeJwt(String(headers['birlik-assertion']));
    return [viewer, purpose, headers['accept-language']];
  };

  test('share one at the subgraph until the last client has disconnected', async () => {
    const before = channel.opened;
    const headers = await as('aysel');
    const streams = [];
    for (let index = 0; index < 4; index++) streams.push(await subscribe(SPANNING, { headers }));
    await channel.until(1);
    channel.publish({ id: 'r1' });
    for (const stream of streams) expect((await stream.next()).data.data.reviewAdded.author.name).toBe('Aysel');
    for (const stream of streams.slice(1)) stream.leave();
    channel.publish({ id: 'r2' });
    expect((await streams[0]?.next())?.data.data.reviewAdded.author.name).toBe('Murad');
    expect(channel.opened - before).toBe(1);
    expect(channel.listeners).toBe(1);
    streams[0]?.leave();
    await channel.until(0);
  });

  test.each([
    ['of several viewers', async () => [await as('aysel'), await as('murad'), {}]],
    ['for several purposes', async () => [{ 'birlik-purpose': 'one' }, { 'birlik-purpose': 'two' }, {}]],
    ['in several languages', async () => [{ 'accept-language': 'az' }, { 'accept-language': 'en' }, {}]],
  ])('%s share nothing', async (_what, make) => {
    for (const headers of await make()) await subscribe(SPANNING, { headers });
    await channel.until(3);
    const { received } = federation.subgraph('feed');
    expect(new Set(received.map(({ headers }) => JSON.stringify(contextOf(headers)))).size).toBe(3);
  });

  test('share nothing when they ask the subgraph for a field that clients may not know', async () => {
    const query = 'subscription { reviewAdded { author { age } } }';
    const streams = [await subscribe(query), await subscribe(query)];
    await channel.until(2);
    channel.publish({ id: 'r1' });
    for (const stream of streams) expect((await stream.next()).data.data.reviewAdded.author.age).toBe(21);
    for (const { query: sent } of federation.subgraph('feed').received) expect(sent).toContain('grant');
  });
});

test('a client that does not read is ended before it takes memory, and slows nobody else', async () => {
  const { port } = new URL(federation.url);
  // The other client of this test says this about languages, and only equal ones share a subscription.
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json', 'accept-language': '*' };
  const client = httpRequest({ port, path: '/graphql', method: 'POST', headers });
  client.end(JSON.stringify({ query: 'subscription { reviewAdded { id body } }' }));
  const slow = await new Promise<IncomingMessage>((resolve) => client.once('response', resolve));
  onTestFinished(() => void client.destroy());
  await channel.until(1);
  const fast = await subscribe('subscription { reviewAdded { id body } }');
  await federation.ask('{ motto }');
  expect(channel.listeners).toBe(1);

  const body = 'x'.repeat(100_000);
  const events = 200;
  for (let index = 1; index <= events; index++) {
    channel.publish({ id: `r${index}`, body });
    expect((await fast.next()).data.data.reviewAdded.id).toBe(`r${index}`);
  }
  let text = '';
  for await (const chunk of slow) text += String(chunk);
  const read = [...text.matchAll(/"id":"r(\d+)"/g)].map(([, index]) => Number(index));
  expect(read).toEqual(read.map((_, index) => index + 1));
  expect(read.length).toBeLessThan(events);
  expect(text).toContain('"code":"SUBSCRIPTION_OVERFLOW"');
  expect(text.endsWith('event: complete\ndata:\n\n')).toBe(true);
});

describe('the end of rights', () => {
  test('a wrong token gets 401 and reaches no subgraph', async () => {
    const stream = await subscribe(SPANNING, { headers: { authorization: 'Bearer abc' } });
    expect(stream.status).toBe(401);
    expect(await stream.text()).toContain('UNAUTHENTICATED');
    expect(federation.subgraph('feed').received).toHaveLength(0);
  });

  test('a subscription ends when its token would be refused', async () => {
    const stream = await subscribe(SPANNING, { headers: await as('aysel', -29) });
    const [event, end] = await stream.rest();
    expect(event?.data).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(end?.type).toBe('complete');
    await channel.until(0);
  });

  test('a subscription ends after the configured time, and a gateway that stops completes what runs', async () => {
    const short = createFeed();
    const other = await startFederation(short.definitions, { subscriptions: { maxLifetimeMs: 50, pingMs: 10 } });
    const expiring = await openStream(other.url, SPANNING);
    const text = await expiring.text();
    expect(text).toMatch(
      /^(?::\n\n)+event: next\ndata: \{"errors":\[.*"SUBSCRIPTION_EXPIRED".*\n\nevent: complete\ndata:\n\n$/,
    );
    await other.close();

    const long = await startFederation(short.definitions);
    const stopped = await openStream(long.url, SPANNING);
    await short.channel.until(1);
    await long.close();
    expect(await stopped.rest()).toEqual([{ type: 'complete', data: null }]);
    await short.channel.until(0);
  });
});

describe('what is asked for', () => {
  const errorCode = (text: string) =>
    (JSON.parse(text) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code;

  test('a query or a mutation as events is one event and the end', async () => {
    for (const [query, data] of [
      ['{ motto }', { motto: 'together' }],
      ['mutation { shout(text: "a") }', { shout: 'A' }],
    ] as const) {
      const stream = await subscribe(query);
      expect(stream.headers.get('content-type')).toBe('text/event-stream');
      expect(await stream.rest()).toEqual([
        { type: 'next', data: { data } },
        { type: 'complete', data: null },
      ]);
    }
    const either = await subscribe('{ motto }', { headers: { accept: 'application/json, text/event-stream' } });
    expect(JSON.parse(await either.text())).toEqual({ data: { motto: 'together' } });
  });

  test('a subscription as JSON only gets 406', async () => {
    for (const accept of ['application/json', '*/*', 'application/json, text/event-stream;q=0']) {
      const stream = await subscribe(SPANNING, { headers: { accept } });
      expect([stream.status, errorCode(await stream.text())]).toEqual([406, 'NOT_ACCEPTABLE']);
    }
  });

  test.each([
    [400, 'GRAPHQL_PARSE_FAILED', '{', {}],
    [400, 'GRAPHQL_VALIDATION_FAILED', 'subscription { nope }', {}],
    [400, 'GRAPHQL_VALIDATION_FAILED', 'subscription { a: reviewAdded { id } b: reviewAdded { id } }', {}],
    [400, 'BAD_USER_INPUT', 'subscription ($of: ID!) { reviewAdded(of: $of) { id } }', {}],
    [400, 'DEPTH_LIMIT_EXCEEDED', '{ __schema { types { fields { type { fields { type { name } } } } } } }', {}],
    [400, 'TOKEN_LIMIT_EXCEEDED', `subscription { reviewAdded { ${'id '.repeat(15_000)} } }`, {}],
    [413, 'PAYLOAD_TOO_LARGE', `subscription { reviewAdded { ${' '.repeat(1_100_000)} id } }`, {}],
    [403, 'ORIGIN_NOT_ALLOWED', SPANNING, { origin: 'https://evil.example' }],
    [403, 'ORIGIN_NOT_ALLOWED', SPANNING, { origin: 'null' }],
    [400, 'BAD_REQUEST', SPANNING, { 'birlik-purpose': 'Not This' }],
  ])('that must not run is refused in JSON before a stream begins: %i %s', async (status, code, query, headers) => {
    const stream = await subscribe(query, { headers });
    expect(stream.headers.get('content-type')).toContain('application/graphql-response+json');
    expect([stream.status, errorCode(await stream.text())]).toEqual([status, code]);
    expect(federation.subgraph('feed').received).toHaveLength(0);
  });

  test('by GET a mutation is refused whatever is accepted', async () => {
    const stream = await subscribe('mutation { shout(text: "a") }', { get: true });
    expect(stream.status).toBe(405);
  });

  test.each([['https://portal.example'], ['http://127.0.0.1']])(
    'a page of the origin %s may subscribe',
    async (base) => {
      const { origin } = new URL(federation.url);
      const stream = await subscribe(SPANNING, { headers: { origin: base === 'http://127.0.0.1' ? origin : base } });
      expect(stream.status).toBe(200);
      await channel.until(1);
    },
  );
});
