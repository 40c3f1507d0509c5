import { defineEntity, p } from '@mikro-orm/core';

const VolunteerAgreementSchema = defineEntity({
  name: 'VolunteerAgreementEntity',
  tableName: 'volunteer_agreement',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    lawId: p.uuid(),
    signedOn: p.date(),
    endsOn: p.date().nullable(),
  },
});

export class VolunteerAgreementEntity extends VolunteerAgreementSchema.class {}
VolunteerAgreementSchema.setClass(VolunteerAgreementEntity);
