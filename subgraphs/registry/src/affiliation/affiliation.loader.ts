import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { AffiliationEntity } from './affiliation.entity.js';

/** A person's affiliations that the grant opens, newest first: an owner's grant opens its own tie only. */
export const affiliationsByGrant = defineLoader<Grant, AffiliationEntity[], RequestContext>(
  async (grants, context) => {
    const rows = await context
      .granted(grants)
      .find(
        AffiliationEntity,
        { volunteerId: { $in: grants.map((grant) => grant.sub) } },
        { orderBy: [{ since: 'desc' }, { id: 'desc' }] },
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
