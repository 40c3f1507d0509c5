import { readFileSync } from 'node:fs';

/** What a process has used. */
export interface ProcessUsage {
  /** Seconds of processor time, user and system. */
  readonly cpuSeconds: number;
  /** Mebibytes of resident memory now and at most. */
  readonly residentMiB: number;
  readonly peakMiB: number;
}

/** Clock ticks in a second, the same on every Linux that Node runs on. */
const TICKS = 100;

/** Reads the usage of another process from Linux's /proc; null on other systems. */
export function processUsage(pid: number): ProcessUsage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in parentheses and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
      residentMiB: kibibytes('VmRSS') / 1_024,
      peakMiB: kibibytes('VmHWM') / 1_024,
    };
  } catch {
    return null;
  }
}
