import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { OperatorError } from '../operator-error.js';
import { processIdentity } from '../process-alive.js';
import { writeJsonFile } from './json-file.js';
import type { StateFolder } from './state-folder.js';

interface Holder {
  readonly pid: number;
  readonly identity: string | null;
  readonly address: string;
  readonly stopping: boolean;
}

/** The right to be the only stack in a state folder. */
export interface StackLock {
  /** Tells those who want the lock that it will be released soon, so that they wait for it. */
  announceRelease(): void;
  release(): void;
}

/** How long a stack may take to stop before the next one no longer waits for it, in milliseconds. */
const stopDeadline = 30_000;

/**
 * Makes this process the only one that runs a stack in this state folder, until the lock is released. A stack that is
 * stopping is waited for; the lock of a process that was killed is taken over.
 *
 * @throws OperatorError when another process runs it
 */
export async function lockStack(folder: StateFolder, address: string): Promise<StackLock> {
  mkdirSync(folder.dir, { recursive: true });
  const own: Holder = { pid: process.pid, identity: processIdentity(process.pid), address, stopping: false };
  const draft = `${folder.lock}.draft-${process.pid}`;
  const deadline = Date.now() + stopDeadline;
  for (;;) {
    // The link makes the lock appear with its content in one step.
    writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
    try {
      linkSync(draft, folder.lock);
      return {
        announceRelease: () => writeJsonFile(folder.lock, { ...own, stopping: true }),
        release: () => rmSync(folder.lock, { force: true }),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const text = read(folder.lock);
    const holder = parse(text);
    if (!isAlive(holder)) {
      if (text !== null) removeStale(folder.lock, text);
    } else if (holder.stopping && Date.now() < deadline) await delay(100);
    else {
      throw new OperatorError(`Birlik is already running (process ${holder.pid}, ${holder.address}).`, {
        cure: `Use it, or stop it first: kill ${holder.pid}`,
      });
    }
  }
}

/** The process that runs a stack in this state folder; null when none does. */
export function stackProcess(folder: StateFolder): { pid: number; address: string } | null {
  const holder = parse(read(folder.lock));
  return isAlive(holder) ? { pid: holder.pid, address: holder.address } : null;
}

function isAlive(holder: Holder | null): holder is Holder {
  return holder !== null && holder.identity !== null && processIdentity(holder.pid) === holder.identity;
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
    return {
      pid: holder.pid,
      identity: holder.identity,
      address: String(holder.address),
      stopping: holder.stopping === true,
    };
  } catch {
    return null;
  }
}
