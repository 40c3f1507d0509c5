import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const CertificateTypeSchema = defineEntity({
  name: 'CertificateTypeEntity',
  tableName: 'certificate_type',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    version: p.integer(),
    minimumScore: p.integer(),
  },
});

export class CertificateTypeEntity extends CertificateTypeSchema.class {}
CertificateTypeSchema.setClass(CertificateTypeEntity);
