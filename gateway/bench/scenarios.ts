import type { Resolvers, Source } from './answer-query.js';

/** A subgraph of a bench. */
export interface BenchSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Resolvers;
}

/** One question that all contenders answer. */
export interface Scenario {
  readonly name: string;
  readonly query: string;
  readonly subgraphs: readonly BenchSubgraph[];
  /** The variables of the nth request. */
  readonly variables: (request: number) => Readonly<Record<string, unknown>>;
  /** Whether there is a fan-out written by hand for it. */
  readonly hasFanOut: boolean;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@requires", "@external", "@shareable"])\n';

/** The members whose part of a profile is asked. */
export const MEMBERS = ['university', 'union', 'alumni'] as const;
const LIST_LENGTH = 20;

const volunteer = (id: string): Source => ({ __typename: 'Volunteer', id, name: `Name ${id}` });
const reference = (representation: Source): Source => representation;
const entities = (find: (representation: Source) => Source) => ({
  _entities: (_: Source, { representations }: Readonly<Record<string, unknown>>) =>
    (representations as readonly Source[]).map(find),
});

const registry: BenchSubgraph = {
  name: 'registry',
  typeDefs: `${LINK}
    type Query { volunteer(id: ID!): Volunteer volunteers(from: Int!, first: Int!): [Volunteer!]! }
    type Volunteer @key(fields: "id") { id: ID! name: String }`,
  resolvers: {
    Query: {
      volunteer: (_, { id }) => volunteer(id as string),
      volunteers: (_, { from, first }) =>
        Array.from({ length: first as number }, (__, index) => volunteer(String((from as number) + index))),
      ...entities(({ id }) => volunteer(id as string)),
    },
  },
};

function member(name: string): BenchSubgraph {
  const items = Array.from({ length: 5 }, (_, index) => ({
    __typename: `Item_${name}`,
    x: index,
    y: `value ${index}`,
  }));
  const part = { __typename: `Part_${name}`, a: `${name} a`, b: 1, items };
  return {
    name,
    typeDefs: `${LINK}
      type Query { ${name}Motto: String }
      type Volunteer @key(fields: "id") { id: ID! ${name}: Part_${name} }
      type Part_${name} { a: String b: Int items: [Item_${name}!]! }
      type Item_${name} { x: Int y: String }`,
    resolvers: { Query: entities(reference), Volunteer: { [name]: () => part } },
  };
}

const profile = `id name ${MEMBERS.map((name) => `${name} { a b items { x y } }`).join(' ')}`;
const profileSubgraphs = [registry, ...MEMBERS.map(member)];

const users: readonly Source[] = Array.from({ length: 6 }, (_, index) => ({
  __typename: 'User',
  id: String(index + 1),
  name: `Volunteer Number ${index + 1}`,
  username: `volunteer.number.${index + 1}`,
  birthday: 19_700_000 + index,
}));
const products: readonly Source[] = Array.from({ length: 9 }, (_, index) => ({
  __typename: 'Product',
  upc: String(index + 1),
  name: `A product with the number ${index + 1}`,
  price: 100 + 37 * index,
  weight: 50 * (index + 1),
  inStock: index % 2 === 0,
}));
const reviews: readonly Source[] = Array.from({ length: 12 }, (_, index) => ({
  __typename: 'Review',
  id: String(index + 1),
  body: `The body of the review with the number ${index + 1}, of some length as bodies of reviews have`,
  user: (index % 4) + 1,
  product: (index % 5) + 1,
}));
const reviewsOf = (key: 'user' | 'product', id: unknown) => reviews.filter((review) => review[key] === Number(id));

const shopSubgraphs: readonly BenchSubgraph[] = [
  {
    name: 'accounts',
    typeDefs: `${LINK}
      type Query { users: [User] }
      type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
    resolvers: { Query: { users: () => users, ...entities(({ id }) => users[Number(id) - 1] as Source) } },
  },
  {
    name: 'products',
    typeDefs: `${LINK}
      type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: {
        topProducts: (_, { first }) => products.slice(0, (first as number | undefined) ?? 5),
        ...entities(({ upc }) => products[Number(upc) - 1] as Source),
      },
    },
  },
  {
    name: 'inventory',
    typeDefs: `${LINK}
      type Query { stock: Int }
      type Product @key(fields: "upc") {
        upc: String! weight: Int @external price: Int @external
        inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
      }`,
    resolvers: {
      Query: entities(({ upc, price, weight }) => ({
        ...(products[Number(upc) - 1] as Source),
        price,
        weight,
      })),
      Product: {
        shippingEstimate: ({ price, weight }) => ((price as number) > 1_000 ? 0 : Math.round((weight as number) / 2)),
      },
    },
  },
  {
    name: 'reviews',
    typeDefs: `${LINK}
      type Query { reviewCount: Int }
      type Review @key(fields: "id") { id: ID! body: String author: User product: Product }
      type User @key(fields: "id") { id: ID! reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      Query: entities((one) => (one.__typename === 'Review' ? (reviews[Number(one['id']) - 1] as Source) : one)),
      Review: {
        author: ({ user }) => ({ __typename: 'User', id: String(user as number) }),
        product: ({ product }) => ({ __typename: 'Product', upc: String(product as number) }),
      },
      User: { reviews: ({ id }) => reviewsOf('user', id) },
      Product: { reviews: ({ upc }) => reviewsOf('product', upc) },
    },
  },
];

/** Five levels deep over four subgraphs, as the published benchmark of the Hive project asks: about 87 kB of answer. */
const SHOP_QUERY = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Shop {
    users { ...User reviews { ...Review product { ...Product reviews {
      ...Review author { ...User reviews { ...Review product { ...Product } } } } } } }
    topProducts { ...Product reviews { ...Review author { ...User reviews {
      ...Review product { ...Product } } } } }
  }`;

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'profile',
    query: `query Profile($id: ID!) { volunteer(id: $id) { ${profile} } }`,
    subgraphs: profileSubgraphs,
    variables: (request) => ({ id: String(request) }),
    hasFanOut: true,
  },
  {
    name: 'profiles',
    query: `query Profiles($from: Int!, $first: Int!) { volunteers(from: $from, first: $first) { ${profile} } }`,
    subgraphs: profileSubgraphs,
    variables: (request) => ({ from: request * LIST_LENGTH, first: LIST_LENGTH }),
    hasFanOut: true,
  },
  { name: 'shop', query: SHOP_QUERY, subgraphs: shopSubgraphs, variables: () => ({}), hasFanOut: false },
];
