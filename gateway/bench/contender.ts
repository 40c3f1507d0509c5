import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process that a bench started and that said it was ready. */
export interface BenchProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** What it said. */
  readonly ready: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Which core contenders run on, and which one the rest. */
const CONTENDER_CORE = '1';
const OTHER_CORE = '0';
const canPin = spawnSync('taskset', ['-c', CONTENDER_CORE, process.execPath, '--version']).status === 0;

/** Whether processes are pinned to one core each; without it figures of requests per second mean little. */
export const isPinned = canPin;

/** Keeps this process and those that it starts from now on off the contenders' core. */
export function leaveContenderCore(): void {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', OTHER_CORE, String(process.pid)]);
}

/** Starts a Node program and waits until it says `{ type: 'ready' }`. */
export async function startProcess(
  program: readonly string[],
  options: { readonly isContender: boolean; readonly environment?: Readonly<Record<string, string>> },
): Promise<BenchProcess> {
  const core = options.isContender ? CONTENDER_CORE : OTHER_CORE;
  const command = canPin ? ['taskset', '-c', core, process.execPath, ...program] : [process.execPath, ...program];
  const [file = process.execPath, ...args] = command;
  const child = spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...options.environment },
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-4_000)));
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${program.join(' ')} ended with ${String(code)}: ${stderr}`);
  });
  failed.catch(() => undefined);
  const [message] = (await Promise.race([once(child, 'message'), failed])) as [Record<string, unknown>];
  return {
    child,
    pid: child.pid ?? 0,
    ready: message,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
