import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { MentorshipEntity } from './mentorship.entity.js';

/** How many mentorships of one person are shown at the most. */
export const mostMentorships = 50;

/** A person's mentorships as a mentee that the grant opens, newest first. */
export const mentorshipsByGrant = defineLoader<Grant, MentorshipEntity[], RequestContext>(
  async (grants, context) => {
    const mentees = grants.map((grant) => grant.sub);
    const rows = await context
      .granted(grants)
      .find(MentorshipEntity, { volunteerId: { $in: mentees } }, { orderBy: [{ id: 'desc' }] });
    const byPerson = groupByKey(
      grants,
      rows,
      (row) => row.volunteerId,
      (grant) => grant.sub,
    );
    return byPerson.map((mentorships) => mentorships.slice(0, mostMentorships));
  },
  (grant) => grant.sub,
);
