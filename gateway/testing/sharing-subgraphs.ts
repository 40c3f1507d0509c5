import type { Federation } from './federation.js';
import type { ReceivedRequest, SubgraphDefinition, SubgraphServer } from './subgraph-server.js';

interface Reference {
  readonly id: string;
}

/** People; the fields of other subgraphs hang on them. */
const registry: SubgraphDefinition = {
  name: 'registry',
  typeDefs: `
    type Query { person(id: ID!): Person }
    type Mutation { touch(id: ID!): Boolean }
    type Person @key(fields: "id") { id: ID! name: String permit: String @inaccessible withheld: String }
  `,
  resolvers: {
    Query: { person: (_: unknown, { id }: Reference) => ({ id }) },
    Mutation: { touch: () => true },
    Person: {
      __resolveReference: ({ id }: Reference) => ({ id }),
      name: ({ id }: Reference) => `name of ${id}`,
      permit: () => 'granted',
    },
  },
};

/** Points can be batched; the study needs a decision of the registry. A person 13 is an error. */
const points: SubgraphDefinition = {
  name: 'points',
  typeDefs: `
    type Person @key(fields: "id") {
      id: ID! points: Int
      permit: String @external
      study: String @requires(fields: "permit")
    }
  `,
  resolvers: {
    Person: {
      __resolveReference: (reference: Reference) => reference,
      points: ({ id }: Reference) => {
        if (id === '13') throw new Error('no luck');
        return Number(id) * 10;
      },
      study: ({ permit }: { permit?: string }) => (permit === 'granted' ? 'mathematics' : null),
    },
  },
};

/**
 * Answers what is different for every operation of a test. So a test knows how many operations have come as far as this
 * subgraph, whatever they share of the others.
 */
const marks: SubgraphDefinition = {
  name: 'marks',
  typeDefs: `
    type Query { mark(n: Int!): Int! }
    type Person @key(fields: "id") { id: ID! mark(n: Int!): Int }
  `,
  resolvers: {
    Query: { mark: (_: unknown, { n }: { n: number }) => n },
    Person: { __resolveReference: (reference: Reference) => reference, mark: (_: unknown, { n }: { n: number }) => n },
  },
};

/** The subgraphs of tests about sharing. */
export const sharingSubgraphs = [registry, points, marks] as const;

/** Holds the requests to a subgraph back until it is opened. */
export function hold(subgraph: SubgraphServer, concerns: (request: ReceivedRequest) => boolean = () => true) {
  const open = Promise.withResolvers<void>();
  subgraph.intercept = async (request) => {
    if (concerns(request)) await open.promise;
    return false;
  };
  return open.resolve;
}

/** Resolves when a subgraph has got so many requests. */
export async function received(federation: Federation, name: string, count: number): Promise<void> {
  const subgraph = federation.subgraph(name);
  // Each turn lets the processes of the test go on; the test's own time limit ends a wait in vain.
  while (subgraph.received.length < count) await new Promise((resolve) => setImmediate(resolve));
}
