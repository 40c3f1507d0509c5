import { defineEntity, p } from '@mikro-orm/core';

const AssociationSchema = defineEntity({
  name: 'AssociationEntity',
  tableName: 'association',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    countryCode: p.string(),
    founder: p.boolean(),
    foundedPlatformOn: p.date().nullable(),
  },
});

export class AssociationEntity extends AssociationSchema.class {}
AssociationSchema.setClass(AssociationEntity);
