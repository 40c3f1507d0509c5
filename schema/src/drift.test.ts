import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContract } from './contract.js';
import { findDrift } from './drift.js';
import { contractOf, writeContract } from './generate.js';

const shop = 'type Query {\n  shop: Int\n}\n';

describe('findDrift', () => {
  const fresh = new Map([['supergraph.graphql', 'type A {\n  b: Int\n}\n']]);

  it('finds nothing when the files agree', () => {
    expect(findDrift(fresh, fresh)).toEqual([]);
  });

  it('names the file and the first line that differs', () => {
    const committed = new Map([['supergraph.graphql', 'type A {\n  c: Int\n}\n']]);
    expect(findDrift(committed, fresh)).toEqual([
      'schema/supergraph.graphql is out of date: line 2 says "c: Int", the code says "b: Int".',
    ]);
  });

  it('names missing files and files of subgraphs that are gone', () => {
    expect(findDrift(new Map([['subgraphs/gone.graphql', shop]]), fresh)).toEqual([
      'schema/supergraph.graphql is missing.',
      'schema/subgraphs/gone.graphql belongs to no subgraph.',
    ]);
  });
});

describe('writeContract', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'birlik-contract-'));
  });
  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  it('writes what a later check reads back without drift, and removes stale snapshots', async () => {
    await mkdir(join(root, 'schema', 'subgraphs'), { recursive: true });
    await writeFile(join(root, 'schema', 'subgraphs', 'gone.graphql'), shop);
    const files = contractOf(new Map([['shop', shop]]));
    await writeContract(root, files);
    expect(await readdir(join(root, 'schema', 'subgraphs'))).toEqual(['shop.graphql']);
    expect(findDrift(await readContract(root), files)).toEqual([]);
  });

  it('finds no contract where none was written', async () => {
    expect((await readContract(root)).size).toBe(0);
  });
});

describe('contractOf', () => {
  it('throws every reason when the subgraphs do not compose', () => {
    expect(() => contractOf(new Map([['shop', 'type Query { shop: Shop }']]))).toThrow(
      /^The subgraphs do not compose\.\nshop: .*"?Shop"?/,
    );
  });
});
