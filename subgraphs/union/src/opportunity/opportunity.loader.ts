import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { OpportunityEntity } from './opportunity.entity.js';

const findByIds = (ids: string[], { em }: RequestContext): Promise<OpportunityEntity[]> =>
  em.find(OpportunityEntity, { id: { $in: ids } });

/** An opportunity as the viewer may see it: null for another organisation's draft. */
export const opportunityById = defineRowLoader(findByIds, (row) => row.id);

/**
 * The same for the volunteer book. A profile reaches its entries a round later than its applications: were the loader
 * shared, the number of statements would depend on whether people served where they applied.
 */
export const servedOpportunityById = defineRowLoader(findByIds, (row) => row.id);
