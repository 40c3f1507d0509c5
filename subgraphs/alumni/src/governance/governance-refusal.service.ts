import { DomainError } from '@birlik/kernel/errors';
import { ConstraintViolationException } from '@mikro-orm/core';
import { explain } from '../messages.js';

const conflict = (name: Parameters<typeof explain>[0]) => (): DomainError => new DomainError('CONFLICT', explain(name));

/** What each constraint of the bodies' records means to whoever asks. */
const refusals = new Map<unknown, () => DomainError>([
  ['governance_audited', () => new DomainError('FORBIDDEN', explain('auditors-change-nothing'))],
  ['governance_mandate_overlap', conflict('mandate-overlap')],
  ['governance_mandate_kept', conflict('mandate-ends-earlier')],
  ['governance_mandate_live', () => new DomainError('FORBIDDEN', explain('mandate-not-live'))],
  ['governance_meeting_open', conflict('meeting-not-open')],
  ['governance_meeting_status', conflict('meeting-stands-otherwise')],
  ['governance_motion_status', conflict('motion-otherwise')],
  ['governance_motion_ballots', () => new DomainError('BAD_USER_INPUT', explain('more-ballots-than-people'))],
  ['governance_vote_open', conflict('vote-is-open')],
  ['governance_vote_closed', conflict('vote-not-open')],
  ['governance_vote_once', conflict('voted-already')],
  ['governance_vote_absent', conflict('vote-absent')],
  ['governance_vote_proxy', () => new DomainError('FORBIDDEN', explain('no-proxy'))],
  ['governance_presence_once', conflict('present-already')],
  ['governance_proxy_present', conflict('proxy-while-present')],
  ['governance_proxy_most', conflict('proxy-most')],
  ['governance_proxy_chain', conflict('proxy-chain')],
  ['governance_proxy_kept', () => new DomainError('NOT_FOUND', explain('no-proxy'))],
  ['governance_proxy_one', conflict('proxy-given')],
]);

/** Does something of a body that the database may refuse. @throws DomainError for a refusal that is known */
export async function inBody<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ConstraintViolationException)) throw error;
    throw refusals.get((error as { constraint?: unknown }).constraint)?.() ?? error;
  }
}
