import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { MentorshipFeedbackEntity } from './mentorship-feedback.entity.js';
import type { AnswerMentorshipSurveyInput, GiveMentorshipFeedbackInput } from './mentorship-pair.input.js';
import { pairOf, requirePair, type SeenPair } from './mentorship-pair.service.js';
import { MentorshipSurveyEntity } from './mentorship-survey.entity.js';
import { MentorshipEntity } from './mentorship.entity.js';

/**
 * Says to the other one of the two what a mentorship was like that has ended. It is said once, and read by the other one after theirs.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (the mentorship goes on, never began, or the viewer has said it)
 */
export async function giveFeedback(
  context: RequestContext,
  { mentorshipId, rating, text = null }: GiveMentorshipFeedbackInput,
): Promise<MentorshipFeedbackEntity> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    await requirePair(em, { id: mentorshipId, viewer: volunteerId, status: 'ended' });
    if ((await em.count(MentorshipFeedbackEntity, { mentorshipId, volunteerId })) > 0)
      throw new DomainError('CONFLICT', explain('feedback-given'));
    const id = newId();
    em.create(MentorshipFeedbackEntity, { id, mentorshipId, volunteerId, rating, text: text?.trim() || null });
    await em.flush();
    return em.findOneOrFail(MentorshipFeedbackEntity, { id }, { refresh: true });
  });
}

/**
 * Answers the closing survey, once.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (the mentorship goes on, never began, or the viewer has answered)
 */
export async function answerSurvey(
  context: RequestContext,
  { mentorshipId, goalsReached, wouldRecommend }: AnswerMentorshipSurveyInput,
): Promise<MentorshipSurveyEntity> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    await requirePair(em, { id: mentorshipId, viewer: volunteerId, status: 'ended' });
    if ((await em.count(MentorshipSurveyEntity, { mentorshipId, volunteerId })) > 0)
      throw new DomainError('CONFLICT', explain('survey-answered'));
    const id = newId();
    em.create(MentorshipSurveyEntity, { id, mentorshipId, volunteerId, goalsReached, wouldRecommend });
    await em.flush();
    return em.findOneOrFail(MentorshipSurveyEntity, { id }, { refresh: true });
  });
}

/**
 * Says whether the viewer would do it again with the other one, who is not told. It can be said anew.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (the mentorship goes on, or never began)
 */
export async function wishRepeat(
  context: RequestContext,
  { id, wanted }: { readonly id: string; readonly wanted: boolean },
): Promise<SeenPair> {
  const viewer = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const pair = await requirePair(em, { id, viewer, status: 'ended' });
    em.assign(pair, pair.mentorVolunteerId === viewer ? { mentorWouldRepeat: wanted } : { menteeWouldRepeat: wanted });
    await em.flush();
    return pairOf(await em.findOneOrFail(MentorshipEntity, { id }, { refresh: true }), viewer);
  });
}
