import { buildASTSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { loadSupergraph, parseSupergraph } from '../supergraph/supergraph.js';
import { compose } from '../../testing/compose.js';
import { readPairwisePlaces } from './pairwise-places.js';
import { uncoveredPlaces } from './id-places.js';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@tag", "@shareable", "@inaccessible"])\n';

function places(...typeDefs: readonly string[]): readonly string[] {
  const sdl = compose(
    typeDefs.map((text, index) => ({ name: `s${index}`, url: 'http://127.0.0.1:1', typeDefs: LINK + text })),
  );
  const { types } = loadSupergraph(parseSupergraph(sdl), 1_000);
  expect(parse(sdl).definitions.length).toBeGreaterThan(0);
  return [...readPairwisePlaces(types.schema)].filter((place) => !/^(join|link|core)__/.test(place)).toSorted();
}

describe('the places of pseudonyms', () => {
  test('are all that is an ID and not public, and texts that are tagged', () => {
    const text = `
      type Query {
        person(id: ID!, after: String @tag(name: "pairwise"), note: String): Person
        town(id: ID! @tag(name: "public")): Town
        people(filter: Filter): [Person]
      }
      interface Node { id: ID! }
      type Person implements Node @key(fields: "id") { id: ID! friends: [[ID!]] name: String cursor: String @tag(name: "pairwise") hidden: ID @inaccessible }
      type Town implements Node { id: ID! @tag(name: "public") name: String }
      input Filter { ids: [ID!] town: ID @tag(name: "public") and: Filter cursor: String @tag(name: "pairwise") }`;
    expect(places(text)).toEqual([
      'Filter.cursor',
      'Filter.ids',
      'Node.id',
      'Person.cursor',
      'Person.friends',
      'Person.hidden',
      'Person.id',
      'Query.person(after:)',
      'Query.person(id:)',
    ]);
  });

  test('are those that any subgraph says are, also when another says that they are public', () => {
    const text = (tag: string) =>
      `type Query { x: Int @shareable page: Page @shareable } type Page @shareable { cursor: ID @tag(name: "${tag}") }`;
    expect(places(text('public'), text('pairwise'))).toEqual(['Page.cursor']);
    expect(places(text('public'), text('public'))).toEqual([]);
  });

  test('are known under a renamed directive', () => {
    const renamed = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: [{ name: "@tag", as: "@mark" }])
      type Query { town: ID @mark(name: "public") person: ID }`;
    const sdl = compose([{ name: 's', url: 'http://127.0.0.1:1', typeDefs: renamed }]);
    const { types } = loadSupergraph(parseSupergraph(sdl), 1_000);
    expect([...readPairwisePlaces(types.schema)]).toEqual(['Query.person']);
  });

  test.each(['Int', 'Date', 'Kind'])('cannot be of the type %s', (type) => {
    const text = `scalar Date enum Kind { A } type Query { x: ${type} @tag(name: "pairwise") }`;
    expect(() => places(text)).toThrow('"Query.x" is tagged "pairwise"');
  });
});

test('a supergraph uncovers what stays and is no longer hidden, and nothing else', () => {
  const schema = (text: string) => buildASTSchema(parse(text), { assumeValidSDL: true });
  const before = schema(`
    type Query { a(id: ID, in: In, after: String @tag(name: "pairwise")): T gone: ID town: ID @tag(name: "public") }
    type T { id: ID kept: ID text: ID } input In { id: ID }`);
  const after = schema(`
    type Query { a(id: ID @tag(name: "public"), in: In, after: String): T town: ID @tag(name: "public") new: ID @tag(name: "public") }
    type T { id: ID @tag(name: "public") kept: ID text: String } input In { id: ID @tag(name: "public") }`);
  expect(uncoveredPlaces(before, after, readPairwisePlaces)).toEqual([
    'Query.a(id:)',
    'Query.a(after:)',
    'T.id',
    'T.text',
    'In.id',
  ]);
  expect(uncoveredPlaces(before, before, readPairwisePlaces)).toEqual([]);
});
