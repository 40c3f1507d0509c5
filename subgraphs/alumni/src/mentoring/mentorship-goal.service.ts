import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { goalStatuses, MentorshipGoalEntity, type GoalStatus } from './mentorship-goal.entity.js';
import { MentorshipNoteEntity } from './mentorship-note.entity.js';
import type { AddMentorshipGoalInput, WriteMentorshipNoteInput } from './mentorship-pair.input.js';
import { mostShared, requirePair, saidIn } from './mentorship-pair.service.js';

/**
 * Sets a goal of the two.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (nothing is said), CONFLICT (the mentorship is not active) or LIMIT_REACHED (100 already)
 */
export async function addGoal(
  context: RequestContext,
  { mentorshipId, text }: AddMentorshipGoalInput,
): Promise<MentorshipGoalEntity> {
  const volunteerId = context.requireVolunteer();
  const said = saidIn(text);
  return context.em.transactional(async (em) => {
    await requirePair(em, { id: mentorshipId, viewer: volunteerId, status: 'active' });
    if ((await em.count(MentorshipGoalEntity, { mentorshipId })) >= mostShared)
      throw new DomainError('LIMIT_REACHED', explain('goals-enough', { most: mostShared }));
    const id = newId();
    em.create(MentorshipGoalEntity, { id, mentorshipId, volunteerId, text: said });
    await em.flush();
    return em.findOneOrFail(MentorshipGoalEntity, { id }, { refresh: true });
  });
}

/**
 * Says that a goal is reached, or that the two gave it up; either says it, once.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (that closes nothing) or CONFLICT (closed already)
 */
export async function closeGoal(
  context: RequestContext,
  { id, status }: { readonly id: string; readonly status: GoalStatus },
): Promise<MentorshipGoalEntity> {
  context.requireVolunteer();
  if (status === goalStatuses.OPEN) throw new DomainError('BAD_USER_INPUT', explain('goal-closed-how'));
  return context.em.transactional(async (em) => {
    const goal = await em.findOne(MentorshipGoalEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!goal) throw new DomainError('NOT_FOUND', explain('no-goal'));
    if (goal.status !== goalStatuses.OPEN) throw new DomainError('CONFLICT', explain('goal-closed'));
    em.assign(goal, { status, closedAt: context.now() });
    await em.flush();
    return goal;
  });
}

/**
 * Writes a note that the two read and nobody else.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (nothing is said) or CONFLICT (the mentorship is not active)
 */
export async function writeNote(
  context: RequestContext,
  { mentorshipId, text }: WriteMentorshipNoteInput,
): Promise<MentorshipNoteEntity> {
  const volunteerId = context.requireVolunteer();
  const said = saidIn(text);
  return context.em.transactional(async (em) => {
    await requirePair(em, { id: mentorshipId, viewer: volunteerId, status: 'active' });
    const id = newId();
    em.create(MentorshipNoteEntity, { id, mentorshipId, volunteerId, text: said });
    await em.flush();
    return em.findOneOrFail(MentorshipNoteEntity, { id }, { refresh: true });
  });
}

/** Deletes a note of the viewer's own. @throws DomainError NOT_FOUND also for a note of the other one of the two */
export async function deleteNote(context: RequestContext, id: string): Promise<MentorshipNoteEntity> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const note = await em.findOne(MentorshipNoteEntity, { id, volunteerId });
    if (!note) throw new DomainError('NOT_FOUND', explain('no-note'));
    await em.nativeDelete(MentorshipNoteEntity, { id, volunteerId });
    return note;
  });
}
