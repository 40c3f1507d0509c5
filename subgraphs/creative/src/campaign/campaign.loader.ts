import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { CampaignEntity } from './campaign.entity.js';

export const campaignById = defineLoader<string, CampaignEntity | null, RequestContext>(async (ids, context) => {
  const rows = await context.em.find(CampaignEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
});
