import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { CampaignAimEntity } from './campaign-aim.entity.js';

/** A campaign's aims in the order in which it states them. */
export const aimsByCampaignId = defineLoader<string, CampaignAimEntity[], RequestContext>(async (ids, context) => {
  const rows = await context.em.find(
    CampaignAimEntity,
    { campaignId: { $in: [...ids] } },
    { orderBy: { position: 'asc' } },
  );
  return groupByKey(ids, rows, (row) => row.campaignId);
});
