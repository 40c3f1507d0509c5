import { Kind, parse, print, visit, type ConstDirectiveNode } from 'graphql';
import type { SubgraphDefinition } from './subgraph-server.js';

interface Ref {
  readonly id: string;
}

/** Stands in every value that only a viewer with the scope `secret` may read. */
export const CANARY = 'CANARY';
const SECRET = '@requiresScopes(scopes: [["secret"]])';

const person = (id: string) => ({
  __typename: 'Person',
  id,
  name: `Name ${id}`,
  email: `${CANARY}-email-${id}`,
  badge: `${CANARY}-badge`,
});
const shop = { __typename: 'Shop', id: 's1', title: 'A shop', note: 'open note' };
const clinic = { __typename: 'Clinic', id: 'c1', title: `${CANARY}-clinic`, note: `${CANARY}-note` };
const school = { __typename: 'School', id: 'l1', title: 'A school', note: `${CANARY}-note` };
const vault = { id: 'v1', gold: `${CANARY}-gold`, owner: person('p1') };

/** What the mutations of the guarded subgraphs did, in order. */
export const deeds: string[] = [];

const office: SubgraphDefinition = {
  name: 'office',
  typeDefs: `
    type Query {
      open: String
      me: Person
      people: [Person!]!
      contact: Contact
      card: Card
      sureThing: Thing!
      vault: Vault
      vaults: [Vault!]
      sureVault: Vault!
      code: Code
      level: Level
      codes: [Code]
      byLevel(level: Level, other: Int): String
      find(filter: Filter): String
      things: [Thing]!
      maybeThings: [Thing]
      thing(id: ID!): Thing
      noThings: [Thing!]!
      hoard: Hoard
      places: [Place!]
      media: [Media!]!
      members: [Member!]!
    }
    type Mutation {
      touch: String
      burn: String ${SECRET}
      meet: Person
      dig: Vault
      pick(id: ID!): Thing
    }
    type Person @key(fields: "id") { id: ID! name: String email: String ${SECRET} badge: Code friends: [Person!]! sure: Inner }
    type Inner { id: ID! pin: String! ${SECRET} }
    interface Contact { name: String email: String }
    interface Member { id: ID! card: String }
    type Staff implements Member { id: ID! card: String ${SECRET} }
    type Guest implements Member { id: ID! card: String }
    type Card implements Contact { name: String email: String ${SECRET} }
    type Vault ${SECRET} { id: ID! gold: String owner: Person }
    scalar Code ${SECRET}
    enum Level ${SECRET} { HIGH LOW }
    input Filter { level: Level word: String }
    union Thing = Shop | Clinic | Person
    union Hoard = Vault | Clinic
    interface Place { id: ID! title: String }
    type Shop implements Place { id: ID! title: String note: String }
    type Clinic implements Place ${SECRET} { id: ID! title: String note: String }
    type School implements Place { id: ID! title: String note: String ${SECRET} }
    interface Media @key(fields: "id") { id: ID! title: String }
    type Book implements Media @key(fields: "id") { id: ID! title: String }
    type Film implements Media @key(fields: "id") { id: ID! title: String }
  `,
  resolvers: {
    Query: {
      open: () => 'open',
      me: () => person('p1'),
      people: () => [person('p1'), person('p2')],
      card: () => ({ name: 'Card', email: `${CANARY}-card` }),
      sureThing: () => clinic,
      contact: () => ({ __typename: 'Card', name: 'Card', email: `${CANARY}-card` }),
      vault: () => vault,
      vaults: () => [vault, vault],
      sureVault: () => vault,
      code: () => `${CANARY}-code`,
      codes: () => [`${CANARY}-1`, `${CANARY}-2`],
      level: () => 'HIGH',
      byLevel: (_: unknown, { level }: { level?: string }) => (level === undefined ? 'any' : `${CANARY}-${level}`),
      find: (_: unknown, { filter }: { filter?: { level?: string } }) =>
        filter?.level === undefined ? 'any' : `${CANARY}-${filter.level}`,
      things: () => [clinic, shop, person('p1'), clinic],
      thing: (_: unknown, { id }: Ref) => (id === 'c1' ? clinic : id === 's1' ? shop : null),
      noThings: () => [shop],
      hoard: () => ({ __typename: 'Vault', ...vault }),
      places: () => [clinic, shop, school],
      media: () => [{ __typename: 'Book', id: 'm1', title: 'A book' }],
      members: () => [
        { __typename: 'Staff', id: 'm1', card: `${CANARY}-card` },
        { __typename: 'Guest', id: 'm2', card: 'guest card' },
      ],
    },
    Mutation: {
      touch: () => (deeds.push('touch'), 'touched'),
      burn: () => (deeds.push('burn'), `${CANARY}-burn`),
      meet: () => (deeds.push('meet'), person('p1')),
      dig: () => (deeds.push('dig'), vault),
      pick: (_: unknown, { id }: Ref) => (deeds.push('pick'), id === 'c1' ? clinic : shop),
    },
    Person: {
      __resolveReference: ({ id }: Ref) => person(id),
      friends: () => [person('p2')],
      sure: () => ({ id: 'i1', pin: `${CANARY}-pin` }),
    },
    Media: {
      __resolveReference: ({ id }: Ref) => ({
        __typename: id === 'm1' ? 'Book' : 'Film',
        id,
        title: id === 'm1' ? 'A book' : 'A film',
      }),
    },
  },
};

const health: SubgraphDefinition = {
  name: 'health',
  typeDefs: `
    type Query { visits: [Visit!]! rated: [Media!]! }
    type Visit { id: ID! person: Person! doctor: String ${SECRET} }
    type Person @key(fields: "id") {
      id: ID!
      email: String @external
      diagnosis: String ${SECRET}
      chart: Chart
      visits: [Visit!]!
      score: String @requires(fields: "email") ${SECRET}
      grade: String @requires(fields: "email") ${SECRET}
    }
    type Chart ${SECRET} { text: String }
    type Media @key(fields: "id") @interfaceObject { id: ID! rating: String ${SECRET} stars: Int }
  `,
  resolvers: {
    Query: { visits: () => [{ id: 'w1' }], rated: () => [{ id: 'm2' }, { id: 'm1' }] },
    Visit: { person: () => ({ id: 'p1' }), doctor: () => `${CANARY}-doctor` },
    Media: {
      __resolveReference: (reference: object) => reference,
      rating: () => `${CANARY}-rating`,
      stars: () => 4,
    },
    Person: {
      __resolveReference: (reference: object) => reference,
      diagnosis: () => `${CANARY}-diagnosis`,
      chart: () => ({ text: `${CANARY}-chart` }),
      visits: () => [{ id: 'w1' }],
      score: ({ email }: { email: string }) => `score of ${email}`,
      grade: ({ email }: { email: string }) => `grade of ${email}`,
    },
  },
};

/** Two subgraphs with everything that can be guarded; the rules ask for the scope `secret`. */
export const guardedSubgraphs: readonly SubgraphDefinition[] = [office, health];

type Guarded = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const guards = (() => {
  const [node] = parse(`scalar S ${SECRET}`).definitions;
  return node?.kind === Kind.SCALAR_TYPE_DEFINITION ? (node.directives ?? []) : [];
})();

function opened<N extends Guarded>(node: N): N {
  return { ...node, directives: (node.directives ?? []).filter(({ name }) => name.value !== 'requiresScopes') };
}

function guarded<N extends Guarded>(node: N): N {
  return { ...node, directives: [...(opened(node).directives ?? []), ...guards] };
}

/**
 * The supergraph as composition made it before 2025: rules are not copied to interfaces, and a derived field may stand
 * without the rule of what it is derived from. One of the two types of media is guarded.
 */
export function asComposedBefore(supergraph: string): string {
  const document = visit(parse(supergraph), {
    InterfaceTypeDefinition: (node) => ({
      ...opened(node),
      fields: node.name.value === 'Media' ? (node.fields ?? []) : (node.fields ?? []).map(opened),
    }),
    ObjectTypeDefinition: (node) => (node.name.value === 'Film' ? guarded(node) : undefined),
    FieldDefinition: (node) => (['score', 'grade'].includes(node.name.value) ? opened(node) : undefined),
  });
  return print(document);
}

/** The supergraph with rules on interfaces and not on the types that implement them, as authors once wrote them. */
export function withInterfaceRules(supergraph: string): string {
  const types = new Set(['Shop', 'Clinic', 'School', 'Card']);
  const document = visit(parse(supergraph), {
    ObjectTypeDefinition: (node) =>
      types.has(node.name.value) ? { ...opened(node), fields: (node.fields ?? []).map(opened) } : undefined,
    InterfaceTypeDefinition(node) {
      if (node.name.value === 'Place') return guarded(node);
      if (node.name.value !== 'Contact') return undefined;
      const fields = (node.fields ?? []).map((field) =>
        field.name.value === 'email' ? guarded(field) : opened(field),
      );
      return { ...opened(node), fields };
    },
  });
  return print(document);
}
