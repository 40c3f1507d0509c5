import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { RequestError } from '../documents/request-error.js';
import { isJsonContentType } from './media-type.js';
import { readBody } from './read-body.js';

/** What a client asks for. */
export interface GraphqlParams {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const paramsSchema = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/** Any of these shows that no page of another origin sent the request without a browser's preflight. */
const PREFLIGHT_HEADERS = ['graphql-require-preflight', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** Reads a POST. Rejects with {@link RequestError} when the body is not a GraphQL request in JSON. */
export async function readPost(request: IncomingMessage, maxBytes: number): Promise<GraphqlParams> {
  if (!isJsonContentType(request.headers['content-type'])) {
    throw new RequestError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json in UTF-8.');
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new RequestError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request without a content encoding.');
  }
  return readParams(parseJson(await readBody(request, maxBytes), 'The body'));
}

/** Reads a GET. Throws {@link RequestError} when it could come from a page of another origin, or is not a request. */
export function readGet(request: IncomingMessage, search: URLSearchParams): GraphqlParams {
  const contentType = request.headers['content-type'];
  if (contentType !== undefined && !isJsonContentType(contentType)) {
    throw new RequestError(415, 'UNSUPPORTED_MEDIA_TYPE', 'A GET has no content type other than application/json.');
  }
  if (contentType === undefined && !PREFLIGHT_HEADERS.some((name) => request.headers[name] !== undefined)) {
    throw new RequestError(
      400,
      'CSRF_PREVENTION',
      'A GET needs the header "graphql-require-preflight", so that no other site can send it unseen.',
    );
  }
  const variables = search.get('variables');
  const extensions = search.get('extensions');
  return readParams({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName'),
    variables: variables === null ? null : parseJson(variables, 'The parameter "variables"'),
    extensions: extensions === null ? null : parseJson(extensions, 'The parameter "extensions"'),
  });
}

function readParams(value: unknown): GraphqlParams {
  if (Array.isArray(value)) throw badRequest('Send one request at a time: batches are not served.');
  const parsed = paramsSchema.safeParse(value);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'body')))];
    throw badRequest(`The request has missing or wrong members: ${names.join(', ')}.`);
  }
  const { query, operationName, variables } = parsed.data;
  return { query, operationName: operationName ?? null, variables: variables ?? {} };
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not JSON.`);
  }
}

function badRequest(message: string): RequestError {
  return new RequestError(400, 'BAD_REQUEST', message);
}
