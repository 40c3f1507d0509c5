import { buildSchema, parse, print, validate, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { completeConfig } from '../config/config.js';
import { parseDocument } from '../graphql/parse-document.js';
import { compileVariables } from '../graphql/variables.js';
import { extractIds } from './extract-ids.js';

const schema: GraphQLSchema = buildSchema(`
  type Query {
    person(id: ID!, note: String): Person
    maybe(id: ID): Person
    people(ids: [ID!], grid: [[ID]], where: Filter, wheres: [Filter!]): [Person]
    town(id: ID!): Town
    page(after: String, first: Int): Int
  }
  input Filter { id: ID town: ID name: String and: [Filter!] }
  type Person { id: ID friend(id: ID): Person }
  type Town { id: ID }
`);
const PLACES = new Set([
  'Query.person(id:)',
  'Query.maybe(id:)',
  'Query.people(ids:)',
  'Query.people(grid:)',
  'Query.page(after:)',
  'Filter.id',
  'Person.friend(id:)',
]);
const ids = {
  hide: (id: string) => `p.${id}`,
  reveal: (text: string) => (text.startsWith('p.') ? text.slice(2) : null),
};
const { limits } = completeConfig({ supergraph: { file: 'none' } });

function extract(source: string, given: Record<string, unknown> = {}) {
  const parsed = parseDocument(source, null, schema, limits);
  const extracted = extractIds(parsed, schema, PLACES);
  if (extracted === null) return null;
  const { operation, fragments } = extracted.document;
  const text = [operation, ...fragments.values()].map(print).join(' ').replaceAll(/\s+/g, ' ');
  // What the planner gets must be as valid as what the client sent.
  expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  const coerce = compileVariables(parsed.operation.variableDefinitions ?? [], schema);
  return { text, values: extracted.reveal(coerce(given), ids) };
}

describe('literals become variables', () => {
  test.each<[string, string, string, object]>([
    [
      'in arguments',
      '{ person(id: "p.a", note: "x") { id } }',
      'query ($_pairwise0: ID!) { person(id: $_pairwise0, note: "x") { id } }',
      { _pairwise0: 'a' },
    ],
    [
      'in lists, input objects and lists of them',
      '{ people(ids: ["p.a", "p.b"], where: { id: "p.c", town: "t", and: [{ id: "p.a", name: "p.x" }] }) { id } }',
      'query ($_pairwise0: ID!, $_pairwise1: ID!, $_pairwise2: ID!) { people( ids: [$_pairwise0, $_pairwise1] where: {id: $_pairwise2, town: "t", and: [{id: $_pairwise0, name: "p.x"}]} ) { id } }',
      { _pairwise0: 'a', _pairwise1: 'b', _pairwise2: 'c' },
    ],
    [
      'that stand for a list of one',
      '{ people(ids: "p.a", grid: "p.b", wheres: { id: "p.c" }) { id } }',
      'query ($_pairwise0: ID!, $_pairwise1: ID!, $_pairwise2: ID!) { people(ids: [$_pairwise0], grid: [[$_pairwise1]], wheres: [{id: $_pairwise2}]) { id } }',
      { _pairwise0: 'a', _pairwise1: 'b', _pairwise2: 'c' },
    ],
    [
      'of texts that hold an id',
      '{ page(after: "p.cursor", first: 2) }',
      'query ($_pairwise0: String!) { page(after: $_pairwise0, first: 2) }',
      { _pairwise0: 'cursor' },
    ],
    [
      'in fragments',
      '{ maybe(id: null) { ...F } } fragment F on Person { friend(id: "p.a") { id } }',
      'query ($_pairwise0: ID!) { maybe(id: null) { ...F } } fragment F on Person { friend(id: $_pairwise0) { id } }',
      { _pairwise0: 'a' },
    ],
  ])('%s', (_what, source, text, values) => {
    expect(extract(source)).toEqual({ text, values });
  });

  test('equal ones the same, so that equal calls stay one', () => {
    const extracted = extract('{ person(id: "p.a") { id } person(id: "p.a") { friend(id: "p.b") { id } } }');
    expect(extracted?.values).toEqual({ _pairwise0: 'a', _pairwise1: 'b' });
  });
});

describe('variables get another one beside them', () => {
  test('when they are used for public ids too', () => {
    const source = 'query ($id: ID!) { person(id: $id) { id } town(id: $id) { id } }';
    expect(extract(source, { id: 'p.a' })).toEqual({
      text: 'query ($id: ID!, $_pairwise0: ID!) { person(id: $_pairwise0) { id } town(id: $id) { id } }',
      values: { id: 'p.a', _pairwise0: 'a' },
    });
  });

  test('and are no longer declared when they are used for nothing else', () => {
    const extracted = extract('query ($id: ID!, $if: Boolean!) { person(id: $id) { id @include(if: $if) } }', {
      id: 'p.a',
      if: true,
    });
    expect(extracted?.text).toContain('query ($if: Boolean!, $_pairwise0: ID!)');
  });

  test('with everything in an input object that is an id, and nothing else', () => {
    const where = { id: 'p.a', town: 't', name: 'p.n', and: [{ id: null }, { and: [{ id: 'p.b' }] }] };
    const extracted = extract('query ($where: Filter!) { people(where: $where, wheres: [$where]) { id } }', { where });
    expect(extracted?.values['_pairwise0']).toEqual({
      id: 'a',
      town: 't',
      name: 'p.n',
      and: [{ id: null }, { and: [{ id: 'b' }] }],
    });
  });

  test('with lists of lists', () => {
    const extracted = extract('query ($grid: [[ID]]) { people(grid: $grid) { id } }', { grid: [['p.a', null], null] });
    expect(extracted?.values['_pairwise0']).toEqual([['a', null], null]);
  });

  test('that stands where null must not when a default allowed that', () => {
    const source = 'query ($id: ID = "p.d") { person(id: $id) { id } }';
    expect(extract(source)).toEqual({
      text: 'query ($_pairwise0: ID!) { person(id: $_pairwise0) { id } }',
      values: { id: 'p.d', _pairwise0: 'd' },
    });
    expect(extract(source, { id: 'p.a' })?.values['_pairwise0']).toBe('a');
  });

  test('that is missing when they are', () => {
    expect(extract('query ($id: ID) { maybe(id: $id) { id } }')?.values).toEqual({});
    expect(extract('query ($id: ID) { maybe(id: $id) { id } }', { id: null })?.values['_pairwise0']).toBeNull();
  });

  test('whose name the client did not take already', () => {
    const source = 'query ($_pairwise0: ID!) { person(id: $_pairwise0) { friend(id: "p.b") { id } } }';
    expect(extract(source, { _pairwise0: 'p.a' })?.values).toEqual({
      _pairwise0: 'p.a',
      _pairwise1: 'b',
      _pairwise2: 'a',
    });
  });
});

test('an operation without ids in arguments is left alone, whatever fragments of others have', () => {
  expect(extract('{ town(id: "t") { id } page(first: 1) }')).toBeNull();
  const two = 'query A { page } query B($id: ID!) { ...F } fragment F on Query { person(id: $id) { id } }';
  expect(extractIds(parseDocument(two, 'A', schema, limits), schema, PLACES)).toBeNull();
});

test('a request with more ids than any needs is refused', () => {
  const source = 'query ($ids: [ID!]) { people(ids: $ids) { id } }';
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `p.${index}`);
  expect(extract(source, { ids: ids(1_000) })?.values['_pairwise0']).toHaveLength(1_000);
  expect(() => extract(source, { ids: ids(1_001) })).toThrow('A request may name at most 1000 ids.');
});

test.each([
  ['{ person(id: "a") { id } }', {}],
  ['{ person(id: 7) { id } }', {}],
  ['query ($id: ID!) { person(id: $id) { id } }', { id: 'a' }],
  ['query ($ids: [ID!]) { people(ids: $ids) { id } }', { ids: ['p.a', 'b'] }],
  ['query ($where: Filter) { people(where: $where) { id } }', { where: { and: [{ id: 'a' }] } }],
  ['query ($after: String = "a") { page(after: $after) }', {}],
])('what is no pseudonym is refused in the same words: %s', (source, given) => {
  expect(() => extract(source, given)).toThrow(
    expect.objectContaining({
      status: 400,
      code: 'BAD_USER_INPUT',
      message: 'An id or a cursor in this request is not one that was given to you.',
    }),
  );
});
