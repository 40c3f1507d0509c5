import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { post } from '@birlik/test-client';
import { createEventChannel } from '../testing/event-channel.js';
import { openStream } from '../testing/event-client.js';
import { compose } from '../testing/compose.js';
import { START_FLAGS } from '../testing/start-flags.js';
import { sendJson, startSubgraph, type SubgraphServer } from '../testing/subgraph-server.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let folder: string;
let supergraph: string;
let subgraph: SubgraphServer;
const children: ChildProcess[] = [];
const ticks = createEventChannel();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-gateway-'));
  supergraph = join(folder, 'supergraph.graphql');
  subgraph = await startSubgraph({
    name: 'one',
    typeDefs: 'type Query { hello: String } type Subscription { ticks: Int }',
    resolvers: { Query: { hello: () => 'world' }, Subscription: { ticks: { subscribe: () => ticks.listen() } } },
  });
  await writeFile(supergraph, compose([subgraph]));
});
afterEach(() => {
  subgraph.intercept = null;
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(async () => {
  await subgraph.stop();
  await rm(folder, { recursive: true });
});

function start(
  args: readonly string[],
  environment: Record<string, string> = {},
  flags: readonly string[] = START_FLAGS,
) {
  const child = fork(MAIN, args, {
    execArgv: [...flags],
    env: { LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, exited };
}

async function startReady(environment: Record<string, string> = {}) {
  const started = start(['--supergraph', supergraph, '--port', '0'], environment);
  const [message] = (await once(started.child, 'message')) as [{ type: string; port: number }];
  expect(message.type).toBe('ready');
  return { ...started, url: `http://127.0.0.1:${message.port}` };
}

const askHello = (url: string) => post(`${url}/graphql`, '{ hello }');

describe('the process', () => {
  test.each([
    [START_FLAGS, 0],
    [[], 1],
  ])('started with the flags %j says %i times that young objects may take any memory', async (flags, times) => {
    const args = ['--supergraph', supergraph, '--port', '0'];
    const { child, exited } = start(args, { LOG_LEVEL: 'warn' }, flags);
    await once(child, 'message');
    child.kill('SIGTERM');
    const { stdout } = await exited;
    expect(stdout.split('the young generation is not bounded').length - 1).toBe(times);
  });

  test('refuses a flag of V8 that comes too late', async () => {
    const { exited } = start(['--supergraph', supergraph, '--max-semi-space-size=16']);
    expect(await exited).toMatchObject({ code: 78 });
  });

  test('says when it is ready, answers, and stops with 0 on SIGTERM', async () => {
    const { child, exited, url } = await startReady();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(await (await askHello(url)).json()).toEqual({ data: { hello: 'world' } });
    child.kill('SIGTERM');
    expect(await exited).toMatchObject({ code: 0 });
  });

  test('on SIGTERM is not ready at once, finishes what runs and takes no more', async () => {
    const { child, exited, url } = await startReady();
    const asked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    subgraph.intercept = async (_request, response) => {
      asked.resolve();
      await release.promise;
      sendJson(response, { data: { hello: 'late' } });
      return true;
    };
    const running = askHello(url);
    await asked.promise;
    child.kill('SIGTERM');
    // The port is closed as soon as the signal is handled; until then answers are still 200.
    for (;;) {
      const status = await fetch(`${url}/health/ready`).then(
        (response) => response.status,
        () => null,
      );
      if (status !== 200) break;
    }
    await expect(askHello(url)).rejects.toThrow('fetch failed');
    release.resolve();
    const response = await running;
    expect(response.headers.get('connection')).toBe('close');
    expect(await response.json()).toEqual({ data: { hello: 'late' } });
    expect(await exited).toMatchObject({ code: 0 });
  });

  test('on SIGTERM completes streams and says goodbye on sockets, and waits for neither', async () => {
    const { child, exited, url } = await startReady({ SHUTDOWN_GRACE_MS: '60000' });
    const stream = await openStream(`${url}/graphql`, 'subscription { ticks }');
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"subscription Other { ticks }"}}');
    await ticks.until(2);
    const closed = once(socket, 'close');
    child.kill('SIGTERM');
    expect(await stream.rest()).toEqual([{ type: 'complete', data: null }]);
    expect((await closed)[0]).toBe(1001);
    expect(await exited).toMatchObject({ code: 0, stderr: '' });
    await ticks.until(0);
  });

  test('does not wait longer than the grace', async () => {
    const { child, exited, url } = await startReady({ SHUTDOWN_GRACE_MS: '50' });
    const asked = Promise.withResolvers<void>();
    subgraph.intercept = () => {
      asked.resolve();
      return true;
    };
    const running = askHello(url).catch(() => 'dropped');
    await asked.promise;
    child.kill('SIGTERM');
    expect(await running).toBe('dropped');
    expect(await exited).toMatchObject({ code: 0 });
  });

  test('stops when its parent is gone', async () => {
    const { child } = await startReady();
    const exited = once(child, 'exit');
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });
});

describe('a start that cannot work', () => {
  test('on a taken port says so and how to go on', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await start(['--supergraph', supergraph, '--port', String(port)]).exited;
    server.close();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${port} is taken by another process; choose another with --port\n`,
    });
  });

  test('with wrong configuration lists all failures and exits with 78', async () => {
    const { code, stderr } = await start([], { PORT: 'x', LOG_LEVEL: 'loud' }).exited;
    expect(code).toBe(78);
    for (const key of ['PORT', 'LOG_LEVEL', 'SUPERGRAPH']) expect(stderr).toContain(key);
  });

  test.each([
    ['that is no GraphQL', 'type {', /not valid GraphQL/],
    ['that is no supergraph', 'type Query { a: Int }', /join__Graph/],
    [
      'with a guard that is not enforced',
      'schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "auth", for: SECURITY) { query: Query } type Query { a: Int }',
      /@authenticated/,
    ],
  ])('with a supergraph %s exits with 78 and says why', async (_what, sdl, reason) => {
    const file = join(folder, 'bad.graphql');
    await writeFile(file, sdl);
    const { code, stderr } = await start(['--supergraph', file]).exited;
    expect(code).toBe(78);
    expect(stderr).toMatch(reason);
  });

  test('with a file that is not there exits with 78', async () => {
    expect(await start(['--supergraph', join(folder, 'none')]).exited).toMatchObject({ code: 78 });
  });
});

test('--print-config shows the configuration without the private key', async () => {
  const key = { kty: 'OKP', crv: 'Ed25519', x: 'public', d: 'canary', kid: 'k1' };
  const { code, stdout } = await start(['--supergraph', supergraph, '--print-config'], {
    ASSERTION_KEY: JSON.stringify(key),
  }).exited;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    supergraph: { file: supergraph },
    assertionKey: { kid: 'k1', d: '[redacted]' },
  });
  expect(stdout).not.toContain('canary');
});
