import { checkContract } from './check.js';
import { contractFolder, supergraphFile } from './contract.js';
import { contractOf, writeContract } from './generate.js';
import { readSubgraphSdl } from './subgraph-sdl.js';
import { readSignedWords } from './words.js';

/** What a command line ends with: its exit code, and the lines to show. */
export interface Outcome {
  readonly exitCode: 0 | 1;
  readonly lines: readonly string[];
}

const usage = 'Usage: node schema/dist/main.js generate | check';

/**
 * Runs one command on the project below `root`, whose subgraphs have been built. Rejects with a message for the
 * terminal when a subgraph does not answer, or when `generate` has nothing to write because they do not compose.
 */
export async function runCommand(root: string, command: string | undefined): Promise<Outcome> {
  if (command === 'generate') return generate(root);
  if (command === 'check') return check(root);
  return { exitCode: 1, lines: [usage] };
}

async function generate(root: string): Promise<Outcome> {
  const files = contractOf(await readSubgraphSdl(root), await readSignedWords(root));
  await writeContract(root, files);
  return { exitCode: 0, lines: [`Wrote ${contractFolder}/${supergraphFile} from ${files.size - 1} subgraphs.`] };
}

async function check(root: string): Promise<Outcome> {
  const results = await checkContract(root, await readSubgraphSdl(root));
  const lines = results.flatMap(({ title, problems, notes }) => [
    `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${title}`,
    ...[...problems, ...notes].map((line) => `     ${line}`),
  ]);
  return { exitCode: results.some(({ problems }) => problems.length > 0) ? 1 : 0, lines };
}
