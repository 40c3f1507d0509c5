import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { OrganizationKeyEntity } from './organization-key.entity.js';

export const keysByOrganization = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(
      OrganizationKeyEntity,
      { organizationId: { $in: ids } },
      { orderBy: { organizationId: 'asc', validFrom: 'desc', kid: 'asc' } },
    ),
  (row) => row.organizationId,
  50,
);
