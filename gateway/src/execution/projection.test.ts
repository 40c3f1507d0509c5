import { explain } from '../errors/messages.js';
import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { FieldKeys } from '../graphql/field-keys.js';
import { Failure, unavailable } from './failure.js';
import { compileProjection } from './projection.js';
import { createStateObject, type StateObject, type StateValue } from './state.js';
import { TypeSystem } from '../graphql/type-system.js';

const schema = buildSchema(`
  scalar Any
  enum Kind { A B }
  interface Named { name: String }
  type Item implements Named { name: String must: String! list: [String!] any: Any kind: Kind float: Float int: Int id: ID flag: Boolean item: Item }
  type Other implements Named { name: String }
  type Query { item: Item sure: Item! items: [Item!] maybe: [Item] named: Named }
`);

function state(value: unknown): StateValue {
  if (Array.isArray(value)) return value.map(state);
  if (value instanceof Failure || typeof value !== 'object' || value === null) return value as StateValue;
  const object: StateObject = createStateObject();
  for (const [key, item] of Object.entries(value)) object[key] = key === 'any' ? (item as StateValue) : state(item);
  return object;
}

function project(source: string, data: unknown, variables = {}) {
  const definitions = parse(source).definitions;
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  if (operation === undefined) throw new Error('The test has no operation.');
  const keys = new FieldKeys({ operation, fragments }, schema);
  const run = compileProjection(operation, { schema, types: new TypeSystem(schema), fragments, keys });
  const { data: text, errors } = run(state(data) as StateObject, { variables, introspection: new Map(), ids: null });
  return {
    text,
    data: JSON.parse(text) as unknown,
    errors: errors.map(
      ({ path, message }) => `${path?.join('.')}: ${typeof message === 'string' ? message : message.in('en')}`,
    ),
  };
}

describe('null', () => {
  test('stays where it is allowed', () => {
    expect(project('{ item { name } maybe { name } }', { item: null, maybe: [null, { name: null }] })).toMatchObject({
      data: { item: null, maybe: [null, { name: null }] },
      errors: [],
    });
  });

  test.each([
    ['{ item { must } }', { item: { must: null } }, { item: null }, 'item.must'],
    ['{ items { must } }', { items: [{ must: 'a' }, {}] }, { items: null }, 'items.1.must'],
    ['{ maybe { must } }', { maybe: [{ must: 'a' }, {}] }, { maybe: [{ must: 'a' }, null] }, 'maybe.1.must'],
    ['{ item { list } }', { item: { list: ['a', null] } }, { item: { list: null } }, 'item.list.1'],
    ['{ sure { item { must } } }', { sure: { item: {} } }, { sure: { item: null } }, 'sure.item.must'],
    ['{ sure { must } item { name } }', { sure: {}, item: { name: 'a' } }, null, 'sure.must'],
  ])('in a non-null place goes up to the nearest nullable one: %s', (source, data, expected, path) => {
    const result = project(source, data);
    expect(result.data).toEqual(expected);
    expect(result.errors).toHaveLength(1);
    expect(result.errors[0]).toMatch(new RegExp(`^${path}: Cannot return null`));
  });
});

describe('a failure', () => {
  test('becomes null and an error at the path of the client, once for each place', () => {
    const failure = unavailable('a', explain('service-late', { service: 'a' }));
    const { data, errors } = project('{ x: maybe { y: name must } }', {
      maybe: [
        { name: failure, must: 'ok' },
        { name: 'n', must: failure },
      ],
    });
    expect(data).toEqual({ x: [{ y: null, must: 'ok' }, null] });
    expect(errors).toEqual(['x.0.y', 'x.1.must'].map((path) => `${path}: The service "a" did not answer in time.`));
  });

  test('below the place tells the rest of the path with the aliases of the client', () => {
    const failure = new Failure([{ message: 'deep', extensions: {}, tail: ['item', 'must', 'unknown'] }]);
    expect(project('{ item { inner: item { m: must } } }', { item: failure }).errors).toEqual(['item.inner.m: deep']);
    expect(project('{ item { inner: item { name } } }', { item: failure }).errors).toEqual(['item.inner: deep']);
  });
});

test.each([
  ['kind', 'A', '"A"', 0],
  ['kind', 'C', 'null', 1],
  ['int', 1.5, 'null', 1],
  ['int', 2 ** 40, 'null', 1],
  ['float', 1, '1', 0],
  ['flag', 0, 'null', 1],
  ['name', 5, 'null', 1],
  ['id', 5, '"5"', 0],
  ['name', 'a"\\\n\u2028ə\ud800', JSON.stringify('a"\\\n\u2028ə\ud800'), 0],
  ['any', { a: [1, { __proto__: 'x' }] }, '{"a":[1,{}]}', 0],
])('a leaf %s of %j is written as %s', (field, value, text, errors) => {
  const result = project(`{ item { ${field} } }`, { item: { [field]: value } });
  expect(result.text).toBe(`{"item":{"${field}":${text}}}`);
  expect(result.errors).toHaveLength(errors);
});

test('a key that comes again under conditions stands where it first takes part', () => {
  const source = 'query ($a: Boolean!) { item { name @include(if: $a) id ...F } } fragment F on Named { name }';
  const data = { item: { name: 'n', id: '1' } };
  expect(project(source, data, { a: true }).text).toBe('{"item":{"name":"n","id":"1"}}');
  expect(project(source, data, { a: false }).text).toBe('{"item":{"id":"1","name":"n"}}');
});

test('a type that cannot be there is null with an error', () => {
  expect(project('{ named { name } }', { named: { __typename: 'Query', name: 'a' } })).toMatchObject({
    data: { named: null },
    errors: ['named: The value of Named is not one of its type.'],
  });
});

describe('an object of which only the interface is known', () => {
  test('has the fields that are asked of all types', () => {
    const source = '{ named { name ... on Item { name } ... on Named { again: name } } }';
    const expected = { data: { named: { name: 'a', again: 'a' } }, errors: [] };
    expect(project(source, { named: { __typename: 'Named', name: 'a' } })).toMatchObject(expected);
    expect(project(source, { named: { name: 'a' } })).toMatchObject(expected);
  });

  test.each([
    ['{ named { name t: __typename } }', 'named.t'],
    ['{ named { name ... on Item { id } } }', 'named.id'],
    ['query ($yes: Boolean = true) { named { name ... on Item @include(if: $yes) { id } } }', 'named.id'],
    ['{ named { name ... on Item { item { name } } } }', 'named.item'],
  ])('is null with an error where its type is needed: %s', (source, path) => {
    const { data, errors } = project(source, { named: { __typename: 'Named', name: 'a' } }, { yes: true });
    expect(data).toEqual({ named: null });
    expect(errors).toEqual([`${path}: The type of a Named is not known.`]);
  });

  test('needs no type for a fragment that takes no part', () => {
    const source = 'query ($no: Boolean!) { named { name ... on Item @include(if: $no) { id } } }';
    expect(project(source, { named: { __typename: 'Named', name: 'a' } }, { no: false })).toMatchObject({
      data: { named: { name: 'a' } },
      errors: [],
    });
  });
});
