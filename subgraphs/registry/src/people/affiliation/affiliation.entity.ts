import { defineEntity, p } from '@mikro-orm/core';

export const affiliationRoles = {
  STUDENT: 'student',
  VOLUNTEER: 'volunteer',
  ALUMNUS: 'alumnus',
  APPLICANT: 'applicant',
  MEMBER: 'member',
} as const;
export type AffiliationRole = (typeof affiliationRoles)[keyof typeof affiliationRoles];

const AffiliationSchema = defineEntity({
  name: 'AffiliationEntity',
  tableName: 'affiliation',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    role: p.string().$type<AffiliationRole>(),
    since: p.date(),
    until: p.date().nullable(),
    /** Since when it opens nothing, until it is resumed; it has an end meanwhile. */
    suspendedAt: p.datetime().nullable(),
  },
});

export class AffiliationEntity extends AffiliationSchema.class {}
AffiliationSchema.setClass(AffiliationEntity);
