import { defineRowsLoader } from '@birlik/kernel/rows';
import { OrganizationKeyEntity } from './organization-key.entity.js';

export const keysByOrganization = defineRowsLoader(OrganizationKeyEntity, 'organizationId', {
  orderBy: [{ organizationId: 'asc' }, { validFrom: 'desc' }, { kid: 'asc' }],
  most: 50,
});
