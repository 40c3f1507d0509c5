import { rmSync } from 'node:fs';

import { z } from 'zod';

import { processGone, processIdentity } from '../process-alive.js';
import { readJsonFile, writeJsonFile } from './json-file.js';
import type { StateFolder } from './state-folder.js';

const runModel = z.array(
  z.object({ name: z.string(), pid: z.number().int(), port: z.number().int(), identity: z.string().nullable() }),
);

/** A process of the running stack, for operators. */
export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
}

/** Writes down which processes run now. */
export function writeRunFile(folder: StateFolder, processes: readonly RunningProcess[]): void {
  writeJsonFile(
    folder.run,
    processes.map((running) => ({ ...running, identity: processIdentity(running.pid) })),
  );
}

/** The processes that run now, or that ran when the stack was killed. */
export function readRunFile(folder: StateFolder): z.infer<typeof runModel> {
  try {
    return readJsonFile(folder.run, runModel, '') ?? [];
  } catch {
    return [];
  }
}

/** Ends the processes of a stack that was killed, if any has not ended by itself; returns their names. */
export async function endOrphanedProcesses(folder: StateFolder): Promise<string[]> {
  const alive = readRunFile(folder).filter(
    ({ pid, identity }) => identity !== null && processIdentity(pid) === identity,
  );
  for (const { pid } of alive) signal(pid, 'SIGTERM');
  for (const { pid } of alive) {
    if (await processGone(pid, 12_000)) continue;
    signal(pid, 'SIGKILL');
    await processGone(pid, 5_000);
  }
  rmSync(folder.run, { force: true });
  return alive.map(({ name }) => name);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself meanwhile.
  }
}
