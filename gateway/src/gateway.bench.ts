import { generateKeyPairSync } from 'node:crypto';
import { Pool } from 'undici';
import { AssertionSigner } from './access/assertion-signer.js';
import { createGateway } from './server.js';
import { createLogger } from './telemetry/logger.js';
import { compose, testConfig } from './testing/federation.js';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Compares the gateway with a fan-out written by hand for the same question: a profile that spans four subgraphs. The
 * subgraphs answer fixed text, so that nearly all time is spent in between. Run with `node dist/gateway.bench.js`.
 */
const SECONDS = 4;
const CONCURRENCY = 16;
const MEMBERS = ['university', 'union', 'alumni'] as const;
const QUERY =
  'query Profile($id: ID!) { volunteer(id: $id) { id name university { a b items { x y } } union { a b items { x y } } alumni { a b items { x y } } } }';

const items = Array.from({ length: 5 }, (_, index) => ({ x: index, y: `value ${index}` }));

async function listen(answer: (body: string) => string): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(answer(body));
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function measure(run: (id: number) => Promise<unknown>, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) await run(done++);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return done / seconds;
}

const post = async (pool: Pool, path: string, body: string): Promise<string> => {
  const headers = { 'content-type': 'application/json' };
  return (await pool.request({ path, method: 'POST', headers, body })).body.text();
};

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])\n';
const registry = await listen((body) => {
  const { id } = (JSON.parse(body) as { variables: { id: string } }).variables;
  return JSON.stringify({ data: { volunteer: { __typename: 'Volunteer', id, name: `Name ${id}` } } });
});
const members = await Promise.all(
  MEMBERS.map(async (name) => {
    const text = JSON.stringify({ data: { _entities: [{ [name]: { a: 'a', b: 1, items } }] } });
    return { name, url: await listen(() => text) };
  }),
);

const services = [
  {
    name: 'registry',
    url: registry,
    typeDefs: `${LINK} type Query { volunteer(id: ID!): Volunteer } type Volunteer @key(fields: "id") { id: ID! name: String }`,
  },
  ...members.map(({ name, url }) => ({
    name,
    url,
    typeDefs: `${LINK} type Volunteer @key(fields: "id") { id: ID! ${name}: T_${name} } type T_${name} { a: String b: Int items: [I_${name}!]! } type I_${name} { x: Int y: String }`,
  })),
];
const key = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'bench' };

async function gatewayRate(environment: Record<string, string>): Promise<number> {
  const config = testConfig(environment);
  const gateway = await createGateway(config, compose(services), createLogger('silent'));
  const pool = new Pool(`http://127.0.0.1:${await gateway.listen()}`, { connections: CONCURRENCY });
  const run = (id: number) => post(pool, '/graphql', JSON.stringify({ query: QUERY, variables: { id: String(id) } }));
  const first = await run(1);
  if (first.includes('errors')) throw new Error(first);
  await measure(run, 1);
  const rate = await measure(run, SECONDS);
  await pool.destroy();
  await gateway.close();
  return rate;
}

async function fanOutRate(): Promise<number> {
  const entry = new Pool(registry, { connections: CONCURRENCY });
  const pools = members.map(({ url }) => new Pool(url, { connections: CONCURRENCY }));
  const server = await listenFanOut(entry, pools);
  const client = new Pool(server, { connections: CONCURRENCY });
  const run = (id: number) => post(client, '/graphql', JSON.stringify({ query: QUERY, variables: { id: String(id) } }));
  await measure(run, 1);
  return measure(run, SECONDS);
}

async function listenFanOut(entry: Pool, pools: readonly Pool[]): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { variables } = JSON.parse(body) as { variables: unknown };
      void (async () => {
        const first = JSON.parse(await post(entry, '/', JSON.stringify({ query: '{x}', variables }))) as {
          data: { volunteer: Record<string, unknown> };
        };
        const { volunteer } = first.data;
        const representations = [{ __typename: 'Volunteer', id: volunteer['id'] }];
        const text = JSON.stringify({ query: '{y}', variables: { representations } });
        const parts = await Promise.all(pools.map((pool) => post(pool, '/', text)));
        for (const part of parts) {
          const { data } = JSON.parse(part) as { data: { _entities: object[] } };
          Object.assign(volunteer, data._entities[0]);
        }
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: { volunteer } }));
      })();
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function signMicroseconds(): Promise<number> {
  const signer = await AssertionSigner.create(key as never);
  const viewer = {
    issuer: 'i',
    sub: 's',
    volunteerId: null,
    organizationId: null,
    roles: [],
    scopes: [],
    client: null,
  };
  const subject = { viewer, purpose: null, operation: 'Profile', request: 'r' };
  const count = 3_000;
  for (let index = 0; index < 300; index++) await signer.sign('union', 'body', subject);
  const started = performance.now();
  for (let index = 0; index < count; index++) await signer.sign('union', 'body', subject);
  return ((performance.now() - started) * 1_000) / count;
}

const fanOut = await fanOutRate();
const unsigned = await gatewayRate({});
const signed = await gatewayRate({ ASSERTION_KEY: JSON.stringify(key) });
const report = {
  fanOutPerSecond: Math.round(fanOut),
  gatewayPerSecond: Math.round(unsigned),
  ratio: Number((unsigned / fanOut).toFixed(2)),
  signedPerSecond: Math.round(signed),
  signedRatio: Number((signed / fanOut).toFixed(2)),
  signMicroseconds: Math.round(await signMicroseconds()),
  rssMegabytes: Math.round(process.memoryUsage().rss / 1024 / 1024),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exit(0);
