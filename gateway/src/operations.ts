import { ASSERTION_HEADER, type AssertionSigner } from './access/assertion-signer.js';
import type { Viewer } from './access/viewer.js';
import type { CostReport, DemandControl } from './cost/demand-control.js';
import type { DocumentLimits } from './documents/limits.js';
import { OperationStore } from './documents/operation-store.js';
import { prepareOperation, type PreparedOperation } from './documents/prepare-operation.js';
import { RequestError, type ClientError } from './documents/request-error.js';
import type { FetchTrace, Run } from './execution/fetch.js';
import { runPlan } from './execution/run-plan.js';
import { createStateObject } from './execution/state.js';
import type { Policies } from './guards/policies.js';
import type { MutationRecord } from './idempotency/mutation-record.js';
import { beforeDeadline } from './planning/before-deadline.js';
import { describePlan } from './planning/describe-plan.js';
import { Asker } from './sharing/asker.js';
import type { Sharing } from './sharing/sharing.js';
import type { Supergraph } from './supergraph/supergraph.js';
import { observedSend } from './telemetry/observed-send.js';
import type { RequestObserver } from './telemetry/request-observer.js';
import type { Cancellation } from './transport/cancellation.js';
import type { AttemptHeaders } from './transport/transport.js';

/** On whose behalf an operation runs. */
export interface Caller {
  readonly viewer: Viewer | null;
  readonly purpose: string | null;
  /** The id of the request. */
  readonly request: string;
  /** Headers that every subgraph gets. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A request to run an operation. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly onlyQueries: boolean;
  readonly trace: boolean;
  readonly caller: Caller;
  /** The milliseconds that the client gives the operation; they only count below the gateway's own limit. */
  readonly timeLeftMs?: number;
  /** Stops a query; a mutation that began is seen through. */
  readonly cancellation: Cancellation;
  readonly observer?: RequestObserver | null;
  /** Follows what mutations do to subgraphs, for a request with an idempotency key. */
  readonly mutations?: MutationRecord;
}

/** What came of it. */
export interface OperationOutcome {
  /** The name of the operation. */
  readonly operation: string | null;
  /** The JSON text of the answer. */
  readonly text: string;
}

/** What running operations needs. */
export interface OperationsParts {
  readonly supergraph: Supergraph;
  readonly sharing: Pick<Sharing, 'send'>;
  /** Null: requests to subgraphs are not signed. */
  readonly signer: AssertionSigner | null;
  readonly limits: DocumentLimits;
  /** Null: costs are neither limited nor paid. */
  readonly demand: DemandControl | null;
  readonly policies: Policies;
  readonly requestTimeoutMs: number;
}

/** Runs operations against one supergraph. */
export class Operations {
  readonly #parts: OperationsParts;
  readonly #store: OperationStore;
  readonly #headersFor = (caller: Caller, operation: string | null) => this.#attemptHeaders(caller, operation);

  constructor(parts: OperationsParts) {
    const { supergraph, limits, demand, policies } = parts;
    const compileCost = demand?.compilerFor(supergraph) ?? null;
    this.#parts = parts;
    this.#store = new OperationStore((source, name, observer) =>
      prepareOperation(source, name, { supergraph, limits, compileCost, policies }, observer),
    );
  }

  /** The operations that are ready to run. */
  get store(): OperationStore {
    return this.#store;
  }

  /** Runs one operation. Rejects with {@link RequestError} when it must not run; afterwards there is always an answer. */
  async run(request: OperationRequest): Promise<OperationOutcome> {
    const timeoutMs = Math.min(this.#parts.requestTimeoutMs, request.timeLeftMs ?? Number.POSITIVE_INFINITY);
    const deadline = performance.now() + timeoutMs;
    const { observer = null } = request;
    const stored = this.#store.get(request.query, request.operationName, observer);
    const operation = stored.forViewer?.(request.caller.viewer) ?? stored;
    observer?.runs(operation, request.query);
    if (request.onlyQueries && operation.kind !== 'query') {
      throw new RequestError(405, 'METHOD_NOT_ALLOWED', 'A mutation is sent by POST.');
    }
    const variables = operation.coerceVariables(request.variables);
    const { sharing, demand } = this.#parts;
    const { caller, mutations } = request;
    const charge =
      operation.cost === null || demand === null ? null : demand.admit(operation.cost, variables, caller.viewer);
    const asker = new Asker(caller, operation.name, this.#headersFor);
    const isQuery = operation.kind === 'query';
    const options = {
      headers: asker.headers,
      deadline,
      cancellation: isQuery ? request.cancellation : null,
      asker: isQuery ? asker : null,
    };
    const run: Run = {
      data: createStateObject(),
      variables,
      send: (subgraphRequest) =>
        mutations === undefined || subgraphRequest.template.kind === 'query'
          ? observedSend(sharing, subgraphRequest, options, observer)
          : mutations.send((idempotencyKey) =>
              observedSend(sharing, subgraphRequest, { ...options, idempotencyKey }, observer),
            ),
      looseErrors: [],
      trace: request.trace ? [] : null,
      isWhole: true,
      found: new Map(),
    };
    const plan = operation.plans.get(variables);
    const found = observer === null ? plan : observer.planned(plan);
    await runPlan(found instanceof Promise ? await beforeDeadline(found, deadline) : found, run);
    const { data, errors } = operation.writeAnswer(run, operation.introspect(variables));
    const loose = run.looseErrors.map(({ message, extensions }): ClientError => ({ message, extensions }));
    const all = [...errors, ...loose];
    if (observer !== null) for (const { extensions } of all) observer.failed(extensions['code']);
    return { operation: operation.name, text: answerText(data, all, run.trace, charge?.settle(data)) };
  }

  /** What kind of operation is asked for. Throws {@link RequestError} when it must not run. */
  kindOf({ query, operationName }: Pick<OperationRequest, 'query' | 'operationName'>): PreparedOperation['kind'] {
    return this.#store.get(query, operationName).kind;
  }

  /** Says how an operation would be run, without running it. Rejects with {@link RequestError} when it must not run. */
  async explain({ query, operationName, variables, caller }: OperationRequest): Promise<OperationOutcome> {
    const stored = this.#store.get(query, operationName);
    const operation = stored.forViewer?.(caller.viewer) ?? stored;
    const { source, tasks } = await operation.plans.get(operation.coerceVariables(variables));
    const plan = describePlan(
      source,
      tasks.map(({ level }) => level),
    );
    return { operation: operation.name, text: JSON.stringify({ extensions: { plan } }) };
  }

  #attemptHeaders(caller: Caller, operation: string | null): AttemptHeaders {
    const { signer } = this.#parts;
    const { viewer, purpose, request } = caller;
    const base = {
      ...caller.headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-request-id': request,
    };
    if (signer === null) return () => base;
    const assert = signer.about({ viewer, purpose, operation, request });
    return (service, body) => ({ ...base, [ASSERTION_HEADER]: assert(service, body) });
  }
}

function answerText(
  data: string,
  errors: readonly ClientError[],
  trace: readonly FetchTrace[] | null,
  cost: CostReport | undefined,
): string {
  const errorsText = errors.length === 0 ? '' : `,"errors":${JSON.stringify(errors)}`;
  if (trace === null && cost === undefined) return `{"data":${data}${errorsText}}`;
  const extensions = { ...(trace === null ? {} : { trace: { fetches: trace } }), cost };
  return `{"data":${data}${errorsText},"extensions":${JSON.stringify(extensions)}}`;
}
