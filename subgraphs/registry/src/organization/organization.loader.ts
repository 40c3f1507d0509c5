import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { OrganizationEntity } from './organization.entity.js';

export const organizationById = defineLoader<string, OrganizationEntity | null, RequestContext>(
  async (ids, context) => {
    const rows = await context.em.find(OrganizationEntity, { id: { $in: [...ids] } });
    return indexByKey(ids, rows, (row) => row.id);
  },
);
