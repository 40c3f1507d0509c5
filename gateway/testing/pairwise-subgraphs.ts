import { GraphQLError } from 'graphql';
import { createEventChannel, type EventChannel } from './event-channel.js';
import { HINTS } from './public-subgraphs.js';
import type { SubgraphDefinition } from './subgraph-server.js';

/** The ids of the people. */
export const AYSEL = '018f2b6e-7d1c-7000-8000-000000000001';
export const MURAD = '018f2b6e-7d1c-7000-8000-000000000002';
/** The id of a town, which is the same for everybody. */
export const GANJA = '018f2b6e-7d1c-7000-8000-0000000000aa';

/** People with ids of their own for each viewer, towns with public ids, and a feed in the hands of a test. */
export interface PairwiseSubgraphs {
  readonly definitions: readonly SubgraphDefinition[];
  readonly channel: EventChannel;
  /** The arguments that resolvers got, newest last. */
  readonly calls: object[];
}

interface Ref {
  readonly id: string;
}

const NAMES: Readonly<Record<string, string>> = { [AYSEL]: 'Aysel', [MURAD]: 'Murad' };
const person = (id: string) => ({ id, name: NAMES[id] ?? null, friends: Object.keys(NAMES), town: { id: GANJA } });

/** Makes the subgraphs. */
export function createPairwiseSubgraphs(): PairwiseSubgraphs {
  const channel = createEventChannel();
  const calls: object[] = [];
  const called = (_: unknown, args: { id?: string }) => {
    calls.push(args);
    return args.id === undefined ? person(AYSEL) : person(args.id);
  };
  const people: SubgraphDefinition = {
    name: 'people',
    typeDefs: `
      type Query {
        person(id: ID!): Person
        people(ids: [ID!], where: Filter, after: String @tag(name: "pairwise"), near: ID @tag(name: "public")): [Person!]!
        broken(id: ID!): Person
        cursor: String @tag(name: "pairwise")
      }
      type Mutation { befriend(id: ID!): Person }
      type Subscription { added(of: ID): Person }
      input Filter { id: ID town: ID @tag(name: "public") not: Filter name: String }
      type Person @key(fields: "id") { id: ID! name: String friends: [ID!] town: Town }
      type Town @key(fields: "id") { id: ID! @tag(name: "public") }
    `,
    resolvers: {
      Query: {
        person: called,
        people: (_: unknown, args: object) => {
          calls.push(args);
          return [person(AYSEL), person(MURAD)];
        },
        broken: (_: unknown, { id }: Ref) => {
          throw new GraphQLError(`There is nobody with the id ${id}.`, {
            extensions: { code: 'NOT_FOUND', who: [id] },
          });
        },
        cursor: () => Buffer.from(JSON.stringify([AYSEL])).toString('base64url'),
      },
      Mutation: { befriend: called },
      Subscription: { added: { subscribe: () => channel.listen(), resolve: (event: unknown) => event } },
      Person: { __resolveReference: ({ id }: Ref) => person(id) },
    },
  };
  const ages: SubgraphDefinition = {
    name: 'ages',
    typeDefs: `${HINTS}
      type Query { town(id: ID! @tag(name: "public")): Town @cacheControl(maxAge: 60) mayor: Person }
      type Person @key(fields: "id") { id: ID! age: Int note: String }
      type Town @key(fields: "id") { id: ID! @tag(name: "public") title: String @cacheControl(maxAge: 60) }
    `,
    resolvers: {
      Query: { town: (_: unknown, { id }: Ref) => ({ id, title: `town ${id}` }), mayor: () => ({ id: MURAD }) },
      Person: {
        __resolveReference: (reference: object) => reference,
        age: ({ id }: Ref) => Number(id.slice(-1)),
        note: () => {
          throw new GraphQLError('no notes', { extensions: { code: 'FORBIDDEN' } });
        },
      },
      Town: { __resolveReference: ({ id }: Ref) => ({ id, title: `town ${id}` }) },
    },
  };
  return { definitions: [people, ages], channel, calls };
}
