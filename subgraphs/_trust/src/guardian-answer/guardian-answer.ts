import { DomainError } from '@birlik/kernel/errors';
import type { RequestContext } from '../context/context.js';
import { explain } from '../messages.js';

/** What a guardian says to something that a minor wants to take part in. It waits for one first, and ends by a no for good. */
export const guardianAnswers = {
  AWAITED: 'awaited',
  GIVEN: 'given',
  REFUSED: 'refused',
  TAKEN_BACK: 'taken_back',
  CONFIRMED: 'confirmed',
  WITHDRAWN: 'withdrawn',
} as const;
export type GuardianAnswer = (typeof guardianAnswers)[keyof typeof guardianAnswers];

/** Why a guardian says no: a class and no text, since it is read by whoever reads the application. */
export const guardianReasons = {
  DUTIES: 'duties',
  JOURNEY: 'journey',
  CONTENT: 'content',
  ORGANIZATION: 'organization',
  OTHER: 'other',
} as const;
export type GuardianReason = (typeof guardianReasons)[keyof typeof guardianReasons];

/** What an application is called while it waits for a guardian, and when a no has ended it, in each member's `status`. */
export const guardedStatuses = { AWAITING_GUARDIAN: 'awaiting_guardian', WITHDRAWN: 'withdrawn' } as const;

/** One answer in the history of an application. */
export interface GivenAnswer {
  readonly answer: GuardianAnswer;
  readonly reason: GuardianReason | null;
  /** By the clock of the domain, in ISO 8601. */
  readonly at: string;
}

/** A yes or a no to a person's application. */
export interface Confirmation {
  readonly applicationId: string;
  readonly confirm: boolean;
  readonly reason?: GuardianReason | null;
  /** The minor for whom a guardian says it; unset for the viewer's own application. */
  readonly onBehalfOf?: string | null;
}

/** Whose application it is, and who says yes or no to it. */
export interface Confirmer {
  readonly person: string;
  readonly byGuardian: boolean;
}

/**
 * Whether the viewer decides for a person: of age for themself, or as the guardian of a minor.
 *
 * @throws DomainError UPSTREAM_UNAVAILABLE where the registry did not say it for this operation
 */
export function decidesFor({ decidesFor: people }: Pick<RequestContext, 'decidesFor'>, person: string): boolean {
  if (people === null) throw new DomainError('UPSTREAM_UNAVAILABLE', explain('capacity-unknown'));
  return people.has(person);
}

/**
 * Who says yes or no to an application of the viewer's own, or of a minor whose guardian the viewer is. A minor says no alone: that
 * releases nothing.
 *
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (no such ward), REPRESENTATIVE_REQUIRED (a minor's own yes),
 *   BAD_USER_INPUT (a guardian's no without a reason, or a reason that is none) or UPSTREAM_UNAVAILABLE
 */
export function requireConfirmer(
  context: Pick<RequestContext, 'decidesFor' | 'requireVolunteer'>,
  { confirm, reason = null, onBehalfOf = null }: Omit<Confirmation, 'applicationId'>,
): Confirmer {
  const viewer = context.requireVolunteer();
  const person = onBehalfOf ?? viewer;
  const byGuardian = person !== viewer;
  const decides = decidesFor(context, person);
  if (byGuardian && !decides) throw new DomainError('NOT_FOUND', explain('no-ward-to-decide-for'));
  if (confirm && !decides) throw new DomainError('REPRESENTATIVE_REQUIRED', explain('guardian-confirms'));
  if ((byGuardian && !confirm) !== (reason !== null)) {
    throw new DomainError('BAD_USER_INPUT', explain('guardian-reason'));
  }
  return { person, byGuardian };
}

/**
 * What an application's answer becomes by a yes or a no.
 *
 * @param current the answer that stands; null for the application of who was of age
 * @param hasBegun whether what was applied to has begun, so that a yes cannot be taken back any more
 * @throws DomainError CONFLICT
 */
export function nextAnswer(
  current: GuardianAnswer | null,
  {
    confirm,
    byGuardian,
    hasBegun,
  }: Pick<Confirmation, 'confirm'> & Pick<Confirmer, 'byGuardian'> & { hasBegun: boolean },
): GuardianAnswer {
  const isAwaited = current === guardianAnswers.AWAITED;
  const isGiven = current === guardianAnswers.GIVEN;
  if (current === null) throw new DomainError('CONFLICT', explain('no-guardian-needed'));
  if (confirm && isAwaited) return byGuardian ? guardianAnswers.GIVEN : guardianAnswers.CONFIRMED;
  if (confirm || (!isAwaited && !isGiven)) {
    throw new DomainError('CONFLICT', explain('guardian-answered-already', { answer: current }));
  }
  if (isGiven && hasBegun) throw new DomainError('CONFLICT', explain('begun-already'));
  if (!byGuardian) return guardianAnswers.WITHDRAWN;
  return isGiven ? guardianAnswers.TAKEN_BACK : guardianAnswers.REFUSED;
}

/** How often a person applies to one thing and takes it back, before it takes no application of theirs any more. */
export const mostWithdrawals = 5;

/**
 * What an application's answer becomes when the applicant takes it back, who may always do that alone: a minor releases nothing by it.
 *
 * @param current the answer that stands; null for the application of who was of age
 */
export function withdrawnAnswer(current: GuardianAnswer | null): GuardianAnswer | null {
  return current === guardianAnswers.AWAITED || current === guardianAnswers.GIVEN ? guardianAnswers.WITHDRAWN : current;
}
