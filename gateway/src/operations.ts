import { getVariableValues } from 'graphql';
import { ASSERTION_HEADER, type AssertionSigner } from './access/assertion-signer.js';
import type { Viewer } from './access/viewer.js';
import type { DocumentLimits } from './documents/limits.js';
import { OperationStore } from './documents/operation-store.js';
import { prepareOperation, type PreparedOperation } from './documents/prepare-operation.js';
import { RequestError, type ClientError } from './documents/request-error.js';
import type { CompiledPlan } from './execution/compile-plan.js';
import { variablesText, type FetchTrace, type Run } from './execution/fetch.js';
import type { Variables } from './execution/representation.js';
import { runPlan } from './execution/run-plan.js';
import { createStateObject } from './execution/state.js';
import { bodyOf, SubgraphUnavailable, type SendToSubgraph, type SubgraphAnswer } from './execution/subgraph-request.js';
import type { ResultStream } from './subscription/result-stream.js';
import { securityContext } from './subscription/security-context.js';
import type { Subscriptions } from './subscription/subscriptions.js';
import type { Supergraph } from './supergraph/supergraph.js';
import type { Cancellation } from './transport/cancellation.js';
import type { AttemptHeaders, Transport } from './transport/transport.js';

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
  /** Stops a query; a mutation that began is seen through. */
  readonly cancellation: Cancellation;
  /** Null: the client takes no stream of events. */
  readonly stream: StreamOptions | null;
}

/** What a subscription has to know about its client. */
export interface StreamOptions {
  /** When the token ends, on the clock of `Date.now()`; null: never. */
  readonly expires: number | null;
}

/** What came of it. */
export interface OperationOutcome {
  /** The name of the operation. */
  readonly operation: string | null;
  /** The JSON text of the answer; empty when there are events. */
  readonly text: string;
  /** The results of a subscription. */
  readonly events: ResultStream | null;
}

/** What running operations needs. */
export interface OperationsParts {
  readonly supergraph: Supergraph;
  readonly transport: Transport;
  /** Null: requests to subgraphs are not signed. */
  readonly signer: AssertionSigner | null;
  readonly limits: DocumentLimits;
  readonly requestTimeoutMs: number;
  readonly subscriptions: Subscriptions;
}

/** How one answer is made. */
interface Attempt extends Pick<OperationRequest, 'caller' | 'trace'> {
  readonly deadline: number;
  /** Null: it is seen through whoever leaves. */
  readonly cancellation: Cancellation | null;
  /** What a subscription got from its subgraph; null for all other operations. */
  readonly event: (() => Promise<SubgraphAnswer>) | null;
}

const MAX_VARIABLE_ERRORS = 20;
/** An id of a request has at most 64 characters, the number of an event included. */
const MAX_SUFFIXED_ID = 52;

/** Runs operations against one supergraph. */
export class Operations {
  readonly #parts: OperationsParts;
  readonly #store: OperationStore;

  constructor(parts: OperationsParts) {
    const { supergraph, limits } = parts;
    this.#parts = parts;
    this.#store = new OperationStore((source, name) => prepareOperation(source, name, supergraph, limits));
  }

  /** Runs one operation. Rejects with {@link RequestError} when it must not run; afterwards there is always an answer. */
  async run(request: OperationRequest): Promise<OperationOutcome> {
    const deadline = performance.now() + this.#parts.requestTimeoutMs;
    const operation = this.#store.get(request.query, request.operationName);
    if (request.onlyQueries && operation.kind === 'mutation') {
      throw new RequestError(405, 'METHOD_NOT_ALLOWED', 'A mutation is sent by POST.');
    }
    if (operation.kind === 'subscription' && request.stream === null) {
      throw new RequestError(
        406,
        'NOT_ACCEPTABLE',
        'A subscription is answered with text/event-stream or on a socket.',
      );
    }
    const variables = this.#coerceVariables(operation, request.variables);
    const found = operation.plans.get(variables);
    const plan = found instanceof Promise ? await found : found;
    if (operation.kind === 'subscription' && plan.primary !== undefined) {
      return { operation: operation.name, text: '', events: this.#subscribe(operation, plan, variables, request) };
    }
    const cancellation = operation.kind === 'mutation' ? null : request.cancellation;
    const { caller, trace } = request;
    const text = await this.#answer(operation, plan, variables, { caller, trace, deadline, cancellation, event: null });
    return { operation: operation.name, text, events: null };
  }

  async #answer(
    operation: PreparedOperation,
    plan: CompiledPlan,
    variables: Variables,
    { caller, trace, deadline, cancellation, event }: Attempt,
  ): Promise<string> {
    const { transport } = this.#parts;
    const headers = this.#attemptHeaders(caller, operation.name);
    const send: SendToSubgraph = (request) => transport.send(request, { headers, deadline, cancellation });
    const run: Run = {
      data: createStateObject(),
      variables,
      send: event === null ? send : (request) => (request.template.kind === 'subscription' ? event() : send(request)),
      looseErrors: [],
      trace: trace ? [] : null,
    };
    await runPlan(plan, run);
    const { data, errors } = operation.project(run.data, variables, operation.introspect(variables));
    const loose = run.looseErrors.map(({ message, extensions }): ClientError => ({ message, extensions }));
    return answerText(data, [...errors, ...loose], run.trace);
  }

  /** Each event runs the whole plan as a query of its own; the event is the answer to the fetch that subscribes. */
  #subscribe(
    operation: PreparedOperation,
    plan: CompiledPlan,
    variables: Variables,
    { caller, trace, stream }: OperationRequest,
  ): ResultStream {
    if (plan.primary === undefined) throw new Error('The plan of the subscription subscribes to nothing.');
    const { template, variableUsages } = plan.primary;
    const body = bodyOf({ template, variables: variablesText(variableUsages, variables), entities: [] });
    const headers = this.#attemptHeaders(caller, operation.name);
    return this.#parts.subscriptions.open({
      service: template.service,
      document: template.operation,
      body,
      headers: () => headers(template.service, body),
      context: securityContext(caller, operation.name),
      operation: operation.name,
      request: caller.request,
      expires: stream?.expires ?? null,
      answer: (event, number, cancellation) => {
        const deadline = performance.now() + this.#parts.requestTimeoutMs;
        const request = `${caller.request.slice(0, MAX_SUFFIXED_ID)}-${number}`;
        const answered = () => (event instanceof SubgraphUnavailable ? Promise.reject(event) : Promise.resolve(event));
        const attempt = { caller: { ...caller, request }, trace, deadline, cancellation, event: answered };
        return this.#answer(operation, plan, variables, attempt);
      },
    });
  }

  #coerceVariables(operation: PreparedOperation, given: Readonly<Record<string, unknown>>): Variables {
    if (operation.variableDefinitions.length === 0) return {};
    const { schema } = this.#parts.supergraph;
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions, given, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    if (errors !== undefined) throw RequestError.from(400, 'BAD_USER_INPUT', errors);
    return coerced;
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

function answerText(data: string, errors: readonly ClientError[], trace: readonly FetchTrace[] | null): string {
  const errorsText = errors.length === 0 ? '' : `,"errors":${JSON.stringify(errors)}`;
  const traceText = trace === null ? '' : `,"extensions":${JSON.stringify({ trace: { fetches: trace } })}`;
  return `{"data":${data}${errorsText}${traceText}}`;
}
