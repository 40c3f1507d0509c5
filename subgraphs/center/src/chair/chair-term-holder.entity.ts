import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const ChairTermHolderSchema = defineEntity({
  name: 'ChairTermHolderEntity',
  tableName: 'chair_term_holder',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    chairTermId: p.uuid(),
    holderOrganizationId: p.uuid(),
    countryCode: p.string(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ChairTermHolderEntity extends ChairTermHolderSchema.class {}
ChairTermHolderSchema.setClass(ChairTermHolderEntity);
