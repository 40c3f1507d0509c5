import type { ServerResponse } from 'node:http';
import { errorsText, languageOf } from '../errors/client-error.js';
import type { RequestError } from '../errors/request-error.js';
import { MediaType } from './media-type.js';
import type { ErrorCode } from '../errors/error-codes.js';

/** Errors of a well-formed request: the older media type answers them with 200, as the specification asks. */
const GRAPHQL_REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  // Apollo's clients send the whole document after these.
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Writes a JSON answer. Nothing that passes here may be stored on the way: any field may be personal. */
export function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

/** Writes a refusal in the form of a GraphQL answer without data. */
export function replyRefusal(
  response: ServerResponse,
  error: RequestError,
  type: MediaType,
  extraHeaders: Readonly<Record<string, string>> = {},
): void {
  const status = type === MediaType.json && GRAPHQL_REFUSALS.has(error.code) ? 200 : error.status;
  const headers: Record<string, string> = { ...extraHeaders, ...error.headers };
  if (error.status === 401) headers['www-authenticate'] = 'Bearer error="invalid_token"';
  if (error.status === 503) headers['retry-after'] = '1';
  // What is left of a body that was too large is not read.
  if (error.status === 413) headers['connection'] = 'close';
  reply(response, status, type, `{"errors":${errorsText(error.errors, languageOf(response.req.headers))}}`, headers);
}
