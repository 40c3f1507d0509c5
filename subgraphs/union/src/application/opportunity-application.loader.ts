import { defineGrantLoader } from '@birlik/trust/grant-loader';
import { OpportunityApplicationEntity } from './opportunity-application.entity.js';

const newest = { orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }], most: 50 } as const;

/** A person's newest 50 applications that the grant opens, newest first. */
export const applicationsByGrant = defineGrantLoader(OpportunityApplicationEntity, newest);

/** Those of them that wait for a guardian. */
export const waitingByGrant = defineGrantLoader(OpportunityApplicationEntity, {
  ...newest,
  where: `one.status = 'awaiting_guardian'`,
});
