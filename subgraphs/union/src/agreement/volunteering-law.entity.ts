import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const VolunteeringLawSchema = defineEntity({
  name: 'VolunteeringLawEntity',
  tableName: 'volunteering_law',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    summary: p.json<LocalizedText>().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class VolunteeringLawEntity extends VolunteeringLawSchema.class {}
VolunteeringLawSchema.setClass(VolunteeringLawEntity);
