import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { OpportunityEntity } from './opportunity.entity.js';

/** Null in a field means that it does not narrow the list. */
export interface OpportunityFilter {
  readonly organizationId: string | null;
  readonly countryCode: string | null;
}

/** The published opportunities, those that start last first; public. */
export function listOpportunities(
  context: RequestContext,
  args: ConnectionArgs,
  { organizationId, countryCode }: OpportunityFilter,
): Promise<Connection<OpportunityEntity>> {
  return findConnection(context.em, OpportunityEntity, {
    args,
    where: {
      published: true,
      ...(organizationId === null ? {} : { organizationId }),
      ...(countryCode === null ? {} : { countryCode }),
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
  });
}
