import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Word } from '@birlik/member-rules/word';
import { compose, describeProblem } from './compose.js';
import { contractFolder, readContract, subgraphFile, supergraphFile } from './contract.js';
import type { ContractFiles } from './contract.js';

/**
 * The files that the given subgraphs make: a snapshot of each and the supergraph.
 * Throws with every reason, one a line, when the subgraphs do not compose.
 */
export function contractOf(subgraphs: ReadonlyMap<string, string>, words: readonly Word[] = []): ContractFiles {
  const composition = compose(subgraphs, words);
  if (!composition.ok) {
    throw new Error(`The subgraphs do not compose.\n${composition.problems.map(describeProblem).join('\n')}`);
  }
  const snapshots = [...subgraphs].map(([name, sdl]) => [subgraphFile(name), sdl] as const);
  return new Map([...snapshots, [supergraphFile, composition.supergraph]]);
}

/** Writes the contract below `root`, and removes the snapshots of subgraphs that no longer exist. */
export async function writeContract(root: string, files: ContractFiles): Promise<void> {
  const folder = join(root, contractFolder);
  const stale = [...(await readContract(root)).keys()].filter((name) => !files.has(name));
  await Promise.all(stale.map(async (name) => rm(join(folder, name))));
  await Promise.all(
    [...files].map(async ([name, text]) => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }),
  );
}
