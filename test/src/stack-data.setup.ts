import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolderVariable, firstPortVariable } from './testkit/stack-data.js';

let folder: string;

/** For "globalSetup" of a vitest project whose tests start stacks: a place for the data that they share, and ports of their own. */
export async function setup(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'birlik-stack-data-'));
  // PostgreSQL's user has to come through.
  await chmod(folder, 0o711);
  process.env[dataFolderVariable] = folder;
  // Below those that a stack takes when it may take any, so that no other comes across them.
  process.env[firstPortVariable] = String(randomInt(10_000, 19_000));
}

/** Counterpart of {@link setup}; vitest calls it after the last test, also when tests failed. */
export async function teardown(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
