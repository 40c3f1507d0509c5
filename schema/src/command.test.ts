import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from './command.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'birlik-command-'));
  await mkdir(join(root, 'schema'));
  await writeFile(join(root, 'schema', 'CHANGELOG.md'), '# Changelog\n');
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

async function build(name: string, sdl: string): Promise<void> {
  const main = join(root, 'subgraphs', name, 'dist', 'src', 'member.js');
  await mkdir(dirname(main), { recursive: true });
  await writeFile(main, `console.log(${JSON.stringify(sdl)});`);
}

it('generates the contract of all subgraphs, after which the check passes', async () => {
  await build('shop', 'type Query { "The tax." tax: Int }');
  await build('town', 'type Query { "The mayor." mayor: String }');
  expect(await runCommand(root, 'generate')).toEqual({
    exitCode: 0,
    lines: ['Wrote schema/supergraph.graphql from 2 subgraphs.'],
  });
  expect(await readFile(join(root, 'schema', 'supergraph.graphql'), 'utf8')).toContain('mayor: String');

  const { exitCode, lines } = await runCommand(root, 'check');
  expect(lines.filter((line) => !line.startsWith('     '))).toEqual([
    'ok   rules',
    'ok   composition',
    'ok   drift',
    'ok   breaking changes',
  ]);
  expect(exitCode).toBe(0);
});

it('fails the check, and says where, when the code has moved on', async () => {
  await build('shop', 'type Query { "The tax." tax: Int }');
  await runCommand(root, 'generate');
  await build('shop', 'type Query { "The tax." tax: Int vat: Int }');
  const { exitCode, lines } = await runCommand(root, 'check');
  expect(exitCode).toBe(1);
  expect(lines).toEqual(
    expect.arrayContaining([
      'FAIL rules',
      '     shop: DESCRIPTION_MISSING: Query.vat has no description.',
      'FAIL drift',
      '     Run `npm run gen` and commit what it writes.',
    ]),
  );
});

it('leaves the contract alone when the subgraphs do not compose', async () => {
  await build('shop', 'type Query { tax: Int }');
  await runCommand(root, 'generate');
  const before = await readFile(join(root, 'schema', 'supergraph.graphql'), 'utf8');
  await build('shop', 'type Query { tax: Tax }');
  await expect(runCommand(root, 'generate')).rejects.toThrow('The subgraphs do not compose.');
  expect(await readFile(join(root, 'schema', 'supergraph.graphql'), 'utf8')).toBe(before);
});

it('explains itself when it is asked for anything else', async () => {
  expect(await runCommand(root, 'publish')).toEqual({
    exitCode: 1,
    lines: ['Usage: node schema/dist/main.js generate | check'],
  });
});
