import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { OperatorError } from '../operator-error.js';
import type { Binaries } from './binaries.js';
import { canReach, type SystemUser } from './system-user.js';

/** How the data folder came to be: found as it was, made now, or made again after an interrupted first start. */
export type DataFolderOrigin = 'existing' | 'created' | 'recreated';

/**
 * Where the cluster of `dir` lives: in `dir` itself, or, when root runs the project in a folder that PostgreSQL's user
 * may not enter, in a folder of its own below `/var/tmp` whose name is derived from `dir`.
 */
export function clusterFolder(dir: string, user: SystemUser): string {
  const absolute = resolve(dir);
  mkdirSync(absolute, { recursive: true });
  // Others may pass through this folder, not list it; the data folder below it is PostgreSQL's alone.
  if (user !== null) chmodSync(absolute, 0o755);
  if (canReach(user, absolute)) return absolute;
  const elsewhere = join('/var/tmp', `birlik-${createHash('sha256').update(absolute).digest('hex').slice(0, 16)}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return elsewhere;
}

/** Removes the cluster of `dir`, wherever it lives. No server may be running on it. */
export function removeCluster(dir: string, user: SystemUser): void {
  if (!existsSync(dir)) return;
  rmSync(clusterFolder(dir, user), { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
}

/**
 * Makes the data folder when there is none. `initdb` works in a sibling that is renamed last, so a data folder that
 * exists is complete, and the remains of an interrupted first start hold nothing worth keeping.
 */
export function prepareDataFolder(
  cluster: string,
  options: { user: SystemUser; binaries: Binaries; password: string },
): { data: string; origin: DataFolderOrigin } {
  const data = join(cluster, 'data');
  const partial = join(cluster, 'data.partial');
  const interrupted = existsSync(partial);
  rmSync(partial, { recursive: true, force: true });
  if (existsSync(data)) {
    for (const file of ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal']) {
      if (existsSync(join(data, file))) continue;
      throw new OperatorError(`The data folder ${data} is damaged: ${file} is missing.`, {
        cure: 'Restore it from a backup, or start with new data: npm start -- --fresh',
      });
    }
    return { data, origin: 'existing' };
  }
  initialise(cluster, partial, options);
  renameSync(partial, data);
  return { data, origin: interrupted ? 'recreated' : 'created' };
}

function initialise(
  cluster: string,
  target: string,
  options: { user: SystemUser; binaries: Binaries; password: string },
): void {
  const { user, binaries, password } = options;
  mkdirSync(target, { mode: 0o700 });
  const passwordFile = join(cluster, 'password.partial');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) {
    chownSync(target, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    const result = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${target}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The built-in provider sorts and folds alike on every machine; the operating system's locales do not.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        // The folder is renamed only after `initdb` ended; a power cut before its pages reach the disk is rare enough.
        '--no-sync',
      ],
      {
        encoding: 'utf8',
        cwd: cluster,
        env: { ...process.env, LC_ALL: 'C' },
        ...(user && { uid: user.uid, gid: user.gid }),
      },
    );
    if (result.status !== 0) {
      throw new OperatorError(`PostgreSQL could not create its data folder ${target}.`, {
        cure: 'Check the free disk space and the permissions of the folder, then start again.',
        cause: result.error ?? new Error(`${result.stdout}\n${result.stderr}`.trim()),
      });
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
