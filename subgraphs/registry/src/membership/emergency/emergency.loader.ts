import { defineRowLoader, defineRowsLoader } from '@birlik/kernel/rows';
import { EmergencyOrganizationEntity } from './emergency-organization.entity.js';
import { EmergencyPersonEntity } from './emergency-person.entity.js';
import { EmergencyEntity, mostOrganizations, mostPeople } from './emergency.entity.js';

/** An emergency by its id; null for one that the viewer neither opened nor was read in. */
export const emergencyById = defineRowLoader(EmergencyEntity, 'id');

/** The organisations that an emergency names. */
export const organizationsByEmergency = defineRowsLoader(EmergencyOrganizationEntity, 'emergencyId', {
  orderBy: [{ id: 'asc' }],
  most: mostOrganizations,
});

/** The people whom an emergency names. */
export const peopleByEmergency = defineRowsLoader(EmergencyPersonEntity, 'emergencyId', {
  orderBy: [{ id: 'asc' }],
  most: mostPeople,
});
