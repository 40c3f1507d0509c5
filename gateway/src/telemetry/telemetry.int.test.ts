import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { postBody } from '@birlik/test-client';
import type { ConfigInput } from '../config/config.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider } from '../../testing/identity-provider.js';
import { sendJson } from '../../testing/subgraph-server.js';
import { startTraceCollector, type CollectedSpan } from '../../testing/trace-collector.js';

const PEOPLE = {
  name: 'people',
  typeDefs:
    'type Query { person(id: ID!): Person people: [Person!]! } type Mutation { rename(id: ID!, name: String!): Person } ' +
    'type Person @key(fields: "id") { id: ID! name: String }',
  resolvers: {
    Query: {
      person: (_: unknown, { id }: { id: string }) => ({ id, name: `Name ${id}` }),
      people: () => [{ id: '1' }, { id: '2' }],
    },
    Mutation: { rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ id, name }) },
  },
};
const REVIEWS = {
  name: 'reviews',
  typeDefs: 'type Person @key(fields: "id") { id: ID! reviews: [String!] }',
  resolvers: { Person: { reviews: () => ['good'] } },
};
const BOTH = 'query Profile($id: ID!) { person(id: $id) { name reviews } }';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function start(telemetry: NonNullable<ConfigInput['telemetry']>, rest: Partial<ConfigInput> = {}) {
  const lines: string[] = [];
  const logs = { write: (line: string) => void lines.push(line) };
  const overrides = { logLevel: 'info' as const, telemetry: { slowMs: 0, ...telemetry }, ...rest };
  const federation = await startFederation([PEOPLE, REVIEWS], overrides, { logs });
  // What the start itself says is not of interest.
  lines.length = 0;
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await federation.close();
    isClosed = true;
  };
  closing.push(close);
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { federation, lines, logged, close };
}

async function startTraced(traces: { sampleRatio?: number } = {}) {
  const collector = await startTraceCollector();
  closing.push(collector.close);
  const started = await start({ traces: { endpoint: collector.endpoint, ...traces } });
  /** Closing sends what is left. */
  const spans = async (): Promise<CollectedSpan[]> => {
    await started.close();
    return collector.spans();
  };
  return { ...started, collector, spans };
}

async function scrape({ gateway }: Federation): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${gateway.metricsPort}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  return response.text();
}

const sample = (metrics: string, name: string) =>
  Number(
    metrics
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1),
  );

describe('the request log', () => {
  test('has one line a request with times, counts and codes', async () => {
    const { federation, logged } = await start({});
    federation.subgraph('reviews').intercept = (_request, response) => {
      sendJson(response, { data: null, errors: [{ message: 'x', extensions: { code: 'NOT_HERE' } }] });
      return true;
    };
    await federation.ask(BOTH, { variables: { id: '1' }, headers: { 'x-request-id': 'request-0001' } });
    await federation.ask('{ nothing }');
    await federation.ask('query Profile($id: ID!) { person(id: $id) { name } }', { variables: {} });
    expect(logged()).toMatchObject([
      {
        level: 30,
        msg: 'request',
        request: 'request-0001',
        operation: 'Profile',
        kind: 'query',
        status: 200,
        ms: expect.any(Number),
        fetches: 2,
        errors: { NOT_HERE: 1 },
      },
      { operation: null, fetches: 0, code: 'GRAPHQL_VALIDATION_FAILED', errors: { GRAPHQL_VALIDATION_FAILED: 1 } },
      { operation: 'Profile', kind: 'query', fetches: 0, code: 'BAD_USER_INPUT' },
    ]);
    expect(logged().some((line) => 'trace' in line || 'organization' in line)).toBe(false);
  });

  test('names the organisation and never the person', async () => {
    const provider = await startIdentityProvider();
    closing.push(provider.close);
    const issuers = [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }];
    const { federation, lines, logged } = await start({}, { issuers });
    const claims = { sub: 'canary-sub', client_id: 'portal', org: 'org-1', volunteer: 'canary-volunteer', roles: [] };
    const token = await provider.token({ ...claims, scope: 'graph:read' });
    const { errors } = await federation.ask('{ people { id } }', { headers: { authorization: `Bearer ${token}` } });
    expect(errors).toBeUndefined();
    expect(logged()).toMatchObject([{ organization: 'org-1', status: 200 }]);
    expect(lines.join('')).not.toContain('canary');
  });
});

describe('metrics', () => {
  test('are served on a port of their own only', async () => {
    const { federation } = await start({ metrics: { port: 0 } });
    const { gateway, url } = federation;
    expect(new URL(url).port).not.toBe(String(gateway.metricsPort));
    expect((await fetch(new URL('/metrics', url))).status).toBe(404);
    const other = `http://127.0.0.1:${gateway.metricsPort}`;
    expect((await fetch(`${other}/graphql`)).status).toBe(404);
    expect((await postBody(`${other}/metrics`, '')).status).toBe(405);
    expect(await scrape(federation)).toContain('process_cpu_seconds_total');
  });

  test('are off without a port', async () => {
    const { federation } = await start({});
    expect(federation.gateway.metricsPort).toBeNull();
  });

  test('count requests, fetches, bytes, plans and errors', async () => {
    const { federation } = await start({ metrics: { port: 0 } });
    const people = federation.subgraph('people');
    await federation.ask(BOTH, { variables: { id: '1' } });
    await federation.ask(BOTH, { variables: { id: '2' } });
    await federation.ask('{ nothing }');
    people.intercept = (_request, response) => {
      response.end('not JSON');
      return true;
    };
    await federation.ask(BOTH, { variables: { id: '3' } });
    const metrics = await scrape(federation);
    const answered = { http_response_status_code: '200', graphql_operation_type: 'query' };
    const labels = (entries: Record<string, string>) =>
      `{${Object.entries(entries)
        .map(([name, value]) => `${name}="${value}"`)
        .join(',')}}`;
    expect(sample(metrics, `http_server_request_duration_seconds_count${labels(answered)}`)).toBe(3);
    expect(metrics).toContain('graphql_operation_type="none"');
    expect(sample(metrics, 'http_server_active_requests')).toBe(0);
    const count = 'http_client_request_duration_seconds_count';
    expect(sample(metrics, `${count}{subgraph_name="people",outcome="ok"}`)).toBe(2);
    expect(sample(metrics, `${count}{subgraph_name="people",outcome="not_graphql"}`)).toBe(1);
    expect(sample(metrics, `${count}{subgraph_name="reviews",outcome="ok"}`)).toBe(2);
    expect(sample(metrics, 'http_client_active_requests{subgraph_name="people"}')).toBe(0);
    const sent = people.received.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
    expect(sample(metrics, 'http_client_request_body_size_bytes_sum{subgraph_name="people"}')).toBe(sent);
    expect(sample(metrics, 'http_client_response_body_size_bytes_count{subgraph_name="people"}')).toBe(3);
    expect(sample(metrics, 'graphql_plan_cache_lookups_total{result="hit"}')).toBe(2);
    expect(sample(metrics, 'graphql_plan_cache_lookups_total{result="miss"}')).toBe(1);
    expect(sample(metrics, 'graphql_plan_duration_seconds_count{result="ok"}')).toBe(1);
    expect(sample(metrics, 'graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(sample(metrics, 'graphql_errors_total{code="UPSTREAM_UNAVAILABLE"}')).toBe(1);
  });

  test('count a request that is sent again', async () => {
    const { federation } = await start({ metrics: { port: 0 } });
    let isFirst = true;
    federation.subgraph('people').intercept = (_request, response) => {
      if (!isFirst) return false;
      isFirst = false;
      response.destroy();
      return true;
    };
    const { errors } = await federation.ask('{ people { id } }');
    expect(errors).toBeUndefined();
    expect(sample(await scrape(federation), 'http_client_request_resends_total{subgraph_name="people"}')).toBe(1);
  });
});

describe('traces', () => {
  test('have a span for the request, for each step that is not cached, and for each fetch', async () => {
    const { federation, logged, spans } = await startTraced();
    await federation.ask(BOTH, { variables: { id: '1' } });
    await federation.ask(BOTH, { variables: { id: '2' } });
    const all = await spans();
    const requests = all.filter(({ name }) => name === 'POST /graphql');
    expect(requests).toHaveLength(2);
    expect(logged().map(({ trace }) => trace)).toEqual(requests.map(({ traceId }) => traceId));
    const below = (request: CollectedSpan | undefined) =>
      all.filter((span) => span.parentSpanId === request?.spanId && span.traceId === request?.traceId);
    expect(below(requests[0]).map(({ name }) => name)).toEqual([
      'graphql.parse',
      'graphql.validate',
      'graphql.plan',
      'fetch people',
      'fetch reviews',
    ]);
    expect(below(requests[1]).map(({ name }) => name)).toEqual(['fetch people', 'fetch reviews']);
    expect(requests[0]).toMatchObject({
      kind: 2,
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/graphql',
        'http.response.status_code': 200,
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'Profile',
        'graphql.document.hash': expect.stringMatching(/^[\da-f]{64}$/),
      },
    });
    expect(below(requests[1])[1]).toMatchObject({
      kind: 3,
      attributes: {
        'subgraph.name': 'reviews',
        'graphql.operation.type': 'query',
        'graphql.fetch.kind': 'entities',
        'graphql.fetch.representations': 1,
        'http.request.body.size': Buffer.byteLength(federation.subgraph('reviews').received[1]?.body ?? ''),
        'http.response.status_code': 200,
      },
    });
  });

  test('go on with the trace of the caller, and each subgraph gets the span of its fetch', async () => {
    const { federation, spans } = await startTraced();
    const headers = { traceparent: `00-${TRACE}-${PARENT}-01`, tracestate: 'vendor=one' };
    await federation.ask(BOTH, { variables: { id: '1' }, headers });
    const all = await spans();
    expect(new Set(all.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
    expect(all.find(({ name }) => name === 'POST /graphql')?.parentSpanId).toBe(PARENT);
    for (const name of ['people', 'reviews']) {
      const span = all.find((one) => one.name === `fetch ${name}`);
      expect(federation.subgraph(name).received.map((request) => request.headers)).toMatchObject([
        { traceparent: `00-${TRACE}-${span?.spanId}-01`, tracestate: 'vendor=one' },
      ]);
    }
  });

  test('are not made where the caller decided against it, and the decision goes on', async () => {
    const { federation, logged, spans } = await startTraced();
    const traceparent = `00-${TRACE}-${PARENT}-00`;
    await federation.ask('{ people { id } }', { headers: { traceparent } });
    expect(federation.subgraph('people').received[0]?.headers['traceparent']).toBe(traceparent);
    expect(logged()[0]).not.toHaveProperty('trace');
    expect(await spans()).toEqual([]);
  });

  test('are not made where the sampler decided against it, and subgraphs are told', async () => {
    const { federation, spans } = await startTraced({ sampleRatio: 0 });
    await federation.ask('{ people { id } }');
    const received = federation.subgraph('people').received[0]?.headers['traceparent'];
    expect(received).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-00$/);
    expect(await spans()).toEqual([]);
  });

  test('show why a fetch failed', async () => {
    const { federation, spans } = await startTraced();
    await federation.subgraph('people').stop();
    await federation.ask('{ people { id } }');
    expect((await spans()).find(({ name }) => name === 'fetch people')).toMatchObject({
      status: 2,
      attributes: { 'error.type': 'unreachable', 'http.request.resend_count': 1 },
    });
  });

  test('are off without an endpoint, and the headers of the caller go on as they are', async () => {
    const { federation } = await start({});
    const headers = { traceparent: `00-${TRACE}-${PARENT}-01`, tracestate: 'vendor=one' };
    await federation.ask('{ people { id } }', { headers });
    expect(federation.subgraph('people').received[0]?.headers).toMatchObject(headers);
  });

  test('are missed in the log when the collector does not take them', async () => {
    const { federation, collector, logged, close } = await startTraced();
    collector.status = 400;
    await federation.ask('{ people { id } }');
    await close();
    expect(logged().filter(({ level }) => level === 40)).toMatchObject([
      { msg: 'the trace collector did not take spans', spans: 5 },
    ]);
  });

  test('are dropped when no collector is there, and requests are answered', async () => {
    const { federation, close } = await start({ traces: { endpoint: 'http://127.0.0.1:9' } }, { shutdownGraceMs: 200 });
    const { errors, data } = await federation.ask('{ people { id } }');
    expect(errors).toBeUndefined();
    expect(data.people).toHaveLength(2);
    await close();
  });
});

describe('the log of slow operations', () => {
  test('shows where the time went', async () => {
    const { federation, logged } = await start({ slowMs: 20 });
    federation.subgraph('reviews').intercept = async () => {
      await delay(30);
      return false;
    };
    await federation.ask(BOTH, { variables: { id: '1' } });
    const slow = logged().filter(({ msg }) => msg === 'slow operation');
    expect(slow).toMatchObject([
      {
        level: 40,
        operation: 'Profile',
        kind: 'query',
        document: expect.stringMatching(/^[\da-f]{64}$/),
        stages: 'people > reviews',
        fetches: [
          { service: 'people', kind: 'root', outcome: 'ok', status: 200, attempts: 1, representations: 0 },
          {
            service: 'reviews',
            kind: 'entities',
            ms: expect.any(Number),
            outcome: 'ok',
            representations: 1,
            operation: '{ _entities(representations: $…) { ... on Person { reviews } } }',
          },
        ],
      },
    ]);
    const { ms, fetches } = slow[0] as { ms: number; fetches: { ms: number }[] };
    expect(ms).toBeGreaterThanOrEqual(29);
    expect(fetches[1]?.ms).toBeGreaterThanOrEqual(29);
  });

  test('is silent about what is not slow', async () => {
    const { federation, logged } = await start({ slowMs: 60_000 });
    await federation.ask(BOTH, { variables: { id: '1' } });
    expect(logged().map(({ msg }) => msg)).toEqual(['request']);
  });
});

test('what people wrote or are is in no log line, metric or span', async () => {
  const provider = await startIdentityProvider();
  const collector = await startTraceCollector();
  closing.push(provider.close, collector.close);
  const { federation, lines, logged, close } = await start(
    { slowMs: 1, metrics: { port: 0 }, traces: { endpoint: collector.endpoint } },
    { issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }] },
  );
  const claims = { sub: 'canary-sub', client_id: 'canary-client', volunteer: 'canary-volunteer', roles: ['canary'] };
  const token = await provider.token({ ...claims, org: 'org-1', scope: 'graph:read canary:scope' });
  const headers = {
    authorization: `Bearer ${token}`,
    cookie: 'session=canary-cookie',
    'user-agent': 'canary-agent',
    'accept-language': 'canary-language',
    'birlik-purpose': 'canary-purpose',
    'x-forwarded-for': 'canary-address',
    'x-request-id': 'canary request id',
    referer: 'http://canary/',
  };
  const slowly = async () => {
    await delay(5);
    return false;
  };
  federation.subgraph('people').intercept = slowly;
  // Texts of a client, in every place of a document and its variables.
  const query =
    'query Ok($canaryId: ID!, $canaryDefault: ID = "canary-default") { one: person(id: $canaryId) { canaryAlias: name ' +
    'reviews } two: person(id: "canary-argument") { name } three: person(id: $canaryDefault) { id } } # canary-comment';
  const answer = await federation.ask(query, { headers, variables: { canaryId: 'canary-variable' } });
  expect(answer.errors).toBeUndefined();
  expect(answer.text).toContain('canary-argument');
  await federation.ask('mutation { rename(id: "canary-a", name: "canary-b") { id name } }', { headers });
  // Refused documents, variables, tokens and bodies.
  await federation.ask('{ person(id: "canary-a") { canaryField } }', { headers });
  await federation.ask('{ canary-parse', { headers });
  await federation.ask(query, { headers, variables: { canaryId: { canary: 'canary-object' } } });
  await federation.ask('{ people { id } }', { headers, operationName: 'canary name' });
  await federation.ask('{ people { id } }', { headers: { ...headers, authorization: 'Bearer canary.canary.canary' } });
  await postBody(federation.url, '{"canary');
  const found = Promise.withResolvers<string>();
  const search = new URLSearchParams({ query, variables: JSON.stringify({ canaryId: 'canary-get' }) });
  const json = { accept: 'application/json', 'graphql-require-preflight': '1', ...headers };
  get(`${federation.url}?${search}`, { headers: json }, (response) => found.resolve(text(response)));
  expect(await found.promise).toContain('canary-get');
  // Errors and malformed answers of subgraphs.
  const replies = [
    { data: null, errors: [{ message: 'canary-message', extensions: { code: 'canary-code', canary: 'canary' } }] },
    { data: { people: 'canary-kind' } },
  ];
  for (const reply of replies) {
    federation.subgraph('people').intercept = async (_request, response) => {
      await slowly();
      sendJson(response, reply, 500);
      return true;
    };
    expect((await federation.ask('{ people { id name } }', { headers })).errors).toBeDefined();
  }
  federation.subgraph('people').intercept = (_request, response) => {
    response.writeHead(200, { 'x-canary': 'canary-header' });
    response.end('<canary>');
    return true;
  };
  await federation.ask('{ people { id } }', { headers });
  const metrics = await scrape(federation);
  await close();

  expect(logged().filter(({ msg }) => msg === 'request').length).toBe(12);
  expect(logged().filter(({ msg }) => msg === 'slow operation').length).toBeGreaterThanOrEqual(3);
  expect(collector.spans().filter(({ name }) => name === 'POST /graphql')).toHaveLength(11);
  expect(metrics).toContain('graphql_errors_total{code="OTHER"} 1');
  for (const seen of [lines.join(''), metrics, collector.bodies.join('')]) {
    expect(seen.toLowerCase()).not.toContain('canary');
    expect(seen).not.toContain(token.split('.')[1]);
  }
});
