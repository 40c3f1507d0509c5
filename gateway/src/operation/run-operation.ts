import { RequestError } from '../errors/request-error.js';
import type { ViewerIds } from '../execution/viewer-ids.js';
import type { Variables } from '../graphql/variables.js';
import { beforeDeadline } from '../planning/before-deadline.js';
import { Requester, type HeadersFor } from '../subgraph/requester.js';
import { answerOperation } from './answer-operation.js';
import { overloaded } from './overloaded.js';
import type { OperationParts } from './operation-parts.js';
import type { OperationOutcome, OperationRequest } from './operation-request.js';
import type { OperationStore } from './operation-store.js';
import type { PreparedOperation } from './prepare-operation.js';
import { subscribe } from './subscribe.js';
import { explain } from '../errors/messages.js';

/** Runs one operation. Rejects with {@link RequestError} when it must not run; afterwards there is always an answer. */
export async function runOperation(
  request: OperationRequest,
  store: OperationStore,
  parts: OperationParts,
  headersFor: HeadersFor,
): Promise<OperationOutcome> {
  const { demand, trust } = parts;
  const timeoutMs = Math.min(parts.requestTimeoutMs, request.timeLeftMs ?? Number.POSITIVE_INFINITY);
  const since = performance.now();
  const deadline = since + timeoutMs;
  const { caller, trace, mutations, observer = null, isOwn = false } = request;
  const stored = store.get(request.query, request.operationName, observer);
  const operation = stored.forViewer?.(caller.viewer) ?? stored;
  observer?.runs(operation, request.query);
  const { kind, name } = operation;
  refuseKind(kind, request);
  const ids = trust.ids?.of(caller.viewer) ?? null;
  const variables = variablesOf(operation, request.variables, ids);
  const charge =
    operation.cost === null || demand === null
      ? null
      : demand.admit(operation.cost, variables, () => trust.payerOf(caller.viewer));
  const planning = operation.plans.get(variables);
  const watched = observer === null ? planning : observer.planned(planning);
  const plan = watched instanceof Promise ? await beforeDeadline(watched, deadline) : watched;
  if (!isOwn && !parts.hasRoom(plan.services, deadline)) {
    charge?.refund();
    throw overloaded();
  }
  const planned = { operation, plan, variables, ids };
  const { primary } = plan;
  if (kind === 'subscription' && primary !== undefined) {
    const events = subscribe({ ...planned, primary }, request, parts, headersFor);
    return { operation: name, text: '', events };
  }
  const found = await operation.inquiry?.learn(caller.viewer, variables);
  const attempt = {
    requester: new Requester(caller, { name, found }, headersFor),
    trace,
    since,
    deadline,
    cancellation: kind === 'mutation' ? null : request.cancellation,
    observer,
    mutations,
    charge,
    event: null,
  };
  return { operation: name, text: await answerOperation(planned, attempt, parts.sharing), events: null };
}

function refuseKind(kind: PreparedOperation['kind'], { onlyQueries, stream }: OperationRequest): void {
  if (onlyQueries && kind === 'mutation') {
    throw new RequestError('METHOD_NOT_ALLOWED', explain('mutation-by-post'));
  }
  if (kind === 'subscription' && stream === null) {
    const message = explain('subscription-needs-stream');
    throw new RequestError('NOT_ACCEPTABLE', message);
  }
}

/** The variables of a request with the federation's ids. Throws {@link RequestError} when they do not fit. */
function variablesOf(
  operation: PreparedOperation,
  given: OperationRequest['variables'],
  ids: ViewerIds | null,
): Variables {
  const variables = operation.coerceVariables(given);
  const { revealVariables } = operation;
  return revealVariables === null || ids === null ? variables : revealVariables(variables, ids);
}
