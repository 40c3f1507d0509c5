import { spawnSync } from 'node:child_process';

/** The package of Debian that has the program `redis-server`. */
const PACKAGE = 'redis-server';

/**
 * Makes sure that the program `redis-server` is there, which some tests start for themselves. Root on Debian gets it from
 * the package of that name; its service is not started. Answers null, or why there is none: then the tests that need it
 * fail, and none is skipped.
 */
export function provideRedis(): string | null {
  if (hasRedis()) return null;
  const cure = 'Install it, on Debian with: apt-get install redis-server';
  if (process.getuid?.() !== 0 || !runs('apt-get', ['--version'])) {
    return `The tests of the shared cache need the program redis-server. ${cure}`;
  }
  process.stdout.write(`Installing ${PACKAGE} for the tests of the shared cache.\n`);
  // Without an answer to questions; runlevel 1 keeps the package from starting its service.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const install = () => runs('apt-get', ['install', '-y', '--no-install-recommends', PACKAGE], env);
  if (!install()) {
    runs('apt-get', ['update'], env);
    install();
  }
  return hasRedis() ? null : `redis-server could not be installed, which the tests of the shared cache need. ${cure}`;
}

function hasRedis(): boolean {
  return runs('redis-server', ['--version']);
}

function runs(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean {
  return spawnSync(program, args, { env, stdio: 'ignore' }).status === 0;
}
