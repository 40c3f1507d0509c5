import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { SelectionCriterionEntity } from './selection-criterion.entity.js';

/** The criteria of one campaign; public, so that applicants know what counts. */
export function listCriteria(
  context: RequestContext,
  args: ConnectionArgs,
  campaignId: string,
): Promise<Connection<SelectionCriterionEntity>> {
  return findConnection(context.em, SelectionCriterionEntity, {
    args,
    where: { campaignId },
    orderBy: [{ id: 'asc' }],
  });
}
