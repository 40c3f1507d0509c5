import { defineRowsLoader } from '@birlik/kernel/rows';
import { CampaignAimEntity } from './campaign-aim.entity.js';

/** A campaign's aims in the order in which it states them. */
export const aimsByCampaignId = defineRowsLoader(CampaignAimEntity, 'campaignId', {
  readers: 'everyone',
  orderBy: [{ position: 'asc' }],
});
