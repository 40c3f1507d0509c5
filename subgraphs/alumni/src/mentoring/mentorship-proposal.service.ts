import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { AlumnusEntity } from '../alumnus/alumnus.entity.js';
import { explain } from '../messages.js';
import { MentorProfileEntity, mentorReviews } from './mentor-profile.entity.js';
import { MentorshipEntity, mentorshipProposers, mentorshipStatuses } from './mentorship.entity.js';
import type { ProposeMentorshipInput } from './mentorship.input.js';
import { refused } from './mentorship-refusal.service.js';

/**
 * Proposes two people of the viewer's own association to each other. A place is held; both are told, and both have to say yes.
 *
 * @throws DomainError NOT_FOUND (one of the two is not the association's, or the offer does not stand), BAD_USER_INPUT (they are one person)
 *   or CONFLICT (the mentor is full or paused, or the two have something open)
 */
export async function proposeMentorship(
  context: RequestContext,
  { menteeId, mentorId, format = null }: ProposeMentorshipInput,
): Promise<MentorshipEntity> {
  const organizationId = context.requireOrganization();
  return refused(() =>
    context.em.transactional(async (em) => {
      const mentee = await em.findOne(AlumnusEntity, { organizationId, volunteerId: menteeId });
      if (!mentee) throw new DomainError('NOT_FOUND', explain('no-mentee'));
      const mentor = await em.findOne(MentorProfileEntity, {
        organizationId,
        volunteerId: mentorId,
        withdrawnAt: null,
        review: { $ne: mentorReviews.REFUSED },
      });
      if (!mentor) throw new DomainError('NOT_FOUND', explain('no-mentor'));
      const id = newId();
      em.create(MentorshipEntity, {
        id,
        organizationId,
        volunteerId: menteeId,
        mentorVolunteerId: mentorId,
        status: mentorshipStatuses.PROPOSED,
        proposedBy: mentorshipProposers.COORDINATOR,
        format,
      });
      await em.flush();
      return em.findOneOrFail(MentorshipEntity, { id }, { refresh: true });
    }),
  );
}
