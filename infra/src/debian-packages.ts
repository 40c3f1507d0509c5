import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Debian package that is wanted for one of its programs. */
export interface DebianPackage {
  readonly name: string;
  readonly binary: string;
}

/** The system that packages are installed on. */
export interface DebianSystem {
  has(binary: string): boolean;
  readonly isRoot: boolean;
  /** Runs `apt-get`; returns null when it succeeded, otherwise what it said. */
  aptGet(args: readonly string[]): string | null;
  say(line: string): void;
}

/**
 * Installs the packages whose programs are missing. Where that is not possible it says how it can be done, and goes on:
 * only what needs the programs fails.
 */
export function ensureDebianPackages(packages: readonly DebianPackage[], system: DebianSystem = thisSystem): void {
  const missing = packages.filter(({ binary }) => !system.has(binary)).map(({ name }) => name);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  const cannot = (reason: string): void =>
    system.say(`${names}: missing, and not installed because ${reason}. Tests that need it will fail.
On Debian: sudo apt-get install ${names}`);
  if (!system.has('apt-get')) {
    cannot('there is no apt-get');
    return;
  }
  if (!system.isRoot) {
    cannot('only root may');
    return;
  }
  system.say(`Installing ${names} for the tests …`);
  const install = ['install', '--yes', '--no-install-recommends', ...missing];
  // The lists of a new machine are empty; a machine that has them need not ask for newer ones.
  if (system.aptGet(install) === null) return;
  system.aptGet(['update']);
  const failure = system.aptGet(install);
  if (failure !== null) cannot(`apt-get failed:\n${failure}`);
}

const thisSystem: DebianSystem = {
  has: (binary) => (process.env['PATH'] ?? '').split(delimiter).some((folder) => isProgram(join(folder, binary))),
  isRoot: process.getuid?.() === 0,
  aptGet: (args) => {
    const { status, stdout, stderr } = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return status === 0 ? null : `${stdout}${stderr}`.trim();
  },
  say: (line) => void process.stdout.write(`${line}\n`),
};

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
