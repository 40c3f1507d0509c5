import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { OperatorError } from '../operator-error.js';
import { CleanUps } from '../supervisor/clean-ups.js';
import { discoverLayout } from '../supervisor/layout.js';
import type { Progress } from '../supervisor/progress.js';
import { type MemberCategory, readMemberCategory, withCategory, withOpened } from './member-category.js';
import { type MemberName, readMemberName } from './member-name.js';
import { withMemberReference } from './references.js';
import { runStep } from './run-step.js';
import { saveFiles } from './saved-files.js';
import { type Files, fillTemplates, readTemplates } from './template.js';

/** A member that was added. */
export interface AddedSubgraph {
  readonly name: MemberName;
  /** Its folder, from the root of the repository. */
  readonly folder: string;
  /** The paths of its files in that folder. */
  readonly files: readonly string[];
}

export interface AddSubgraphOptions {
  /** The repository to add it to. */
  readonly root: string;
  /** The arguments of the command: one name, and the personal category that the member owns, if any. */
  readonly args: readonly string[];
  /** The package manager that the repository pins, as npx takes it. */
  readonly packageManager: string;
  readonly progress: Progress;
  /** Stops the work; what was written by then is removed. */
  readonly signal: AbortSignal;
}

/** The build of everything and that of the tests refer to each member. */
const references = ['tsconfig.json', 'tsconfig.test.json'];

/** The personal categories of the federation and what opens them, which a member with one of its own extends. */
const categories = 'subgraphs/_trust/personal-categories.json';
const purposes = 'subgraphs/_trust/purposes.json';

/** The files of the whole stack that a new member changes. */
const shared = {
  files: [categories, purposes, ...references, 'pnpm-lock.yaml', 'schema/supergraph.graphql'],
  folders: ['schema/subgraphs'],
};

/**
 * Adds a member's subgraph to the repository: its folder, the references to it, the installed and built package, and the
 * contract. When any of that fails the repository is as before.
 *
 * @throws OperatorError when the name cannot be had (then nothing was written) or a step fails
 */
export async function addSubgraph(options: AddSubgraphOptions): Promise<AddedSubgraph> {
  const { root, progress, signal } = options;
  const members = discoverLayout(root).subgraphs.map((member) => member.name);
  const { category, others } = readMemberCategory(options.args);
  const name = readMemberName(others, members);
  const folder = `subgraphs/${name.kebab}`;
  const birlik = join(root, 'infra', 'bin', 'birlik.mjs');
  const run = (...command: [string, ...string[]]): Promise<void> => runStep(command, { cwd: root, signal });
  const undo = new CleanUps();
  try {
    const files = await progress.step('Writing the files', async () => {
      undo.add(saveFiles(root, shared));
      return writeMember({ root, folder, name, members, category, undo });
    });
    await progress.step('Formatting', () =>
      run(join(root, 'node_modules', '.bin', 'oxfmt'), folder, categories, purposes),
    );
    await progress.step('Extending the lock file', () =>
      run('npx', '--yes', options.packageManager, 'install', '--lockfile-only', '--prefer-offline'),
    );
    // The stack's own command installs by the lock file and builds everything before it runs the script.
    await progress.step('Installing, building and composing', () =>
      run(process.execPath, birlik, 'run-built', 'gen:schema'),
    );
    return { name, folder, files };
  } catch (error) {
    await undo.run();
    if (!signal.aborted) throw error;
    const { message } = signal.reason as Error;
    throw new OperatorError(message, { cure: 'Nothing of the new member was left behind; run the command again.' });
  }
}

function writeMember(member: {
  root: string;
  folder: string;
  name: MemberName;
  members: readonly string[];
  category: MemberCategory | null;
  undo: CleanUps;
}): readonly string[] {
  const { root, folder, name, members, category, undo } = member;
  const templatesIn = (part: string): Files => readTemplates(join(root, 'infra', 'src', 'new-subgraph', part));
  const personal = category === null ? [] : templatesIn('category-template');
  const templates = new Map([...templatesIn('template'), ...personal]);
  const files = fillTemplates(templates, { name, port: freePort(root, members), today: new Date(), category });
  if (category !== null) {
    const withMore = withCategory(readFileSync(join(root, categories), 'utf8'), category, name);
    const opened = withOpened(readFileSync(join(root, purposes), 'utf8'), category);
    writeFileSync(join(root, categories), withMore);
    writeFileSync(join(root, purposes), opened);
  }
  // Fails when the folder exists, so that nothing which somebody has begun there is overwritten or removed.
  mkdirSync(join(root, folder));
  undo.add(() => rmSync(join(root, folder), { recursive: true, force: true }));
  writeFiles(join(root, folder), files);
  for (const file of references) {
    const text = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(root, file), withMemberReference(text, name.kebab));
  }
  return [...files.keys()];
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** One above the highest port that a member's `.env.example` proposes. */
function freePort(root: string, members: readonly string[]): number {
  const ports = members.map((member) => {
    const text = readFileSync(join(root, 'subgraphs', member, '.env.example'), 'utf8');
    return Number(/^PORT=(\d+)$/m.exec(text)?.[1] ?? 0);
  });
  return Math.max(4000, ...ports) + 1;
}
