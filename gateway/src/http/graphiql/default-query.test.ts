import { buildSchema, validate, parse } from 'graphql';
import { expect, test } from 'vitest';
import { defaultQuery } from './default-query.js';

test.each([
  [
    'plain values of the first object',
    'type Query { a: Int, b: B } type B { x: Int y: Int z: Int w: Int }',
    'b{x y z}',
  ],
  [
    'those of the nodes of a connection',
    'type Query { bs(first: Int): C } type C { edges: [E] nodes: [B] } type E { node: B } type B { x: Int }',
    'bs{nodes{x}}',
  ],
  ['nothing that needs an argument', 'type Query { b(id: ID!): B c: B } type B { x(n: Int!): Int y: Int }', 'c{y}'],
  ['nothing that is deprecated', 'type Query { b: B @deprecated c: B } type B { x: Int }', 'c{x}'],
  [
    'the type alone when there is nothing else',
    'type Query { a: Int, u: U } union U = B type B { x: Int }',
    '__typename',
  ],
  ['the type alone when objects lead to themselves', 'type Query { b: B } type B { b: B }', '__typename'],
])('the query for the start asks for %s', (_what, sdl, expected) => {
  const schema = buildSchema(sdl);
  const query = defaultQuery(schema);
  expect(validate(schema, parse(query))).toEqual([]);
  expect(query.replaceAll(/^#.*$/gm, '').replaceAll(/\s+/g, ' ').trim()).toBe(
    `{ ${expected.replaceAll('{', ' { ').replaceAll('}', ' }')} }`,
  );
});
