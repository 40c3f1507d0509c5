import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

import { type StepTime, seconds } from './supervisor/progress.js';
import type { RunningProcess } from './supervisor/run-file.js';

/** A table of what a start took: the time of every step and the memory of every process. */
export function measurementTable(steps: readonly StepTime[], processes: readonly RunningProcess[]): string {
  const memory = processes.map(({ name, pid }) => ({ name, megabytes: megabytesOfTree(pid) }));
  const rows: [string, string][] = [
    ...steps.map(({ label, ms }): [string, string] => [label, seconds(ms)]),
    ['all steps', seconds(steps.reduce((sum, { ms }) => sum + ms, 0))],
    ...memory.map(({ name, megabytes }): [string, string] => [name, `${megabytes} MB`]),
    ['all processes', `${memory.reduce((sum, { megabytes }) => sum + megabytes, 0)} MB`],
  ];
  return rows.map(([label, value]) => `  ${label.padEnd(22)} ${value.padStart(9)}\n`).join('');
}

/** Memory of a process and its children. Pages that several share count once where the system can tell (Linux). */
export function megabytesOfTree(root: number): number {
  const all = listProcesses();
  const tree = new Set([root]);
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  const kilobytes = all.filter(({ pid }) => tree.has(pid)).reduce((sum, { pid, memory }) => sum + memory(pid), 0);
  return Math.round(kilobytes / 1024);
}

interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  /** In kilobytes; 0 when the process has ended meanwhile. */
  readonly memory: (pid: number) => number;
}

function listProcesses(): ListedProcess[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({
        pid: Number(name),
        parent: Number(field(`/proc/${name}/status`, 'PPid') ?? 0),
        memory: linuxKilobytes,
      }));
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0, resident = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, memory: () => resident };
    });
}

function linuxKilobytes(pid: number): number {
  return Number(field(`/proc/${pid}/smaps_rollup`, 'Pss') ?? field(`/proc/${pid}/status`, 'VmRSS') ?? 0);
}

function field(file: string, name: string): string | undefined {
  try {
    return new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
