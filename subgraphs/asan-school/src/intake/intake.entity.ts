import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const IntakeSchema = defineEntity({
  name: 'IntakeEntity',
  tableName: 'intake',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    startsOn: p.date(),
    weeks: p.integer(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class IntakeEntity extends IntakeSchema.class {}
IntakeSchema.setClass(IntakeEntity);
