import type { RequestContext } from '@birlik/trust/context';
import { findConnection, mapConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { ConstraintViolationException } from '@mikro-orm/core';
import { AlumnusEntity } from '../alumnus/alumnus.entity.js';
import { MentorshipEntity, mentorshipStatuses, type SeenMentorship } from './mentorship.entity.js';
import { explain } from '../messages.js';

/** What each constraint of the database means to the person who asks; the constraints see rows that the viewer cannot. */
const refusals = new Map<unknown, () => DomainError>([
  ['mentorship_mentor', () => new DomainError('NOT_FOUND', explain('no-mentor'))],
  ['mentorship_two_people', () => new DomainError('BAD_USER_INPUT', explain('own-mentor'))],
  ['mentorship_open_pair', () => new DomainError('CONFLICT', explain('asked-already'))],
  ['mentor_profile_paused', () => new DomainError('CONFLICT', explain('mentor-paused'))],
  ['mentor_profile_capacity', () => new DomainError('CONFLICT', explain('mentor-full'))],
]);

/** The mentorships in which the viewer mentors, newest first. */
export async function listMentees(context: RequestContext, args: ConnectionArgs): Promise<Connection<SeenMentorship>> {
  const where = { mentorVolunteerId: context.requireVolunteer() };
  const page = await findConnection(context.em, MentorshipEntity, { args, where, orderBy: [{ id: 'desc' }] });
  return mapConnection(page, (row) => ({ ...row, isOwn: true }));
}

/**
 * Asks a mentor for mentoring, in the name of the viewer, who must be a student or alumnus of the platform. The mentor
 * may belong to another association.
 *
 * The insert counts into the mentor's row and locks it, so that concurrent requests never exceed the capacity.
 *
 * @throws DomainError BAD_USER_INPUT (no student or alumnus, or the viewer is the mentor), NOT_FOUND (no mentor) or
 *   CONFLICT (full, paused, or asked already)
 */
export async function requestMentorship(
  context: RequestContext,
  input: { mentorId: string; message?: string | null },
): Promise<MentorshipEntity> {
  const volunteerId = context.requireVolunteer();
  try {
    return await context.em.transactional(async (em) => {
      const [alumnus] = await em.find(AlumnusEntity, { volunteerId }, { orderBy: [{ id: 'asc' }], limit: 1 });
      if (!alumnus) {
        throw new DomainError('BAD_USER_INPUT', explain('alumni-only'));
      }
      return em.create(MentorshipEntity, {
        id: newId(),
        organizationId: alumnus.organizationId,
        volunteerId,
        mentorVolunteerId: input.mentorId,
        status: mentorshipStatuses.PROPOSED,
        menteeMessage: input.message ?? null,
      });
    });
  } catch (error) {
    if (!(error instanceof ConstraintViolationException)) throw error;
    const refusal = refusals.get((error as { constraint?: unknown }).constraint);
    throw refusal?.() ?? error;
  }
}
