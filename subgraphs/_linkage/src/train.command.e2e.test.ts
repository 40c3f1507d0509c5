import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { personModel, personModelFile, readPersonModel } from './person/person-model.js';

const command = fileURLToPath(new URL('../dist/train.command.js', import.meta.url));

describe('the command link:train', () => {
  let out: string;
  beforeEach(() => {
    out = join(mkdtempSync(join(tmpdir(), 'birlik-train-')), 'model.json');
  });
  afterEach(() => rmSync(join(out, '..'), { recursive: true }));

  const train = (...args: readonly string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });

  it('gives the model that is in use, to the letter', () => {
    const { status, stdout, stderr } = train(`--version=${personModel.version}`, `--out=${out}`);
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(personModelFile, 'utf8'));
  });

  it('learns something else from other people, in a form that can be used', () => {
    const { status, stderr } = train('--version=7', `--out=${out}`, '--people=500', '--seed=others');
    expect(status, stderr).toBe(0);
    const model = readPersonModel(JSON.parse(readFileSync(out, 'utf8')));
    expect(model.version).toBe(7);
    expect(model.comparisons.givenName.matchWeights).not.toEqual(personModel.comparisons.givenName.matchWeights);
    expect(model.comparisons.givenName.matchWeights.get('equal')).toBeGreaterThan(0);
  });

  it('tells the usage for a missing argument and for people that are no number, and writes nothing', () => {
    expect(train(`--out=${out}`)).toMatchObject({ status: 64, stdout: '' });
    expect(train('--version=1', `--out=${out}`, '--people=many').stderr).toContain(
      '--people is no positive whole number',
    );
    expect(existsSync(out)).toBe(false);
  });

  it('tells the code for a file that can’t be written', () => {
    expect(train('--version=1', '--people=50', `--out=${join(out, 'nowhere', 'model.json')}`).status).toBe(73);
  });
});
