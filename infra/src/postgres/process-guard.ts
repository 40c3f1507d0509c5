import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

import type { SystemUser } from './system-user.js';

/**
 * The shell that PostgreSQL runs under. It waits for the end of its standard input, which comes when this process closes
 * it or is killed, and then asks the server to shut down. So a killed owner leaves no server behind. `$0` names the
 * folder to remove afterwards; it is "-" when the data stay.
 */
const script = `
remove=$0
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
( read -r line <&3; kill -INT $server 2>/dev/null ) &
watcher=$!
wait $server
code=$?
exec 3<&-
kill $watcher 2>/dev/null
if [ "$remove" != - ]; then rm -rf "$remove"; fi
exit $code
`;

/**
 * Starts a PostgreSQL server under its guard. It gets a session of its own, so that a Ctrl-C at the terminal reaches
 * the owner first, which stops the server when everyone who uses it has finished.
 */
export function spawnGuarded(
  command: readonly [string, ...string[]],
  options: { user: SystemUser; logFile: string; cwd: string; removeAfter?: string },
): ChildProcess {
  const log = openSync(options.logFile, 'a', 0o600);
  try {
    return spawn('/bin/sh', ['-c', script, options.removeAfter ?? '-', ...command], {
      stdio: ['pipe', log, log],
      detached: true,
      cwd: options.cwd,
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
    });
  } finally {
    closeSync(log);
  }
}
