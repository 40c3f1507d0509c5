import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { FieldKeys } from '../graphql/field-keys.js';
import type { IdPlaces } from './viewer-ids.js';
import { compileFastProjection } from './fast-projection.js';
import { compileProjection } from './projection.js';
import type { StateObject } from './state.js';
import { TypeSystem } from '../graphql/type-system.js';

const schema = buildSchema(`
  scalar Any
  enum Kind { A B }
  interface Named { name: String }
  type Item implements Named {
    name: String must: String! list: [String!] grid: [[Int]] any: Any kind: Kind float: Float int: Int id: ID ids: [[ID!]]
    flag: Boolean item: Item items: [Item!]
  }
  type Other implements Named { name: String }
  type Query { item: Item sure: Item! items: [Item!] named: [Named] }
`);

function compile(source: string, idPlaces: IdPlaces | null = null) {
  const { definitions } = parse(source);
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('The test has no operation.');
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const keys = new FieldKeys({ operation, fragments }, schema);
  const context = { schema, types: new TypeSystem(schema), fragments, keys, idPlaces };
  return { fast: compileFastProjection(operation, context), exact: compileProjection(operation, context) };
}

function write(source: string, data: unknown, variables = {}): string | undefined {
  return compile(source).fast?.(data as StateObject, variables, false, null);
}

const ITEM = {
  __typename: 'Item',
  name: 'a "quoted" \\ \u2028 \n text',
  must: 'ə',
  list: ['x', ''],
  grid: [[1, null], null, []],
  any: { deep: [1, { a: null }] },
  kind: 'B',
  float: 1e21,
  int: -2_147_483_648,
  id: 7,
  flag: false,
  item: null,
  items: [],
};
const ALL = 'name must list grid any kind float int id flag';

describe('what is plain is written as the exact projection writes it', () => {
  test.each<[string, string, object, Readonly<Record<string, unknown>>?]>([
    ['each kind of leaf', `{ item { ${ALL} } }`, { item: ITEM }],
    ['lists of objects', `{ items { ${ALL} items { id } } }`, { items: [ITEM, { ...ITEM, items: [ITEM] }] }],
    ['nulls where they may be', `{ item { name list grid any kind float int id flag item { id } } }`, { item: {} }],
    ['nothing', '{ item { id } items { id } }', { item: null }],
    ['the order and the names of the client', '{ b: item { id x: name } a: item { name id } }', { item: ITEM }],
    ['names that JavaScript knows', '{ item { constructor: name __proto__: id toString: int } }', { item: ITEM }],
    ['type names', '{ item { __typename t: __typename } }', { item: ITEM }],
    [
      'fragments on types',
      '{ named { name ... on Item { id ...I } ... on Other { o: name } } } fragment I on Item { int }',
      { named: [ITEM, null, { __typename: 'Other', name: 'o' }] },
    ],
    [
      'conditions',
      'query ($a: Boolean!, $b: Boolean!) { item { name @include(if: $a) id @skip(if: $b) int @include(if: $b) } }',
      { item: ITEM },
      { a: true, b: false },
    ],
    [
      'nothing but what a condition left out',
      'query ($a: Boolean!) { item { name @include(if: $a) } }',
      { item: ITEM },
      { a: false },
    ],
  ])('%s', (_what, source, data, variables = {}) => {
    const { fast, exact } = compile(source);
    const expected = exact(data as StateObject, { variables, introspection: new Map(), ids: null });
    expect(expected.errors).toEqual([]);
    expect(fast?.(data as StateObject, variables, false, null)).toBe(expected.data);
  });

  test('also when it is known that no string needs an escape', () => {
    const { fast, exact } = compile(`{ item { ${ALL} } items { id name } }`);
    const item = { ...ITEM, name: 'şəkər \u2028 🙂', id: 'a/b' };
    const data = { item, items: [item] } as unknown as StateObject;
    const expected = exact(data, { variables: {}, introspection: new Map(), ids: null });
    expect(fast?.(data, {}, true, null)).toBe(expected.data);
  });
});

describe('with ids of the viewer’s own', () => {
  const PLACES = new Set(['Item.id', 'Item.ids', 'Item.name']);
  const ids = { hide: (id: string) => `p.${id}`, reveal: () => null };

  test('both projections write a pseudonym for each id and for nothing else', () => {
    const { fast, exact } = compile('{ item { id ids name must list named: name } items { id } }', PLACES);
    const item = { ...ITEM, name: 'cursor', ids: [['a', 'b'], null], must: 'must' };
    const data = { item, items: [{ id: 'c' }, { id: null }] } as unknown as StateObject;
    const expected =
      '{"item":{"id":"p.7","ids":[["p.a","p.b"],null],"name":"p.cursor","must":"must","list":["x",""],"named":"p.cursor"},' +
      '"items":[{"id":"p.c"},{"id":null}]}';
    expect(exact(data, { variables: {}, introspection: new Map(), ids })).toEqual({ data: expected, errors: [] });
    expect(fast?.(data, {}, false, ids)).toBe(expected);
  });

  test.each<[string, object]>([
    ['an object for an id', { id: {} }],
    ['a number for a text with an id', { name: 1 }],
  ])('%s is a wrong value for both', (_what, item) => {
    const { fast, exact } = compile('{ item { id name } }', PLACES);
    const data = { item } as StateObject;
    expect(fast?.(data, {}, false, ids)).toBeUndefined();
    expect(exact(data, { variables: {}, introspection: new Map(), ids }).errors).toHaveLength(1);
  });

  test('neither writes an id when whose it is to be is not known', () => {
    const { fast, exact } = compile('{ item { id } }', PLACES);
    const data = { item: { id: 'secret' } } as unknown as StateObject;
    expect(fast?.(data, {}, false, null)).toBeUndefined();
    expect(exact(data, { variables: {}, introspection: new Map(), ids: null }).data).toBe('{"item":{"id":null}}');
  });
});

describe('what is not plain is left to the exact projection', () => {
  test.each<[string, string, object]>([
    ['null that must not be', '{ item { must } }', { item: { must: null } }],
    ['a missing object that must be', '{ sure { id } }', {}],
    ['null in a list of the present', '{ items { id } }', { items: [null] }],
    ['a number for text', '{ item { name } }', { item: { name: 1 } }],
    ['a fraction for Int', '{ item { int } }', { item: { int: 1.5 } }],
    ['more than Int holds', '{ item { int } }', { item: { int: 2_147_483_649 } }],
    ['no finite number', '{ item { float } }', { item: { float: Number.NaN } }],
    ['text for Boolean', '{ item { flag } }', { item: { flag: 'true' } }],
    ['an unknown enum value', '{ item { kind } }', { item: { kind: 'C' } }],
    ['an enum value that objects inherit', '{ item { kind } }', { item: { kind: 'toString' } }],
    ['an object for text', '{ item { name } }', { item: { name: {} } }],
    ['a list for an object', '{ item { name } }', { item: [] }],
    ['an object for a list', '{ items { id } }', { items: {} }],
    ['another type than the field has', '{ item { name } }', { item: { __typename: 'Other', name: 'a' } }],
    ['an unknown type', '{ named { name } }', { named: [{ __typename: 'Spy', name: 'a' }] }],
    ['no type where one decides', '{ named { name } }', { named: [{ name: 'a' }] }],
  ])('%s', (_what, source, data) => {
    expect(write(source, data)).toBeUndefined();
  });

  test('introspection', () => {
    expect(compile('{ __schema { queryType { name } } }').fast).toBeNull();
  });
});

test('text of the client cannot become code', () => {
  const source = '{ item { name } named { ... on Item { any } } }';
  const evil = '"+(globalThis.wasRun=1)+"';
  const text = write(source, { item: { name: evil }, named: [{ __typename: 'Item', any: { [evil]: evil } }] });
  expect(JSON.parse(text ?? '')).toEqual({ item: { name: evil }, named: [{ any: { [evil]: evil } }] });
  expect('wasRun' in globalThis).toBe(false);
});
