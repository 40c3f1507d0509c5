import { defineRowLoader } from '@birlik/kernel/rows';
import { OrganizationContactEntity } from './organization-contact.entity.js';

export const contactByOrganization = defineRowLoader(OrganizationContactEntity, 'organizationId');
