import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { MatchingPairEntity } from './matching-pair.entity.js';

/** The pairs of a draft, those that fit least first: they are what a coordinator looks at. */
export function listPairs(
  context: RequestContext,
  args: ConnectionArgs,
  draftId: string,
): Promise<Connection<MatchingPairEntity>> {
  return findConnection(context.em, MatchingPairEntity, {
    args,
    where: { draftId },
    orderBy: [{ score: 'asc' }, { id: 'asc' }],
  });
}

/** The published pairs of a round in which one of the two is of an association. */
export function listAssociationPairs(
  context: RequestContext,
  args: ConnectionArgs,
  { roundId, organizationId }: { readonly roundId: string; readonly organizationId: string },
): Promise<Connection<MatchingPairEntity>> {
  const ofAssociation = [{ menteeAssociationId: organizationId }, { mentorAssociationId: organizationId }];
  return findConnection(context.em, MatchingPairEntity, {
    args,
    where: { roundId, published: true, $or: ofAssociation },
    orderBy: [{ id: 'asc' }],
  });
}
