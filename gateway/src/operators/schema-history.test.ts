import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { compose } from '../../testing/compose.js';
import { loadSupergraph, parseSupergraph } from '../supergraph/supergraph.js';
import { OPERATORS_SDL } from './operators-part.sdl.js';
import { SchemaHistory } from './schema-history.js';

const generation = (fields: string, hash: string) => {
  const sdl = compose([{ name: 'one', url: 'http://127.0.0.1:1', typeDefs: `type Query { ${fields} }` }]);
  return { hash, supergraph: loadSupergraph(parseSupergraph(sdl), 1_000) };
};

test('the oldest are forgotten, and long reasons are cut', async () => {
  const history = new SchemaHistory();
  const many = (prefix: string) => Array.from({ length: 60 }, (_, index) => `${prefix}${index}: Int`).join(' ');
  history.served(generation(many('a'), 'first'));
  history.served(generation(`${many('b')}`, 'second'));
  for (let index = 0; index < 40; index++) history.refused(`reason ${index} ${'x'.repeat(5_000)}`);
  history.served(generation(`${many('b')} c: Int`, 'third'));
  const entries = await history.entries();
  expect(entries).toHaveLength(30);
  expect(entries[0]).toMatchObject({ hash: 'third', outcome: 'SERVED', breaking: 0, safe: 1 });
  expect(entries[1]?.reason?.startsWith('reason 39 ')).toBe(true);
  expect(entries[1]?.reason?.length).toBeLessThanOrEqual(2_000);
});

test('of many changes the gravest are listed and all are counted', async () => {
  const history = new SchemaHistory();
  const many = (prefix: string) => Array.from({ length: 60 }, (_, index) => `${prefix}${index}: Int`).join(' ');
  history.served(generation(many('a'), 'first'));
  history.served(generation(many('b'), 'second'));
  const [last] = await history.entries();
  expect(last).toMatchObject({ breaking: 60, safe: 60 });
  expect(last?.changes).toHaveLength(50);
  expect(last?.changes.every(({ gravity }) => gravity === 'BREAKING')).toBe(true);
});

test('a member has a version for as long as it adds the same to the graph', () => {
  const history = new SchemaHistory();
  history.served(generation('a: Int b(x: Int): Int', 'first'));
  const first = history.versionOf('one');
  history.served(generation('b(x: Int): Int a: Int', 'second'));
  expect(history.versionOf('one')).toEqual(first);
  history.served(generation('a: Int b(x: Int!): Int', 'third'));
  expect(history.versionOf('one')?.hash).not.toBe(first?.hash);
  expect(history.versionOf('two')).toBeNull();
});

test('what the portal is checked against is what the gateway adds', async () => {
  const file = join(import.meta.dirname, '..', '..', 'portal', 'gateway.graphql');
  expect(print(parse(await readFile(file, 'utf8')))).toBe(print(parse(OPERATORS_SDL)));
});
