import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SubgraphRequest } from '../subgraph/subgraph-request.js';
import { testConfig } from '../../testing/federation.js';
import { startSubgraph, type SubgraphServer } from '../../testing/subgraph-server.js';
import { subgraphLimits } from './subgraph-limits.js';
import { Transport, type SendOptions } from './transport.js';

let one: SubgraphServer;
let two: SubgraphServer;
let transport: Transport;
let changes: string[];
beforeEach(async () => {
  const typeDefs = 'type Query { hello: String } type Mutation { act: String }';
  const resolvers = { Query: { hello: () => 'world' }, Mutation: { act: () => 'done' } };
  one = await startSubgraph({ name: 'one', typeDefs, resolvers });
  two = await startSubgraph({ name: 'two', typeDefs, resolvers });
  const config = testConfig({ transport: { breaker: { minimumRequests: 5, openMs: 3_600_000 } } });
  changes = [];
  transport = new Transport({
    urls: new Map([one, two].map(({ name, url }) => [name, url])),
    limitsOf: (service) => subgraphLimits(config, service),
    onBreaker: (service, state) => changes.push(`${service} ${state}`),
  });
});
afterEach(async () => {
  await transport.close();
  await Promise.all([one.stop(), two.stop()]);
});

function send(service: string, kind: 'query' | 'mutation' = 'query', options: Partial<SendOptions> = {}) {
  const operation = kind === 'query' ? '{ hello }' : 'mutation { act }';
  const template = { service, kind, operation, sharing: null, head: `{"query":"${operation}","variables":` };
  const request: SubgraphRequest = { template, variables: '', entities: [] };
  const headers = () => ({ 'content-type': 'application/json' });
  return transport.send(request, { headers, deadline: performance.now() + 10_000, cancellation: null, ...options });
}

const idle = { breaker: 'closed', running: 0, waiting: 0 };

test('places are given back whatever becomes of a request', async () => {
  one.intercept = (_request, response) => one.received.length % 2 === 0 && Boolean(response.destroy());
  const answered = await Promise.all(
    Array.from({ length: 4 }, () =>
      send('one', 'mutation').then(
        () => true,
        () => false,
      ),
    ),
  );
  expect(answered.filter(Boolean)).toHaveLength(2);
  expect(Object.fromEntries(transport.status())).toEqual({ one: idle, two: idle });
});

test('an open breaker fails in less than 10 ms, sends nothing, is reported and holds for its subgraph alone', async () => {
  one.intercept = (_request, response) => Boolean(response.writeHead(500).end('oops'));
  for (let index = 0; index < 5; index++) await expect(send('one')).rejects.toThrow('did not answer with GraphQL');
  expect(changes).toEqual(['one open']);
  expect(transport.status().get('one')).toEqual({ ...idle, breaker: 'open' });
  const times: number[] = [];
  for (let index = 0; index < 101; index++) {
    const start = performance.now();
    await expect(send('one')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', kind: 'resting' });
    times.push(performance.now() - start);
  }
  // The middle one, so that a pause of the machine does not decide.
  expect(times.toSorted((a, b) => a - b)[50]).toBeLessThan(10);
  expect(one.received).toHaveLength(5);
  expect((await send('two')).data).toEqual({ hello: 'world' });
});

describe('a mutation whose connection breaks', () => {
  const breakOnce = () => {
    let breaks = 1;
    one.intercept = (_request, response) => breaks-- > 0 && Boolean(response.destroy());
  };

  test('is not sent again', async () => {
    breakOnce();
    await expect(send('one', 'mutation')).rejects.toMatchObject({ kind: 'broken' });
    expect(one.received).toHaveLength(1);
  });

  test('is sent again when its caller says that it may be', async () => {
    breakOnce();
    expect((await send('one', 'mutation', { mayRepeat: true })).data).toEqual({ act: 'done' });
    expect(one.received).toHaveLength(2);
  });
});

test('a retry stays within the time of the first attempt', async () => {
  one.intercept = (_request, response) => {
    if (one.received.length === 1) return Boolean(response.destroy());
    return true;
  };
  const deadline = performance.now() + 500;
  await expect(send('one', 'query', { deadline })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  const [first, second] = one.received.map(({ headers }) => Number(headers['birlik-deadline-ms']));
  expect(second).toBeLessThanOrEqual(first ?? 0);
});
