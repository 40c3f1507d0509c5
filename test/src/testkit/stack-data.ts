import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const loader = resolve(import.meta.dirname, '..', '..', '..', 'infra', 'dist', 'database.js');

/** The variable that names a run's folder for data; unset where a stack is started by itself. */
export const dataFolderVariable = 'TEST_STACK_DATA';

/** The variable that holds the first of a run's ports. */
export const firstPortVariable = 'TEST_STACK_PORTS';

/** More than a stack has processes. */
const portsOfWorker = 32;

/**
 * Puts the demo data into the state folder of a stack that is to start. They are loaded once a test run and copied then,
 * since loading them takes most of a first start.
 *
 * @param processes the names of the stack's processes that listen
 * @returns whether they are there; a stack loads its own otherwise
 */
export async function putStackData(stateDir: string, processes: readonly string[]): Promise<boolean> {
  const folder = process.env[dataFolderVariable];
  if (folder === undefined) return false;
  const loaded = await loadedIn(folder);
  // Where PostgreSQL's user may not enter the folder, the cluster is elsewhere.
  if (!existsSync(join(loaded, 'postgres', 'data'))) return false;
  await run('cp', ['-a', `${loaded}/.`, stateDir]);
  await writeFile(join(stateDir, 'state.json'), JSON.stringify({ ports: portsFor(processes) }));
  return true;
}

/** Ports that no other worker of this run looks at: a port is free until a stack that chose it listens, so two could choose the same. */
function portsFor(names: readonly string[]): Record<string, number> {
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 1) - 1;
  const first = Number(process.env[firstPortVariable]) + worker * portsOfWorker;
  return Object.fromEntries(names.map((name, index) => [name, first + index]));
}

/** Loads the data unless another worker has, or does meanwhile: whoever makes the folder for it, which stays. */
async function loadedIn(folder: string): Promise<string> {
  const loaded = join(folder, 'loaded');
  const loading = join(folder, 'loading');
  while (!existsSync(loaded)) {
    const isOurs = await mkdir(loading).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        return false;
      },
    );
    if (isOurs) await load(join(loading, 'data'), loaded).catch((error) => giveUp(loading, error));
    else await delay(100);
  }
  return loaded;
}

async function load(stateDir: string, loaded: string): Promise<void> {
  await mkdir(stateDir);
  await run(process.execPath, [loader, 'seed', '--state-dir', stateDir]);
  await rename(stateDir, loaded);
}

/** Lets another worker try. */
async function giveUp(loading: string, error: unknown): Promise<never> {
  await rm(loading, { recursive: true, force: true });
  throw error;
}
