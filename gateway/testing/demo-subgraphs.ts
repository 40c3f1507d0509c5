import type { SubgraphDefinition } from './subgraph-server.js';

interface UserRef {
  readonly id: string;
}

const NAMES: Readonly<Record<string, string>> = { u1: 'Aysel', u2: 'Murad', u3: 'Leyla' };
const BADGES: Readonly<Record<string, string>> = { u1: 'gold', u2: 'silver', u3: 'bronze' };
const PRICES: Readonly<Record<string, number>> = { p1: 10, p2: 20 };
const GRANTED = new Set(['u1', 'u2']);

const user = (id: string) => ({ __typename: 'User', id, name: NAMES[id] ?? null, kind: 'MEMBER' });
const review = (id: string) => ({
  __typename: 'Review',
  id,
  body: `body of ${id}`,
  author: { __typename: 'User', id: `u${(Number(id.slice(1)) % 3) + 1}` },
  product: { __typename: 'Product', upc: `p${(Number(id.slice(1)) % 2) + 1}` },
});

/** What the mutations of the demo subgraphs did, in order. */
export const changes: string[] = [];

/** People and their consents; the first subgraph of most tests. */
export const people: SubgraphDefinition = {
  name: 'people',
  typeDefs: `
    type Query {
      me: User
      user(id: ID!): User
      users(first: Int = 3): [User!]!
      maybeUsers: [User]
      node(id: ID!): Node
      nodes: [Node!]!
      media: [Media]
      things: [Thing]
      secretThing: Thing
    }
    type Mutation { rename(id: ID!, name: String!): User }
    interface Node { id: ID! }
    type User implements Node @key(fields: "id") {
      id: ID! name: String kind: Kind grant: Grant @inaccessible
    }
    type Grant @inaccessible @shareable { ok: Boolean who: String }
    enum Kind { MEMBER GUEST SECRET @inaccessible }
    type Product implements Node @key(fields: "upc") { upc: ID! id: ID! }
    type Hidden implements Node @inaccessible { id: ID! secret: String }
    union Thing = User | Product | Hidden
    interface Media @key(fields: "id") { id: ID! title: String }
    type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
    type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
  `,
  resolvers: {
    Query: {
      me: () => user('u1'),
      user: (_: unknown, { id }: UserRef) => (NAMES[id] === undefined ? null : user(id)),
      users: (_: unknown, { first }: { first: number }) => ['u1', 'u2', 'u3'].slice(0, first).map(user),
      maybeUsers: () => [user('u1'), null, user('u3')],
      node: (_: unknown, { id }: UserRef) => (id.startsWith('u') ? user(id) : { __typename: 'Product', upc: id, id }),
      nodes: () => [user('u1'), { __typename: 'Product', upc: 'p1', id: 'p1' }],
      media: () => [
        { __typename: 'Book', id: 'm1', title: 'A book', pages: 100 },
        null,
        { __typename: 'Film', id: 'm2', title: 'A film', minutes: 90 },
      ],
      things: () => [user('u2'), { __typename: 'Product', upc: 'p2', id: 'p2' }],
      secretThing: () => ({ __typename: 'Hidden', id: 'h1', secret: 'canary' }),
    },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }) => {
        changes.push(`rename ${id} ${name}`);
        return { ...user(id), name };
      },
    },
    User: {
      __resolveReference: ({ id }: UserRef) => user(id),
      grant: ({ id }: UserRef) => (GRANTED.has(id) ? { ok: true, who: `org of ${id}` } : null),
    },
    Product: { __resolveReference: ({ upc }: { upc: string }) => ({ upc, id: upc }) },
  },
};

/** Reviews; needs consents for ages. */
export const reviews: SubgraphDefinition = {
  name: 'asan-reviews',
  typeDefs: `
    type Query { top: [Product] }
    type Mutation { addReview(body: String!): Review }
    type User @key(fields: "id") {
      id: ID!
      grant: Grant @external
      age(unit: String): Int @requires(fields: "grant { ok }")
      reviews(n: Int): [Review!]!
    }
    type Grant @inaccessible @shareable { ok: Boolean who: String }
    type Review @key(fields: "id") { id: ID! body: String author: User product: Product }
    type Product @key(fields: "upc") { upc: ID! price: Int reviews: [Review] }
  `,
  resolvers: {
    Query: { top: () => [{ upc: 'p1' }, { upc: 'p2' }] },
    Mutation: {
      addReview: (_: unknown, { body }: { body: string }) => {
        changes.push(`review ${body}`);
        return { ...review('r1'), body };
      },
    },
    User: {
      __resolveReference: (reference: object) => reference,
      age: ({ grant }: { grant?: { ok: boolean } | null }) => (grant?.ok === true ? 21 : null),
      reviews: ({ id }: UserRef, { n }: { n?: number }) =>
        [1, 2].map((index) => review(`r${Number(id.slice(1)) * 2 + index}`)).slice(0, n ?? 2),
    },
    Review: { __resolveReference: ({ id }: UserRef) => review(id) },
    Product: {
      __resolveReference: (reference: object) => reference,
      price: ({ upc }: { upc: string }) => PRICES[upc] ?? null,
      reviews: ({ upc }: { upc: string }) => (upc === 'p1' ? [review('r1'), null, review('r3')] : []),
    },
  },
};

/** Badges, stars and ratings; nothing of its own but additions. */
export const badges: SubgraphDefinition = {
  name: 'badges',
  typeDefs: `
    type Query { motto: String! }
    type User @key(fields: "id") { id: ID! badge: String rank: Int! }
    type Review @key(fields: "id") { id: ID! stars: Int! }
    type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int }
  `,
  resolvers: {
    Query: { motto: () => 'together' },
    User: {
      __resolveReference: (reference: object) => reference,
      badge: ({ id }: UserRef) => BADGES[id] ?? null,
      rank: ({ id }: UserRef) => Number(id.slice(1)),
    },
    Review: {
      __resolveReference: (reference: object) => reference,
      stars: ({ id }: UserRef) => Number(id.slice(1)) % 5,
    },
    Media: {
      __resolveReference: (reference: object) => reference,
      rating: ({ id }: UserRef) => Number(id.slice(1)) * 3,
    },
  },
};
