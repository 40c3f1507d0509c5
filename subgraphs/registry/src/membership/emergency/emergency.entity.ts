import { defineEntity, p } from '@mikro-orm/core';

const EmergencySchema = defineEntity({
  name: 'EmergencyEntity',
  tableName: 'emergency',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    event: p.string(),
    reason: p.string(),
    proposedAt: p.datetime(),
    proposedBy: p.string(),
    proposedByIssuer: p.string().nullable(),
    endsAt: p.datetime(),
    confirmedAt: p.datetime().nullable(),
    confirmedBy: p.string().nullable(),
    confirmedByIssuer: p.string().nullable(),
    closedAt: p.datetime().nullable(),
    closedBy: p.string().nullable(),
  },
});

export class EmergencyEntity extends EmergencySchema.class {}
EmergencySchema.setClass(EmergencyEntity);

/** What has become of an emergency: one that nobody confirmed in its time has lapsed. */
export const emergencyStatuses = {
  PROPOSED: 'proposed',
  OPEN: 'open',
  CLOSED: 'closed',
  ENDED: 'ended',
  LAPSED: 'lapsed',
} as const;
export type EmergencyStatus = (typeof emergencyStatuses)[keyof typeof emergencyStatuses];

/** How many organisations and people an emergency names at the most. */
export const mostOrganizations = 50;
export const mostPeople = 500;
