import { defineRowLoader } from '@birlik/kernel/rows';
import { OrganizationEntity } from './organization.entity.js';

export const organizationById = defineRowLoader(OrganizationEntity, 'id', { readers: 'everyone' });
