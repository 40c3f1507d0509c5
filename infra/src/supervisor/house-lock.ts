import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { OperatorError } from '../operator-error.js';
import { processIdentity } from '../process-alive.js';
import type { StateFolder } from './state-folder.js';

interface Holder {
  readonly pid: number;
  readonly identity: string | null;
  readonly address: string;
}

/**
 * Makes this process the only one that runs a house in this state folder, until the returned function is called. The lock
 * of a process that was killed is taken over.
 *
 * @throws OperatorError when another process runs it
 */
export function lockHouse(folder: StateFolder, address: string): () => void {
  mkdirSync(folder.dir, { recursive: true });
  const own = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid), address } satisfies Holder);
  const draft = `${folder.lock}.draft-${process.pid}`;
  for (;;) {
    // The link makes the lock appear with its content in one step.
    writeFileSync(draft, own, { mode: 0o600 });
    try {
      linkSync(draft, folder.lock);
      return () => rmSync(folder.lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const text = read(folder.lock);
    const holder = parse(text);
    if (holder && processIdentity(holder.pid) === holder.identity && holder.identity !== null) {
      throw new OperatorError(`Birlik is already running (process ${holder.pid}, ${holder.address}).`, {
        cure: `Use it, or stop it first: kill ${holder.pid}`,
      });
    }
    if (text !== null) removeStale(folder.lock, text);
  }
}

/** The process that runs a house in this state folder; null when none does. */
export function houseProcess(folder: StateFolder): { pid: number; address: string } | null {
  const holder = parse(read(folder.lock));
  if (!holder || holder.identity === null || processIdentity(holder.pid) !== holder.identity) return null;
  return { pid: holder.pid, address: holder.address };
}

/** Two processes may find the same stale lock; the one that comes late must not remove the other's new one. */
function removeStale(lock: string, stale: string): void {
  const aside = `${lock}.stale-${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== stale) linkSync(aside, lock);
  rmSync(aside, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string | null): Holder | null {
  try {
    const holder = JSON.parse(text ?? '') as Partial<Holder>;
    if (typeof holder.pid !== 'number' || typeof holder.identity !== 'string') return null;
    return { pid: holder.pid, identity: holder.identity, address: String(holder.address) };
  } catch {
    return null;
  }
}
