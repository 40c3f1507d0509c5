import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { AskedDocument } from '../documents/document-source.js';
import { RequestError } from '../errors/request-error.js';
import { isDeepJson } from '../graphql/value-depth.js';
import { isJsonObject } from '../subgraph/json.js';
import { asksOnlyForJson, isJsonContentType } from './media-type.js';
import { readBody } from './read-body.js';

/** What a client asks for. */
export interface GraphqlParams extends AskedDocument {
  readonly variables: Readonly<Record<string, unknown>>;
}

const MAX_ID_LENGTH = 128;
/** Lists and objects in each other; what is deeper could use up the stack of whoever reads it. */
const MAX_VARIABLES_DEPTH = 100;

const paramsSchema = z.object({
  query: z.string().min(1).nullish(),
  documentId: z.string().min(1).max(MAX_ID_LENGTH).nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z
    .looseObject({
      persistedQuery: z
        .looseObject({ version: z.literal(1), sha256Hash: z.string().min(1).max(MAX_ID_LENGTH) })
        .optional()
        .catch(undefined),
    })
    .nullish(),
});

/** A page of another origin can send none of these without a browser's preflight. */
const PREFLIGHT_HEADERS = ['graphql-require-preflight', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** What browsers call links and forms, and images and scripts; no page can change this header. */
const EMBEDDED_MODES = new Set(['navigate', 'no-cors']);

/** Reads a POST. Rejects with {@link RequestError} when the body is not a GraphQL request in JSON. */
export async function readPost(request: IncomingMessage, maxBytes: number): Promise<GraphqlParams> {
  if (!isJsonContentType(request.headers['content-type'])) {
    throw new RequestError('UNSUPPORTED_MEDIA_TYPE', 'Send the request as application/json in UTF-8.');
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new RequestError('UNSUPPORTED_MEDIA_TYPE', 'Send the request without a content encoding.');
  }
  return readParams(parseJson(await readBody(request, maxBytes), 'The body'));
}

/**
 * Reads a GET. Throws {@link RequestError} when it is not a request, or when a browser sends it for a link, a form, an
 * image or a script: such a one asks for other types than JSON, or says so in `sec-fetch-mode`.
 */
export function readGet(request: IncomingMessage, search: URLSearchParams): GraphqlParams {
  const contentType = request.headers['content-type'];
  if (contentType !== undefined && !isJsonContentType(contentType)) {
    throw new RequestError('UNSUPPORTED_MEDIA_TYPE', 'A GET has no content type other than application/json.');
  }
  const isDeliberate =
    contentType !== undefined ||
    (asksOnlyForJson(request.headers.accept) && !EMBEDDED_MODES.has(String(request.headers['sec-fetch-mode']))) ||
    PREFLIGHT_HEADERS.some((name) => request.headers[name] !== undefined);
  if (!isDeliberate) {
    throw new RequestError(
      'CSRF_PREVENTION',
      'A GET must accept JSON only or have the header "graphql-require-preflight", so that no link of a page sends it.',
    );
  }
  const variables = search.get('variables');
  const extensions = search.get('extensions');
  return readParams({
    query: search.get('query'),
    documentId: search.get('documentId'),
    operationName: search.get('operationName'),
    variables: variables === null ? null : parseJson(variables, 'The parameter "variables"'),
    extensions: extensions === null ? null : parseJson(extensions, 'The parameter "extensions"'),
  });
}

/** Reads the members of a request. Throws {@link RequestError} when it is none. */
export function readParams(value: unknown): GraphqlParams {
  const params = readPlainParams(value) ?? readAllParams(value);
  if (isDeepJson(params.variables, MAX_VARIABLES_DEPTH)) {
    const message = `The variables are nested deeper than ${MAX_VARIABLES_DEPTH} levels.`;
    throw new RequestError('VARIABLE_DEPTH_LIMIT_EXCEEDED', message);
  }
  return params;
}

/** Reads the form that nearly all requests have, without the price of a schema; null: it is another one. */
function readPlainParams(value: unknown): GraphqlParams | null {
  if (!isJsonObject(value)) return null;
  const { query, documentId, operationName = null, variables = null, extensions } = value;
  if (typeof query !== 'string' || query === '' || documentId != null || extensions != null) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== null && !isJsonObject(variables)) return null;
  return { query, documentId: null, persistedHash: null, operationName, variables: variables ?? {} };
}

function readAllParams(value: unknown): GraphqlParams {
  if (Array.isArray(value)) throw badRequest('Send one request at a time: batches are not served.');
  const parsed = paramsSchema.safeParse(value);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'body')))];
    throw badRequest(`The request has missing or wrong members: ${names.join(', ')}.`);
  }
  const { query, documentId, operationName, variables, extensions } = parsed.data;
  return {
    query: query ?? null,
    documentId: documentId ?? null,
    persistedHash: extensions?.persistedQuery?.sha256Hash ?? null,
    operationName: operationName ?? null,
    variables: variables ?? {},
  };
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not JSON.`);
  }
}

function badRequest(message: string): RequestError {
  return new RequestError('BAD_REQUEST', message);
}
