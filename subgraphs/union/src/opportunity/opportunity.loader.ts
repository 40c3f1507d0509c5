import { defineRowLoader } from '@birlik/kernel/rows';
import { OpportunityEntity } from './opportunity.entity.js';

/** An opportunity as the viewer may see it: null for another organisation's draft. */
export const opportunityById = defineRowLoader(OpportunityEntity, 'id');

/**
 * The same for the volunteer book. A profile reaches its entries a round later than its applications: were the loader
 * shared, the number of statements would depend on whether people served where they applied.
 */
export const servedOpportunityById = defineRowLoader(OpportunityEntity, 'id');
