import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file names and texts of the contract below `schema/`, for example `subgraphs/union.graphql`. */
export type ContractFiles = ReadonlyMap<string, string>;

export const contractFolder = 'schema';
export const supergraphFile = 'supergraph.graphql';

const extension = '.graphql';

/** Where the snapshot of one subgraph is kept, relative to `schema/`. */
export const subgraphFile = (name: string): string => `subgraphs/${name}${extension}`;

/** The names of all member subgraphs: the folders of `subgraphs/` without a leading underscore, sorted. */
export async function discoverSubgraphs(root: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, 'subgraphs'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name))
    .map((entry) => entry.name)
    .toSorted();
}

/** The contract as it stands on disk. Files that do not exist are simply absent from the map. */
export async function readContract(root: string): Promise<ContractFiles> {
  const folder = join(root, contractFolder);
  const snapshots = await filesOf(join(folder, 'subgraphs'));
  const names = snapshots.filter((name) => name.endsWith(extension)).map((name) => `subgraphs/${name}`);
  if ((await filesOf(folder)).includes(supergraphFile)) names.push(supergraphFile);
  const texts = await Promise.all(names.map(async (name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
