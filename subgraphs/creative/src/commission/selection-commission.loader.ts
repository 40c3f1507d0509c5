import { defineRowLoader } from '@birlik/kernel/rows';
import { SelectionCommissionEntity } from './selection-commission.entity.js';

/** The commission of a campaign; null while it has none. */
export const commissionByCampaign = defineRowLoader(SelectionCommissionEntity, 'campaignId', { readers: 'everyone' });
