import type { RequestContext } from '@birlik/trust/context';
import { findConnection, mapConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import { LockMode } from '@mikro-orm/core';
import { AlumnusEntity } from '../alumnus/alumnus.entity.js';
import { explain } from '../messages.js';
import { MentorProfileEntity } from './mentor-profile.entity.js';
import type { AnswerMentorshipInput, RequestMentorshipInput } from './mentorship.input.js';
import {
  MentorshipEntity,
  mentorshipEndings,
  mentorshipProposers,
  mentorshipStatuses,
  type SeenMentorship,
} from './mentorship.entity.js';
import { refused } from './mentorship-refusal.service.js';

/** The mentorships in which the viewer mentors, newest first. */
export async function listMentees(context: RequestContext, args: ConnectionArgs): Promise<Connection<SeenMentorship>> {
  const where = { mentorVolunteerId: context.requireVolunteer() };
  const page = await findConnection(context.em, MentorshipEntity, { args, where, orderBy: [{ id: 'desc' }] });
  return mapConnection(page, (row) => ({ ...row, isOwn: true }));
}

/**
 * Asks a mentor for mentoring, in the name of the viewer, by a card or by the mentor's id. The mentor may belong to another association.
 *
 * The insert counts into the mentor's row and locks it, so that concurrent requests never exceed the capacity.
 *
 * @throws DomainError BAD_USER_INPUT (neither or both of the two, or the viewer is the mentor), NOT_FOUND (no mentor, or no longer),
 *   LIMIT_REACHED (five wait for an answer) or CONFLICT (full, paused, or asked already)
 */
export async function requestMentorship(
  context: RequestContext,
  { mentorId = null, cardId = null, message = null, format = null }: RequestMentorshipInput,
): Promise<MentorshipEntity> {
  const volunteerId = context.requireVolunteer();
  if ((mentorId === null) === (cardId === null)) throw new DomainError('BAD_USER_INPUT', explain('one-mentor'));
  return refused(() =>
    context.em.transactional(async (em) => {
      const [card] =
        cardId === null
          ? []
          : await runStatement<{ mentor: string; organizationId: string }>(
              em,
              'select volunteer_id as mentor, organization_id as "organizationId" from mentor_of_card(?)',
              [cardId],
            );
      const mentor = card?.mentor ?? mentorId;
      if (mentor === null) throw new DomainError('NOT_FOUND', explain('no-mentor'));
      const [alumnus] = await em.find(AlumnusEntity, { volunteerId }, { orderBy: [{ id: 'asc' }], limit: 1 });
      const organizationId = alumnus?.organizationId ?? card?.organizationId;
      if (organizationId === undefined) throw new DomainError('BAD_USER_INPUT', explain('alumni-only'));
      const id = newId();
      em.create(MentorshipEntity, {
        id,
        organizationId,
        volunteerId,
        mentorVolunteerId: mentor,
        status: mentorshipStatuses.PROPOSED,
        menteeMessage: message,
        format,
      });
      await em.flush();
      return em.findOneOrFail(MentorshipEntity, { id }, { refresh: true });
    }),
  );
}

/** A mentorship of the viewer's that is changed now, with its row locked. @throws DomainError NOT_FOUND */
async function ownMentorship(
  em: RequestContext['em'],
  { id, viewer, as }: { readonly id: string; readonly viewer: string; readonly as: readonly ('mentee' | 'mentor')[] },
): Promise<MentorshipEntity> {
  const sides = { mentee: { volunteerId: viewer }, mentor: { mentorVolunteerId: viewer } };
  const where = { id, $or: as.map((side) => sides[side]) };
  const found = await em.findOne(MentorshipEntity, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!found) throw new DomainError('NOT_FOUND', explain('no-mentorship'));
  return found;
}

/** Ends a mentorship in a way, from the statuses in which it can end so. @throws DomainError CONFLICT in another one */
function endFrom(
  mentorship: MentorshipEntity,
  status: 'proposed' | 'active',
  ending: MentorshipEntity['ending'],
): void {
  if (mentorship.status !== status)
    throw new DomainError(
      'CONFLICT',
      explain(mentorship.status === 'ended' ? 'mentorship-over' : 'mentorship-otherwise'),
    );
  mentorship.status = mentorshipStatuses.ENDED;
  mentorship.ending = ending;
}

/**
 * Says yes or no as one of the two: the mentor to a request, both to a pair that a coordinator proposes. It begins with the last yes, and all
 * else that the mentee asked for is closed.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (declined without a reason, or accepted with one) or CONFLICT (no longer waits)
 */
export async function answerMentorship(
  context: RequestContext,
  { mentorshipId: id, accept, reason = null, pause }: AnswerMentorshipInput,
): Promise<MentorshipEntity> {
  const viewer = context.requireVolunteer();
  if (accept !== (reason === null)) throw new DomainError('BAD_USER_INPUT', explain('reason-of-decline'));
  return context.em.transactional(async (em) => {
    const mentorship = await ownMentorship(em, { id, viewer, as: ['mentee', 'mentor'] });
    const isMentor = mentorship.mentorVolunteerId === viewer;
    // Who asked has said yes by it, and takes it back otherwise.
    if (!isMentor && mentorship.proposedBy === mentorshipProposers.MENTEE)
      throw new DomainError('NOT_FOUND', explain('no-mentorship'));
    if (accept) agree(mentorship, { isMentor, now: context.now(), today: context.today() });
    else {
      endFrom(mentorship, 'proposed', mentorshipEndings.DECLINED);
      mentorship.declineReason = reason;
    }
    if (pause && isMentor) await em.nativeUpdate(MentorProfileEntity, { volunteerId: viewer }, { paused: true });
    await em.flush();
    return em.findOneOrFail(MentorshipEntity, { id }, { refresh: true });
  });
}

/** One of the two says yes, and with the second yes it begins. @throws DomainError CONFLICT when it does not wait for them */
function agree(
  mentorship: MentorshipEntity,
  { isMentor, now, today }: { readonly isMentor: boolean; readonly now: Date; readonly today: string },
): void {
  const said = isMentor ? mentorship.mentorAgreedAt : mentorship.menteeAgreedAt;
  if (mentorship.status !== mentorshipStatuses.PROPOSED || said != null)
    throw new DomainError('CONFLICT', explain('mentorship-otherwise'));
  if (isMentor) mentorship.mentorAgreedAt = now;
  else mentorship.menteeAgreedAt = now;
  if (mentorship.menteeAgreedAt == null || mentorship.mentorAgreedAt == null) return;
  mentorship.status = mentorshipStatuses.ACTIVE;
  mentorship.startedOn = today;
}

/**
 * Takes back a request of the viewer's that waits for an answer, or ends a mentorship of theirs, as mentor or as mentee.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (it is not in that state)
 */
export async function endMentorship(
  context: RequestContext,
  { id, ending }: { readonly id: string; readonly ending: 'withdrawn' | 'ended' },
): Promise<MentorshipEntity> {
  const viewer = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const isRequest = ending === mentorshipEndings.WITHDRAWN;
    const mentorship = await ownMentorship(em, { id, viewer, as: isRequest ? ['mentee'] : ['mentee', 'mentor'] });
    endFrom(mentorship, isRequest ? 'proposed' : 'active', ending);
    await em.flush();
    return em.findOneOrFail(MentorshipEntity, { id }, { refresh: true });
  });
}
