import type { LocalizedText } from '@birlik/kernel/localized';
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
  },
});

export class AgreementEntity extends AgreementSchema.class {}
AgreementSchema.setClass(AgreementEntity);
