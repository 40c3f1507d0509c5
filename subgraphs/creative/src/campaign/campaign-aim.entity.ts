import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const CampaignAimSchema = defineEntity({
  name: 'CampaignAimEntity',
  tableName: 'campaign_aim',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    campaignId: p.uuid(),
    position: p.integer(),
    name: p.json<LocalizedText>(),
  },
});

export class CampaignAimEntity extends CampaignAimSchema.class {}
CampaignAimSchema.setClass(CampaignAimEntity);
