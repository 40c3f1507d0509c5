import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { LinkFolder } from '../testing/link-folder.js';

const data = fileURLToPath(new URL('../data/', import.meta.url));

describe('the command link', () => {
  let folder: LinkFolder;
  beforeEach(() => {
    folder = new LinkFolder();
  });
  afterEach(() => folder.remove());

  const at = (name: string): string => folder.at(name);
  const write = (name: string, text: string): string => folder.write(name, text);
  const run = (settings: string, ...inputs: readonly string[]) => folder.run(settings, ...inputs);
  const rows = (name: string) => folder.rows(name);
  const settings = (): string => folder.settings();

  it('runs the example of the documentation, with nothing on the standard output', () => {
    const { status, stdout, stderr } = run(join(data, 'fake_1000.settings.yaml'), join(data, 'fake_1000.csv'));
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
    expect(rows('clusters.csv')).toHaveLength(1000);
    const [pair] = rows('pairs.csv');
    const fields = ['first_name', 'surname', 'dob', 'city', 'email'];
    expect(Object.keys(pair ?? {}).join()).toBe(
      `left_source,left_id,right_source,right_id,weight,probability,band,${fields
        .map((name) => `${name}_level,${name}_weight`)
        .join()}`,
    );
    expect(pair?.['band']).toMatch(/^(auto|review)$/);
  });

  it('reads marks, quotes, semicolons and any line ends, and loses no row that is not as it should be', () => {
    const first = write('first.csv', '\uFEFFnr;name;born\r\n1;"Quliyev; ""Əli""";1990-01-02\r\n;Leyla;1991-01-01\r\n');
    const second = write('second.csv', 'nr,name,born\n1,Əli Quliyev,1990-01-02\n2,Ruslan\n2,Aysel,1970-05-05,x\n');
    const { status, stderr } = run(settings(), first, second);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('first.csv, line 3: the id is missing');
    expect(stderr).toContain('second.csv, line 3: 2 cells instead of 3');
    expect(stderr).toContain('second.csv, line 4: the id "2" is used before');
    expect(rows('clusters.csv').map(({ source, record_id }) => `${source} ${record_id}`)).toEqual([
      'first.csv #first.csv:3',
      'first.csv 1',
      'second.csv 1',
      'second.csv 2',
      'second.csv 2#second.csv:4',
    ]);
  });

  it('refuses a missing column with 78 and writes nothing', () => {
    const { status, stderr } = run(settings(), write('a.csv', 'nr,name\n1,Ali\n'));
    expect(status).toBe(78);
    expect(stderr).toContain('the column "born" is missing; there are nr, name');
    expect(existsSync(at('pairs.csv')) || existsSync(at('clusters.csv'))).toBe(false);
  });

  it('refuses settings with 78 and names all of their faults', () => {
    const { status, stderr } = run(
      write('bad.yaml', 'fields: {name: nickname}\ncolour: red\n'),
      write('a.csv', 'nr\n'),
    );
    expect(status).toBe(78);
    expect(stderr).toMatch(/id is missing[^]*fields\.name: [^]*"colour" is not a setting/);
  });

  it('names a line whose quotation is never closed or swallows others, reads those after it, and ends with 65', () => {
    const { status, stderr } = run(
      settings(),
      write('open.csv', 'nr,name,born\n1,"Ali,1990-01-01\n2,Vəli,1991-01-01\n\n3,"Leyla\nQuliyeva",1992-01-01\n'),
      write(
        'closed.csv',
        'nr,name,born\r\n1,"Ali,1990-01-01\r\n2,Vəli,1991-01-01\r\n3,"Aysel",1970-05-05\r\n4,Nail,1970-05-05',
      ),
    );
    expect(status).toBe(65);
    expect(stderr).toContain('open.csv, line 2: has a quotation mark that is not closed; it is left out');
    expect(stderr).toContain('closed.csv, line 2: has a quotation mark that is not closed; it is left out');
    expect(stderr).toContain('The result is without 2 rows that could not be read.');
    expect(rows('clusters.csv').map(({ source, record_id }) => `${source} ${record_id}`)).toEqual([
      'closed.csv 2',
      'closed.csv 3',
      'closed.csv 4',
      'open.csv 2',
      'open.csv 3',
    ]);
  });

  it('reads a file in which each line has such a quotation in a time that grows with its lines', () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `${at},"Ali,1990-01-01`);
    const { status, stderr } = run(settings(), write('a.csv', `nr,name,born\n${lines.join('\n')}\n`));
    expect(status).toBe(65);
    expect(stderr).toContain('a.csv, line 21: has a quotation mark');
    expect(stderr).toContain('… and 4980 more rows that are left out');
  });

  it('names lines with bytes that are no UTF-8, which would be compared as letters, and reads the others', () => {
    writeFileSync(at('a.csv'), Buffer.from('nr,name,born\n1,\xc6li,1990-01-01\n2,Vali,1991-01-01\n', 'latin1'));
    const { status, stderr } = run(settings(), at('a.csv'));
    expect(status).toBe(65);
    expect(stderr).toContain('a.csv, line 2: has bytes that are no UTF-8, the first 0xC6 at byte 3; it is left out');
    expect(rows('clusters.csv').map(({ record_id }) => record_id)).toEqual(['2']);
  });

  it('refuses a file whose header is broken or no UTF-8, and writes nothing', () => {
    writeFileSync(at('a.csv'), Buffer.from('nr,name,b\xf6rn\n1,Ali,1990-01-01\n', 'latin1'));
    expect(run(settings(), at('a.csv'))).toMatchObject({
      status: 65,
      stderr: expect.stringContaining('has bytes that are no UTF-8, the first 0xF6 at byte 10') as string,
    });
    expect(run(settings(), write('b.csv', 'nr,"name,born\n1,Ali,1990-01-01\n')).status).toBe(65);
    expect(existsSync(at('pairs.csv'))).toBe(false);
  });

  it('lists the compared pairs where asked to, and finds a word in another alphabet by its likeness alone', () => {
    write('names.json', '{"id":"nr","fields":{"name":"family-name"},"uniqueSources":true}');
    const latin = write('latin.csv', 'nr,name\n1,Hüseynov\n2,Petrov\n');
    const cyrillic = write('cyrillic.csv', 'nr,name\n"a,b",Гусейнов\nc,Сидоров\n');
    const { status, stderr } = run(at('names.json'), latin, cyrillic, `--candidates=${at('candidates.csv')}`);
    expect(status, stderr).toBe(0);
    expect(rows('candidates.csv')).toEqual([
      { left_source: 'cyrillic.csv', left_id: 'a,b', right_source: 'latin.csv', right_id: '1' },
    ]);
  });

  it('takes a file of one record, and one of nothing but a header', () => {
    expect(run(settings(), write('a.csv', 'nr,name,born\n1,Ali,1990-01-01\n')).status).toBe(0);
    expect(rows('clusters.csv')).toHaveLength(1);
    expect(run(settings(), write('b.csv', 'nr,name,born\n')).status).toBe(0);
    expect(rows('clusters.csv')).toEqual([]);
  });

  it('says how it is used on the standard output when asked, and when it is given nothing', () => {
    for (const args of [[], ['-h'], ['--help'], ['--in=a.csv', '--help']]) {
      const { status, stdout, stderr } = folder.runWith(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: npm run -s link -- --settings FILE/);
    }
  });

  it.each([
    [['--in=a.csv', '--pairs=p.csv', '--clusters=c.csv'], '--settings is missing.'],
    [['--settings=s.json', '--pairs=p.csv', '--clusters=c.csv'], '--in is missing.'],
    [['--settings=s.json', '--in=a.csv', '--pairs=p.csv', '--pairs=q.csv'], '--pairs is given twice.'],
    [['--settings=s.json', '--in=a.csv', '--pairs=', '--clusters=c.csv'], 'A file has no name.'],
    [['--settings=s.json', '--in', 'a.csv', 'b.csv'], "Unexpected argument 'b.csv'"],
    [['--colour=red'], "Unknown option '--colour'"],
  ])('refuses %j with 64 and the usage', (args, fault) => {
    const { status, stdout, stderr } = folder.runWith(args);
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
    expect(stderr.startsWith(fault)).toBe(true);
    expect(stderr).toContain('\nUsage: npm run -s link');
  });

  it.each([
    ['id: nr\nfields: {name: full-name\n', ', line 2, column 25: is neither YAML nor JSON: Flow map'],
    ['id: nr\nid: nr\n', ', line 2, column 1: is neither YAML nor JSON: Map keys must be unique'],
    ['id: nr\n---\nid: nr\n', ', line 2, column 1: is neither YAML nor JSON: a second document begins'],
    ['id: *nr\n', ': is neither YAML nor JSON: Unresolved alias'],
    ['['.repeat(5000), ', line 1, column '],
    [
      Buffer.from('id: n\xf6r\n', 'latin1'),
      ', line 1: has bytes that are no UTF-8, the first 0xF6 at byte 6; settings are ',
    ],
  ])('says with one sentence where the settings %j are no YAML', (content, fault) => {
    const { status, stderr } = run(folder.write('bad.yaml', content), write('a.csv', 'nr\n'));
    expect(status).toBe(78);
    expect(stderr.startsWith(`${at('bad.yaml')}${fault}`), stderr).toBe(true);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it('says of records and sources in the settings that there are none', () => {
    const notTheSame = [
      [
        { source: 'a.csv', id: '1' },
        { source: 'a.csv', id: '7' },
      ],
    ];
    const given = folder.settings({ notTheSame, uniqueSources: ['a.csv', 'b.csv'] });
    const { status, stderr } = run(given, write('a.csv', 'nr,name,born\n1,Ali,1990-01-01\n'));
    expect(status).toBe(0);
    expect(stderr.match(/^(uniqueSources|notTheSame): .*$/gm)).toEqual([
      'uniqueSources: no record is of the source "b.csv"',
      'notTheSame: there is no record "7" of the source "a.csv"',
    ]);
  });

  it('counts by column what is no value, says where the first ones stand, and compares the others', () => {
    const given = folder.settings({ dates: { to: '2026-01-01' } });
    const lines = ['1,-,2090-05-05', '2,yoxdur,1990-01-01', '3,Əli Quliyev,31.02.1990', '4,Leyla Quliyeva,1800-01-01'];
    const { status, stderr } = run(given, write('a.csv', `nr,name,born\n${lines.join('\n')}\n`));
    expect(status).toBe(0);
    expect(stderr.match(/^(column|Dates) .*$/gm)).toEqual([
      `column "name": 2 cells counted as missing: a word or sign that says nothing (${at('a.csv')}:2, ${at('a.csv')}:3)`,
      `column "born": 1 cell counted as missing: a date after 2026-01-01 (${at('a.csv')}:2)`,
      `column "born": 1 cell compared all the same: a day that no calendar has (${at('a.csv')}:4)`,
      `column "born": 1 cell compared all the same: a date before 1900 (${at('a.csv')}:5)`,
      'Dates after 2026-01-01 count as missing; `dates` of the settings has the bounds.',
    ]);
  });
});
