import { afterEach, beforeEach, expect, test } from 'vitest';
import { InFlightRequest } from '../subgraph/in-flight-request.js';
import { testConfig } from '../../testing/federation.js';
import { plainRequest, type PlainRequest } from '../../testing/subgraph-request.js';
import { startSubgraph, type SubgraphServer } from '../../testing/subgraph-server.js';
import { subgraphLimits } from './subgraph-limits.js';
import { Transport } from './transport.js';

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
    echoOf: () => null,
    onBreaker: (service, state) => changes.push(`${service} ${state}`),
    onFailure: () => undefined,
  });
});
afterEach(async () => {
  await transport.close();
  await Promise.all([one.stop(), two.stop()]);
});

function ask(service: string, kind: 'query' | 'mutation' = 'query', more: Partial<PlainRequest> = {}) {
  const operation = kind === 'query' ? '{ hello }' : 'mutation { act }';
  const request = plainRequest({ service, kind, operation, ...more });
  const inFlight = new InFlightRequest(request, 10_000);
  const answer = inFlight.wait(request.terms);
  transport.dispatch(inFlight);
  return answer;
}

const idle = { breaker: 'closed', running: 0, waiting: 0 };

test('places are given back whatever becomes of a request', async () => {
  one.intercept = (_request, response) => one.received.length % 2 === 0 && Boolean(response.destroy());
  const answered = await Promise.all(
    Array.from({ length: 4 }, () =>
      ask('one', 'mutation').then(
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
  for (let index = 0; index < 5; index++) await expect(ask('one')).rejects.toThrow('did not answer with GraphQL');
  expect(changes).toEqual(['one open']);
  expect(transport.status().get('one')).toEqual({ ...idle, breaker: 'open' });
  const times: number[] = [];
  for (let index = 0; index < 101; index++) {
    const start = performance.now();
    await expect(ask('one')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', kind: 'resting' });
    times.push(performance.now() - start);
  }
  // The middle one, so that a pause of the machine does not decide.
  expect(times.toSorted((a, b) => a - b)[50]).toBeLessThan(10);
  expect(one.received).toHaveLength(5);
  expect((await ask('two')).data).toEqual({ hello: 'world' });
});

test('a mutation whose connection breaks is not sent again', async () => {
  let breaks = 1;
  one.intercept = (_request, response) => breaks-- > 0 && Boolean(response.destroy());
  await expect(ask('one', 'mutation')).rejects.toMatchObject({ kind: 'broken' });
  expect(one.received).toHaveLength(1);
});

test('a mutation carries its idempotency key', async () => {
  expect((await ask('one', 'mutation', { idempotencyKey: 'abc' })).data).toEqual({ act: 'done' });
  expect(one.received[0]?.headers['idempotency-key']).toBe('"abc"');
});

test('a retry stays within the time of the first attempt', async () => {
  one.intercept = (_request, response) => {
    if (one.received.length === 1) return Boolean(response.destroy());
    return true;
  };
  const deadline = performance.now() + 500;
  await expect(ask('one', 'query', { terms: { deadline } })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  const [first, second] = one.received.map(({ headers }) => Number(headers['birlik-deadline-ms']));
  expect(second).toBeLessThanOrEqual(first ?? 0);
});
