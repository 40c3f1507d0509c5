import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, lexicographicSortSchema, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/**
 * The schema that clients see: a supergraph without join machinery and without anything `@inaccessible`.
 * Throws when the text is not a supergraph that composition produced.
 */
export function publicSchema(supergraph: string): GraphQLSchema {
  const document = transformSupergraphToPublicSchema(parse(supergraph, { noLocation: true }));
  return lexicographicSortSchema(buildASTSchema(document));
}
