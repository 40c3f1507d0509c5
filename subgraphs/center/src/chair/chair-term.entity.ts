import { defineEntity, p } from '@mikro-orm/core';

const ChairTermSchema = defineEntity({
  name: 'ChairTermEntity',
  tableName: 'chair_term',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    startsOn: p.date(),
    endsOn: p.date(),
  },
});

export class ChairTermEntity extends ChairTermSchema.class {}
ChairTermSchema.setClass(ChairTermEntity);
