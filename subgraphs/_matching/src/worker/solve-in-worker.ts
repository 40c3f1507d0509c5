import { Worker } from 'node:worker_threads';
import { type Matching, MatchingError, type MatchingErrorCode, type MatchingProblem } from '../matching/problem.js';
import type { SolveOptions } from '../matching/solve-matching.js';

/** What the worker is handed. */
export interface WorkerTask {
  readonly problem: MatchingProblem;
  readonly withNextBest: boolean;
}

/** What the worker says. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'matching'; readonly matching: Matching }
  | { readonly kind: 'refused'; readonly code: MatchingErrorCode; readonly about: readonly (string | number)[] };

interface WorkerOptions extends SolveOptions {
  /** Ends the worker at once when it is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Solves a problem as `solveMatching` does, in a thread of its own, so that nothing else of the process waits for it.
 *
 * @throws MatchingError when the problem contradicts itself, and the signal's reason when it is aborted
 */
export async function solveInWorker(problem: MatchingProblem, options: WorkerOptions = {}): Promise<Matching> {
  const { withNextBest = false, onProgress, signal } = options;
  signal?.throwIfAborted();
  const workerData: WorkerTask = { problem, withNextBest };
  const worker = new Worker(new URL('./matching-worker.js', import.meta.url), { workerData });
  const matching = new Promise<Matching>((resolve, reject) => {
    const abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.of);
      else if (message.kind === 'matching') resolve(message.matching);
      else reject(new MatchingError(message.code, message.about));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      signal?.removeEventListener('abort', abort);
      reject(new Error('The thread that matched ended without a result.'));
    });
  });
  return matching.finally(() => worker.terminate());
}
