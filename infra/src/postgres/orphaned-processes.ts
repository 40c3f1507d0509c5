import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { OperatorError } from '../operator-error.js';
import { isProcessAlive, processGone } from '../process-alive.js';

/**
 * Clears the way for a start on this data folder: a server that a killed owner left running is stopped, and a pid file
 * whose process is gone, or is by now someone else's, is removed.
 *
 * @returns true when a running server was stopped
 */
export async function stopOrphanedProcess(data: string): Promise<boolean> {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isProcessAlive(pid) || !servesFolder(pid, data)) {
    rmSync(pidFile, { force: true });
    return false;
  }
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one, which recovers from the log at the next start.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    if (await processGone(pid, 15_000)) return true;
  }
  throw new OperatorError(`A PostgreSQL server (process ${pid}) still holds ${data} and does not stop.`, {
    cure: `Stop it and start again: kill -9 ${pid}`,
  });
}

/** A pid is reused after a reboot, so the process must be seen to serve this very folder before it is stopped. */
function servesFolder(pid: number, data: string): boolean {
  const folder = realpathSync(data);
  try {
    // A PostgreSQL server's working directory is its data folder.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === folder;
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && (command.includes(folder) || command.includes(data));
  } catch {
    return false;
  }
}
