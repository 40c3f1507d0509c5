import { DomainError } from '@birlik/kernel/errors';
import { ConstraintViolationException } from '@mikro-orm/core';
import { explain } from '../messages.js';

/** What each constraint of a round means to whoever asks; the constraints see rows that the viewer cannot. */
const refusals = new Map<unknown, () => DomainError>([
  ['matching_round_over', () => new DomainError('CONFLICT', explain('round-over'))],
  ['matching_round_closed', () => new DomainError('CONFLICT', explain('round-not-open'))],
  ['matching_round_not_draft', () => new DomainError('CONFLICT', explain('round-not-draft'))],
  ['matching_association_apart', () => new DomainError('CONFLICT', explain('association-apart'))],
  ['matching_draft_solving', () => new DomainError('CONFLICT', explain('draft-solving'))],
  ['matching_ruling_one_lock', () => new DomainError('CONFLICT', explain('locked-already'))],
  ['matching_entry_round_id_volunteer_id_role_key', () => new DomainError('CONFLICT', explain('entered-already'))],
]);

/** Does something of a round that the database may refuse. @throws DomainError for a refusal that is known */
export async function inRound<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ConstraintViolationException)) throw error;
    throw refusals.get((error as { constraint?: unknown }).constraint)?.() ?? error;
  }
}
