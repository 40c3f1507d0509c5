import { DomainError } from '@birlik/kernel/errors';
import { explain } from '../messages.js';

/** What an organisation makes of an application. */
export interface Decision {
  readonly accept: boolean;
  readonly reason: string | null;
}

/** Where an application and its opportunity stand when it is decided. */
export interface DecisionState {
  readonly status: string;
  readonly accepted: number;
  readonly capacity: number;
}

/**
 * Why an opportunity takes no application, or null when it does.
 *
 * @param today the calendar day, `YYYY-MM-DD`
 */
export function refusalToApply(opportunity: { endsOn?: string | null | undefined }, today: string): DomainError | null {
  const { endsOn = null } = opportunity;
  if (endsOn === null || today <= endsOn) return null;
  return new DomainError('CONFLICT', explain('opportunity-ended', { endsOn }));
}

/** Why an application cannot be decided like this, or null when it can. */
export function refusalToDecide(decision: Decision, state: DecisionState): DomainError | null {
  if (!decision.accept && !decision.reason) {
    return new DomainError('BAD_USER_INPUT', explain('reason-needed'));
  }
  if (state.status === 'awaiting_guardian') {
    return new DomainError('CONFLICT', explain('guardian-awaited'));
  }
  if (state.status !== 'submitted') {
    return new DomainError('CONFLICT', explain('decided-already', { status: state.status }));
  }
  if (decision.accept && state.accepted >= state.capacity) {
    return new DomainError('CONFLICT', explain('opportunity-full'));
  }
  return null;
}

/** Whether the first day has come; of what cannot be seen any more nobody says so. */
export function hasBegun(opportunity: { readonly startsOn: string } | null, today: string): boolean {
  return opportunity !== null && opportunity.startsOn <= today;
}

/**
 * Why an applicant cannot take an application back that stands there, or null when it can.
 *
 * @param isBegun whether the first day of the opportunity has come
 */
export function refusalToWithdraw(status: string, isBegun: boolean): DomainError | null {
  if (status === 'declined' || status === 'withdrawn') {
    return new DomainError('CONFLICT', explain('decided-already', { status }));
  }
  return status === 'accepted' && isBegun ? new DomainError('CONFLICT', explain('opportunity-begun')) : null;
}
