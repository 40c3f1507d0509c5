import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { CampaignEntity, type CampaignStatus } from './campaign.entity.js';

/** The campaigns in one status, or all, newest first; public, since they name no one. */
export function listCampaigns(
  context: RequestContext,
  args: ConnectionArgs,
  status: CampaignStatus | null,
): Promise<Connection<CampaignEntity>> {
  return findConnection(context.em, CampaignEntity, {
    args,
    where: status === null ? {} : { status },
    orderBy: [{ id: 'desc' }],
  });
}
