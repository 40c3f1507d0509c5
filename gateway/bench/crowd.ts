import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { compose } from '../testing/compose.js';
import { START_FLAGS } from '../testing/start-flags.js';
import { startProcess } from './contender.js';
import { processUsage } from './process-usage.js';
import { SCENARIOS } from './scenarios.js';

/**
 * A crowd before slow subgraphs: so many clients, each of which asks again as soon as it is answered. Prints what became of
 * their requests and how long they took. Run with `npm run bench:crowd`; `--help` shows what can be chosen.
 */
const { values: options } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'profile' },
    clients: { type: 'string', default: '1000' },
    'delay-ms': { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
    gateway: { type: 'string', default: fileURLToPath(new URL('../dist/main.js', import.meta.url)) },
    config: { type: 'string', default: '' },
    query: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  process.stdout.write(`Usage: npm run bench:crowd -- [--scenario ${SCENARIOS.map(({ name }) => name).join('|')}]
  [--clients ${options.clients}] [--delay-ms ${options['delay-ms']}] how long subgraphs take [--seconds ${options.seconds}]
  [--query QUERY] in place of the scenario's [--gateway MAIN.JS] of other code [--config FILE] of the gateway\n`);
  process.exit(0);
}

const scenario = SCENARIOS.find(({ name }) => name === options.scenario);
if (scenario === undefined) throw new Error(`There is no scenario "${options.scenario}".`);
const folder = mkdtempSync(join(tmpdir(), 'birlik-crowd-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const subgraphProcess = fileURLToPath(new URL('subgraph-process.ts', import.meta.url));
const subgraphs = await startProcess(
  ['--import', '@oxc-node/core/register', subgraphProcess, scenario.name, options['delay-ms']],
  { isContender: false },
);
const urls = subgraphs.ready['urls'] as Readonly<Record<string, string>>;
const supergraph = join(folder, 'supergraph.graphql');
writeFileSync(
  supergraph,
  compose(scenario.subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: urls[name] ?? '' }))),
);
const config = options.config === '' ? [] : ['--config', options.config];
const gateway = await startProcess(
  [...START_FLAGS, options.gateway, '--supergraph', supergraph, '--port', '0', ...config],
  { isContender: true },
);

const pool = new Pool(`http://127.0.0.1:${Number(gateway.ready['port'])}`, {
  connections: Number(options.clients),
  headersTimeout: 0,
  bodyTimeout: 0,
});
const outcomes = new Map<string, number[]>();
const end = performance.now() + Number(options.seconds) * 1_000;
let next = 0;
const client = async (): Promise<void> => {
  while (performance.now() < end) {
    const started = performance.now();
    const outcome = await askOnce(next++);
    const times = outcomes.get(outcome) ?? [];
    outcomes.set(outcome, times);
    times.push(performance.now() - started);
  }
};
await Promise.all(Array.from({ length: Number(options.clients) }, client));
for (const [outcome, times] of outcomes) {
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
  const line = [
    `${times.length} × ${outcome}`,
    `p50 ${at(0.5).toFixed(0)} ms`,
    `p99 ${at(0.99).toFixed(0)} ms`,
    `p99/p50 ${(at(0.99) / at(0.5)).toFixed(2)}`,
    `max ${at(1).toFixed(0)} ms`,
  ];
  process.stdout.write(`${line.join(', ')}\n`);
}
const usage = processUsage(gateway.pid);
if (usage !== null)
  process.stdout.write(
    `gateway: ${usage.cpuSeconds.toFixed(1)} s of processor time, at most ${usage.peakMiB.toFixed(0)} MiB\n`,
  );
await Promise.all([pool.destroy(), gateway.stop(), subgraphs.stop()]);
process.exit(0);

/** Asks once and says what came of it. */
async function askOnce(number: number): Promise<string> {
  const query = options.query === '' ? scenario?.query : options.query;
  const variables = options.query === '' ? scenario?.variables(number) : {};
  const { statusCode, headers, body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': `crowd-${String(number).padStart(8, '0')}` },
    body: JSON.stringify({ query, variables }),
  });
  const { errors = [] } = (await body.json()) as { errors?: readonly { extensions: { code: string } }[] };
  const codes = new Set(errors.map(({ extensions }) => extensions.code));
  const retry = headers['retry-after'] === undefined ? '' : ', retry-after';
  return `${statusCode}${retry}${codes.size === 0 ? '' : ` with ${[...codes].join(' and ')}`}`;
}
