import { resolve } from 'node:path';
import { checkContract } from './check.js';
import { contractFolder, supergraphFile } from './contract.js';
import { contractOf, writeContract } from './generate.js';
import { readSubgraphSdl } from './subgraph-sdl.js';

const usage = 'Usage: node schema/dist/main.js generate | check';
const root = resolve(import.meta.dirname, '..', '..');

async function generate(): Promise<number> {
  const files = contractOf(await readSubgraphSdl(root));
  await writeContract(root, files);
  process.stdout.write(`Wrote ${contractFolder}/${supergraphFile} from ${files.size - 1} subgraphs.\n`);
  return 0;
}

async function check(): Promise<number> {
  const results = await checkContract(root, await readSubgraphSdl(root));
  for (const { title, problems, notes } of results) {
    process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${title}\n`);
    for (const line of [...problems, ...notes]) process.stdout.write(`     ${line}\n`);
  }
  return results.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

async function run(command: string | undefined): Promise<number> {
  if (command === 'generate') return generate();
  if (command === 'check') return check();
  process.stderr.write(`${usage}\n`);
  return 1;
}

try {
  process.exitCode = await run(process.argv[2]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
