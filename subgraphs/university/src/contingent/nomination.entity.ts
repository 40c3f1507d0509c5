import { defineEntity, p } from '@mikro-orm/core';

const NominationSchema = defineEntity({
  name: 'NominationEntity',
  tableName: 'nomination',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    contingentId: p.uuid(),
    volunteerId: p.uuid(),
    nominatedAt: p.datetime(),
  },
});

export class NominationEntity extends NominationSchema.class {}
NominationSchema.setClass(NominationEntity);
