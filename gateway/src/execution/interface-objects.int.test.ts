import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startFederation, type Federation } from '../../testing/federation.js';
import type { SubgraphDefinition } from '../../testing/subgraph-server.js';

interface MediaRef {
  readonly id: string;
}

const MEDIA: Readonly<Record<string, object>> = {
  m1: { __typename: 'Book', id: 'm1', title: 'A book' },
  m2: { __typename: 'Film', id: 'm2', title: 'A film' },
};

/** Knows of which type each medium is. */
const library: SubgraphDefinition = {
  name: 'library',
  typeDefs: `
    type Query { media: [Media] }
    interface Node { id: ID! }
    interface Media implements Node @key(fields: "id") { id: ID! title: String }
    type Book implements Node & Media @key(fields: "id") { id: ID! title: String }
    type Film implements Node & Media @key(fields: "id") { id: ID! title: String }
  `,
  resolvers: {
    Query: { media: () => Object.values(MEDIA) },
    Media: { __resolveReference: ({ id }: MediaRef) => MEDIA[id] ?? null },
  },
};

/** Knows media by their interface only. */
const ratings: SubgraphDefinition = {
  name: 'ratings',
  typeDefs: `
    type Query { rated: [Media] unlisted: Media }
    type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int }
  `,
  resolvers: {
    Query: { rated: () => [{ id: 'm2' }, null, { id: 'm1' }], unlisted: () => ({ id: 'm9' }) },
    Media: {
      __resolveReference: (reference: object) => reference,
      rating: ({ id }: MediaRef) => Number(id.slice(1)) * 3,
    },
  },
};

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([library, ratings]);
});
afterAll(() => federation.close());
afterEach(() => {
  federation.subgraph('library').intercept = null;
});

test('no other subgraph is asked where the object type decides nothing', async () => {
  const { data, errors, fetches } = await federation.ask('{ rated { id rating ... on Media { again: rating } } }');
  expect(errors).toBeUndefined();
  expect(data.rated).toEqual([{ id: 'm2', rating: 6, again: 6 }, null, { id: 'm1', rating: 3, again: 3 }]);
  expect(fetches.map(({ service }) => service)).toEqual(['ratings']);
});

test.each([
  ['{ rated { title rating } }', { title: 'A film', rating: 6 }, { title: 'A book', rating: 3 }],
  ['{ rated { rating __typename } }', { rating: 6, __typename: 'Film' }, { rating: 3, __typename: 'Book' }],
  ['{ rated { id ... on Book { rating } } }', { id: 'm2' }, { id: 'm1', rating: 3 }],
  ['{ rated { rating ... on Book { rating } } }', { rating: 6 }, { rating: 3 }],
  ['{ rated { id ... on Node { same: id } } }', { id: 'm2', same: 'm2' }, { id: 'm1', same: 'm1' }],
  ['{ rated { ... on Book { t: __typename } id } }', { id: 'm2' }, { t: 'Book', id: 'm1' }],
])('what the object does not know by itself comes from another subgraph: %s', async (query, film, book) => {
  const { data, errors } = await federation.ask(query);
  expect(errors).toBeUndefined();
  expect(data.rated).toEqual([film, null, book]);
});

test.each([
  ['{ rated { rating type: __typename } }', 'type'],
  ['{ rated { id ... on Book { rating } } }', 'rating'],
  ['query ($yes: Boolean = true) { rated { id ... on Book @include(if: $yes) { type: __typename rating } } }', 'type'],
])('where the object type is needed and its subgraph is down, the object is null: %s', async (query, field) => {
  federation.subgraph('library').intercept = (_request, response) => Boolean(response.destroy());
  const { data, errors } = await federation.ask(query);
  expect(data).toEqual({ rated: [null, null, null] });
  expect(errors?.map(({ path, extensions }) => [path, extensions['code'], extensions['service']])).toEqual(
    [0, 2].map((index) => [['rated', index, field], 'UPSTREAM_UNAVAILABLE', 'library']),
  );
});

test.each([
  '{ rated { rating } }',
  'query ($no: Boolean = false) { rated { rating ... on Book @include(if: $no) { id } } }',
])('where the object type is not needed, its subgraph may be down: %s', async (query) => {
  federation.subgraph('library').intercept = (_request, response) => Boolean(response.destroy());
  const { data, errors } = await federation.ask(query);
  expect(errors).toBeUndefined();
  expect(data.rated).toEqual([{ rating: 6 }, null, { rating: 3 }]);
});

test('an object that the subgraph of its type does not know never has the name of an interface as its type', async () => {
  const headers = { 'accept-language': 'en' };
  const { data, errors } = await federation.ask('{ unlisted { rating __typename } }', { headers });
  expect(data).toEqual({ unlisted: null });
  expect(errors?.map(({ path, message }) => [path, message])).toEqual([
    [['unlisted', '__typename'], 'The type of a Media is not known.'],
  ]);
});

test('a field of one type is found when the interface object is in the subgraph whose name comes first', async () => {
  const books: SubgraphDefinition = {
    ...library,
    name: 'books',
    typeDefs: library.typeDefs.replace('Book implements Node & Media @key(fields: "id") {', '$& pages: Int'),
    resolvers: { ...library.resolvers, Book: { pages: () => 100 } },
  };
  const early = await startFederation([{ ...ratings, name: 'awards' }, books]);
  const { data, errors, fetches } = await early.ask('{ rated { rating ... on Book { pages } } }');
  await early.close();
  expect(errors).toBeUndefined();
  expect(data.rated).toEqual([{ rating: 6 }, null, { rating: 3, pages: 100 }]);
  expect(fetches.map(({ service }) => service)).toEqual(['awards', 'books']);
});
