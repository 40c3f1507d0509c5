import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { EnrolmentEntity } from './enrolment.entity.js';

/** A person's enrolments that the grant opens, newest first. */
export const enrolmentsByGrant = defineLoader<Grant, EnrolmentEntity[], RequestContext>(
  async (grants, context) => {
    const rows = await context
      .granted(grants)
      .find(
        EnrolmentEntity,
        { volunteerId: { $in: grants.map((grant) => grant.sub) } },
        { orderBy: [{ startYear: 'desc' }, { id: 'desc' }] },
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
