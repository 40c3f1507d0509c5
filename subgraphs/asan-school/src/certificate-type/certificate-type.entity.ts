import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
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
    source: p.json<StoredSource>().nullable(),
  },
});

export class CertificateTypeEntity extends CertificateTypeSchema.class {}
CertificateTypeSchema.setClass(CertificateTypeEntity);
