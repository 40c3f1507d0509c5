import { solveInWorker } from '../dist/worker/solve-in-worker.js';
import { roundProblem } from '../testing/random-problems.js';

/**
 * Measures the solver on rounds that are generated: `npm run -s bench -- subgraphs/_matching/bench/matching.bench.ts`. The thread's heap is part of
 * the process's, so the peak of its memory has the problem's objects as well.
 */
const size = { mentees: 5000, mentors: 2000, candidates: 20 };
const rounds = {
  'places for all': { ...size, capacity: 5 },
  'places for a third': { ...size, mentors: 800, capacity: 3 },
  'a round of 2,000': { ...size, mentees: 2000, mentors: 800, capacity: 5 },
};
for (const [name, shape] of Object.entries(rounds)) {
  const problem = roundProblem(name, shape);
  for (const withNextBest of [false, true]) {
    const began = performance.now();
    const { pairs, total } = await solveInWorker(problem, { withNextBest });
    const seconds = (performance.now() - began) / 1000;
    const with_ = withNextBest ? 'with what comes instead' : 'pairs alone';
    process.stdout.write(`${name}, ${with_}: ${pairs.length} pairs, total ${total}, ${seconds.toFixed(2)} s\n`);
  }
}
process.stdout.write(`peak of memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB\n`);
