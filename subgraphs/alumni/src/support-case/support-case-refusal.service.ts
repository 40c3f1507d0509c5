import { DomainError } from '@birlik/kernel/errors';
import { ConstraintViolationException } from '@mikro-orm/core';
import { explain } from '../messages.js';

/** What each constraint of the database means to the person who asks. */
const refusals = new Map<unknown, () => DomainError>([
  ['support_case_side', () => new DomainError('FORBIDDEN', explain('case-handled'))],
  ['support_case_status', () => new DomainError('CONFLICT', explain('case-otherwise'))],
  ['support_case_consent', () => new DomainError('CONFLICT', explain('case-consent'))],
  ['support_case_mission_id_fkey', () => new DomainError('BAD_USER_INPUT', explain('no-mission'))],
  ['clustered_case_kind', () => new DomainError('BAD_USER_INPUT', explain('cluster-kind'))],
  ['clustered_case_pkey', () => new DomainError('CONFLICT', explain('clustered-already'))],
  ['case_cluster_smallest', () => new DomainError('CONFLICT', explain('cluster-too-small'))],
  ['agenda_item_consent', () => new DomainError('CONFLICT', explain('case-alone'))],
  ['agenda_item_once', () => new DomainError('CONFLICT', explain('agenda-already'))],
  ['official_meeting_planned', () => new DomainError('CONFLICT', explain('meeting-otherwise'))],
  ['official_meeting_decided', () => new DomainError('CONFLICT', explain('meeting-undecided'))],
  ['official_meeting_minutes', () => new DomainError('BAD_USER_INPUT', explain('meeting-minutes'))],
]);

/** Does something that the database may refuse. @throws DomainError for a refusal that is known */
export async function refusedCase<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ConstraintViolationException)) throw error;
    throw refusals.get((error as { constraint?: unknown }).constraint)?.() ?? error;
  }
}
