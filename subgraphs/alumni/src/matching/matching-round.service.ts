import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { MatchingRoundEntity } from './matching-round.entity.js';

/** The matching rounds of the viewer's own organisation, newest first. */
export function listMatchingRounds(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<MatchingRoundEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, MatchingRoundEntity, {
    args,
    where: { organizationId },
    orderBy: [{ id: 'desc' }],
  });
}
