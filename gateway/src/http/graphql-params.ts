import type { Message } from '@birlik/messages/message';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { AskedDocument } from '../documents/document-source.js';
import { RequestError } from '../errors/request-error.js';
import { isDeepJson } from '../graphql/value-depth.js';
import { isJsonObject } from '../subgraph/json.js';
import { asksOnlyForJson, isJsonContentType } from './media-type.js';
import { readBody } from './read-body.js';
import { explain } from '../errors/messages.js';

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
    throw new RequestError('UNSUPPORTED_MEDIA_TYPE', explain('send-json'));
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new RequestError('UNSUPPORTED_MEDIA_TYPE', explain('no-content-encoding'));
  }
  return readParams(parseJson(await readBody(request, maxBytes), 'body'));
}

/**
 * Reads a GET. Throws {@link RequestError} when it is not a request, or when a browser sends it for a link, a form, an
 * image or a script: such a one asks for other types than JSON, or says so in `sec-fetch-mode`.
 */
export function readGet(request: IncomingMessage, search: URLSearchParams): GraphqlParams {
  const contentType = request.headers['content-type'];
  if (contentType !== undefined && !isJsonContentType(contentType)) {
    throw new RequestError('UNSUPPORTED_MEDIA_TYPE', explain('get-content-type'));
  }
  const isDeliberate =
    contentType !== undefined ||
    (asksOnlyForJson(request.headers.accept) && !EMBEDDED_MODES.has(String(request.headers['sec-fetch-mode']))) ||
    PREFLIGHT_HEADERS.some((name) => request.headers[name] !== undefined);
  if (!isDeliberate) {
    throw new RequestError('CSRF_PREVENTION', explain('csrf'));
  }
  const variables = search.get('variables');
  const extensions = search.get('extensions');
  return readParams({
    query: search.get('query'),
    documentId: search.get('documentId'),
    operationName: search.get('operationName'),
    variables: variables === null ? null : parseJson(variables, 'variables'),
    extensions: extensions === null ? null : parseJson(extensions, 'extensions'),
  });
}

/** Reads the members of a request. Throws {@link RequestError} when it is none. */
export function readParams(value: unknown): GraphqlParams {
  const params = readPlainParams(value) ?? readAllParams(value);
  if (isDeepJson(params.variables, MAX_VARIABLES_DEPTH)) {
    const message = explain('variables-too-deep', { most: MAX_VARIABLES_DEPTH });
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
  if (Array.isArray(value)) throw badRequest(explain('no-batches'));
  const parsed = paramsSchema.safeParse(value);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'body')))];
    throw badRequest(explain('members-wrong', { names: names.join(', ') }));
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

function parseJson(text: string, what: 'body' | 'variables' | 'extensions'): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(explain('not-json', { what }));
  }
}

function badRequest(explanation: Message): RequestError {
  return new RequestError('BAD_REQUEST', explanation);
}
