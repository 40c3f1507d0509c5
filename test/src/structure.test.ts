import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { discoverSubgraphs } from '@birlik/schema/contract';
import { describe, expect, it } from 'vitest';
import { copiesBetweenOwners } from './checks/copied-lines.js';
import { nameFault } from './checks/file-names.js';
import { deviations, filesBelow, outline } from './checks/outline.js';
import { silentOperations } from './checks/permissions.js';
import { testFaults } from './checks/test-text.js';

const root = resolve(import.meta.dirname, '..', '..');
const members = await discoverSubgraphs(root);
const packages = [
  'gateway',
  'infra',
  'schema',
  'test',
  'messages',
  ...['_kernel', '_trust', '_linkage', '_matching', ...members].map((name) => `subgraphs/${name}`),
];

/** A run this long is logic; shorter ones are the words that two honest tables share. */
const shortestCopy = 10;

async function textOf(...path: readonly string[]): Promise<string> {
  return readFile(join(root, ...path), 'utf8');
}

/** The engines of record linkage and of matching are packages that one member each needs. */
const withoutEngines = (text: string) =>
  text.replaceAll(/\s/g, '').replace(/\{"path":"..\/..\/subgraphs\/_(linkage|matching)"\},/, '');

describe('the member subgraphs', () => {
  it('are the seven of the federation, at least', () => {
    const founders = ['alumni', 'asan-school', 'center', 'creative', 'registry', 'union', 'university'];
    expect(founders.filter((name) => !members.includes(name))).toEqual([]);
  });

  it.each(members)('give %s the outline of all', async (name) => {
    expect(await deviations(root, name)).toEqual([]);
  });

  it.each(['tsconfig.json'])('have the same %s but for their names', async (file) => {
    const texts = await Promise.all(
      members.map(async (name) => withoutEngines(await textOf('subgraphs', name, file)).replaceAll(name, '<name>')),
    );
    const odd = members.filter((_, index) => texts[index] !== texts[0]);
    expect(odd, `${file} differs from that of ${members[0]}`).toEqual([]);
  });

  it.each(members.filter((name) => name !== 'registry'))(
    'say of every operation of %s who may run it',
    async (name) => {
      const folder = join(root, 'subgraphs', name);
      const resolvers = (await filesBelow(folder)).filter((file) => file.endsWith('.resolver.ts'));
      const silent = await Promise.all(
        resolvers.map(async (file) => silentOperations(await textOf('subgraphs', name, file))),
      );
      expect(resolvers).not.toEqual([]);
      expect(silent.flat()).toEqual([]);
    },
  );

  it('share no copied logic', async () => {
    const sources = new Map<string, string>();
    const shared: readonly string[] = outline.files;
    for (const name of members) {
      const files = (await filesBelow(join(root, 'subgraphs', name))).filter(
        (file) => /^(src|seeds)\/.*\.ts$/.test(file) && !file.endsWith('.test.ts') && !shared.includes(file),
      );
      for (const file of files) sources.set(`${name}/${file}`, await textOf('subgraphs', name, file));
    }
    expect(copiesBetweenOwners(sources, shortestCopy)).toEqual([]);
  });
});

describe('tests', () => {
  it.each(packages)('of %s name columns and ask through the test client', async (folder) => {
    const files = (await filesBelow(join(root, folder))).filter((file) =>
      /\.test\.ts(\.template)?$|(^|\/)(testing|testkit|security|federation)\/.*\.ts$/.test(file),
    );
    const faults = await Promise.all(
      files
        .filter((file) => !file.endsWith('test-text.test.ts'))
        .map(async (file) => testFaults(await textOf(folder, file)).map((fault) => `${folder}/${file}:${fault}`)),
    );
    expect(faults.flat()).toEqual([]);
  });
});

describe('source files', () => {
  it.each(packages)('of %s have names that say what is inside', async (folder) => {
    const sources = (await filesBelow(join(root, folder))).filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file));
    expect(sources.map(nameFault).filter((fault) => fault !== null)).toEqual([]);
  });
});
