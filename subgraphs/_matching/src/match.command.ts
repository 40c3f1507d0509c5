import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ProblemFileError, readProblem } from './files/read-problem.js';
import { MatchingError } from './matching/problem.js';
import { solveInWorker } from './worker/solve-in-worker.js';

const usage = `Usage: npm run -s match -- FILE [--seed SEED] [--pairs]

Matches rows with columns: as many as can be, at the lowest total cost. subgraphs/_matching/README.md has the form of the file.

  --seed SEED   decides between results that are equally good (default: 1)
  --pairs       prints each pair as well: row, column, cost
  -h, --help    says this

Prints how many are matched, the total cost, and the seconds that it took.
Exit codes: 0 done, 64 usage, 65 no such problem, 66 no such file.
`;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isOfFile = error instanceof ProblemFileError || error instanceof MatchingError;
  if (!isOfFile) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 65;
}

async function run(args: readonly string[]): Promise<number> {
  const given = argumentsOf(args);
  if (typeof given === 'string') {
    process.stderr.write(`${given}\n\n${usage}`);
    return 64;
  }
  if (given === null) {
    process.stdout.write(usage);
    return 0;
  }
  const text = await readFile(given.path, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) {
    process.stderr.write(`${given.path} can’t be read: ${text.code ?? text.message}\n`);
    return 66;
  }
  const problem = readProblem(text, given.seed);
  const began = performance.now();
  const { pairs, total } = await solveInWorker(problem);
  const seconds = (performance.now() - began) / 1000;
  const lines = given.isWithPairs
    ? pairs.map(({ menteeId, mentorId, score }) => `${Number(menteeId)} ${Number(mentorId)} ${costOf(score)}`)
    : [];
  const summary = [`matched ${pairs.length}`, `total ${costOf(total)}`, `seconds ${seconds.toFixed(3)}`];
  process.stdout.write(`${[...lines, ...summary].join('\n')}\n`);
  return 0;
}

/** Scores are costs below 0. */
function costOf(score: number): number {
  return score === 0 ? 0 : -score;
}

/** @returns null when nothing is asked for but help, and a sentence for what can't be understood */
function argumentsOf(args: readonly string[]): { path: string; seed: string; isWithPairs: boolean } | string | null {
  const options = {
    seed: { type: 'string', default: '1' },
    pairs: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    if (values.help || args.length === 0) return null;
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) return 'One file is needed.';
    return { path, seed: values.seed, isWithPairs: values.pairs };
  } catch (error) {
    return (error as Error).message.split('. ')[0] ?? '';
  }
}
