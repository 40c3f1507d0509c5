import { defineRowLoader } from '@birlik/kernel/rows';
import { CampaignEntity } from './campaign.entity.js';

export const campaignById = defineRowLoader(CampaignEntity, 'id', { readers: 'everyone' });
