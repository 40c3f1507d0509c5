import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Trust } from '../trust/trust.js';
import type { DocumentSource } from '../documents/document-source.js';
import { RequestError } from '../errors/request-error.js';
import type { Idempotency } from '../idempotency/idempotency.js';
import type { Operations } from '../operation/operations.js';
import { acceptsEvents } from './accepts-events.js';
import { replyEvents, replyOneEvent } from './event-stream-reply.js';
import { isAllowedOrigin } from './origin.js';
import { requestId } from '../telemetry/request-id.js';
import { Cancellation } from '../subgraph/cancellation.js';
import { DEADLINE_HEADER, readDeadline } from '../transport/deadline.js';
import type { Refusal, Telemetry } from '../telemetry/telemetry.js';
import { readTracestate } from '../telemetry/trace-headers.js';
import type { WriteAnswer } from './answer-writer.js';
import { readGet, readPost, type GraphqlParams } from './graphql-params.js';
import { MediaType, negotiate } from './media-type.js';
import { replyRefusal } from './reply.js';
import type { OperationOutcome, OperationRequest } from '../operation/operation-request.js';
import { explain } from '../errors/messages.js';

/** What the handler is made of. */
export interface GraphqlHandlerParts {
  /** What runs operations from now on; asked for each request, as another supergraph may have taken over. */
  readonly operations: () => Pick<Operations, 'run' | 'explain' | 'kindOf'>;
  readonly documents: DocumentSource;
  readonly trust: Trust;
  readonly telemetry: Telemetry;
  readonly maxBodyBytes: number;
  /** Whether the header `birlik-trace: 1` is listened to. */
  readonly traceHeader: boolean;
  /** Whether a POST with the header `birlik-plan: 1` is answered with the plan of its operation. */
  readonly planHeader: boolean;
  readonly idempotency: Idempotency;
  readonly writeAnswer: WriteAnswer;
  readonly streams: {
    /** Between two comments in a stream of events. */
    readonly pingMs: number;
    /** Other origins whose pages may open a stream. */
    readonly origins: readonly string[];
  };
}

export type GraphqlHandler = (request: IncomingMessage, response: ServerResponse, search: string) => Promise<void>;

const MAX_LANGUAGE_LENGTH = 256;

/** Serves GraphQL over HTTP. Never rejects. */
export function createGraphqlHandler(parts: GraphqlHandlerParts): GraphqlHandler {
  const { operations, documents, trust, telemetry, maxBodyBytes, traceHeader } = parts;
  const { planHeader, idempotency, writeAnswer, streams } = parts;
  return async (request, response, search) => {
    const id = requestId(request.headers['x-request-id']);
    const observer = telemetry.begin(request, id);
    const headers: Record<string, string> = { 'x-request-id': id };
    const cancellation = new Cancellation();
    response.on('close', () => {
      if (!response.writableFinished) cancellation.cancel();
    });
    const type = negotiate(request.headers.accept);
    const takesEvents = acceptsEvents(request.headers.accept);
    let problem: Refusal | null = null;
    try {
      if (type === null && !takesEvents) throw new RequestError('NOT_ACCEPTABLE', explain('answers-are-json'));
      if (takesEvents && !isAllowedOrigin(request.headers, streams.origins)) {
        throw new RequestError('ORIGIN_NOT_ALLOWED', explain('origin-stream'));
      }
      const timeMs = readDeadline(request.headers[DEADLINE_HEADER]);
      const params = await readRequest(request, search, maxBodyBytes);
      observer.readAt = performance.now();
      const found = trust.identify(request.headers);
      const { viewer, purpose: claimed } = found instanceof Promise ? await found : found;
      observer.organization = trust.organizationOf(viewer);
      const { query, operationName, purpose, isTrusted } = documents.resolve(params, viewer, claimed);
      observer.isTrusted = isTrusted;
      const asked: OperationRequest = {
        query,
        operationName,
        variables: params.variables,
        onlyQueries: request.method === 'GET',
        trace: traceHeader && request.headers['birlik-trace'] === '1',
        caller: {
          viewer,
          purpose,
          request: id,
          headers: observer.withContext(forwardedHeaders(request)),
        },
        timeLeftMs: timeMs - (performance.now() - observer.startedAt),
        cancellation,
        stream: takesEvents ? { expires: trust.expiresAt(request.headers) } : null,
        observer,
      };
      const runner = operations();
      const key = request.headers['idempotency-key'];
      let outcome: OperationOutcome;
      if (planHeader && request.headers['birlik-plan'] === '1' && request.method === 'POST') {
        outcome = await runner.explain(asked);
      } else if (key === undefined) outcome = await runner.run(asked);
      else {
        const idempotent = await idempotency.run(key, asked, runner);
        if (idempotent.isReplayed) headers['idempotent-replayed'] = 'true';
        outcome = idempotent;
      }
      if (cancellation.isCancelled) problem = { code: 'CLIENT_DISCONNECTED' };
      if (outcome.events !== null) replyEvents(response, outcome.events, headers, streams.pingMs);
      else if (type === null) replyOneEvent(response, outcome.text, headers);
      else {
        const writing = writeAnswer({ request, response, type, text: outcome.text, headers });
        if (writing !== undefined) await writing;
      }
    } catch (error) {
      const refusal =
        error instanceof RequestError ? error : new RequestError('INTERNAL_SERVER_ERROR', explain('request-failed'));
      problem = { code: refusal.code, cause: error instanceof RequestError ? error.cause : error };
      if (refusal.status === 405) headers['allow'] = 'GET, POST';
      replyRefusal(response, refusal, takesEvents ? MediaType.graphql : (type ?? MediaType.json), headers);
    }
    telemetry.end(observer, response.statusCode, problem);
  };
}

function readRequest(
  request: IncomingMessage,
  search: string,
  maxBodyBytes: number,
): GraphqlParams | Promise<GraphqlParams> {
  if (request.method === 'POST') return readPost(request, maxBodyBytes);
  if (request.method === 'GET') return readGet(request, new URLSearchParams(search));
  throw new RequestError('METHOD_NOT_ALLOWED', explain('post-or-get'));
}

/** The headers that subgraphs get from the client's request. The token is not among them. */
export function forwardedHeaders(request: Pick<IncomingMessage, 'headers'>): Record<string, string> {
  const headers: Record<string, string> = {};
  const language = request.headers['accept-language'];
  const traceparent = request.headers['traceparent'];
  if (language !== undefined && language.length <= MAX_LANGUAGE_LENGTH) headers['accept-language'] = language;
  if (typeof traceparent === 'string' && /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(traceparent)) {
    headers['traceparent'] = traceparent;
    const tracestate = readTracestate(request.headers);
    if (tracestate !== null) headers['tracestate'] = tracestate;
  }
  return headers;
}
