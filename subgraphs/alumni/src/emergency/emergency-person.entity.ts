import { defineEntity, p } from '@mikro-orm/core';

const EmergencyPersonSchema = defineEntity({
  name: 'EmergencyPersonEntity',
  tableName: 'emergency_person',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    emergencyId: p.uuid(),
    volunteerId: p.uuid(),
    byRecord: p.boolean(),
    bySubscription: p.boolean(),
    confirmedOn: p.date().nullable(),
  },
});

/** Somebody whom an emergency concerns, and how the platform knows it. It is gone when the emergency is closed. */
export class EmergencyPersonEntity extends EmergencyPersonSchema.class {}
EmergencyPersonSchema.setClass(EmergencyPersonEntity);
