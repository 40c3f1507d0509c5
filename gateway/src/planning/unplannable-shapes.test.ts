import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compose } from '../../testing/compose.js';
import { unplannableShapes } from './unplannable-shapes.js';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@requires", "@external", "@shareable"])\n';

/** What is refused of subgraphs with these types. */
function shapesOf(...subgraphs: readonly string[]): string[] {
  const named = subgraphs.map((typeDefs, index) => ({ name: `s${index}`, url: 'http://s', typeDefs: LINK + typeDefs }));
  return unplannableShapes(parse(compose(named))).map((shape) => shape.split(' has a need')[0] ?? '');
}

describe('REQUIRES_TWO_KEYS', () => {
  const root = 'type Query { x: X } type X @key(fields: "id") { id: ID! @shareable }';
  const need = (keys: string) =>
    `type X ${keys} { id: ID! @shareable no: ID! @shareable v: Int @external r: Int @requires(fields: "v") kid: X }`;
  const value = (keys: string, field = 'v: Int') => `type X ${keys} { id: ID! @shareable no: ID! @shareable ${field} }`;
  const [id, no] = ['@key(fields: "id")', '@key(fields: "no")'];
  const REFUSED = ['REQUIRES_TWO_KEYS: "X.r"'];

  test.each([
    ['of which one is a part of the other', need(id), value(`${id} @key(fields: "id no")`)],
    ['where the need is', need(`${id} ${no}`), value(id)],
    ['where the value is', need(id), value(`${id} ${no}`)],
    ['in one subgraph each', need(id), value(`${no} @key(fields: "id", resolvable: false)`)],
  ])('two keys %s', (_where, ...subgraphs) => {
    expect(shapesOf(root, ...subgraphs)).toEqual(REFUSED);
  });

  test('not one key in all subgraphs, nor keys that are named without being resolved', () => {
    expect(shapesOf(root, need(id), value(id))).toEqual([]);
    expect(shapesOf(root, need(id), value(`${id} @key(fields: "no", resolvable: false)`))).toEqual([]);
  });

  test('not two subgraphs with a key each, one of which has fields below a field', () => {
    const ref = 'ref: Ref! @shareable } type Ref { a: ID! @shareable';
    const subgraphs = [
      `type Query { x: X } type X @key(fields: "id") { id: ID! @shareable v: Int ${ref} }`,
      `type X @key(fields: "ref { a }") { id: ID! @shareable v: Int @external r: Int @requires(fields: "v") ${ref} }`,
    ];
    expect(shapesOf(...subgraphs)).toEqual([]);
    expect(shapesOf(...subgraphs, value(id, 'w: Int'))).toEqual(REFUSED);
  });

  test('not two keys of an entity without a need', () => {
    expect(shapesOf(root, value(`${id} ${no}`), value(`${id} ${no}`, 'w: Int'))).toEqual([]);
  });
});

describe('INTERFACE_FIELD_REQUIRES', () => {
  const ages = 'type Adult @key(fields: "id") { id: ID! age: Int } type Child @key(fields: "id") { id: ID! age: Int }';
  const faces = (query: string, label = 'label: String', rest = '') => `
    ${query} ${rest}
    interface Person { id: ID! ${label} }
    type Adult implements Person @key(fields: "id") { id: ID! label: String @requires(fields: "age") age: Int @external }
    type Child implements Person @key(fields: "id") { id: ID! label: String }`;
  const REFUSED = ['INTERFACE_FIELD_REQUIRES: "Person.label" is derived by "Adult" with a need'];
  const describeAll = (...subgraphs: readonly string[]) =>
    unplannableShapes(
      parse(
        compose(
          subgraphs.map((typeDefs, index) => ({ name: `s${index}`, url: 'http://s', typeDefs: LINK + typeDefs })),
        ),
      ),
    );

  test.each([
    ['an interface', faces('type Query { one: Person }')],
    ['a list of an interface', faces('type Query { all: [Person!]! }')],
    ['a union', faces('type Query { one: Either }', 'label: String', 'union Either = Adult | Child')],
    [
      'another interface',
      faces('type Query { one: Child }')
        .replace('type Adult implements Person', 'type Adult implements Person & Node')
        .concat(' interface Node { id: ID! } type Holder @key(fields: "id") { id: ID! node: Node }'),
    ],
  ])('a need of one type where its subgraph answers %s', (_what, subgraph) => {
    expect(describeAll(subgraph, ages)).toEqual(REFUSED);
  });

  test('not where the subgraph answers the type itself only', () => {
    expect(describeAll(faces('type Query { one: Adult }'), ages)).toEqual([]);
  });

  test('not where the interface lacks the field', () => {
    expect(describeAll(faces('type Query { one: Person }', ''), ages)).toEqual([]);
  });
});
