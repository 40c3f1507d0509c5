import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { once } from 'node:events';
import { watch } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { linkCommand, LinkFolder } from '../../testing/link-folder.js';

const records = 'nr,name,born\n1,Əli Quliyev,1990-01-02\n2,Leyla Quliyeva,1991-03-04\n';

describe('the files that link writes', () => {
  let folder: LinkFolder;
  beforeEach(() => {
    folder = new LinkFolder();
    folder.settings();
    folder.write('a.csv', records);
  });
  afterEach(() => folder.remove());

  it.each([
    ['the input itself', 'a.csv', 'c.csv'],
    ['the input, written otherwise', './x/../a.csv', 'c.csv'],
    ['the input over a symbolic link', 'symbolic.csv', 'c.csv'],
    ['the input over a hard link', 'c.csv', 'hard.csv'],
    ['the input over a folder that is a link', 'linked/a.csv', 'c.csv'],
    ['the input on a disk that does not tell case', 'A.CSV', 'c.csv'],
    ['each other', 'c.csv', './c.csv'],
    ['each other on a disk that does not tell case', 'c.csv', 'C.csv'],
    ['the settings', 'p.csv', 'settings.json'],
  ])('are refused with 64 when they are %s, before anything is opened', (_, pairs, clusters) => {
    mkdirSync(folder.at('x'));
    symlinkSync(folder.at('a.csv'), folder.at('symbolic.csv'));
    linkSync(folder.at('a.csv'), folder.at('hard.csv'));
    symlinkSync(folder.path, folder.at('linked'));
    const names = folder.names();
    const files = ['--settings=settings.json', '--in=a.csv', `--pairs=${pairs}`, `--clusters=${clusters}`];
    const { status, stderr } = folder.runWith(files);
    expect({ status, stderr }).toEqual({
      status: 64,
      stderr: expect.stringMatching(
        /^--\w+ \S+ and --\w+ \S+ are one file, or differ in nothing but case\.\n$/,
      ) as string,
    });
    expect(folder.names()).toEqual(names);
    expect(readFileSync(folder.at('a.csv'), 'utf8')).toBe(records);
  });

  it('are refused when all compared pairs would go into an input', () => {
    expect(folder.run(folder.settings(), folder.at('a.csv'), `--candidates=${folder.at('a.csv')}`).status).toBe(64);
    expect(readFileSync(folder.at('a.csv'), 'utf8')).toBe(records);
  });

  it('may not be folders or devices, or lie where there is no folder, which is said before the work', () => {
    for (const [pairs, fault] of [
      [folder.path, 'as it is a folder'],
      [folder.at('new/'), 'as it is a folder'],
      ['/dev/full', 'as it is no ordinary file'],
      [folder.at('nowhere/p.csv'), 'no such file or directory (ENOENT)'],
      [folder.at('a.csv/p.csv'), 'not a directory (ENOTDIR)'],
      [folder.at(`${'n'.repeat(300)}.csv`), 'name too long (ENAMETOOLONG)'],
    ] as const) {
      const { status, stderr } = folder.runWith([
        '--settings=settings.json',
        '--in=a.csv',
        `--pairs=${pairs}`,
        '--clusters=c.csv',
      ]);
      expect(status).toBe(73);
      expect(stderr).toBe(`${pairs}: can't be written${fault.startsWith('as') ? ',' : ':'} ${fault}\n`);
    }
  });

  it('are replaced together, with the rights that they had, also behind a link', () => {
    folder.write('old.csv', 'old');
    chmodSync(folder.at('old.csv'), 0o600);
    symlinkSync(folder.at('old.csv'), folder.at('pairs.csv'));
    expect(folder.run(folder.settings(), folder.at('a.csv')).status).toBe(0);
    expect(readFileSync(folder.at('old.csv'), 'utf8')).toMatch(/^left_source,/);
    expect(statSync(folder.at('old.csv')).mode & 0o777).toBe(0o600);
    expect(folder.names()).toEqual(['a.csv', 'clusters.csv', 'old.csv', 'pairs.csv', 'settings.json']);
  });

  it('stay as they were when there is no room for all of the new ones', () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `${at},Ad${at} Soyad${at},1990-01-01`);
    folder.write('a.csv', `nr,name,born\n${lines.join('\n')}\n`);
    folder.write('pairs.csv', 'old pairs');
    folder.write('clusters.csv', 'old clusters');
    const names = folder.names();
    const args = folder.arguments(folder.settings(), folder.at('a.csv'));
    // No file may be larger than 16 blocks: as on a full disk, the second one breaks off in its middle.
    const { status, stderr } = spawnSync(
      '/bin/sh',
      ['-c', 'ulimit -f 16; exec "$0" "$@"', process.execPath, linkCommand, ...args],
      {
        encoding: 'utf8',
      },
    );
    expect({ status, stderr }).toEqual({
      status: 73,
      stderr: expect.stringMatching(/s\.csv: can't be written: file too large \(EFBIG\)\n$/) as string,
    });
    expect(folder.names()).toEqual(names);
    expect(readFileSync(folder.at('pairs.csv'), 'utf8')).toBe('old pairs');
    expect(readFileSync(folder.at('clusters.csv'), 'utf8')).toBe('old clusters');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stay as they were on %s, and nothing else is left',
    async (signal) => {
      const lines = Array.from({ length: 40_000 }, (_, at) => `${at},Ad${at % 50} Soyad${at % 71},199${at % 10}-01-01`);
      folder.write('a.csv', `nr,name,born\n${lines.join('\n')}\n`);
      folder.write('pairs.csv', 'old pairs');
      const names = folder.names();
      const args = [
        ...folder.arguments(folder.settings(), folder.at('a.csv')),
        `--candidates=${folder.at('candidates.csv')}`,
      ];
      const child = spawn(process.execPath, [linkCommand, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
      const ended = once(child, 'exit');
      for await (const { filename } of watch(folder.path)) if (filename?.endsWith('.part') === true) break;
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(folder.names()).toEqual(names);
      expect(readFileSync(folder.at('pairs.csv'), 'utf8')).toBe('old pairs');
    },
  );

  it('are written to the end when nobody reads what is said', async () => {
    const child = spawn(process.execPath, [linkCommand, ...folder.arguments(folder.settings(), folder.at('a.csv'))], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await text(child.stdout)).toBe('');
    expect(folder.rows('clusters.csv')).toHaveLength(2);
  });
});
