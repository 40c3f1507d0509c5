import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { contractFolder, supergraphFile } from './contract.js';

const run = promisify(execFile);
const largestSupergraph = 64 * 1024 * 1024;

/** The remote branch comes first: what others have seen is what can be broken. */
const mainBranches = ['origin/main', 'main'] as const;

/** The supergraph that the work tree is compared with, or the reason why there is none. */
export type Published =
  | { readonly found: true; readonly supergraph: string; readonly commit: string }
  | { readonly found: false; readonly reason: string };

/**
 * Reads the committed supergraph at the point where the work tree left the main branch. A repository without a main
 * branch, without a common ancestor or without a supergraph there has nothing published, which is not an error.
 */
export async function publishedSupergraph(root: string): Promise<Published> {
  const branches = await Promise.all(mainBranches.map(async (branch) => git(root, 'merge-base', 'HEAD', branch)));
  const commit = branches.find((found) => found !== undefined)?.trim();
  if (commit === undefined) return { found: false, reason: 'there is no main branch with a commit in common' };
  const file = `${contractFolder}/${supergraphFile}`;
  const supergraph = await git(root, 'show', `${commit}:./${file}`);
  if (supergraph === undefined) return { found: false, reason: `${file} does not exist at ${commit.slice(0, 9)}` };
  return { found: true, supergraph, commit };
}

/** The command's output; undefined when git answers that it cannot. Rejects when git itself is missing. */
async function git(root: string, ...parameters: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['-C', root, ...parameters], { maxBuffer: largestSupergraph });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return undefined;
    throw error;
  }
}
