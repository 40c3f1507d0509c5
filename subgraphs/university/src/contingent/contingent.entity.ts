import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const ContingentSchema = defineEntity({
  name: 'ContingentEntity',
  tableName: 'contingent',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    targetOrganizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    capacity: p.integer().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ContingentEntity extends ContingentSchema.class {}
ContingentSchema.setClass(ContingentEntity);
