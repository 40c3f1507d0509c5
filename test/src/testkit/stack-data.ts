import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const loader = resolve(import.meta.dirname, '..', '..', '..', 'infra', 'dist', 'database.js');

/** The variable that names a run's folder for data; unset where a stack is started by itself. */
export const dataFolderVariable = 'TEST_STACK_DATA';

/**
 * Puts the demo data into the state folder of a stack that is to start. They are loaded once a test run and copied then,
 * since loading them takes most of a first start.
 */
export async function putStackData(stateDir: string): Promise<void> {
  const folder = process.env[dataFolderVariable];
  if (folder === undefined) return;
  const loaded = join(folder, 'loaded');
  if (!existsSync(loaded)) {
    const loading = join(folder, 'loading');
    await mkdir(loading, { recursive: true });
    await run(process.execPath, [loader, 'seed', '--state-dir', loading]);
    await rename(loading, loaded);
  }
  // Where PostgreSQL's user may not enter the folder, the cluster is elsewhere, and each stack loads its own.
  if (!existsSync(join(loaded, 'postgres', 'data'))) return;
  await run('cp', ['-a', `${loaded}/.`, stateDir]);
}
