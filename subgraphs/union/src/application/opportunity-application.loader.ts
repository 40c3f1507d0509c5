import { defineGrantLoader } from '@birlik/trust/grant-loader';
import { OpportunityApplicationEntity } from './opportunity-application.entity.js';

/** A person's newest 50 applications that the grant opens, newest first. */
export const applicationsByGrant = defineGrantLoader(OpportunityApplicationEntity, {
  orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }],
  most: 50,
});
