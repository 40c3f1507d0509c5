import { defineEntity, p } from '@mikro-orm/core';

const IntakeSchema = defineEntity({
  name: 'IntakeEntity',
  tableName: 'intake',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    startsOn: p.date(),
    weeks: p.integer(),
  },
});

export class IntakeEntity extends IntakeSchema.class {}
IntakeSchema.setClass(IntakeEntity);
