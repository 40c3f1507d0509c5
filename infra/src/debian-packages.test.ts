import { describe, expect, it } from 'vitest';

import { ensureDebianPackages, type DebianSystem } from './debian-packages.js';

const wanted = [
  { name: 'chromium', binary: 'chromium' },
  { name: 'redis-server', binary: 'redis-server' },
];

function run(present: readonly string[], { isRoot = true, failures = 0 } = {}) {
  const calls: string[] = [];
  let said = '';
  let failing = failures;
  const system: DebianSystem = {
    has: (binary) => present.includes(binary),
    isRoot,
    aptGet: (args) => {
      calls.push(args.join(' '));
      return args[0] === 'install' && failing-- > 0 ? 'no such package' : null;
    },
    say: (line) => {
      said += `${line}\n`;
    },
  };
  ensureDebianPackages(wanted, system);
  return { calls, said };
}

const install = 'install --yes --no-install-recommends redis-server';

describe('ensureDebianPackages', () => {
  it('does and says nothing when all programs are there', () => {
    expect(run(['apt-get', 'chromium', 'redis-server'])).toEqual({ calls: [], said: '' });
  });

  it('installs what is missing', () => {
    expect(run(['apt-get', 'chromium']).calls).toEqual([install]);
  });

  it('reads the lists of packages when the package is not in them', () => {
    const { calls, said } = run(['apt-get', 'chromium'], { failures: 1 });
    expect(calls).toEqual([install, 'update', install]);
    expect(said).not.toContain('missing');
  });

  it('says what failed and how to go on', () => {
    const { said } = run(['apt-get', 'chromium'], { failures: 2 });
    expect(said).toContain('no such package');
    expect(said).toContain('On Debian: sudo apt-get install redis-server\n');
  });

  it('does not try without apt-get or rights', () => {
    for (const { calls, said } of [run([]), run(['apt-get'], { isRoot: false })]) {
      expect(calls).toEqual([]);
      expect(said).toContain('On Debian: sudo apt-get install chromium redis-server\n');
    }
  });
});
