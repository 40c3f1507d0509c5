import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const AssociationSchema = defineEntity({
  name: 'AssociationEntity',
  tableName: 'association',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    countryCodes: p.array(),
    founder: p.boolean(),
    foundedPlatformOn: p.date().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class AssociationEntity extends AssociationSchema.class {}
AssociationSchema.setClass(AssociationEntity);
