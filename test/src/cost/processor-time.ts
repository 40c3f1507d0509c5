import { readFileSync } from 'node:fs';

/** What Linux counts processor time in, in milliseconds. */
const tickMs = 10;

/**
 * The processor time that a process has used, user and system, with that of its children: PostgreSQL has one for each session.
 *
 * @returns milliseconds; 0 for a process that has ended
 */
export function processorMs(pid: number): number {
  try {
    // The name of the program, which comes second, may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = fields.slice(11, 15);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    const own = (user + system + userOfEnded + systemOfEnded) * tickMs;
    return children.reduce((sum, child) => sum + processorMs(child), own);
  } catch {
    return 0;
  }
}
