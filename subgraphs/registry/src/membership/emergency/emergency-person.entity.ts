import { defineEntity, p } from '@mikro-orm/core';

const EmergencyPersonSchema = defineEntity({
  name: 'EmergencyPersonEntity',
  tableName: 'emergency_person',
  properties: { id: p.uuid().primary(), emergencyId: p.uuid(), volunteerId: p.uuid() },
});

/** A person whom an emergency concerns. */
export class EmergencyPersonEntity extends EmergencyPersonSchema.class {}
EmergencyPersonSchema.setClass(EmergencyPersonEntity);
