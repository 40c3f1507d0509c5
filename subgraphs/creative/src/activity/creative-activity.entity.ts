import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const CreativeActivitySchema = defineEntity({
  name: 'CreativeActivityEntity',
  tableName: 'creative_activity',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    campaignId: p.uuid(),
    title: p.json<LocalizedText>(),
    heldOn: p.date().nullable(),
    unescoGoals: p.array(),
  },
});

export class CreativeActivityEntity extends CreativeActivitySchema.class {}
CreativeActivitySchema.setClass(CreativeActivityEntity);
