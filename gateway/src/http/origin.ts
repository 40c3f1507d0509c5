import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request may open a stream. Browsers send an origin with sockets and event sources, and ask no leave before
 * it, so only pages of this gateway's own host and of the listed origins may. Other programs send no origin.
 */
export function isAllowedOrigin({ origin, host }: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  // A page without an origin of its own says "null", which is no address.
  return host !== undefined && URL.parse(origin)?.host === host.toLowerCase();
}
