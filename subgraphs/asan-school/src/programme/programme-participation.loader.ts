import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { ProgrammeParticipationEntity } from './programme-participation.entity.js';

/** A person's newest participation that the grant opens; null when there is none. */
export const participationByGrant = defineLoader<Grant, ProgrammeParticipationEntity | null, RequestContext>(
  async (grants, context) => {
    const people = grants.map((grant) => grant.sub);
    const rows = await context
      .granted(grants)
      .find(
        ProgrammeParticipationEntity,
        { volunteerId: { $in: people } },
        { orderBy: [{ joinedOn: 'desc' }, { id: 'desc' }] },
      );
    return groupByKey(people, rows, (row) => row.volunteerId).map(([newest]) => newest ?? null);
  },
  (grant) => grant.sub,
);
