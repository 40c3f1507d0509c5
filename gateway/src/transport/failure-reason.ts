import type { FailureKind } from '../subgraph/subgraph-failure.js';
import { ConnectionEnded } from './connection-pool.js';
import { MalformedResponse } from './response-parser.js';

/** Why a subgraph failed, in a word for operators: one of a closed set, and nothing of what anybody sent. */
export type FailureReason =
  | 'refused'
  | 'unknown_host'
  | 'no_route'
  | 'certificate'
  | 'broken'
  | 'redirect'
  | 'encoding'
  | 'not_http'
  | 'not_graphql'
  | 'busy'
  | 'too_large'
  | 'fragmented'
  | 'mismatched'
  | 'timeout'
  | 'unreachable';

const BY_KIND: Partial<Record<FailureKind, FailureReason>> = {
  busy: 'busy',
  oversized: 'too_large',
  fragmented: 'fragmented',
  mismatched: 'mismatched',
  timeout: 'timeout',
};

const BY_CODE: Readonly<Record<string, FailureReason>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknown_host',
  EAI_AGAIN: 'unknown_host',
  EHOSTUNREACH: 'no_route',
  ENETUNREACH: 'no_route',
  ETIMEDOUT: 'no_route',
  UND_ERR_CONNECT_TIMEOUT: 'no_route',
  ECONNRESET: 'broken',
  EPIPE: 'broken',
  UND_ERR_SOCKET: 'broken',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'not_http',
  UND_ERR_HEADERS_OVERFLOW: 'not_http',
  [ConnectionEnded.CODE]: 'broken',
  [MalformedResponse.CODE]: 'not_http',
};
const CERTIFICATE = /CERT|^ERR_TLS|^ERR_SSL|^UNABLE_TO_|SELF_SIGNED/;

/**
 * The reason of a failure.
 *
 * @param status of the answer; 0: there was none
 * @param encoding the header `content-encoding` of the answer; null: it had none
 */
export function reasonOf(kind: FailureKind, cause: unknown, status: number, encoding: string | null): FailureReason {
  const known = BY_KIND[kind];
  if (known !== undefined) return known;
  if (kind === 'malformed') {
    if (status >= 300 && status < 400) return 'redirect';
    return encoding === null || encoding === 'identity' ? 'not_graphql' : 'encoding';
  }
  const code = codeOf(cause);
  if (CERTIFICATE.test(code)) return 'certificate';
  // Not every refusal of undici's parser has a code.
  const isMalformed = cause instanceof Error && cause.name === 'HTTPParserError';
  return BY_CODE[code] ?? (isMalformed ? 'not_http' : 'unreachable');
}

function codeOf(cause: unknown): string {
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
