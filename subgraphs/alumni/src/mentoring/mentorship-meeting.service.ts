import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { meetingStatuses, MentorshipMeetingEntity, type MeetingStatus } from './mentorship-meeting.entity.js';
import type { ProposeMentorshipMeetingInput } from './mentorship-pair.input.js';
import { requirePair } from './mentorship-pair.service.js';
import { refused } from './mentorship-refusal.service.js';

/** How far ahead a meeting may be. */
const furthestDays = 366;
const millisecondsPerDay = 86_400_000;

/**
 * Proposes a meeting to the other one of the two.
 *
 * @throws DomainError NOT_FOUND, CONFLICT (the mentorship is not active) or BAD_USER_INPUT (the time has passed or is more than a year ahead)
 */
export async function proposeMeeting(
  context: RequestContext,
  { mentorshipId, startsAt, minutes, place = null }: ProposeMentorshipMeetingInput,
): Promise<MentorshipMeetingEntity> {
  const volunteerId = context.requireVolunteer();
  const now = context.now().getTime();
  if (startsAt.getTime() <= now || startsAt.getTime() > now + furthestDays * millisecondsPerDay)
    throw new DomainError('BAD_USER_INPUT', explain('meeting-time'));
  return context.em.transactional(async (em) => {
    await requirePair(em, { id: mentorshipId, viewer: volunteerId, status: 'active' });
    const id = newId();
    em.create(MentorshipMeetingEntity, {
      id,
      mentorshipId,
      volunteerId,
      startsAt,
      minutes,
      place: place?.trim() || null,
    });
    await em.flush();
    return em.findOneOrFail(MentorshipMeetingEntity, { id }, { refresh: true });
  });
}

/**
 * Confirms or declines a meeting that the other one proposed, calls one off, or says whether it took place, as either of the two can. Which
 * step is possible now, the database decides.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (it stands otherwise, has begun, or has not)
 */
export async function changeMeeting(
  context: RequestContext,
  { id, status }: { readonly id: string; readonly status: Exclude<MeetingStatus, 'proposed'> },
): Promise<MentorshipMeetingEntity> {
  const viewer = context.requireVolunteer();
  return refused(() =>
    context.em.transactional(async (em) => {
      const meeting = await em.findOne(MentorshipMeetingEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!meeting) throw new DomainError('NOT_FOUND', explain('no-meeting'));
      const isAnswer = status === meetingStatuses.CONFIRMED || status === meetingStatuses.DECLINED;
      if (isAnswer && meeting.volunteerId === viewer) throw new DomainError('CONFLICT', explain('own-meeting'));
      if (meeting.status === status) throw new DomainError('CONFLICT', explain('meeting-otherwise'));
      meeting.status = status;
      await em.flush();
      return meeting;
    }),
  );
}
