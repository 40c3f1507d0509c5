import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import pg from 'pg';

import { freePort } from '../free-port.js';
import { OperatorError } from '../operator-error.js';
import { binaries } from './binaries.js';
import { clusterFolder, type DataFolderOrigin, prepareDataFolder, removeCluster } from './data-folder.js';
import { spawnGuarded } from './process-guard.js';
import { stopOrphanedProcess } from './orphaned-processes.js';
import { systemUser } from './system-user.js';

/** What {@link startPostgres} needs to know. */
export interface PostgresOptions {
  /** Folder of the cluster; made when it is missing. Only one server may run on it. */
  readonly dir: string;
  /** Preferred TCP port on 127.0.0.1; another free one is taken when it is not free. @default any free port */
  readonly port?: number;
  /** Password of the superuser; must be the one that the cluster was created with. @default a random one, with `disposable` only */
  readonly password?: string;
  /** Trades durability for speed and removes the cluster when the server stops, also when this process is killed. @default false */
  readonly disposable?: boolean;
  /** Discards the data that are there. @default false */
  readonly fresh?: boolean;
}

/** A running PostgreSQL server. */
export interface Postgres {
  readonly port: number;
  readonly pid: number;
  /** The shell that stops the server when this process is killed; the parent of the server. */
  readonly guardPid: number;
  /** Where the cluster lives; differs from `dir` when PostgreSQL's user may not enter that folder. */
  readonly folder: string;
  readonly origin: DataFolderOrigin;
  /** Whether a server that a killed owner left running had to be stopped first. */
  readonly stoppedOrphan: boolean;
  /** Address of the superuser's maintenance database. */
  readonly superuserUrl: string;
  /** Resolves when the server ended, wanted or not. */
  readonly exited: Promise<void>;
  /** Stops the server (fast shutdown) and resolves when it is gone. Calling it again is harmless. */
  stop(): Promise<void>;
}

const startDeadlineMs = 60_000;

/** Starts a PostgreSQL server that listens on 127.0.0.1 only, and resolves when it answers queries. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const password = clusterPassword(options);
  const user = systemUser();
  const programs = binaries(user);
  const folder = clusterFolder(options.dir, user);
  let stoppedOrphan = existsSync(join(folder, 'data')) && (await stopOrphanedProcess(join(folder, 'data')));
  if (options.fresh === true) removeCluster(options.dir, user);
  const cluster = clusterFolder(options.dir, user);
  // The guard, which runs as PostgreSQL's user, can then remove the folder when this process is killed.
  if (user && options.disposable === true) chownSync(cluster, user.uid, user.gid);
  const { data, origin } = prepareDataFolder(cluster, { user, binaries: programs, password });
  const logFile = join(cluster, 'postgres.log');
  const { server, port } = await launch();
  const exited = ended(server);
  const stop = async (): Promise<void> => {
    // The end of its standard input tells the guard to shut the server down.
    server.stdin?.end();
    await exited;
    if (options.disposable === true) removeCluster(options.dir, user);
    else rmSync(logFile, { force: true });
  };
  if (server.pid === undefined) throw new Error('A server that answers has a guard.');
  return {
    port,
    guardPid: server.pid,
    pid: Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    folder: cluster,
    origin,
    stoppedOrphan,
    superuserUrl: url(port, password),
    exited,
    stop,
  };

  async function launch(): Promise<{ server: ChildProcess; port: number }> {
    for (let attempt = 1; ; attempt += 1) {
      rmSync(logFile, { force: true });
      const candidate = await freePort(attempt === 1 ? options.port : undefined);
      const server = spawnGuarded(
        [programs.postgres, '-D', data, ...settings(candidate, options.disposable === true)],
        {
          user,
          logFile,
          cwd: cluster,
          ...(options.disposable === true && { removeAfter: cluster }),
        },
      );
      try {
        await untilConnectable(server, url(candidate, password));
        return { server, port: candidate };
      } catch (error) {
        server.stdin?.end();
        await ended(server);
        if (error instanceof OperatorError) throw error;
        const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
        // Someone may take the port between the probe and the start, and the shared memory of a server that was
        // killed is released only when its last worker has noticed.
        if (attempt < 10 && /could not bind|Address already in use|pre-existing shared memory block/.test(log)) {
          await delay(300);
          stoppedOrphan = (await stopOrphanedProcess(data)) || stoppedOrphan;
          continue;
        }
        throw new OperatorError(`PostgreSQL did not start on ${data}.`, {
          cure: 'Read the cause above; when the data are damaged, start with new data: npm start -- --fresh',
          cause: new Error(log.trim().split('\n').slice(-8).join('\n') || String(error)),
        });
      }
    }
  }
}

/** Stops a server that a killed owner left running on the cluster of `dir`; true when there was one. */
export async function stopOrphanedPostgres(dir: string): Promise<boolean> {
  if (!existsSync(dir)) return false;
  const data = join(clusterFolder(dir, systemUser()), 'data');
  return existsSync(data) && stopOrphanedProcess(data);
}

function clusterPassword(options: PostgresOptions): string {
  if (options.password !== undefined) return options.password;
  if (options.disposable === true) return randomBytes(24).toString('base64url');
  throw new TypeError('A cluster that stays needs a password.');
}

function settings(port: number, disposable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: disposable ? '64MB' : '256MB',
    // Short queries of many small services: compiling them costs more than running them.
    jit: 'off',
    max_wal_size: '2GB',
    log_checkpoints: 'off',
    // The message of a failed statement repeats values. Members log what failed, without them; here stands what ails the server.
    log_min_messages: 'log',
    timezone: 'UTC',
    ...(disposable && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      io_method: 'sync',
      autovacuum_naptime: '1h',
    }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function url(port: number, password: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
  });
}

/** Resolves when the server takes connections and answers a query. */
async function untilConnectable(server: ChildProcess, connectionString: string): Promise<void> {
  const deadline = Date.now() + startDeadlineMs;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error('The server ended.');
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === '28P01') {
        throw new OperatorError('The data folder of PostgreSQL belongs to other secrets: its password is refused.', {
          cure: 'Restore the secrets that belong to it, or start with new data: npm start -- --fresh',
          cause: error,
        });
      }
      if (Date.now() > deadline) throw error;
      await delay(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
