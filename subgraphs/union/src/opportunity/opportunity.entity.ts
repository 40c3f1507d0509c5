import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const OpportunitySchema = defineEntity({
  name: 'OpportunityEntity',
  tableName: 'opportunity',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    portalId: p.uuid().nullable(),
    title: p.json<LocalizedText>(),
    summary: p.json<LocalizedText>(),
    city: p.json<LocalizedText>(),
    countryCode: p.string(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    capacity: p.integer(),
    published: p.boolean(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class OpportunityEntity extends OpportunitySchema.class {}
OpportunitySchema.setClass(OpportunityEntity);
