import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { discoverSubgraphs } from './contract.js';
import { printSdl } from './print-sdl.js';

const run = promisify(execFile);
const longestStart = 60_000;
const largestSdl = 16 * 1024 * 1024;

/**
 * Asks every subgraph for its SDL by running its built `sdl` command, without any environment.
 * Rejects with one message that names each subgraph which could not answer, and why.
 */
export async function readSubgraphSdl(root: string): Promise<ReadonlyMap<string, string>> {
  const names = await discoverSubgraphs(root);
  const answers = await Promise.allSettled(names.map(async (name) => printSdl(await askSubgraph(root, name))));
  const failures: string[] = [];
  const texts = new Map<string, string>();
  for (const [index, answer] of answers.entries()) {
    const name = names[index] ?? '';
    if (answer.status === 'fulfilled') texts.set(name, answer.value);
    else failures.push(`${name}: ${answer.reason instanceof Error ? answer.reason.message : String(answer.reason)}`);
  }
  if (failures.length > 0) throw new Error(`Could not read the SDL of ${failures.join('\n')}`);
  return texts;
}

async function askSubgraph(root: string, name: string): Promise<string> {
  const main = join(root, 'subgraphs', name, 'dist', 'src', 'member.js');
  try {
    await access(main);
  } catch (cause) {
    throw new Error('it has not been built; run `npm run build` first.', { cause });
  }
  const { stdout } = await run(process.execPath, [main, 'sdl'], {
    env: {},
    timeout: longestStart,
    maxBuffer: largestSdl,
  });
  return stdout;
}
