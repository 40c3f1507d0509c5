import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const DisciplineSchema = defineEntity({
  name: 'DisciplineEntity',
  tableName: 'discipline',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
  },
});

export class DisciplineEntity extends DisciplineSchema.class {}
DisciplineSchema.setClass(DisciplineEntity);
