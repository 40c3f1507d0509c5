import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compose } from '../testing/compose.js';
import { START_FLAGS } from '../testing/start-flags.js';
import { isPinned, leaveContenderCore, startProcess, type BenchProcess } from './contender.js';
import { LoadClient } from './load.js';
import { installPeers } from './peers.js';
import { processUsage } from './process-usage.js';
import { SCENARIOS, type Scenario } from './scenarios.js';

/**
 * Compares gateways with each other and with a fan-out written by hand. Each contender is a process on a core of its own;
 * subgraphs and load share the other one. They take turns in short rounds, so all of them meet the same machine, and the
 * middle one of the rounds counts. Run with `npm run bench:gateway`; `--help` shows what can be chosen.
 */
const CONCURRENCY = 32;
const WARM_UP_SECONDS = 10;

const { values: options } = parseArgs({
  options: {
    scenarios: { type: 'string', default: SCENARIOS.map(({ name }) => name).join(',') },
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    requests: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  process.stdout.write(`Usage: npm run bench:gateway -- [--scenarios ${options.scenarios}]
  [--rounds ${options.rounds}] [--seconds ${options.seconds}] a round
  [--only CONTENDER,…] only these, of: fan-out, birlik, birlik-own, birlik-signed, birlik-signed-own,
    birlik-eddsa, birlik-sharing, apollo, hive
  [--requests N] instead of rounds, N requests to each: how much memory they leave\n`);
  process.exit(0);
}

interface Contender {
  readonly name: string;
  readonly process: BenchProcess;
  readonly client: LoadClient;
  readonly rounds: { rate: number; cpu: number; p99: number; calls: number }[];
}

const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const requests = Number(options.requests);
const only = new Set(options.only.split(',').filter((name) => name !== ''));
const isWanted = (name: string) => only.size === 0 || only.has(name);
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));
/** What Node needs to run a program of the bench from its source. */
const sourceOf = (file: string) => ['--import', '@oxc-node/core/register', pathOf(file)];
const median = (values: readonly number[]) =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

leaveContenderCore();
const folder = mkdtempSync(join(tmpdir(), 'birlik-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
if (!isPinned) process.stderr.write('taskset is missing: contenders are not pinned to one core.\n');
const peers = isWanted('apollo') || isWanted('hive') ? installPeers() : new Map<string, string>();
for (const name of options.scenarios.split(',')) {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario "${name}".`);
  await benchScenario(scenario);
}
process.exit(0);

async function benchScenario(scenario: Scenario): Promise<void> {
  const subgraphs = await startProcess([...sourceOf('subgraph-process.ts'), scenario.name], { isContender: false });
  const urls = subgraphs.ready['urls'] as Record<string, string>;
  const supergraph = join(folder, `${scenario.name}.graphql`);
  writeFileSync(
    supergraph,
    compose(scenario.subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: urls[name] ?? '' }))),
  );
  const contenders = await startContenders(scenario, supergraph, urls);
  try {
    await checkAnswers(contenders);
    for (const { client } of contenders) {
      await client.run({ concurrency: CONCURRENCY, seconds: WARM_UP_SECONDS, requests: Number.POSITIVE_INFINITY });
    }
    const load = requests > 0 ? { seconds: 3_600, requests } : { seconds, requests: Number.POSITIVE_INFINITY };
    for (let round = 0; round < (requests > 0 ? 1 : rounds); round++) {
      // Whoever comes after whom makes a difference of some hundredths, so the order turns with each round.
      const turns = round % 2 === 0 ? contenders : contenders.toReversed();
      for (const contender of turns) await measure(contender, load, subgraphs);
    }
    report(scenario, contenders);
  } finally {
    for (const { process: started, client } of contenders) {
      await client.close();
      await started.stop();
    }
    await subgraphs.stop();
  }
}

async function startContenders(
  scenario: Scenario,
  supergraph: string,
  urls: Readonly<Record<string, string>>,
): Promise<readonly Contender[]> {
  const key = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'bench' };
  const signing = { ASSERTION_KEY: JSON.stringify(key), AGREEMENT_KEYS: JSON.stringify(agreementKeysFor(scenario)) };
  const quiet = join(folder, 'no-sharing.yaml');
  writeFileSync(quiet, 'sharing: { join: off, batch: { enabled: off }, cache: { store: off } }\n');
  const quietOwn = join(folder, 'no-sharing-own.yaml');
  writeFileSync(
    quietOwn,
    'sharing: { join: off, batch: { enabled: off }, cache: { store: off } }\ntransport: { client: own }\n',
  );
  const own = [...START_FLAGS, pathOf('../dist/main.js'), '--supergraph', supergraph, '--port', '0'];
  const starts: [string, readonly string[], Readonly<Record<string, string>>][] = [
    ...(scenario.hasFanOut
      ? [['fan-out', sourceOf('fan-out-process.ts'), { SUBGRAPH_URLS: JSON.stringify(urls) }] as const]
      : []),
    ['birlik', [...own, '--config', quiet], {}],
    ['birlik-own', [...own, '--config', quietOwn], {}],
    ['birlik-signed', [...own, '--config', quiet], signing],
    ['birlik-signed-own', [...own, '--config', quietOwn], signing],
    ['birlik-eddsa', [...own, '--config', quiet], { ASSERTION_KEY: signing.ASSERTION_KEY }],
    ['birlik-sharing', own, {}],
    ...[...peers].map(([name, launcher]) => [name, [launcher, supergraph], {}] as const),
  ].map(([name, program, environment]) => [name, program, environment] as never);
  const contenders: Contender[] = [];
  for (const [name, program, environment] of starts) {
    if (!isWanted(name)) continue;
    const started = await startProcess(program, { isContender: true, environment });
    const client = new LoadClient(`http://127.0.0.1:${Number(started.ready['port'])}`, CONCURRENCY, (request) =>
      JSON.stringify({ query: scenario.query, variables: scenario.variables(request) }),
    );
    contenders.push({ name, process: started, client, rounds: [] });
  }
  return contenders;
}

/** Subgraphs of the bench take every assertion as it is, so nobody needs the private halves. */
function agreementKeysFor({ subgraphs }: Scenario): Record<string, unknown> {
  return Object.fromEntries(
    subgraphs.map(({ name }) => [name, generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' })]),
  );
}

/** All contenders must say the same, or they are not compared. */
async function checkAnswers(contenders: readonly Contender[]): Promise<void> {
  const answers = await Promise.all(
    contenders.map(async ({ client }) => canonical((JSON.parse(await client.ask()) as { data: unknown }).data)),
  );
  const different = contenders.filter((_, index) => answers[index] !== answers[0]);
  if (different.length > 0) throw new Error(`${different.map(({ name }) => name).join(', ')} answer differently.`);
}

/** JSON text with sorted keys: a hand-written fan-out need not keep the client's order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : item,
  );
}

async function measure(
  { process: started, client, rounds: results }: Contender,
  load: { readonly seconds: number; readonly requests: number },
  subgraphs: BenchProcess,
): Promise<void> {
  const callsBefore = await countCalls(subgraphs);
  const before = processUsage(started.pid);
  const result = await client.run({ concurrency: CONCURRENCY, ...load });
  const after = processUsage(started.pid);
  const calls = (await countCalls(subgraphs)) - callsBefore;
  const cpu = before === null || after === null ? Number.NaN : after.cpuSeconds - before.cpuSeconds;
  results.push({
    rate: result.requests / result.seconds,
    cpu: (cpu * 1_000_000) / result.requests,
    p99: result.p99,
    calls: calls / result.requests,
  });
}

async function countCalls({ child }: BenchProcess): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  child.once('message', (message) => resolve((message as { requests: number }).requests));
  child.send({ type: 'count' });
  return promise;
}

function report(scenario: Scenario, contenders: readonly Contender[]): void {
  const [first] = contenders;
  const rows = contenders.map(({ name, process: started, rounds: results }) => {
    const of = (key: 'rate' | 'cpu' | 'p99' | 'calls') => median(results.map((result) => result[key]));
    const ratio = (key: 'rate' | 'cpu') =>
      median(results.map((result, index) => result[key] / (first?.rounds[index]?.[key] ?? Number.NaN)));
    const usage = processUsage(started.pid);
    return [
      name,
      of('rate').toFixed(0),
      ratio('rate').toFixed(2),
      of('cpu').toFixed(0),
      (1 / ratio('cpu')).toFixed(2),
      of('p99').toFixed(1),
      of('calls').toFixed(2),
      usage === null ? '-' : `${usage.residentMiB.toFixed(0)} (${usage.peakMiB.toFixed(0)})`,
    ];
  });
  const head = ['contender', 'requests/s', 'ratio', 'CPU µs', 'ratio', 'p99 ms', 'calls', 'MiB (peak)'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(
    `\n${scenario.name}, ${CONCURRENCY} at a time; ratios to ${first?.name ?? ''}\n\n${lines.join('\n')}\n`,
  );
}
