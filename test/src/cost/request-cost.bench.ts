import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startStack, type Stack } from '@birlik/infra/stack';
import { ask } from '@birlik/test-client';
import { readmeProfileQuery } from '../testkit/profile-query.js';
import { costReport, type Costs } from './cost-report.js';
import { processorMs } from './processor-time.js';
import { countStatements } from './statement-log.js';

/**
 * What a request costs in each process of the demo stack: processor time, and statements as PostgreSQL counts them. With
 * `--before` another tree, which is built, takes turns with this one, so that both meet the same machine. Linux only.
 */
const { values: options } = parseArgs({
  options: {
    before: { type: 'string' },
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '7' },
    requests: { type: 'string', default: '100' },
    'at-once': { type: 'string', default: '1' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  process.stdout.write(`Usage: npm run -s bench -- test/src/cost/request-cost.bench.ts
  [--before DIR] another tree of the project, built, to compare with
  [--scale N] of the demo data: 1 has 4,000 people, 20 has 80,000
  [--only profile|list-50|list-5]
  [--rounds N] [--requests N] a round [--at-once N]
  [--data DIR] keeps the demo data for the next run\n`);
  process.exit(0);
}

interface Request {
  readonly name: string;
  readonly persona: string;
  readonly query: string;
}

interface Tree {
  readonly name: string;
  readonly stack: Stack;
}

const list = (first: number) => `{ volunteers(first: ${first}) { nodes { name } } }`;
const requests: readonly Request[] = [
  { name: 'profile', persona: 'volunteer', query: await readmeProfileQuery() },
  { name: 'list-50', persona: 'university-officer', query: list(50) },
  { name: 'list-5', persona: 'university-officer', query: list(5) },
].filter(({ name }) => options.only === undefined || name === options.only);
const rounds = Number(options.rounds);
const perRound = Number(options.requests);
const scale = Number(options.scale);
const data = options.data ?? mkdtempSync(join(tmpdir(), 'birlik-cost-'));

const trees: Tree[] = [];
try {
  if (options.before !== undefined) trees.push(await startTree('before', resolve(options.before)));
  trees.push(await startTree('after', null));
  for (const request of requests) await compare(request);
} finally {
  for (const { stack } of trees) await stack.shutdown();
  if (options.data === undefined) rmSync(data, { recursive: true, force: true });
}

async function startTree(name: string, folder: string | null): Promise<Tree> {
  const stateDir = join(data, `${name}-scale-${scale}`);
  mkdirSync(stateDir, { recursive: true });
  const start = folder === null ? startStack : await startOf(folder);
  return { name, stack: await start({ stateDir, port: 0, scale, dispatchEvery: 0 }) };
}

async function startOf(folder: string): Promise<typeof startStack> {
  const module = pathToFileURL(join(folder, 'infra', 'dist', 'supervisor', 'stack.js'));
  return ((await import(module.href)) as { startStack: typeof startStack }).startStack;
}

async function compare(request: Request): Promise<void> {
  const runs = await Promise.all(
    trees.map(async (tree) => {
      const send = await senderOf(tree.stack, request);
      return { tree, send, costs: [] as Costs[] };
    }),
  );
  for (const { send } of runs) await repeat(send, Math.max(300, perRound));
  for (let round = 0; round < rounds; round += 1) {
    // Whoever comes after whom makes a difference of some hundredths, so the order turns with each round.
    for (const run of round % 2 === 0 ? runs : runs.toReversed())
      run.costs.push(await measure(run.tree.stack, run.send));
  }
  const measured = [];
  for (const { tree, send, costs } of runs) {
    measured.push({ name: tree.name, costs, statements: await statementsOf(tree.stack, send) });
  }
  const title = `${request.name}, scale ${scale}: ${rounds} rounds of ${perRound} requests`;
  process.stdout.write(`\n${title}\n${costReport(measured)}`);
}

async function senderOf(stack: Stack, { persona, query }: Request): Promise<() => Promise<void>> {
  const headers = { authorization: `Bearer ${await stack.token(persona)}`, 'birlik-purpose': 'recruitment' };
  return async () => {
    const { status, errors, text } = await ask(`${stack.gatewayUrl}/graphql`, query, { headers });
    if (status !== 200 || errors !== undefined) throw new Error(`The request failed: ${text}`);
  };
}

/** Sends a number of requests, as many at once as the options say. */
async function repeat(send: () => Promise<void>, times: number): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await send();
    }
  };
  await Promise.all(Array.from({ length: Number(options['at-once']) }, worker));
}

async function measure(stack: Stack, send: () => Promise<void>): Promise<Costs> {
  const read = () => new Map(stack.processes().map(({ name, pid }) => [name, processorMs(pid)]));
  const before = read();
  const started = performance.now();
  await repeat(send, perRound);
  const waited = ((performance.now() - started) * Number(options['at-once'])) / perRound;
  const used = [...read()].map(([name, ms]) => [name, (ms - (before.get(name) ?? 0)) / perRound] as const);
  return { processes: new Map(used), waited };
}

/** The statements of one request, by member. */
async function statementsOf(stack: Stack, send: () => Promise<void>): Promise<ReadonlyMap<string, number>> {
  const { postgresPassword } = JSON.parse(readFileSync(stack.folder.secrets, 'utf8')) as { postgresPassword: string };
  const postgres = stack.processes().find(({ name }) => name === 'postgres');
  if (postgres === undefined) throw new Error('PostgreSQL does not run.');
  const superuserUrl = `postgres://postgres:${encodeURIComponent(postgresPassword)}@127.0.0.1:${postgres.port}/postgres`;
  const counts = await countStatements({ superuserUrl, pid: postgres.pid }, send);
  const byMember = Object.entries(stack.databases).map(
    ([member, { appUrl }]) => [member, counts.get(new URL(appUrl).pathname.slice(1)) ?? 0] as const,
  );
  return new Map(byMember);
}
