import { spawn } from 'node:child_process';

import { OperatorError } from '../operator-error.js';

/** How much of a failed program's output is shown, in lines. */
const shownLines = 40;

/**
 * Runs a program in a folder to its end.
 *
 * It gets a process group of its own, so that a request to stop ends also what it has started, and this one goes on only
 * when all of that is gone.
 *
 * @throws OperatorError with the end of its output when it fails; the signal's reason when that was the cause
 */
export async function runStep(
  command: readonly [program: string, ...args: string[]],
  options: { cwd: string; signal: AbortSignal },
): Promise<void> {
  options.signal.throwIfAborted();
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd: options.cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const stop = (): void => {
    if (child.pid !== undefined) endGroup(child.pid);
  };
  options.signal.addEventListener('abort', stop, { once: true });
  const ending = await new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // "close" comes when the last process has let go of the output.
    child.once('close', (code, signal) => resolve(code === 0 ? null : `it ended with ${signal ?? `code ${code}`}`));
  });
  options.signal.removeEventListener('abort', stop);
  options.signal.throwIfAborted();
  if (ending === null) return;
  const tail = output.trim().split('\n').slice(-shownLines).join('\n');
  throw new OperatorError(`"${command.join(' ')}" failed: ${ending}.`, {
    cure: 'Remove the cause above and run the command again; nothing of the new member was left behind.',
    cause: new Error(tail),
  });
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
