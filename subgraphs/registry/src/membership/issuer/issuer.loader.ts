import { defineRowsLoader } from '@birlik/kernel/rows';
import { OrganizationEntity } from '../organization/organization.entity.js';

/** The organisations whose issuer it is. */
export const organizationsByIssuer = defineRowsLoader(OrganizationEntity, 'issuer', {
  orderBy: [{ id: 'asc' }],
  most: 200,
});
