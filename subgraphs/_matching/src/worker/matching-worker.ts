import { parentPort, workerData } from 'node:worker_threads';
import { MatchingError } from '../matching/problem.js';
import { solveMatching } from '../matching/solve-matching.js';
import type { WorkerMessage, WorkerTask } from './solve-in-worker.js';

// Nothing is moved, all is copied.
const say = (message: WorkerMessage) => parentPort?.postMessage(message, []);

try {
  const { problem, withNextBest } = workerData as WorkerTask;
  const onProgress = (done: number, of: number) => say({ kind: 'progress', done, of });
  const matching = solveMatching(problem, { withNextBest, onProgress });
  say({ kind: 'matching', matching });
} catch (error) {
  if (!(error instanceof MatchingError)) throw error;
  say({ kind: 'refused', code: error.code, about: error.about });
}
