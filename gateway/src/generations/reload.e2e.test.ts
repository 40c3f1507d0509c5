import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { compose } from '../../testing/compose.js';
import { START_FLAGS } from '../../testing/start-flags.js';
import type { MemoryReading } from '../../testing/memory-probe.js';
import { startSubgraph, type SubgraphDefinition, type SubgraphServer } from '../../testing/subgraph-server.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const PROBE = new URL('../../testing/memory-probe.ts', import.meta.url).href;
const RELOADS = 50;
/** Before memory is measured for the first time, so that code is compiled and caches are full. */
const FIRST_RELOADS = 10;
const CLIENTS = 16;
const ALLOWED_GROWTH = 5 * 1024 * 1024;
/** Less than the planners of these reloads take. */
const ALLOWED_RSS_GROWTH = 30 * 1024 * 1024;

const shelf: SubgraphDefinition = {
  name: 'shelf',
  typeDefs: `
    type Query { books: [Book!]! }
    type Mutation { lend(id: ID!): Book }
    type Book @key(fields: "id") { id: ID! title: String pages: Int @shareable }
  `,
  resolvers: {
    Query: { books: () => ['b1', 'b2'].map((id) => ({ id, title: `Title ${id}`, pages: 100 })) },
    Mutation: {
      lend: (_: unknown, { id }: { id: string }) => {
        lent.push(id);
        return { id, title: `Title ${id}` };
      },
    },
    Book: { __resolveReference: (reference: object) => ({ ...reference, pages: 100 }) },
  },
};
/** Served in two versions: what the newer one adds is there all the time. */
const reviews: SubgraphDefinition = {
  name: 'reviews',
  typeDefs: 'type Book @key(fields: "id") { id: ID! stars: Int pages: Int @shareable reader: String }',
  resolvers: {
    Book: { __resolveReference: (reference: object) => ({ ...reference, stars: 5, pages: 100, reader: 'Leyla' }) },
  },
};
const lent: string[] = [];
/** As many types as a real supergraph has, so that a planner that is not freed shows: it takes about 1 MB. */
const padding: SubgraphDefinition = {
  name: 'padding',
  typeDefs: Array.from(
    { length: 100 },
    (_, index) =>
      `type Part${index} @key(fields: "id") { id: ID! next: Part${(index + 1) % 100} a: Int b: String c: [Float!] }`,
  ).join('\n'),
};

let folder: string;
let file: string;
let subgraphs: readonly SubgraphServer[];
/** The supergraph in a version; those of odd ones have a field less. */
function supergraph(version: number): string {
  const [one, two, three] = subgraphs as [SubgraphServer, SubgraphServer, SubgraphServer];
  const without = { name: two.name, url: two.url, typeDefs: two.typeDefs.replace('reader: String', '') };
  return `# ${version}\n${compose(version % 2 === 0 ? [one, two, three] : [one, without, three])}`;
}

const children: ChildProcess[] = [];
const pools: Pool[] = [];
beforeAll(async () => {
  subgraphs = await Promise.all([shelf, reviews, padding].map(startSubgraph));
  folder = await mkdtemp(join(tmpdir(), 'birlik-reload-'));
  file = join(folder, 'supergraph.graphql');
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(async () => {
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  await rm(folder, { recursive: true });
});

async function write(text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

type LogLine = Readonly<Record<string, unknown>>;

/** A gateway process, its log, and how to wait for a line of it. */
async function start(environment: Record<string, string> = {}) {
  const child = fork(MAIN, ['--supergraph', file, '--port', '0'], {
    env: { LOG_LEVEL: 'info', ...environment },
    execArgv: [...START_FLAGS, '--expose-gc', '--import', PROBE],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  const waiting: { readonly text: string; readonly resolve: (line: LogLine) => void }[] = [];
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.includes('"msg":"request"')) continue;
      const read = JSON.parse(line) as LogLine;
      const index = waiting.findIndex(({ text }) => read['msg'] === text);
      if (index >= 0) waiting.splice(index, 1)[0]?.resolve(read);
    }
  });
  const logged = (text: string): Promise<LogLine> => new Promise((resolve) => waiting.push({ text, resolve }));
  const [message] = (await once(child, 'message')) as [{ port: number }];
  const pool = new Pool(`http://127.0.0.1:${message.port}`, { connections: CLIENTS });
  pools.push(pool);
  const get = async (path: string) => (await pool.request({ path, method: 'GET' })).body.json();
  return { child, logged, pool, get };
}
type Started = Awaited<ReturnType<typeof start>>;

async function ask({ pool }: Started, query: string, variables: object = {}) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const body = JSON.stringify({ query, variables });
  const response = await pool.request({ path: '/graphql', method: 'POST', headers, body });
  return { status: response.statusCode, body: await response.body.json() };
}

async function measure({ child }: Started): Promise<MemoryReading> {
  const answered = once(child, 'message');
  child.send('measure');
  const [reading] = (await answered) as [MemoryReading];
  return reading;
}

/** Serves a version and waits until the one before it is gone. */
async function reload({ logged }: Started, version: number): Promise<void> {
  const done = Promise.all([logged('supergraph served'), logged('supergraph retired')]);
  await write(supergraph(version));
  await done;
}

const LEND = 'mutation ($id: ID!) { lend(id: $id) { title stars } }';
const BOOKS = 'books { title pages stars }';
const FULL = {
  status: 200,
  body: { data: { books: ['b1', 'b2'].map((id) => ({ title: `Title ${id}`, pages: 100, stars: 5 })) } },
};
const READERS = { status: 200, body: { data: { books: [{ reader: 'Leyla' }, { reader: 'Leyla' }] } } };
const UNKNOWN = { status: 400, body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] } };

test(`${RELOADS} reloads under load lose no request and leave no memory behind`, { timeout: 240_000 }, async () => {
  await write(supergraph(0));
  const gateway = await start();
  let busy = true;
  let lends = 0;
  const counts = { full: 0, readers: 0, unknown: 0 };
  const client = async (index: number): Promise<void> => {
    for (let turn = index; busy; turn++) {
      if (turn % 3 === 0) {
        const answer = await ask(gateway, LEND, { id: `m${lends++}` });
        expect(answer).toMatchObject({ status: 200, body: { data: { lend: { stars: 5 } } } });
        expect(answer.body).not.toHaveProperty('errors');
      } else if (turn % 3 === 1) {
        expect(await ask(gateway, `query Q${turn % 7} { ${BOOKS} }`)).toEqual(FULL);
        counts.full++;
      } else {
        const answer = await ask(gateway, '{ books { reader } }');
        const known = answer.status === 200;
        expect(answer).toMatchObject(known ? READERS : UNKNOWN);
        counts[known ? 'readers' : 'unknown']++;
      }
    }
  };
  let version = 0;
  /** The memory after so many reloads under load, once the load is over: a collection under load would have the gateway shed requests. */
  const reloads = async (number: number): Promise<MemoryReading> => {
    busy = true;
    const load = Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)));
    // A client that fails ends the test at once.
    for (const last = version + number; version < last;) await Promise.race([reload(gateway, ++version), load]);
    busy = false;
    await load;
    return measure(gateway);
  };
  let before = await reloads(FIRST_RELOADS);
  let after = await reloads(RELOADS);
  expect(after.heapUsed - before.heapUsed).toBeLessThan(ALLOWED_GROWTH);
  // The allocator may keep pages once; what each reload leaves behind comes again with the next ones.
  for (let again = 0; again < 2 && after.rss - before.rss >= ALLOWED_RSS_GROWTH; again++) {
    before = after;
    after = await reloads(RELOADS);
  }
  expect(after.rss - before.rss).toBeLessThan(ALLOWED_RSS_GROWTH);

  expect(lent.toSorted()).toEqual(Array.from({ length: lends }, (_, index) => `m${index}`).toSorted());
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(RELOADS);
  expect(after.generations).toBe(1);
});

test('an invalid supergraph is refused, and a restart with it serves the last good one', async () => {
  const lastGood = join(folder, 'last-good.graphql');
  await write(supergraph(0));
  const gateway = await start({ SUPERGRAPH_LAST_GOOD_FILE: lastGood });
  const refused = gateway.logged('supergraph refused');
  await write('type Query {');
  expect(await refused).toMatchObject({ level: 50, reason: expect.stringContaining('not valid GraphQL') });
  expect(await ask(gateway, `{ ${BOOKS} }`)).toEqual(FULL);
  expect(await gateway.get('/health/ready')).toEqual({ status: 'ok' });

  const restarted = await start({ SUPERGRAPH_LAST_GOOD_FILE: lastGood });
  expect(await ask(restarted, `{ ${BOOKS} }`)).toEqual(FULL);
  expect(await restarted.get('/health/ready')).toEqual({ status: 'ok', supergraph: 'last-good' });
  await reload(restarted, 1);
  expect(await restarted.get('/health/ready')).toEqual({ status: 'ok' });
});

test('SIGHUP reads the source again where it is not watched', async () => {
  await write(supergraph(0));
  const config = join(folder, 'gateway.yaml');
  await writeFile(config, 'supergraph: { watch: off }\n');
  const gateway = await start({ CONFIG: config });
  const unchanged = gateway.logged('supergraph unchanged');
  gateway.child.kill('SIGHUP');
  await unchanged;
  await write(supergraph(1));
  const served = gateway.logged('supergraph served');
  gateway.child.kill('SIGHUP');
  await served;
  expect(await ask(gateway, '{ books { reader } }')).toMatchObject(UNKNOWN);
});
