import { DomainError } from '@birlik/kernel/errors';
import type { RequestContext } from '../context/context.js';
import { explain } from '../messages.js';

/** How far the clocks of an issuer and of a member may differ: twice what the gateway allows between an issuer and itself. */
const clocksDifferSeconds = 60;

/**
 * Refuses a viewer who did not sign in just now: one with a stolen token did not, nor did one whose token was refreshed, or
 * does not say when. A system never does.
 *
 * @throws DomainError UNAUTHENTICATED, or FRESH_SIGN_IN_REQUIRED with `maxAgeSeconds`: the person signs in anew, with `max_age` of
 *   OpenID Connect, and asks for it again, with another idempotency key
 */
export function requireFreshSignIn(context: Pick<RequestContext, 'member' | 'requireViewer'>): void {
  const { authTime } = context.requireViewer();
  const { freshSignInSeconds: maxAgeSeconds } = context.member;
  const ageSeconds = authTime === null ? Number.POSITIVE_INFINITY : Date.now() / 1_000 - authTime;
  if (ageSeconds <= maxAgeSeconds && ageSeconds >= -clocksDifferSeconds) return;
  const details = { maxAgeSeconds };
  throw new DomainError('FRESH_SIGN_IN_REQUIRED', explain('fresh-sign-in', { seconds: maxAgeSeconds }), { details });
}
