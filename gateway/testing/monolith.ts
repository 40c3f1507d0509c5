import { graphql, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { badges, people, reviews } from './demo-subgraphs.js';

type Resolver = (source: object, args: object) => unknown;
type Source = Readonly<Record<string, unknown>>;

const DEFINITIONS = [people, reviews, badges];

/** Fields that the monolith answers by itself because subgraphs share the work. */
const OWN: Readonly<Record<string, (source: Source) => unknown>> = {
  'Query.secretThing': () => null,
  'User.age': (user) => resolverOf('User', 'age')?.({ grant: resolverOf('User', 'grant')?.(user, {}) }, {}),
  'Book.rating': (media) => resolverOf('Media', 'rating')?.(media, {}),
  'Film.rating': (media) => resolverOf('Media', 'rating')?.(media, {}),
};

function resolverOf(type: string, field: string): Resolver | undefined {
  for (const { resolvers } of DEFINITIONS) {
    const resolver = resolvers?.[type]?.[field];
    if (typeof resolver === 'function') return resolver as Resolver;
  }
  return undefined;
}

/** An entity as the subgraph that owns it knows it, whichever subgraph pointed to it. */
function hydrate(type: string, source: Source): Source {
  const owner = resolverOf(type, '__resolveReference');
  return owner === undefined ? source : { ...(owner(source, {}) as Source), ...source };
}

const resolve: GraphQLFieldResolver<Source, unknown> = (source, args, _context, { parentType, fieldName }) => {
  const own = OWN[`${parentType.name}.${fieldName}`];
  if (own !== undefined) return own(source);
  const resolver = resolverOf(parentType.name, fieldName);
  return resolver === undefined ? hydrate(parentType.name, source)[fieldName] : resolver(source, args);
};

/** Runs an operation against one schema that has all the data of the demo subgraphs. */
export function askMonolith(schema: GraphQLSchema, source: string, variableValues: Record<string, unknown>) {
  return graphql({ schema, source, variableValues, rootValue: {}, fieldResolver: resolve as never });
}
