import { defineEntity, p } from '@mikro-orm/core';

export const emergencyActions = {
  OPENED: 'opened',
  CONFIRMED: 'confirmed',
  ALERTED: 'alerted',
  ESCALATED: 'escalated',
  ASSIGNED: 'assigned',
  ANSWERED: 'answered',
  LISTED: 'listed',
  CLOSED: 'closed',
} as const;
export type EmergencyAction = (typeof emergencyActions)[keyof typeof emergencyActions];

const EmergencyEventSchema = defineEntity({
  name: 'EmergencyEventEntity',
  tableName: 'emergency_event',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    emergencyId: p.uuid(),
    checkInId: p.uuid().nullable(),
    action: p.string().$type<EmergencyAction>(),
    byWhom: p.string().nullable(),
    toWhom: p.string().nullable(),
    at: p.datetime().defaultRaw('app_now()'),
  },
});

/** What was done at the desk; `byWhom` is null for the clock. Rows are never changed. */
export class EmergencyEventEntity extends EmergencyEventSchema.class {}
EmergencyEventSchema.setClass(EmergencyEventEntity);
