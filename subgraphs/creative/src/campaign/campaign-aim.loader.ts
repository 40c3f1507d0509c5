import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { CampaignAimEntity } from './campaign-aim.entity.js';

/** A campaign's aims in the order in which it states them. */
export const aimsByCampaignId = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(CampaignAimEntity, { campaignId: { $in: ids } }, { orderBy: { position: 'asc' } }),
  (row) => row.campaignId,
);
