import type { ResolveReference } from '@birlik/trust/federation';
import { campaignById } from './campaign.loader.js';

export const resolveCampaign: ResolveReference = (reference, context) =>
  campaignById.load(context, String(reference['id']));
