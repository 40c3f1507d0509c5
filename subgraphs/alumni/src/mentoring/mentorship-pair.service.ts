import { DomainError } from '@birlik/kernel/errors';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { MentorshipFeedbackEntity } from './mentorship-feedback.entity.js';
import { MentorshipGoalEntity } from './mentorship-goal.entity.js';
import { MentorshipMeetingEntity } from './mentorship-meeting.entity.js';
import { MentorshipNoteEntity } from './mentorship-note.entity.js';
import { MentorshipSurveyEntity } from './mentorship-survey.entity.js';
import { MentorshipEntity, mentorshipStatuses, type SeenMentorship } from './mentorship.entity.js';

type Database = RequestContext['em'];

/** How many meetings, goals and notes of one mentorship are shown at the most. */
export const mostShared = 100;

/** A mentorship as one of the two sees it with all that they share. */
export interface SeenPair {
  readonly id: string;
  readonly mentorship: SeenMentorship;
  readonly isMentor: boolean;
  readonly wouldRepeat: boolean | null;
}

const ofViewer = (viewer: string) => ({ $or: [{ volunteerId: viewer }, { mentorVolunteerId: viewer }] });

export function pairOf(found: MentorshipEntity, viewer: string): SeenPair {
  const isMentor = found.mentorVolunteerId === viewer;
  const wouldRepeat = (isMentor ? found.mentorWouldRepeat : found.menteeWouldRepeat) ?? null;
  return { id: found.id, mentorship: { ...found, isOwn: true }, isMentor, wouldRepeat };
}

/** A mentorship of the viewer's, whatever its status; null when they have no such one. */
export async function findPair(context: RequestContext, id: string): Promise<SeenPair | null> {
  const viewer = context.requireVolunteer();
  const found = await context.em.findOne(MentorshipEntity, { id, ...ofViewer(viewer) });
  return found && pairOf(found, viewer);
}

/**
 * A mentorship of the viewer's that took place or takes place, with its row locked, so that it stays in that state for now.
 *
 * @throws DomainError NOT_FOUND (no such mentorship) or CONFLICT (it is in another state, or it never began)
 */
export async function requirePair(
  em: Database,
  { id, viewer, status }: { readonly id: string; readonly viewer: string; readonly status: 'active' | 'ended' },
): Promise<MentorshipEntity> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  const found = await em.findOne(MentorshipEntity, { id, ...ofViewer(viewer) }, lock);
  if (!found) throw new DomainError('NOT_FOUND', explain('no-mentorship'));
  if (found.status !== status || found.startedOn == null) {
    const isOver = found.status === mentorshipStatuses.ENDED;
    throw new DomainError('CONFLICT', explain(isOver ? 'mentorship-over' : 'mentorship-otherwise'));
  }
  return found;
}

/** Whether the viewer is who proposed, set, wrote or gave something. */
export const isViewers = (row: { readonly volunteerId: string }, { viewer }: RequestContext): boolean =>
  viewer?.volunteerId === row.volunteerId;

/** What somebody wrote without the blanks around it. @throws DomainError BAD_USER_INPUT where nothing else is there */
export function saidIn(text: string): string {
  const said = text.trim();
  if (said === '') throw new DomainError('BAD_USER_INPUT', explain('nothing-said'));
  return said;
}

/** The newest meetings of a mentorship, the latest first. */
export const meetingsOf = ({ em }: RequestContext, mentorshipId: string): Promise<MentorshipMeetingEntity[]> =>
  em.find(
    MentorshipMeetingEntity,
    { mentorshipId },
    { orderBy: [{ startsAt: 'desc' }, { id: 'desc' }], limit: mostShared },
  );

/** The goals of a mentorship in the order in which they were set. */
export const goalsOf = ({ em }: RequestContext, mentorshipId: string): Promise<MentorshipGoalEntity[]> =>
  em.find(MentorshipGoalEntity, { mentorshipId }, { orderBy: [{ id: 'asc' }], limit: mostShared });

/** The newest notes of a mentorship, the newest first. */
export const notesOf = ({ em }: RequestContext, mentorshipId: string): Promise<MentorshipNoteEntity[]> =>
  em.find(MentorshipNoteEntity, { mentorshipId }, { orderBy: [{ id: 'desc' }], limit: mostShared });

/** What the two say of a mentorship, as far as the viewer reads it. */
export const feedbackOf = ({ em }: RequestContext, mentorshipId: string): Promise<MentorshipFeedbackEntity[]> =>
  em.find(MentorshipFeedbackEntity, { mentorshipId });

/** What the viewer answered to the closing survey; null as long as they have not. */
export const surveyOf = ({ em }: RequestContext, mentorshipId: string): Promise<MentorshipSurveyEntity | null> =>
  em.findOne(MentorshipSurveyEntity, { mentorshipId });
