import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';

import { OperatorError } from '../operator-error.js';

/** The operating system's identity that PostgreSQL runs as; null means the identity of this process. */
export type SystemUser = { readonly uid: number; readonly gid: number; readonly name: string } | null;

const name = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`, which is created when it is missing.
 * Everyone else runs it as themselves.
 */
export function systemUser(): SystemUser {
  if (process.getuid?.() !== 0) return null;
  const existing = lookUp();
  if (existing) return existing;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name], {
      stdio: 'pipe',
    });
  } catch (cause) {
    throw new OperatorError('PostgreSQL refuses to run as root, and the system user "postgres" could not be created.', {
      cure: 'Run the command as an ordinary user, or create the user first: useradd --system --user-group postgres',
      cause,
    });
  }
  const created = lookUp();
  if (!created) throw new Error('The system user "postgres" was created but cannot be found.');
  return created;
}

/** Whether PostgreSQL's user may enter this folder and read what is in it. */
export function canReach(user: SystemUser, path: string): boolean {
  if (user === null) return true;
  return spawnSync('test', ['-r', path, '-a', '-x', path], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}

/**
 * Lets PostgreSQL's user pass through a folder of ours that is private to root, such as one made by `mktemp -d`, so that
 * its data can stay in there. The folder can still not be listed, and its secrets are files that only root can read.
 */
export function letPass(user: SystemUser, folder: string): void {
  if (user === null || spawnSync('test', ['-x', folder], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0)
    return;
  chmodSync(folder, (statSync(folder).mode & 0o7777) | 0o011);
}

function lookUp(): SystemUser {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout), name };
}
