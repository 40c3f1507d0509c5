import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { freePort, isPortFree } from '../free-port.js';
import { isProcessAlive, processGone } from '../process-alive.js';
import { type Stack, type StackOptions, type Layout, startStack } from './stack.js';
import { discoverLayout } from './layout.js';
import { type Progress, quietProgress } from './progress.js';

const stub = fileURLToPath(new URL('./fixture/stub.ts', import.meta.url));

describe('startStack', { timeout: 120_000 }, () => {
  let stateDir: string;
  let pidsFile: string;
  let layout: Layout;
  let stack: Stack | undefined;

  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'birlik-stack-'));
    pidsFile = join(stateDir, 'pids');
    const supergraph = join(stateDir, 'supergraph.graphql');
    writeFileSync(supergraph, '');
    writeFileSync(pidsFile, '');
    layout = {
      ...discoverLayout(),
      subgraphs: ['registry', 'union'].map((name) => ({ name, module: stub })),
      gateway: { module: stub, flags: [], supergraph },
      dispatch: { module: stub },
    };
  });

  afterEach(async () => {
    await stack?.shutdown();
    stack = undefined;
    rmSync(stateDir, { recursive: true, force: true });
  });

  it('starts every process, and leaves no process, port or temporary file when it is shut down', async () => {
    stack = await open();
    expect(stack.steps.map(({ label }) => label)).toEqual([
      'PostgreSQL',
      'Databases',
      'Demo data',
      'Identity provider',
      'Subgraphs',
      'Gateway',
      'Dispatch',
    ]);
    const running = stack.processes();
    expect(running.map(({ name }) => name).toSorted()).toEqual([
      'dispatch',
      'gateway',
      'identity-provider',
      'postgres',
      'registry',
      'union',
    ]);
    expect(JSON.parse(readFileSync(stack.folder.run, 'utf8'))).toMatchObject(running);
    for (const name of ['registry', 'union', 'gateway']) {
      const answer = (await (await fetch(stack.url(name))).json()) as { pid: number };
      expect(answer.pid).toBe(stack.pid(name));
    }
    for (const file of [stack.folder.secrets, stack.folder.environment('union'), stack.folder.environment('gateway')]) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    await stack.shutdown();
    await expectNothingLeft(running.map(({ port }) => port).filter((port) => port !== 0));
  });

  it('hands out tokens for the personas of the demo data, and names them when one is unknown', async () => {
    stack = await open();
    expect(decodeJwt(await stack.token('volunteer'))).toMatchObject({ iss: stack.issuer, roles: ['volunteer'] });
    expect(decodeJwt(await stack.token('union-system'))).toMatchObject({ roles: ['system'] });
    await expect(stack.token('nobody')).rejects.toMatchObject({ cure: expect.stringContaining('volunteer, ') });
  });

  it.each([
    ['the loading of the demo data', 'union', 'seed'],
    ['a subgraph', 'union', 'serve'],
    ['the gateway', 'gateway', 'serve'],
  ])('stops everything again when %s fails, and says why', async (_what, name, command) => {
    const failing = open({ env: { [name]: { STUB_FAIL: command } } });
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining(name),
      cure: expect.stringContaining(`${name}.log`),
      cause: expect.objectContaining({ message: `the stub was told to fail at "${command}"` }),
    });
    await expectNothingLeft();
    stack = await open();
  });

  it('stops everything again when it is aborted half-way', async () => {
    const controller = new AbortController();
    const quiet = quietProgress();
    const progress: Progress = {
      steps: quiet.steps,
      notice: () => undefined,
      step: (label, work, detail) => {
        if (label === 'Demo data') void firstStub().then(() => controller.abort(new Error('interrupted')));
        return quiet.step(label, work, detail);
      },
    };
    const starting = open({ signal: controller.signal, progress, env: { union: { STUB_HANG: 'seed' } } });
    await expect(starting).rejects.toThrow('interrupted');
    await expectNothingLeft();
  });

  it('refuses a taken port before anything is started', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await expect(open({ port })).rejects.toMatchObject({
      message: `Port ${port} is taken by another program.`,
      cure: `Choose another: npm start -- --port ${port + 1}`,
    });
    await new Promise((resolve) => other.close(resolve));
    expect(readdirSync(stateDir).toSorted()).toEqual(['pids', 'supergraph.graphql']);
  });

  it('refuses a second stack in the same folder', async () => {
    stack = await open();
    await expect(open()).rejects.toThrow(`Birlik is already running (process ${process.pid}`);
    expect(stack.pid('union')).not.toBeNull();
  });

  it('uses its ports, keys and data again at the next start, and makes new ones when asked for a fresh start', async () => {
    stack = await open();
    const first = { url: stack.url('union'), issuer: stack.issuer, databases: stack.databases };
    await stack.shutdown();
    stack = await open();
    expect({ url: stack.url('union'), issuer: stack.issuer, databases: stack.databases }).toEqual(first);
    await stack.shutdown();
    stack = await open({ fresh: true });
    expect(stack.databases['union']?.appUrl).not.toBe(first.databases['union']?.appUrl);
  });

  it('starts a process that crashed again, but not one that was stopped on purpose', async () => {
    const notices = recordNotices();
    stack = await open({ progress: notices.progress });
    const crashed = send('union', 'SIGKILL');
    await notices.containing('union runs again');
    expect(stack.pid('union')).not.toBe(crashed);

    send('registry', 'SIGTERM');
    await notices.containing(
      `registry was stopped and stays down. Start it again with: node --env-file=${stateDir}/env/registry.env`,
    );
    expect(stack.pid('registry')).toBeNull();
    await stack.start('registry');
    expect((await fetch(stack.url('registry'))).status).toBe(200);
  });

  it('kills a process that hangs, and starts it again', async () => {
    const notices = recordNotices();
    stack = await open({ progress: notices.progress, limits: { firstRestart: 50, silence: 3_000 } });
    const hung = send('union', 'SIGSTOP');
    await notices.containing('union was ended by SIGKILL');
    await notices.containing('union runs again');
    expect(stack.pid('union')).not.toBe(hung);
  });

  it('starts PostgreSQL again, on the same port, when its server is killed', async () => {
    const notices = recordNotices();
    stack = await open({ progress: notices.progress });
    const crashed = send('postgres', 'SIGKILL');
    await notices.containing('PostgreSQL runs again');
    expect(pidOf('postgres')).not.toBe(crashed);
    expect(isProcessAlive(pidOf('postgres'))).toBe(true);
  });

  it('leaves nothing behind that keeps the next start from working when it is killed itself', async () => {
    const env = stubEnvironment({ union: { STUB_DEAF: 'yes', SHUTDOWN_GRACE_MS: '0' } });
    const options: StackOptions = { stateDir, layout, port: await freePort(), env };
    const script = `
      const { startStack } = await import(${JSON.stringify(new URL('../../dist/supervisor/stack.js', import.meta.url).href)});
      const stack = await startStack(${JSON.stringify(options)});
      console.log(JSON.stringify(stack.processes()));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
      child.once('exit', () => reject(new Error('The stack ended too early.')));
    });
    const running = JSON.parse(line) as { name: string; pid: number }[];
    child.kill('SIGKILL');
    for (const { pid } of running) expect(await processGone(pid, 20_000)).toBe(true);
    expect(existsSync(join(stateDir, 'lock.json'))).toBe(true);
    stack = await startStack(options);
    expect(stack.processes()).toHaveLength(running.length);
  });

  /** The id of a process that is there: 0 would be this one and its like. */
  function pidOf(name: string): number {
    const pid = stack?.pid(name) ?? null;
    if (pid === null) throw new Error(`There is no process ${name}.`);
    return pid;
  }

  /** Sends a signal to a process of the stack, and gives the id that it has. */
  function send(name: string, signal: NodeJS.Signals): number {
    const pid = pidOf(name);
    process.kill(pid, signal);
    return pid;
  }

  function open(options: Partial<StackOptions> = {}): Promise<Stack> {
    return startStack({
      stateDir,
      layout,
      port: 0,
      limits: { firstRestart: 50 },
      ...options,
      env: stubEnvironment(options.env ?? {}),
    });
  }

  /** Resolves when the first stub runs. */
  async function firstStub(): Promise<void> {
    while (readFileSync(pidsFile, 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 5));
  }

  function stubEnvironment(env: NonNullable<StackOptions['env']>): NonNullable<StackOptions['env']> {
    const names = ['registry', 'union', 'gateway'];
    return Object.fromEntries(names.map((name) => [name, { STUB_PIDS: pidsFile, ...env[name] }]));
  }

  async function expectNothingLeft(ports: readonly number[] = []): Promise<void> {
    const pids = readFileSync(pidsFile, 'utf8').trim().split('\n').filter(Boolean).map(Number);
    expect(pids.length).toBeGreaterThan(0);
    expect(pids.filter(isProcessAlive)).toEqual([]);
    for (const port of ports) expect(await isPortFree(port)).toBe(true);
    const allowed = new Set([
      'env',
      'identity-provider.json',
      'logs',
      'pids',
      'postgres',
      'secrets.json',
      'state.json',
      'supergraph.graphql',
    ]);
    expect(readdirSync(stateDir).filter((name) => !allowed.has(name))).toEqual([]);
    expect(existsSync(join(stateDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  }
});

/** Notices of a stack, and a promise for one that is still to come. */
function recordNotices(): { progress: Progress; containing(text: string): Promise<void> } {
  const quiet = quietProgress();
  const notices: string[] = [];
  let changed: () => void = () => undefined;
  return {
    progress: {
      steps: quiet.steps,
      step: (label, work, detail) => quiet.step(label, work, detail),
      notice: (text) => {
        notices.push(text);
        changed();
      },
    },
    async containing(text) {
      while (!notices.some((notice) => notice.includes(text)))
        await new Promise<void>((resolve) => (changed = resolve));
    },
  };
}
