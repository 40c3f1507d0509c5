import { createEventChannel, type EventChannel } from './event-channel.js';
import type { SubgraphDefinition } from './subgraph-server.js';

/** A feed of reviews in one subgraph and their authors in another, with the feed in the hands of a test. */
export interface Feed {
  readonly channel: EventChannel;
  readonly definitions: readonly SubgraphDefinition[];
}

const NAMES: Readonly<Record<string, string>> = { u1: 'Aysel', u2: 'Murad', u3: 'Leyla' };

interface Review {
  readonly id: string;
  readonly body?: string;
}

/** Makes a feed; what is published is `{ id, body }` of a review, and its author has the number of the review. */
export function createFeed(): Feed {
  const channel = createEventChannel();
  const listen = { subscribe: () => channel.listen(), resolve: (event: unknown) => event };
  const feed: SubgraphDefinition = {
    name: 'feed',
    typeDefs: `
      type Query { motto: String }
      type Mutation { shout(text: String!): String }
      type Subscription { reviewAdded(of: ID): Review mustHave: Review! }
      type Review @key(fields: "id") { id: ID! body: String fails: String author: User }
      type User @key(fields: "id") { id: ID! grant: Boolean @inaccessible }
    `,
    resolvers: {
      Query: { motto: () => 'together' },
      Mutation: { shout: (_: unknown, { text }: { text: string }) => text.toUpperCase() },
      Subscription: { reviewAdded: listen, mustHave: listen },
      Review: {
        fails: () => {
          throw new Error('broken on purpose');
        },
        author: ({ id }: Review) => ({ id: `u${id.slice(1)}`, grant: true }),
      },
    },
  };
  const people: SubgraphDefinition = {
    name: 'people',
    typeDefs: `
      type Query { me: User }
      type User @key(fields: "id") {
        id: ID! name: String rank: Int! grant: Boolean @external age: Int @requires(fields: "grant")
      }
    `,
    resolvers: {
      User: {
        __resolveReference: (reference: object) => reference,
        name: ({ id }: Review) => NAMES[id] ?? null,
        rank: ({ id }: Review) => Number(id.slice(1)),
        age: ({ grant }: { grant?: boolean }) => (grant === true ? 21 : null),
      },
    },
  };
  return { channel, definitions: [feed, people] };
}
