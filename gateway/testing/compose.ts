import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import type { SubgraphServer } from './subgraph-server.js';

/** Composes the supergraph of running subgraphs. */
export function compose(subgraphs: readonly Pick<SubgraphServer, 'name' | 'typeDefs' | 'url'>[]): string {
  const result = composeServices(
    subgraphs.map(({ name, typeDefs, url }) => ({ name, url, typeDefs: parse(typeDefs) })),
  );
  if (result.supergraphSdl === undefined) {
    throw new Error(`The subgraphs do not compose: ${result.errors?.map(String).join('; ')}`);
  }
  return result.supergraphSdl;
}
