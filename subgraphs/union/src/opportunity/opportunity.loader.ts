import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey, type Batch } from '@birlik/kernel/loader';
import { OpportunityEntity } from './opportunity.entity.js';

const findByIds: Batch<string, OpportunityEntity | null, RequestContext> = async (ids, context) => {
  const rows = await context.em.find(OpportunityEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
};

/** An opportunity as the viewer may see it: null for another organisation's draft. */
export const opportunityById = defineLoader(findByIds);

/**
 * The same for the volunteer book. A profile reads entries and applications side by side: were the batch shared, the
 * number of statements would depend on which of the two lists is there first.
 */
export const servedOpportunityById = defineLoader(findByIds);
