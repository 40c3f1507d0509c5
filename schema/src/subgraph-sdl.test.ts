import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { discoverSubgraphs } from './contract.js';
import { readSubgraphSdl } from './subgraph-sdl.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'birlik-subgraphs-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

async function addSubgraph(name: string, program: string): Promise<void> {
  const main = join(root, 'subgraphs', name, 'dist', 'src', 'member.js');
  await mkdir(dirname(main), { recursive: true });
  await writeFile(main, program);
}

it('discovers member subgraphs in order and leaves the kernel out', async () => {
  await Promise.all(['union', 'asan-school', '_kernel'].map(async (name) => addSubgraph(name, '')));
  expect(await discoverSubgraphs(root)).toEqual(['asan-school', 'union']);
});

it('prints the answer of each subgraph in one canonical order', async () => {
  await addSubgraph('shop', 'if (process.argv[2] === "sdl") console.log("type Query { b: Int a: Int }");');
  expect([...(await readSubgraphSdl(root))]).toEqual([['shop', 'type Query {\n  a: Int\n  b: Int\n}\n']]);
});

it('runs subgraphs without any environment', async () => {
  await addSubgraph('shop', 'console.log(`type Query { ${process.env.PATH === undefined ? "bare" : "full"}: Int }`);');
  expect((await readSubgraphSdl(root)).get('shop')).toContain('bare');
});

it('names every subgraph that cannot answer, with the reason', async () => {
  await mkdir(join(root, 'subgraphs', 'unbuilt'), { recursive: true });
  await addSubgraph('broken', 'throw new Error("no schema today");');
  await addSubgraph('fine', 'console.log("type Query { a: Int }");');
  const failure = await readSubgraphSdl(root).catch((error: unknown) => String(error));
  expect(failure).toMatch(/broken: [^]*no schema today[^]*unbuilt: it has not been built; run `npm run build` first\./);
  expect(failure).not.toContain('fine:');
});
