import { RequestError } from '../errors/request-error.js';
import { variablesText, type FetchBase } from '../execution/fetch.js';
import { Requester, type HeadersFor } from '../subgraph/requester.js';
import type { ResultStream } from '../subscription/result-stream.js';
import { answerOperation, type PlannedOperation } from './answer-operation.js';
import type { OperationParts } from './operation-parts.js';
import type { OperationRequest } from './operation-request.js';
import { explain } from '../errors/messages.js';

/** A subscription that is about to begin. */
export interface PlannedSubscription extends PlannedOperation {
  /** The fetch that subscribes. */
  readonly primary: FetchBase;
}

/** An id of a request has at most 64 characters, the number of an event included. */
const MAX_SUFFIXED_ID = 52;

/** Subscribes. Each event runs the whole plan as a query of its own; it is the answer to the fetch that subscribes. */
export function subscribe(
  planned: PlannedSubscription,
  { caller, trace, stream }: OperationRequest,
  parts: OperationParts,
  headersFor: HeadersFor,
): ResultStream {
  const { operation, variables, primary } = planned;
  const { template, variableUsages } = primary;
  const asked = { name: operation.name };
  const requester = new Requester(caller, asked, headersFor);
  return parts.subscriptions.open({
    request: {
      template,
      variables: variablesText(variableUsages, variables),
      entities: [],
      terms: {
        requester,
        mayShare: true,
        since: performance.now(),
        deadline: Number.POSITIVE_INFINITY,
        cancellation: null,
      },
      record: null,
      span: null,
      idempotencyKey: null,
    },
    operation: operation.name,
    requestId: caller.request,
    expires: stream?.expires ?? null,
    answer: async (event, number, cancellation) => {
      if ((await parts.trust.again(caller.viewer)) !== caller.viewer) throw authorizationStatusChanged();
      const request = `${caller.request.slice(0, MAX_SUFFIXED_ID)}-${number}`;
      const since = performance.now();
      const attempt = {
        requester: new Requester({ ...caller, request }, asked, headersFor),
        trace,
        since,
        deadline: since + parts.requestTimeoutMs,
        cancellation,
        observer: null,
        mutations: undefined,
        charge: null,
        event,
      };
      return answerOperation(planned, attempt, parts.sharing);
    },
  });
}

/** The stream is another one for a viewer who is somebody else by now. */
const authorizationStatusChanged = () =>
  new RequestError('AUTHORIZATION_STATUS_CHANGED', explain('authorization-changed'));
