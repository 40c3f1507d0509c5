import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '@birlik/test-client';
import { compose } from '../testing/compose.js';
import { startSubgraph, type SubgraphServer } from '../testing/subgraph-server.js';

const EXAMPLE = fileURLToPath(new URL('./embed.ts', import.meta.url));

let folder: string;
let subgraph: SubgraphServer;
let program: ChildProcess;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-embed-'));
  subgraph = await startSubgraph({
    name: 'one',
    typeDefs: 'type Query { id: ID hello: String secret: String @requiresScopes(scopes: [["read"]]) }',
    resolvers: { Query: { id: () => 'plain-id', hello: () => 'world', secret: () => 'shown' } },
  });
  const supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, compose([subgraph]));
  program = spawn(process.execPath, [EXAMPLE, supergraph, '{"k-1":"aysel"}'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: program.stdout as NodeJS.ReadableStream })) {
    if (line.startsWith('http')) {
      url = line;
      break;
    }
  }
});
afterAll(async () => {
  program.kill('SIGTERM');
  await once(program, 'exit');
  await subgraph.stop();
  await rm(folder, { recursive: true });
});

test('a program that embeds it serves a federation with its own way to know viewers, and nothing of Birlik', async () => {
  const query = '{ id hello secret }';
  const [nobody, aysel, stranger] = await Promise.all(
    [{}, { 'x-api-key': 'k-1' }, { 'x-api-key': 'k-2' }].map((headers) => ask(url, query, { headers })),
  );
  expect(nobody).toMatchObject({
    data: { id: 'plain-id', hello: 'world', secret: null },
    errors: [{ path: ['secret'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
  });
  expect(aysel).toMatchObject({ data: { id: 'plain-id', hello: 'world', secret: 'shown' }, errors: undefined });
  expect(stranger).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(subgraph.received.map(({ headers }) => headers['x-viewer'])).toContain('aysel');
  expect(subgraph.received.filter(({ headers }) => 'birlik-assertion' in headers)).toEqual([]);
});
