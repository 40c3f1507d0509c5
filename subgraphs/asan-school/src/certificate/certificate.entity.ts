import { defineEntity, p } from '@mikro-orm/core';
import type { ProgrammeStage } from '../programme/programme-participation.entity.js';

const CertificateSchema = defineEntity({
  name: 'CertificateEntity',
  tableName: 'certificate',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    participationId: p.uuid(),
    stage: p.string().$type<ProgrammeStage>(),
    certificateTypeId: p.uuid().nullable(),
    serialNumber: p.string(),
    issuedOn: p.date(),
    revokedAt: p.datetime().nullable(),
    approvedByOrganizationId: p.uuid(),
    cosignedByOrganizationId: p.uuid().nullable(),
  },
});

export class CertificateEntity extends CertificateSchema.class {}
CertificateSchema.setClass(CertificateEntity);
