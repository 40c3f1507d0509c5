import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { newestOfEach } from '../volunteer/newest-rows.loader.js';
import { OpportunityApplicationEntity } from './opportunity-application.entity.js';

/** A person's newest 50 applications that the grant opens, newest first. */
export const applicationsByGrant = defineLoader<Grant, OpportunityApplicationEntity[], RequestContext>(
  async (grants, context) => {
    const rows = await context
      .granted(grants)
      .find(
        OpportunityApplicationEntity,
        { id: { $in: newestOfEach(grants, { table: 'opportunity_application', by: 'applied_at', limit: 50 }) } },
        { orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }] },
      );
    return groupByKey(
      grants,
      rows,
      (row) => row.volunteerId,
      (grant) => grant.sub,
    );
  },
  (grant) => grant.sub,
);
