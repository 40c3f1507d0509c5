import { DomainError } from '@birlik/kernel/errors';
import { ConstraintViolationException } from '@mikro-orm/core';
import { explain } from '../messages.js';

/** What each constraint of the database means to the person who asks; the constraints see rows that the viewer cannot. */
const refusals = new Map<unknown, () => DomainError>([
  ['mentorship_mentor', () => new DomainError('NOT_FOUND', explain('no-mentor'))],
  ['mentorship_two_people', () => new DomainError('BAD_USER_INPUT', explain('own-mentor'))],
  ['mentorship_open_pair', () => new DomainError('CONFLICT', explain('asked-already'))],
  ['mentorship_open_requests', () => new DomainError('LIMIT_REACHED', explain('asked-enough'))],
  ['mentor_profile_paused', () => new DomainError('CONFLICT', explain('mentor-paused'))],
  ['mentor_profile_capacity', () => new DomainError('CONFLICT', explain('mentor-full'))],
  ['mentorship_meeting_step', () => new DomainError('CONFLICT', explain('meeting-otherwise'))],
]);

/** Does something that the database may refuse. @throws DomainError for a refusal that is known */
export async function refused<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ConstraintViolationException)) throw error;
    throw refusals.get((error as { constraint?: unknown }).constraint)?.() ?? error;
  }
}
