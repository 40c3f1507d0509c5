import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from '@birlik/test-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stack, startStack } from './stack.js';
import { discoverLayout } from './layout.js';

const stub = fileURLToPath(new URL('./fixture/stub.ts', import.meta.url));
const oldDescription = 'One decision on one category of the viewer’s own data: who asked, and what came of it.';
const newDescription = 'A description that a new version of the graph has.';

let stateDir: string;
let supergraph: string;
let stack: Stack;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'birlik-stack-'));
  supergraph = join(stateDir, 'supergraph.graphql');
  const layout = discoverLayout();
  await writeFile(supergraph, await readFile(layout.gateway.supergraph, 'utf8'));
  stack = await startStack({
    stateDir,
    port: 0,
    layout: {
      ...layout,
      subgraphs: ['registry', 'union'].map((name) => ({ name, module: stub })),
      gateway: { ...layout.gateway, supergraph },
    },
  });
});

afterAll(async () => {
  await stack.shutdown();
  await rm(stateDir, { recursive: true, force: true });
});

/** Replaces the file as a whole, as `npm run gen` followed by a checkout would. */
async function replaceSupergraph(text: string): Promise<void> {
  await writeFile(`${supergraph}.new`, text);
  await rename(`${supergraph}.new`, supergraph);
}

async function description(): Promise<string | undefined> {
  const { data } = await ask<{ __type: { description: string } }>(
    `${stack.gatewayUrl}/graphql`,
    '{ __type(name: "AccessLogEntry") { description } }',
  );
  return data?.__type.description;
}

test('the gateway of a stack serves a changed supergraph without a restart, and the last good one after a broken one', async () => {
  const pid = stack.pid('gateway');
  expect(await description()).toBe(oldDescription);
  const text = await readFile(supergraph, 'utf8');
  await replaceSupergraph(text.replace(oldDescription, newDescription));
  await expect.poll(description).toBe(newDescription);
  expect(stack.pid('gateway')).toBe(pid);

  await stack.stop('gateway');
  await replaceSupergraph('type {');
  await stack.start('gateway');
  expect(await description()).toBe(newDescription);
  const ready = await fetch(`${stack.gatewayUrl}/health/ready`);
  expect(await ready.json()).toEqual({ status: 'ok', supergraph: 'last-good' });
});
