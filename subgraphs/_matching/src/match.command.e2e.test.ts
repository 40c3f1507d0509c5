import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roundProblem } from '../testing/random-problems.js';

const command = fileURLToPath(new URL('../dist/match.command.js', import.meta.url));
const known = fileURLToPath(new URL('../data/assign100.txt', import.meta.url));
const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });

describe('the command match', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'birlik-match-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('prints how many are matched, the total and the time', () => {
    const { status, stdout } = run(known);
    expect(stdout).toMatch(/^matched 100\ntotal 305\nseconds \d+\.\d{3}\n$/u);
    expect(status).toBe(0);
  });

  it('prints the pairs when they are asked for', () => {
    const { stdout } = run(write('small.txt', '2\n1 9\n9 0\n'), '--pairs');
    expect(stdout).toMatch(/^1 1 1\n2 2 0\nmatched 2\ntotal 1\n/u);
  });

  it.each([
    [[], 0, /^Usage: /u, /^$/u],
    [['--help'], 0, /^Usage: /u, /^$/u],
    [['--odd'], 64, /^$/u, /^Unknown option '--odd'/u],
    [['one', 'two'], 64, /^$/u, /^One file is needed\./u],
    [['nowhere.txt'], 66, /^$/u, /^nowhere\.txt can’t be read: ENOENT\n$/u],
  ])('of %j says what is wrong, or how it is used', (args, code, out, error) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(code);
    expect(stdout).toMatch(out);
    expect(stderr).toMatch(error);
  });

  it.each([
    ['2\n1 x\n', '"x" of line 2 is no integer.\n'],
    ['2\n1 1 5\n1 1 6\n', 'CANDIDATE_TWICE: 000000001, 000000001\n'],
  ])('refuses the file %j', (text, message) => {
    const { status, stderr, stdout } = run(write('odd.txt', text));
    expect({ status, stderr, stdout }).toEqual({ status: 65, stderr: message, stdout: '' });
  });
});

describe('the thread that matches', () => {
  const problem = roundProblem('worker', { mentees: 1000, mentors: 300, candidates: 20, capacity: 3 });

  it('gives what is given without it, says how far it is, and hands on a refusal', async () => {
    const { solveInWorker } = await import('../dist/worker/solve-in-worker.js');
    const { solveMatching } = await import('./matching/solve-matching.js');
    const told: number[] = [];
    const matching = await solveInWorker(problem, { withNextBest: true, onProgress: (done) => told.push(done) });
    expect(matching).toEqual(solveMatching(problem, { withNextBest: true }));
    expect(told.at(-1)).toBe(1000);
    const locks = [{ menteeId: 'e0', mentorId: 'nobody' }];
    await expect(solveInWorker({ ...problem, locks })).rejects.toMatchObject({ code: 'LOCK_WITHOUT_CANDIDATE' });
  });

  it('ends when it is aborted', async () => {
    const { solveInWorker } = await import('../dist/worker/solve-in-worker.js');
    const stop = new AbortController();
    const reason = new Error('no longer wanted');
    const matching = solveInWorker(problem, { signal: stop.signal, onProgress: () => stop.abort(reason) });
    await expect(matching).rejects.toBe(reason);
    await expect(solveInWorker(problem, { signal: stop.signal })).rejects.toBe(reason);
  });
});
