import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { CampaignEntity } from './campaign.entity.js';

export const campaignById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(CampaignEntity, { id: { $in: ids } }),
  (row) => row.id,
);
