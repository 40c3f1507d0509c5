import { defineEntity, p } from '@mikro-orm/core';

/** The roles in which a person can be appointed; each is a role of the person's token. */
export const officerRoles = {
  OFFICER: 'officer',
  COORDINATOR: 'coordinator',
  ANALYST: 'analyst',
  ADMIN: 'admin',
  SAFEGUARDING_LEAD: 'safeguarding_lead',
} as const;
export type OfficerRole = (typeof officerRoles)[keyof typeof officerRoles];

const OfficerSchema = defineEntity({
  name: 'OfficerEntity',
  tableName: 'officer',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    /** Whose subject it is; null: not known, from before it was noted. */
    issuer: p.string().nullable(),
    subject: p.string(),
    roles: p.array().$type<OfficerRole[]>(),
    appointedAt: p.datetime(),
    /** When a hand-over begins it; null: as soon as it was made. */
    beginsAt: p.datetime().nullable(),
    /** When a hand-over ends it; null: none does. */
    endsAt: p.datetime().nullable(),
    dismissedAt: p.datetime().nullable(),
  },
});

/** An appointment. A dismissed one stays, since it goes on refusing whom an identity provider still vouches for. */
export class OfficerEntity extends OfficerSchema.class {}
OfficerSchema.setClass(OfficerEntity);
