import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

export const campaignStatuses = { OPEN: 'open', SCORING: 'scoring', DECIDED: 'decided' } as const;
export type CampaignStatus = (typeof campaignStatuses)[keyof typeof campaignStatuses];

const CampaignSchema = defineEntity({
  name: 'CampaignEntity',
  tableName: 'campaign',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    partnerOrganizationId: p.uuid().nullable(),
    name: p.json<LocalizedText>(),
    summary: p.json<LocalizedText>().nullable(),
    status: p.string().$type<CampaignStatus>(),
    seats: p.integer(),
    launchedOn: p.date().nullable(),
    registeredOver: p.integer().nullable(),
  },
});

export class CampaignEntity extends CampaignSchema.class {}
CampaignSchema.setClass(CampaignEntity);
