import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const MemberCountrySchema = defineEntity({
  name: 'MemberCountryEntity',
  tableName: 'member_country',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    countryCode: p.string(),
    joinedOn: p.date().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class MemberCountryEntity extends MemberCountrySchema.class {}
MemberCountrySchema.setClass(MemberCountryEntity);
