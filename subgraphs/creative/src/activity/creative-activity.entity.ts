import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
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
    source: p.json<StoredSource>().nullable(),
  },
});

export class CreativeActivityEntity extends CreativeActivitySchema.class {}
CreativeActivitySchema.setClass(CreativeActivityEntity);
