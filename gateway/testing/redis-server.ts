import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { listen } from './listen.js';

/** A real Redis server of a test. */
export interface RedisServer {
  readonly url: string;
  /** Ends the process; what it held is lost. */
  stop(): Promise<void>;
  /** Starts again on the same port, empty. */
  restart(): Promise<void>;
  /** Stops and removes its folder. */
  close(): Promise<void>;
}

/** Starts Redis on a free port. Fails when the program `redis-server` is not installed. */
export async function startRedis(): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'birlik-redis-'));
  const port = await freePort();
  let running = await start(port, folder);
  const stop = () => running();
  return {
    url: `redis://127.0.0.1:${port}`,
    stop,
    restart: async () => {
      running = await start(port, folder);
    },
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function start(port: number, folder: string): Promise<() => Promise<void>> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (cause) => reject(new Error('These tests need the program redis-server.', { cause })));
  server.once('exit', (code) => reject(new Error(`Redis ended with ${code} before it was ready.`)));
  createInterface({ input: server.stdout }).on('line', (line) => {
    if (line.includes('Ready to accept connections')) resolve();
  });
  await promise;
  return async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe);
  probe.close();
  await once(probe, 'close');
  return port;
}
