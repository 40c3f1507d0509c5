import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CorsConfig } from './edge-config.js';

/** Tells a browser whether a page may read the answer. True: the request was a preflight and is answered. */
export type Cors = (request: IncomingMessage, response: ServerResponse) => boolean;

const REQUEST_HEADERS = [
  'accept',
  'accept-language',
  'apollo-require-preflight',
  'authorization',
  'birlik-plan',
  'birlik-purpose',
  'birlik-trace',
  'content-type',
  'graphql-require-preflight',
  'idempotency-key',
  'last-event-id',
  'traceparent',
  'x-apollo-operation-name',
  'x-request-id',
].join(', ');
const ANSWER_HEADERS = 'idempotent-replayed, retry-after, x-request-id';

/**
 * Allows the pages of some origins to call the gateway; null when there are none. Cookies play no part, so credentials
 * are never allowed. A page of another origin gets an answer as if there were no such rules, which its browser withholds.
 *
 * @param methods by which such pages may call
 */
export function createCors({ origins, maxAgeSeconds }: CorsConfig, methods = 'GET, POST'): Cors | null {
  if (origins.length === 0) return null;
  const allowed = new Set(origins);
  return (request, response) => {
    response.setHeader('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return false;
    response.setHeader('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
      response.setHeader('access-control-expose-headers', ANSWER_HEADERS);
      return false;
    }
    response.writeHead(204, {
      'access-control-allow-methods': methods,
      'access-control-allow-headers': REQUEST_HEADERS,
      'access-control-max-age': String(maxAgeSeconds),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end();
    return true;
  };
}
