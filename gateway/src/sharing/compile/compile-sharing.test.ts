import { buildASTSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { parseOperationDocument } from '../../graphql/operation-document.js';
import { TypeSystem } from '../../graphql/type-system.js';
import type { FetchNode } from '../../planning/plan.js';
import { compileSharing } from './compile-sharing.js';

const types = new TypeSystem(
  buildASTSchema(
    parse(`
      schema
        @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION)
        @link(url: "https://specs.apollo.dev/inaccessible/v0.2", as: "hidden", for: SECURITY)
        @link(url: "https://specs.apollo.dev/tag/v0.3", as: "label") { query: Query }
      type Query @join__type(graph: A) @join__type(graph: B) {
        person: Person @join__field(graph: A) @cacheControl(maxAge: 100)
        plain: Person @join__field(graph: A)
        motto: String @join__field(graph: A) @cacheControl(maxAge: 7)
        bare: String @join__field(graph: A)
        node: Node @join__field(graph: A) @cacheControl(maxAge: 100)
        own: Own @join__field(graph: A)
        guide: Guide @join__field(graph: A)
        inheriting: String @join__field(graph: A) @cacheControl(inheritMaxAge: true)
        patient: Patient @join__field(graph: A) @cacheControl(maxAge: 100)
        labelled: String @join__field(graph: A) @tag(name: "team-a")
        counted: Int @join__field(graph: A) @tag(name: "team-a") @tag(name: "unshared")
        noted: Int @join__field(graph: A) @label(name: "unshared")
      }
      interface Node @join__type(graph: A) { id: ID! note: String }
      type Person implements Node @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @cacheControl(maxAge: 50) {
        id: ID!
        name: String @join__field(graph: A)
        note: String @join__field(graph: A) @hidden
        grant: Grant @join__field(graph: A) @join__field(graph: B, external: true)
        guide: Guide @join__field(graph: A) @cacheControl(inheritMaxAge: true)
        size: Int @join__field(graph: B) @cacheControl(maxAge: 5)
        mood: String @join__field(graph: B)
        diary: String @join__field(graph: B) @cacheControl(maxAge: 5, scope: PRIVATE)
        both: Int @cacheControl(maxAge: 9)
        agreed: Int @cacheControl(maxAge: 9) @cacheControl(maxAge: 8)
      }
      type Own @join__type(graph: A, key: "id") @cacheControl(maxAge: 30) { id: ID! name: String short: Int @cacheControl(maxAge: 3) }
      type Patient @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @tag(name: "unshared") { id: ID! name: String }
      type Guide @join__type(graph: A) { name: String }
      scalar Grant @hidden @join__type(graph: A)
    `),
    { assumeValid: true, assumeValidSDL: true },
  ),
);

const root = (selection: string): FetchNode => ({ kind: 'Fetch', serviceName: 'a', operation: `{${selection}}` });
const entity = (type: string, selection: string, required = 'id'): FetchNode => ({
  kind: 'Fetch',
  serviceName: 'b',
  operation: `query($representations:[_Any!]!){_entities(representations: $representations){...on ${type}{${selection}}}}`,
  requires: [
    {
      kind: 'InlineFragment',
      typeCondition: type,
      selections: ['__typename', required].map((name) => ({ kind: 'Field', name })),
    },
  ],
});
const compile = (node: FetchNode, kind: 'query' | 'mutation' = 'query') =>
  compileSharing(node, parseOperationDocument(node.operation), { kind, head: node.operation, types });

describe('nothing is shared of a fetch', () => {
  test.each([
    ['with a field of an inaccessible type', root('person{id grant}')],
    ['with a field that is inaccessible in an object type', root('node{note}')],
    [
      'with an inaccessible field in a fragment',
      { ...root(''), operation: '{person{...F}} fragment F on Person{name ...on Person{note}}' },
    ],
    ['of entities with an inaccessible field', entity('Person', 'mood grant')],
    ['that sends an inaccessible value on', entity('Person', 'mood', 'grant')],
    ['with a field that is tagged as unshared', root('motto counted')],
    ['with a field that is tagged so under another name of the tag', root('motto noted')],
    ['with a field of a type that is tagged as unshared', root('patient{id}')],
    ['of entities of a type that is tagged as unshared', entity('Patient', 'name')],
    ['with a field that is not known', root('person{unheard}')],
    ['that needs a field that is not known', entity('Person', 'mood', 'unheard')],
  ])('%s', (_what, node) => {
    expect(compile(node)).toBeNull();
  });

  test('with another tag is not among them', () => {
    expect(compile(root('labelled'))).not.toBeNull();
  });

  test('that is a mutation', () => {
    expect(compile(root('motto'), 'mutation')).toBeNull();
  });
});

describe('an answer is public', () => {
  test.each([
    ['for the time of its root field', root('person{id name}'), 100],
    ['for the least of several', root('person{id name} motto'), 7],
    ['not at all with a root field without a hint', root('bare motto'), 0],
    ['not at all when a root field would inherit', root('inheriting'), 0],
    ['for the time of its type', root('own{id name}'), 30],
    ['for the time of a field when that is less', root('own{id name short}'), 3],
    ['for that of what it belongs to when it says so', root('person{guide{name}}'), 100],
    ['not at all with an object without a hint', root('guide{name}'), 0],
    ['not at all by a hint on a type that one of two subgraphs gave', root('plain{name}'), 0],
  ])('%s', (_what, node, seconds) => {
    expect(compile(node)?.root.publicSeconds).toBe(seconds);
  });

  test.each([
    ['for the time of its fields, whatever is given of it', entity('Person', '__typename id size'), 5],
    ['not at all with a field without a hint', entity('Person', 'size mood'), 0],
    ['not at all with a private field', entity('Person', 'size diary'), 0],
    ['not at all by a hint that one of two subgraphs gave', entity('Person', 'both'), 0],
    ['for the least of the hints of all subgraphs', entity('Person', 'agreed'), 8],
    ['for the time of its type when one subgraph has it', entity('Own', 'name'), 30],
    ['not at all when only its key is asked', entity('Person', 'id'), 0],
  ])('as an entity %s', (_what, node, seconds) => {
    expect(compile(node)?.entities[0]?.publicSeconds).toBe(seconds);
  });
});

test('the same question has one key in any operation, and another one of another service', () => {
  const keyOf = (node: FetchNode) => compile(node)?.entities[0]?.key;
  const node = entity('Person', 'size');
  const other = node.operation.replace('query(', 'query Other(');
  expect(keyOf({ ...node, operation: other })).toBe(keyOf(node));
  expect(keyOf({ ...node, serviceName: 'c' })).not.toBe(keyOf(node));
  expect(keyOf(entity('Person', 'size id'))).not.toBe(keyOf(node));
});

test('entities in an answer are named by each of their keys that is there', () => {
  const tags = new Set<string>();
  const value = {
    a: [{ __typename: 'Person', id: 7 }, { __typename: 'Person' }, { __typename: 'Nobody', id: '1' }, null],
  };
  compile(root('motto'))?.entityTags(value, tags);
  expect([...tags]).toEqual(['entity:Person:{"id":"7"}']);
});
