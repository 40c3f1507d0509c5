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
 * subgraphs answer fixed text, so that nearly all time is spent in between. What counts is processor time for a request,
 * client and subgraphs included, in the middle one of several rounds: it depends little on what else the machine does. Run with `node dist/gateway.bench.js`.
 */
const ROUNDS = 25;
const ROUND_SECONDS = 0.3;
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

/** Microseconds of processor time for one request. */
async function measure(run: (id: number) => Promise<unknown>, seconds: number): Promise<number> {
  const before = process.cpuUsage();
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) await run(done++);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / done;
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

async function startGateway(overrides: Parameters<typeof testConfig>[0]): Promise<string> {
  // The members answer one entity whatever they are asked, so there is nothing to batch.
  const config = testConfig({ sharing: { batch: { enabled: false } }, ...overrides });
  const gateway = await createGateway(config, compose(services), createLogger('silent'));
  return `http://127.0.0.1:${await gateway.listen()}`;
}

function startFanOut(): Promise<string> {
  const entry = new Pool(registry, { connections: CONCURRENCY });
  return listenFanOut(
    entry,
    members.map(({ url }) => new Pool(url, { connections: CONCURRENCY })),
  );
}

function client(origin: string): (id: number) => Promise<string> {
  const pool = new Pool(origin, { connections: CONCURRENCY });
  return (id) => post(pool, '/graphql', JSON.stringify({ query: QUERY, variables: { id: String(id) } }));
}

/** What each contender costs, and how the first one compares with it. They take turns, so all meet the same machine. */
async function compare(contenders: readonly ((id: number) => Promise<string>)[]) {
  const rounds: (readonly number[])[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const costs: number[] = [];
    for (const run of contenders) costs.push(await measure(run, ROUND_SECONDS));
    // The first rounds warm up.
    if (round >= 0) rounds.push(costs);
  }
  return contenders.map((_, index) => ({
    microseconds: Math.round(median(rounds.map((costs) => costs[index] ?? 0))),
    ratio: Number(median(rounds.map((costs) => (costs[0] ?? 0) / (costs[index] ?? 1))).toFixed(2)),
  }));
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
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
        const { __typename, ...volunteer } = first.data.volunteer;
        const representations = [{ __typename, id: volunteer['id'] }];
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

function measureSigning(): number {
  const signer = new AssertionSigner(key as never);
  const viewer = {
    issuer: 'i',
    sub: 's',
    volunteerId: null,
    organizationId: null,
    roles: [],
    scopes: [],
    client: null,
  };
  const assert = signer.about({ viewer, purpose: null, operation: 'Profile', request: 'r' });
  const count = 3_000;
  for (let index = 0; index < 300; index++) assert('union', 'body');
  const started = performance.now();
  for (let index = 0; index < count; index++) assert('union', 'body');
  return ((performance.now() - started) * 1_000) / count;
}

const contenders = [
  client(await startFanOut()),
  client(await startGateway({})),
  client(await startGateway({ assertionKey: key as never })),
];
const answers = await Promise.all(contenders.map(async (run) => JSON.stringify(JSON.parse(await run(1)).data)));
if (new Set(answers).size !== 1) throw new Error(`The contenders answer differently: ${answers.join(' ')}`);
const [fanOut, gateway, signing] = await compare(contenders);
const signMicroseconds = Math.round(measureSigning());
const report = { fanOut, gateway, signing, signMicroseconds };
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exit(0);
