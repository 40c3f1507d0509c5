import { queryObjects } from 'node:v8';
import type { Generation as GenerationClass } from '../src/generations/generation.js';

// What the built gateway loads, which is not what this file's source would be.
const { Generation } = (await import('../dist/generations/generation.js' as string)) as {
  readonly Generation: typeof GenerationClass;
};

/** The memory of a process after garbage is collected. */
export interface MemoryReading {
  readonly heapUsed: number;
  readonly rss: number;
  /** How many generations are still reachable. */
  readonly generations: number;
}

/**
 * Imported before the gateway's own module in a test's process, it answers each message `measure` of the parent. The
 * process needs `--expose-gc`.
 */
process.on('message', (message) => {
  if (message !== 'measure') return;
  // Counting collects garbage first; what finalizers free is collected by a second time.
  queryObjects(Generation, { format: 'count' });
  setImmediate(() => {
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const reading: MemoryReading = { heapUsed, rss, generations: queryObjects(Generation, { format: 'count' }) };
    process.send?.({ type: 'memory', ...reading });
  });
});
