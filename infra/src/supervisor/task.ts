import { z } from 'zod';

import { OperatorError } from '../operator-error.js';
import { describeEnding, type Program, startChild } from './child-process.js';

const progressMessage = z.object({
  type: z.literal('progress'),
  label: z.string(),
  done: z.number().nonnegative(),
  total: z.number().nonnegative(),
});

/** How far a task is: `done` of `total`, in whatever unit it counts. */
export type TaskProgress = z.infer<typeof progressMessage>;

/**
 * Runs a program that ends by itself, such as a migration.
 *
 * @throws OperatorError when it ends with another code than 0; the abort reason when the signal fires, after it ended
 */
export async function runTask(
  program: Program,
  options: { signal?: AbortSignal; onProgress?: (progress: TaskProgress) => void } = {},
): Promise<void> {
  options.signal?.throwIfAborted();
  const { child, ended, logTail } = startChild(program);
  child.on('message', (message) => {
    const { success, data } = progressMessage.safeParse(message);
    if (success) options.onProgress?.(data);
  });
  // A task can be repeated, so nothing is lost by ending it at once.
  const abort = (): void => void child.kill('SIGKILL');
  options.signal?.addEventListener('abort', abort, { once: true });
  const ending = await ended;
  options.signal?.removeEventListener('abort', abort);
  options.signal?.throwIfAborted();
  if (ending.code === 0) return;
  throw new OperatorError(`${program.name}: "${program.args.join(' ')}" ${describeEnding(ending)}.`, {
    cure: `Read the cause above; all of the output is in ${program.logFile}`,
    cause: new Error(logTail()),
  });
}

/** Works on all items, at most `limit` at a time. When one fails the others are aborted, and the first failure is thrown. */
export async function eachOf<T>(
  items: readonly T[],
  options: { limit: number; signal: AbortSignal; work: (item: T, signal: AbortSignal) => Promise<void> },
): Promise<void> {
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      signal.throwIfAborted();
      try {
        await options.work(item, signal);
      } catch (error) {
        failure.abort(error);
        throw error;
      }
    }
  };
  await Promise.allSettled(Array.from({ length: options.limit }, worker));
  signal.throwIfAborted();
}
