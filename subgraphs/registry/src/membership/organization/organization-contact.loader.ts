import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { OrganizationContactEntity } from './organization-contact.entity.js';

export const contactByOrganization = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(OrganizationContactEntity, { organizationId: { $in: ids } }),
  (row) => row.organizationId,
);
