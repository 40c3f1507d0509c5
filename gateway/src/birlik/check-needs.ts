import type { GraphQLSchema } from 'graphql';
import { ConfigError } from '../errors/config-error.js';
import { grantTag } from '@birlik/member-rules/contract';
import { allPlaces } from '../pairwise/id-places.js';
import { PAIRWISE_TAG, tagsIn } from '../pairwise/pairwise-places.js';
import type { BirlikOptions } from './birlik-options.js';
import { CAPACITY_TAG } from './legal-capacity.js';

/** On the field that says who a viewer is. */
const STATUS_TAG = 'authorization-status';

/**
 * Refuses a supergraph that needs what is not configured: without keys its ids would be the same for everybody, and without
 * the question viewers would be whoever their tokens say. Throws {@link ConfigError}.
 */
export function checkNeeds(
  schema: GraphQLSchema,
  { pairwise, authorizationStatus }: Pick<BirlikOptions, 'pairwise' | 'authorizationStatus'>,
): void {
  const tagsOf = tagsIn(schema);
  const tags = new Set([...allPlaces(schema).values()].flatMap((place) => [...tagsOf(place)]));
  const failures: string[] = [];
  if (tags.has(PAIRWISE_TAG) && pairwise.keys.length === 0) {
    failures.push(`pairwise.keys: the supergraph has ids of each viewer's own (@tag "${PAIRWISE_TAG}")`);
  }
  if (tags.has(STATUS_TAG) && authorizationStatus === null) {
    failures.push(`authorizationStatus: the supergraph says who viewers are (@tag "${STATUS_TAG}")`);
  }
  if (tags.has(CAPACITY_TAG) && (authorizationStatus?.capacityDocument ?? null) === null) {
    failures.push(
      `authorizationStatus.capacityDocument: the supergraph has mutations that need to know for whom viewers decide (@tag "${CAPACITY_TAG}")`,
    );
  }
  if ([...tags].some((tag) => tag?.startsWith(grantTag)) && authorizationStatus === null) {
    failures.push(
      `authorizationStatus: the supergraph has decisions on persons (@tag "${grantTag}…"), and nobody who decides`,
    );
  }
  if (failures.length > 0) throw new ConfigError(failures);
}
