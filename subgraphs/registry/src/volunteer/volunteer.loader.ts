import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { VolunteerEntity } from './volunteer.entity.js';

/** The registry's row of a person that the grant opens; null for an id that nobody has. */
export const volunteerByGrant = defineLoader<Grant, VolunteerEntity | null, RequestContext>(
  async (grants, context) => {
    const rows = await context.granted(grants).find(VolunteerEntity, { id: { $in: grants.map((grant) => grant.sub) } });
    return indexByKey(
      grants,
      rows,
      (row) => row.id,
      (grant) => grant.sub,
    );
  },
  (grant) => grant.sub,
);
