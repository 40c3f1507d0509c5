import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { CreativeApplicationEntity } from './creative-application.entity.js';

const mostOfOnePerson = 20;

/** A person's applications that the grant opens, newest first, at most 20. */
export const applicationsByGrant = defineLoader<Grant, CreativeApplicationEntity[], RequestContext>(
  async (grants, context) => {
    const people = grants.map((grant) => grant.sub);
    const rows = await context
      .granted(grants)
      .find(
        CreativeApplicationEntity,
        { volunteerId: { $in: people } },
        { orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }] },
      );
    const applications = groupByKey(people, rows, (row) => row.volunteerId);
    return applications.map((ofPerson) => ofPerson.slice(0, mostOfOnePerson));
  },
  (grant) => grant.sub,
);
