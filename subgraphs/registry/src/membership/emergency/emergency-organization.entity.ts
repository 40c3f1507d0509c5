import { defineEntity, p } from '@mikro-orm/core';

const EmergencyOrganizationSchema = defineEntity({
  name: 'EmergencyOrganizationEntity',
  tableName: 'emergency_organization',
  properties: { id: p.uuid().primary(), emergencyId: p.uuid(), organizationId: p.uuid() },
});

/** An organisation whose people an emergency concerns, all of them. */
export class EmergencyOrganizationEntity extends EmergencyOrganizationSchema.class {}
EmergencyOrganizationSchema.setClass(EmergencyOrganizationEntity);
