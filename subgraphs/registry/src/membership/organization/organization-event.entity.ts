import { defineEntity, p } from '@mikro-orm/core';

export const organizationEventKinds = {
  REGISTERED: 'registered',
  ACCREDITED: 'accredited',
  SUSPENDED: 'suspended',
  REINSTATED: 'reinstated',
  CONTACT_CHANGED: 'contact-changed',
  REPRESENTATION_CHANGED: 'representation-changed',
  TIME_ZONE_CHANGED: 'time-zone-changed',
  KEY_ADDED: 'key-added',
  KEY_RETIRED: 'key-retired',
  OFFICER_APPOINTED: 'officer-appointed',
  OFFICER_DISMISSED: 'officer-dismissed',
  CLIENT_REGISTERED: 'client-registered',
  CLIENT_REVOKED: 'client-revoked',
  ISSUER_ADMITTED: 'issuer-admitted',
  ISSUER_CHANGED: 'issuer-changed',
  ISSUER_WITHDRAWN: 'issuer-withdrawn',
  PURPOSE_PERMITTED: 'purpose-permitted',
  PURPOSE_FORBIDDEN: 'purpose-forbidden',
  HAND_OVER_NAMED: 'hand-over-named',
  HAND_OVER_CANCELLED: 'hand-over-cancelled',
} as const;
export type OrganizationEventKind = (typeof organizationEventKinds)[keyof typeof organizationEventKinds];

const OrganizationEventSchema = defineEntity({
  name: 'OrganizationEventEntity',
  tableName: 'organization_event',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    kind: p.string().$type<OrganizationEventKind>(),
    happenedAt: p.datetime(),
    actor: p.string(),
    actorOrganizationId: p.uuid(),
    reason: p.string().nullable(),
    concerns: p.string().nullable(),
  },
});

/** One change of an organisation's membership status or of those who act for it. The table is append-only. */
export class OrganizationEventEntity extends OrganizationEventSchema.class {}
OrganizationEventSchema.setClass(OrganizationEventEntity);
