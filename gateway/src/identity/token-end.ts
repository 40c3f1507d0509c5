import { decodeJwt } from 'jose';

/** How long a token is good for a stream after its end. */
const LEEWAY_SECONDS = 30;

/**
 * When a new request with this header would be refused, on the clock of `Date.now()`; null without a token.
 *
 * @param authorization must have been verified
 */
export function tokenEnd(authorization: string | undefined): number | null {
  const token = authorization?.split(' ')[1];
  const exp = token === undefined ? undefined : decodeJwt(token).exp;
  return exp === undefined ? null : (exp + LEEWAY_SECONDS) * 1_000;
}
