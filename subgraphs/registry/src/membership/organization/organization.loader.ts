import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { OrganizationEntity } from './organization.entity.js';

export const organizationById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(OrganizationEntity, { id: { $in: ids } }),
  (row) => row.id,
);
