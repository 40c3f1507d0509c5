import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { OpportunityEntity } from './opportunity.entity.js';

/** An opportunity as the viewer may see it: null for another organisation's draft. */
export const opportunityById = defineLoader<string, OpportunityEntity | null, RequestContext>(async (ids, context) => {
  const rows = await context.em.find(OpportunityEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
});
