import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFinding as describeTaken } from '@birlik/member-rules/check-members';
import type { Word } from '@birlik/member-rules/word';
import { breakingChanges, undeclared } from './breaking.js';
import { compose, describeProblem } from './compose.js';
import { contractFolder, readContract } from './contract.js';
import { findDrift } from './drift.js';
import { contractOf } from './generate.js';
import { describeFinding, lintSubgraphs } from './lint/lint.js';
import { publishedSupergraph } from './published.js';
import { takenOfPublished } from './taken.js';
import { readSignedWords } from './words.js';

/** One question about the contract and its answer. */
export interface CheckResult {
  readonly title: string;
  /** Empty when the contract passes. */
  readonly problems: readonly string[];
  /** Worth a reader's attention, but no failure. */
  readonly notes: readonly string[];
}

/**
 * Asks everything that must hold of the contract: the rules, composition, no drift between the code and the committed
 * files, and no breaking change without its entry in `schema/CHANGELOG.md`. What a member takes of another needs that
 * member's word, whatever the changelog says. Rejects when a word is not valid.
 *
 * @param subgraphs the SDL that the code produces now, by subgraph
 */
export async function checkContract(
  root: string,
  subgraphs: ReadonlyMap<string, string>,
): Promise<readonly CheckResult[]> {
  const words = await readSignedWords(root);
  const rules = { title: 'rules', problems: lintSubgraphs(subgraphs, words).map(describeFinding), notes: [] };
  const composition = compose(subgraphs, words);
  if (!composition.ok) {
    return [rules, { title: 'composition', problems: composition.problems.map(describeProblem), notes: [] }];
  }
  const drift = findDrift(await readContract(root), contractOf(subgraphs, words));
  const cure = drift.length > 0 ? ['Run `npm run gen` and commit what it writes.'] : [];
  return [
    rules,
    { title: 'composition', problems: [], notes: [] },
    { title: 'drift', problems: [...drift, ...cure], notes: [] },
    await checkBreaking(root, composition.supergraph, words),
  ];
}

async function checkBreaking(root: string, supergraph: string, words: readonly Word[]): Promise<CheckResult> {
  const title = 'breaking changes';
  const published = await publishedSupergraph(root);
  if (!published.found) return { title, problems: [], notes: [`Nothing to compare with: ${published.reason}.`] };
  const taken = takenOfPublished(published.supergraph, supergraph, words).map(describeTaken);
  const changes = await breakingChanges(published.supergraph, supergraph);
  const missing = undeclared(changes, await readFile(join(root, contractFolder, 'CHANGELOG.md'), 'utf8'));
  const problems = missing.map(({ path, message }) => `${path}: ${message}`);
  const cure = 'Name each path under "## Unreleased", "### Breaking" in schema/CHANGELOG.md, or keep the old shape.';
  return {
    title,
    problems: [...taken, ...(problems.length > 0 ? [...problems, cure] : [])],
    notes: changes
      .filter((change) => !missing.includes(change))
      .map(({ path, message }) => `Declared: ${path}: ${message}`),
  };
}
