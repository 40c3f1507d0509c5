import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { post } from '@birlik/test-client';
import { compose } from '../../testing/compose.js';
import { START_FLAGS } from '../../testing/start-flags.js';
import { startSubgraph, type SubgraphServer } from '../../testing/subgraph-server.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const GRACE_MS = 5_000;
const MEGABYTE = 1024 * 1024;

let folder: string;
let supergraph: string;
let subgraph: SubgraphServer;
let child: ChildProcess | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-faults-'));
  supergraph = join(folder, 'supergraph.graphql');
  subgraph = await startSubgraph({
    name: 'one',
    typeDefs: 'type Query { hello: String big: String }',
    resolvers: { Query: { hello: () => 'world' } },
  });
  await writeFile(supergraph, compose([subgraph]));
});
afterEach(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  child = null;
  await subgraph.stop();
  await rm(folder, { recursive: true });
});

async function startGateway(environment: Record<string, string>) {
  const gateway = fork(MAIN, ['--supergraph', supergraph, '--port', '0'], {
    env: { LOG_LEVEL: 'silent', SHUTDOWN_GRACE_MS: String(GRACE_MS), ...environment },
    execArgv: [...START_FLAGS],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child = gateway;
  const exited = once(gateway, 'exit').then(([code]) => code as number | null);
  const [{ port }] = (await once(gateway, 'message')) as [{ port: number }];
  return { gateway, exited, port, url: `http://127.0.0.1:${port}` };
}

const askFor = (url: string, field: string) => post(`${url}/graphql`, `{ ${field} }`);

/** Asks all the time, like a load balancer with many clients: as long as the gateway says that it is ready. */
async function loadUntilUnready(url: string, onAnswer: (answered: number) => void) {
  const outcome = { answered: 0, failures: [] as string[] };
  let isReady = true;
  const watch = async (): Promise<void> => {
    while (isReady) isReady = (await fetch(`${url}/health/ready`)).status === 200;
  };
  const worker = async (): Promise<void> => {
    while (isReady) {
      try {
        const response = await askFor(url, 'hello');
        const text = await response.text();
        if (response.status === 200 && text === '{"data":{"hello":"world"}}') onAnswer(++outcome.answered);
        else outcome.failures.push(`${response.status} ${text}`);
      } catch (error) {
        outcome.failures.push(String(error));
      }
    }
  };
  await Promise.all([watch(), ...Array.from({ length: 20 }, worker)]);
  return outcome;
}

test('SIGTERM under load: unready first, every request is answered, exit with 0 within the grace', async () => {
  const { gateway, exited, url } = await startGateway({ SHUTDOWN_DELAY_MS: '1000' });
  let stoppedAt = 0;
  const { answered, failures } = await loadUntilUnready(url, (answers) => {
    if (answers !== 200) return;
    stoppedAt = performance.now();
    gateway.kill('SIGTERM');
  });
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(200);
  // It still takes what comes from those who have not noticed yet.
  expect(await (await askFor(url, 'hello')).text()).toBe('{"data":{"hello":"world"}}');
  expect(await exited).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(1_000 + GRACE_MS);
});

test('SIGTERM with connections that were opened ahead and never used: they are not waited for', async () => {
  const { gateway, exited, port } = await startGateway({ SHUTDOWN_GRACE_MS: '3600000' });
  const unused = connect(port, '127.0.0.1');
  unused.on('error', () => undefined);
  await once(unused, 'connect');
  gateway.kill('SIGTERM');
  expect(await exited).toBe(0);
  // Less than the time after which the server gives up on headers.
}, 9_000);

// Only Linux tells the greatest memory of another process.
test.runIf(process.platform === 'linux')(
  'answers of 100 MB, ten at once: the memory of the process stays bounded',
  async () => {
    const config = join(folder, 'gateway.yaml');
    // Equal requests would be joined to one.
    await writeFile(config, 'sharing: { join: off }');
    const { gateway, url } = await startGateway({ CONFIG: config, MAX_RESPONSE_BYTES: String(MEGABYTE) });
    const chunk = Buffer.alloc(64 * 1024, 'x');
    let offered = 0;
    let requests = 0;
    subgraph.intercept = (_request, response) => {
      requests++;
      response.writeHead(200, { 'content-type': 'application/json' });
      const write = (): void => {
        for (let written = 0; written < 100 * MEGABYTE && !response.destroyed; written += chunk.length) {
          offered += chunk.length;
          if (!response.write(chunk)) break;
        }
      };
      response.on('drain', write);
      write();
      return true;
    };
    await (await askFor(url, 'hello')).text();
    requests = 0;
    const before = await peakMemory(gateway.pid);
    const answers = await Promise.all(Array.from({ length: 10 }, async () => (await askFor(url, 'big')).json()));
    for (const answer of answers) {
      expect(answer).toMatchObject({ data: { big: null }, errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] });
    }
    expect(requests).toBe(10);
    expect(offered).toBeGreaterThan(10 * MEGABYTE);
    expect((await peakMemory(gateway.pid)) - before).toBeLessThan(150 * MEGABYTE);
  },
);

/** The greatest resident memory that a process ever had, in bytes. */
async function peakMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) * 1_024;
}
