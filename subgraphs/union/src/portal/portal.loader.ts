import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { PortalEntity } from './portal.entity.js';

export const portalById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(PortalEntity, { id: { $in: ids } }),
  (row) => row.id,
);
