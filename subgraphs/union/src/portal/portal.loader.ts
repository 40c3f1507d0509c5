import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { PortalEntity } from './portal.entity.js';

export const portalById = defineLoader<string, PortalEntity | null, RequestContext>(async (ids, context) => {
  const rows = await context.em.find(PortalEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
});
