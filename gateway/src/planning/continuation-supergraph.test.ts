import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { continuationSupergraph } from './continuation-supergraph.js';

const HEAD = `
  enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
  type Query @join__type(graph: A) { t: T }
`;

function extended(types: string) {
  return continuationSupergraph(parse(HEAD + types));
}

test('an entity without needs, or without a key of plain fields, gets no continuation', () => {
  expect(extended('type T @join__type(graph: A, key: "id") { id: ID! a: Int }')).toBeNull();
  expect(
    extended('type T @join__type(graph: A, key: "o { id }") { o: O a: Int @join__field(graph: A, requires: "b") }'),
  ).toBeNull();
  expect(
    extended(
      'type T @join__type(graph: A, key: "id", resolvable: false) { a: Int @join__field(graph: A, requires: "b") }',
    ),
  ).toBeNull();
});

test('each key of a subgraph with needs has a subgraph of its own, which knows the key and nothing else', () => {
  const result = extended(`
    type T @join__type(graph: A, key: "id") @join__type(graph: A, key: "x, y") @join__type(graph: B, key: "id") @join__type(graph: B, key: "z") {
      id: ID!
      x: Int @join__field(graph: A)
      y: Int @join__field(graph: A)
      z: Int @join__field(graph: B)
      n: Int @join__field(graph: A, external: true) @join__field(graph: B)
      a: Int @join__field(graph: A, requires: "n")
    }
  `);
  const lines = result?.sdl.split('\n').map((line) => line.trim());
  expect([...(result?.services ?? [])]).toEqual(['_continue_by_key_0', '_continue_by_key_1']);
  expect(lines).toContain(
    '_continue: T @join__field(graph: _continue_by_key_0) @join__field(graph: _continue_by_key_1)',
  );
  expect(lines).toContain(
    'id: ID! @join__field(graph: A) @join__field(graph: B) @join__field(graph: _continue_by_key_0)',
  );
  expect(lines).toContain('x: Int @join__field(graph: A) @join__field(graph: _continue_by_key_1)');
  expect(lines).toContain('n: Int @join__field(graph: A, external: true) @join__field(graph: B)');
  expect(result?.requiresFields).toEqual(new Map([['T', new Set(['a'])]]));
  expect(result?.coFetchedFields).toEqual(new Map([['T', new Set(['z'])]]));
});

test('the added field never takes the name of one that is there', () => {
  const sdl =
    'type T @join__type(graph: A, key: "id") { id: ID! _continue: Int a: Int @join__field(graph: A, requires: "b") }';
  expect(extended(sdl)?.field).toBe('__continue');
});
