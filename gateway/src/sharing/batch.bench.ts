import { createServer } from 'node:http';
import { Pool } from 'undici';
import type { ConfigInput } from '../config/config.js';
import { createGateway } from '../server.js';
import { createLogger } from '../telemetry/logger.js';
import { compose } from '../../testing/compose.js';
import { testConfig } from '../../testing/federation.js';
import { listen } from '../../testing/listen.js';

/**
 * Counts the requests to subgraphs for one operation that asks one root field and the same entity of three subgraphs, each
 * time of another person, with and without batches: from 64 clients at once, and from one client, whose time for an
 * operation shows what batches cost when there is nobody to share with. Run with `node dist/sharing/batch.bench.js`.
 */
const CLIENTS = 64;
const WARM_UP = 4_000;
const OPERATIONS = 16_000;
const ALONE = 3_000;
const MEMBERS = ['university', 'union', 'alumni'] as const;
const QUERY = 'query Profile($id: ID!) { volunteer(id: $id) { id name university { a } union { a } alumni { a } } }';
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])\n';

interface Body {
  readonly variables: { readonly id: string; readonly representations: readonly { readonly id: string }[] };
}

let calls = 0;

async function serve(answer: (body: Body) => unknown): Promise<string> {
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      calls++;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(JSON.parse(text) as Body)));
    });
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

const services = [
  {
    name: 'registry',
    url: await serve(({ variables: { id } }) => ({
      data: { volunteer: { __typename: 'Volunteer', id, name: `Name ${id}` } },
    })),
    typeDefs: `${LINK} type Query { volunteer(id: ID!): Volunteer } type Volunteer @key(fields: "id") { id: ID! name: String }`,
  },
  ...(await Promise.all(
    MEMBERS.map(async (name) => ({
      name,
      url: await serve(({ variables: { representations } }) => ({
        data: { _entities: representations.map(({ id }) => ({ [name]: { a: `${name} ${id}` } })) },
      })),
      typeDefs: `${LINK} type Volunteer @key(fields: "id") { id: ID! ${name}: T_${name} } type T_${name} { a: String }`,
    })),
  )),
];

let nextId = 0;

async function measure(pool: Pool, clients: number, operations: number) {
  calls = 0;
  let left = operations;
  const times: number[] = [];
  const client = async (): Promise<void> => {
    while (left-- > 0) {
      const id = String(nextId++);
      const started = performance.now();
      const { body } = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUERY, variables: { id } }),
      });
      const { data } = (await body.json()) as { data: { volunteer: { alumni: { a: string } } } };
      times.push(performance.now() - started);
      if (data.volunteer.alumni.a !== `alumni ${id}`) throw new Error('An operation got what another one asked for.');
    }
  };
  const { user, system } = process.cpuUsage();
  await Promise.all(Array.from({ length: clients }, client));
  const used = process.cpuUsage({ user, system });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
  return {
    callsPerOperation: Number((calls / operations).toFixed(2)),
    cpuMicroseconds: Math.round((used.user + used.system) / operations),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
  };
}

const sharing: Readonly<Record<string, NonNullable<ConfigInput['sharing']>>> = {
  off: { join: false, batch: { enabled: false }, cache: { store: 'off' } },
  'turn of the event loop': { batch: { waitMs: 0 } },
  '1 ms': { batch: { waitMs: 1 } },
  '2 ms': { batch: { waitMs: 2 } },
  '5 ms': { batch: { waitMs: 5 } },
};
for (const [name, config] of Object.entries(sharing)) {
  const gateway = await createGateway({
    supergraph: compose(services),
    settings: testConfig({ sharing: config }),
    logger: createLogger('silent'),
  });
  const pool = new Pool(`http://127.0.0.1:${await gateway.listen()}`, { connections: CLIENTS });
  await measure(pool, CLIENTS, WARM_UP);
  const loaded = await measure(pool, CLIENTS, OPERATIONS);
  const alone = await measure(pool, 1, ALONE);
  process.stdout.write(`${name}: ${JSON.stringify({ loaded, alone })}\n`);
  await pool.close();
  await gateway.close();
}
process.exit(0);
