import type { SubgraphDefinition } from './subgraph-server.js';

interface Reference {
  readonly id: string;
}

/** What a subgraph says before it says how long its answers may be kept. */
export const HINTS = `
  extend schema
    @link(url: "https://specs.birlik.example/cacheControl/v1.0", import: ["@cacheControl"])
    @composeDirective(name: "@cacheControl")
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
`;

const EXISTING = new Set(['1', '2', '3']);

/** Cities, public by declaration; what hangs on a viewer is not. */
const cities: SubgraphDefinition = {
  name: 'cities',
  typeDefs: `${HINTS}
    type Query {
      city(id: ID!): City @cacheControl(maxAge: 60)
      town(id: ID!): City
      mine: City @cacheControl(maxAge: 60, scope: PRIVATE)
    }
    type City @key(fields: "id") { id: ID! name: String secret: String @inaccessible }
  `,
  resolvers: {
    Query: {
      city: (_: unknown, { id }: Reference) => (EXISTING.has(id) ? { id } : null),
      town: (_: unknown, { id }: Reference) => ({ id }),
      mine: () => ({ id: '1' }),
    },
    City: { __resolveReference: (reference: Reference) => reference, name: ({ id }: Reference) => `city ${id}` },
  },
};

/** Facts about cities; only the size is public. City 3 has none. */
const facts: SubgraphDefinition = {
  name: 'facts',
  typeDefs: `${HINTS}
    type City @key(fields: "id") { id: ID! size: Int @cacheControl(maxAge: 30) mood: String }
  `,
  resolvers: {
    City: {
      __resolveReference: ({ id }: Reference) => (id === '3' ? null : { id }),
      size: ({ id }: Reference) => Number(id) * 100,
      mood: () => 'calm',
    },
  },
};

/** The subgraphs of tests about the cache. */
export const publicSubgraphs = [cities, facts] as const;
