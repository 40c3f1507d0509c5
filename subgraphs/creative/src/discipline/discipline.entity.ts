import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const DisciplineSchema = defineEntity({
  name: 'DisciplineEntity',
  tableName: 'discipline',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class DisciplineEntity extends DisciplineSchema.class {}
DisciplineSchema.setClass(DisciplineEntity);
