import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used. */
export interface ProcessUsage {
  /** Seconds of processor time, user and system. */
  readonly cpuSeconds: number;
  /** Mebibytes of resident memory now and at most. */
  readonly residentMiB: number;
  readonly peakMiB: number;
}

/** Reads the usage of another process from Linux's /proc; null on other systems. */
export function processUsage(pid: number): ProcessUsage | null {
  try {
    // The times in `stat` are counted in hundredths of a second, which is too coarse for a round of one second.
    const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1)[0]),
    );
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return {
      cpuSeconds: nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9,
      residentMiB: kibibytes('VmRSS') / 1_024,
      peakMiB: kibibytes('VmHWM') / 1_024,
    };
  } catch {
    return null;
  }
}
