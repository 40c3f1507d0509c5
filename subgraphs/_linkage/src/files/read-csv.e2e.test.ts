import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { linkCommand, LinkFolder } from '../../testing/link-folder.js';

const header = 'nr,name,born\n';
const good = '2,Leyla Quliyeva,1991-03-04\n';
const bytes = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
const swapped = (content: string): Buffer => Buffer.from(content, 'utf16le').swap16();
const isRoot = process.getuid?.() === 0;

describe('a file that link reads', () => {
  let folder: LinkFolder;
  beforeEach(() => {
    folder = new LinkFolder();
  });
  afterEach(() => folder.remove());

  const ids = (): readonly string[] => folder.rows('clusters.csv').map(({ record_id }) => record_id ?? '');

  it.each([
    ['UTF-8 with a mark', bytes('\uFEFF', header, good)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${header}${good}`, 'utf16le')],
    ['UTF-16, big end first', swapped(`\uFEFF${header}${good}`)],
    ['UTF-16 without a mark, little end first', Buffer.from(header + good, 'utf16le')],
    ['UTF-16 without a mark, big end first', swapped(header + good)],
    ['lines that end as on old Macs', bytes((header + good).replaceAll('\n', '\r'))],
    ['a line that tells Excel the delimiter', bytes('sep=;\n', (header + good).replaceAll(',', ';'))],
    ['a cell with a line separator', bytes(header, '2,Leyla\u2028Quliyeva,1991-03-04')],
  ])('may have %s', (_, content) => {
    const { status, stderr } = folder.run(folder.settings(), folder.write('a.csv', content));
    expect(status, stderr).toBe(0);
    expect(ids()).toEqual(['2']);
  });

  it.each([
    [
      'windows-1251',
      bytes(header, '1,', Buffer.from([0xc0, 0xeb, 0xe8]), ',\n', good),
      'has bytes that are no UTF-8, the first 0xC0 at byte 3',
    ],
    [
      'windows-1254',
      bytes(header, '1,Ay', Buffer.from([0xfe]), 'en,\n', good),
      'has bytes that are no UTF-8, the first 0xFE at byte 5',
    ],
    [
      'a letter lost before',
      bytes(header, '1,Ay\uFFFDen,\n', good),
      'has "\uFFFD" at byte 5, where a former conversion lost a letter',
    ],
    ['a NUL byte', bytes(header, '1,A\0li,\n', good), 'has a NUL byte at byte 4'],
    [
      'a line of more than 1 MiB',
      bytes(header, `1,${'A'.repeat(2_000_000)},\n`, good),
      'has more than 1048576 bytes before its cell of the column "name" ends',
    ],
    [
      'a quotation of more than 1 MiB',
      bytes(header, `1,Ali,"${'A, '.repeat(500_000)}"\n`, good),
      'has more than 1048576 bytes before its cell of the column "born" ends',
    ],
    [
      'a row of a million cells',
      bytes(header, `1,${','.repeat(1_100_000)},\n`, good),
      'has more than 1048576 bytes before its cell number 1048576 ends',
    ],
  ])('is read without a row in which there is %s, which is named, and ends with 65', (_, content, fault) => {
    const { status, stderr } = folder.run(folder.settings(), folder.write('a.csv', content));
    expect(status).toBe(65);
    expect(stderr).toContain(`${folder.at('a.csv')}, line 2: ${fault}; it is left out\n`);
    expect(ids()).toEqual(['2']);
  });

  it.each([
    [
      'one column',
      'nr|name|born\n',
      78,
      ': has the one column "nr|name|born"; there must be commas, semicolons or tabs',
    ],
    ['nothing', '', 65, ': is empty; its first line must name the columns'],
    [
      'a header in windows-1254',
      Buffer.from([0x6e, 0x72, 0x2c, 0xfd, 0x0a]),
      65,
      ': its header, line 1, has bytes that are no UTF-8, the first 0xFD at byte 4; save the file as "CSV UTF-8"',
    ],
    ['a million columns', `${'column,'.repeat(1_000_000)}\n`, 65, ': its header, line 1, has more than 1048576 bytes'],
    [
      'a column twice',
      'nr,name,born,name\n',
      78,
      ': two columns have the name "name", number 2 and number 4; rename one',
    ],
    [
      'a column that is nearly named so',
      'nr,nmae,born\n',
      78,
      ': the column "name" is missing; there are nr, nmae, born; did you mean "nmae"?',
    ],
    ['very many other columns', `nr,${'a,'.repeat(1000)}name\n`, 78, ', a, a…\n'],
    [
      'not one row that can be read',
      Buffer.from('nr,name,born\n1,\xc6li,\n', 'latin1'),
      65,
      ': not one of its rows can be read',
    ],
  ])('is refused with %s, and nothing is written', (_, content, code, fault) => {
    const { status, stderr } = folder.run(folder.settings(), folder.write('a.csv', content));
    expect(status).toBe(code);
    expect(stderr).toContain(fault);
    expect(stderr).not.toContain('    at ');
    expect(folder.names()).toEqual(['a.csv', 'settings.json']);
  });

  it('is refused when it has no end', () => {
    const { status, stderr } = folder.run(folder.settings(), '/dev/zero');
    expect(status).toBe(65);
    expect(stderr).toContain('/dev/zero: its header, line 1, has more than 1048576 bytes');
  });

  it('does not steer the terminal by what stands in it, and gives each row an id of its own', () => {
    const content = `${header}\u001b[31m,Ali,\n\u001b[31m,Vəli,\n1,Leyla,\n1,Aysel,\n1#a.csv:5,Nail,\n1#a.csv:5,Nigar,\n`;
    const { status, stderr } = folder.run(folder.settings(), folder.write('a.csv', content));
    expect(status, stderr).toBe(0);
    expect(stderr).toContain(String.raw`the id "\u001b[31m" is used before`);
    expect(stderr).not.toContain('\u001b');
    expect(new Set(ids()).size).toBe(6);
  });

  it('is refused with 66 when it is a folder or is not there', () => {
    mkdirSync(folder.at('folder'));
    for (const [name, fault] of [
      ['folder', 'illegal operation on a directory (EISDIR)'],
      ['nowhere.csv', 'no such file or directory (ENOENT)'],
    ] as const) {
      const { status, stderr } = folder.run(folder.settings(), folder.at(name));
      expect(status).toBe(66);
      expect(stderr).toContain(`${folder.at(name)}: can't be read: ${fault}\n`);
    }
  });

  it.skipIf(isRoot)('is refused with 66 without the right to read it', () => {
    chmodSync(folder.write('a.csv', header), 0o000);
    const { status, stderr } = folder.run(folder.settings(), folder.at('a.csv'));
    expect(status).toBe(66);
    expect(stderr).toContain("a.csv: can't be read: permission denied (EACCES)\n");
  });

  it('is read when it comes from the standard input or a named pipe', () => {
    folder.write('a.csv', `${header}1,Ali,\n`);
    folder.write('b.csv', `${header}2,Leyla,\n`);
    const args = folder.arguments(folder.settings(), '/dev/stdin', 'pipe');
    const piped = 'mkfifo pipe && (cat b.csv > pipe & cat a.csv | "$0" "$@")';
    const { status, stderr } = spawnSync('/bin/sh', ['-c', piped, process.execPath, linkCommand, ...args], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(folder.rows('clusters.csv').map(({ source, record_id }) => `${source} ${record_id}`)).toEqual([
      'pipe 2',
      'stdin 1',
    ]);
  });

  it('may have cells of any length: those that are too long count as missing, and are named', () => {
    const long = 'A'.repeat(5_000);
    const notes = `nr,name,born,notes\n1,${long},1990-01-02,\n2,Leyla,1991-03-04,${long}\n${long},Vəli,1992-05-06,\n`;
    const { status, stderr } = folder.run(folder.settings(), folder.write('a.csv', notes));
    expect(status, stderr).toBe(0);
    const path = folder.at('a.csv');
    expect(stderr).toContain(`column "name": 1 cell counted as missing: longer than 1000 characters (${path}:2)\n`);
    expect(stderr).toContain(`${path}, line 4: the id is longer than 1000 characters; it becomes "#a.csv:4"\n`);
    expect(readFileSync(folder.at('clusters.csv'), 'utf8')).not.toContain(long);
  });
});
