import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { nameSharesFile } from './text/name-shares.js';

const command = fileURLToPath(new URL('../dist/names.command.js', import.meta.url));

describe('the command link:names', () => {
  let folder: string;
  let out: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'birlik-names-'));
    out = join(folder, 'shares.csv');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (...args: readonly string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  const list = (text: string): string => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, text);
    return path;
  };

  it('gives the shares that are in use, to the letter', () => {
    const { status, stderr } = run(`--out=${out}`);
    expect(status, stderr).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(nameSharesFile, 'utf8'));
  });

  it('counts the names of a list, all spellings of one together', () => {
    const path = list(
      'name,count,kind\nQəmbərli,10000,family-name\nГамбарли,10000,family-name\nZümrüd,500,given-name\n',
    );
    const { status, stderr } = run(`--out=${out}`, `--in=${path}`);
    expect(status, stderr).toBe(0);
    const lines: { kind: string; name: string; share: string }[] = parse(readFileSync(out), { columns: true });
    expect(lines.find(({ name }) => name === 'Qəmbərli')?.share).toBe('0.5');
    expect(lines.some(({ name }) => name === 'Гамбарли')).toBe(false);
  });

  it('says what is wrong with a list, and writes nothing', () => {
    expect(run(`--out=${out}`, `--in=${list('name,people\nƏliyev,3\n')}`)).toMatchObject({
      status: 65,
      stderr: expect.stringContaining('there is no column "count"'),
    });
    const wrong = list('name,count,kind\nƏliyev,many,family-name\nƏli,3,first\n');
    const { status, stderr } = run(`--out=${out}`, `--in=${wrong}`);
    expect(status).toBe(65);
    expect(stderr).toContain('the count of name 1 is no whole number: "many"');
    expect(stderr).toContain('the kind of name 2 is none of given-name, family-name, patronymic: "first"');
    expect(run(`--out=${out}`, `--in=${join(folder, 'none.csv')}`).status).toBe(66);
    expect(run().status).toBe(64);
    expect(existsSync(out)).toBe(false);
  });
});
