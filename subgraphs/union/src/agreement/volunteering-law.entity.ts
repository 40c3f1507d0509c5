import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const VolunteeringLawSchema = defineEntity({
  name: 'VolunteeringLawEntity',
  tableName: 'volunteering_law',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
  },
});

export class VolunteeringLawEntity extends VolunteeringLawSchema.class {}
VolunteeringLawSchema.setClass(VolunteeringLawEntity);
