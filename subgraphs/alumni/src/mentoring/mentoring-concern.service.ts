import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { MentoringConcernEntity } from './mentoring-concern.entity.js';
import type { RaiseMentoringConcernInput } from './mentorship.input.js';
import { saidIn } from './mentorship-pair.service.js';
import { MentorshipEntity } from './mentorship.entity.js';

/** How long what was done may be. */
const longestOutcome = 4000;

/**
 * Raises a concern about a mentorship of the viewer's, whatever its status.
 *
 * @throws DomainError NOT_FOUND (the viewer has no such mentorship) or BAD_USER_INPUT (nothing is said)
 */
export async function raiseConcern(
  context: RequestContext,
  { mentorshipId, text }: RaiseMentoringConcernInput,
): Promise<MentoringConcernEntity> {
  const volunteerId = context.requireVolunteer();
  const said = saidIn(text);
  return context.em.transactional(async (em) => {
    const found = await em.findOne(MentorshipEntity, {
      id: mentorshipId,
      $or: [{ volunteerId }, { mentorVolunteerId: volunteerId }],
    });
    if (!found) throw new DomainError('NOT_FOUND', explain('no-mentorship'));
    const id = newId();
    em.create(MentoringConcernEntity, {
      id,
      organizationId: found.organizationId,
      mentorshipId,
      volunteerId,
      byMentor: found.mentorVolunteerId === volunteerId,
      text: said,
    });
    await em.flush();
    return em.findOneOrFail(MentoringConcernEntity, { id }, { refresh: true });
  });
}

/**
 * Closes a concern of the viewer's own association.
 *
 * @throws DomainError NOT_FOUND (none, or closed already) or BAD_USER_INPUT (nothing is said, or too much)
 */
export async function closeConcern(
  context: RequestContext,
  { concernId: id, outcome }: { readonly concernId: string; readonly outcome: string },
): Promise<MentoringConcernEntity> {
  const organizationId = context.requireOrganization();
  const said = outcome.trim();
  if (said === '' || said.length > longestOutcome) throw new DomainError('BAD_USER_INPUT', explain('outcome-length'));
  return context.em.transactional(async (em) => {
    const concern = await em.findOne(
      MentoringConcernEntity,
      { id, organizationId, closedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!concern) throw new DomainError('NOT_FOUND', explain('no-concern'));
    em.assign(concern, { closedAt: context.now(), outcome: said });
    await em.flush();
    return concern;
  });
}
