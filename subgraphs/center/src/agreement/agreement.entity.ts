import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const AgreementSchema = defineEntity({
  name: 'AgreementEntity',
  tableName: 'agreement',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    title: p.json<LocalizedText>(),
    purpose: p.json<LocalizedText>().nullable(),
    partyIds: p.array(),
    countryCodes: p.array(),
    signedOn: p.date(),
    expiresOn: p.date().nullable(),
    sdgGoals: p.array(Number, String),
    source: p.json<StoredSource>().nullable(),
  },
});

export class AgreementEntity extends AgreementSchema.class {}
AgreementSchema.setClass(AgreementEntity);
