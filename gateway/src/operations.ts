import { getVariableValues } from 'graphql';
import { ASSERTION_HEADER, type AssertionSigner } from './access/assertion-signer.js';
import type { Viewer } from './access/viewer.js';
import type { DocumentLimits } from './documents/limits.js';
import { OperationStore } from './documents/operation-store.js';
import { prepareOperation, type PreparedOperation } from './documents/prepare-operation.js';
import { RequestError, type ClientError } from './documents/request-error.js';
import type { FetchTrace, Run } from './execution/fetch.js';
import type { Variables } from './execution/representation.js';
import { runPlan } from './execution/run-plan.js';
import { createStateObject } from './execution/state.js';
import { Asker } from './sharing/asker.js';
import type { Sharing } from './sharing/sharing.js';
import type { Supergraph } from './supergraph/supergraph.js';
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
  /** Stops a query; a mutation that began is seen through. */
  readonly cancellation: Cancellation;
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
  readonly requestTimeoutMs: number;
}

const MAX_VARIABLE_ERRORS = 20;

/** Runs operations against one supergraph. */
export class Operations {
  readonly #parts: OperationsParts;
  readonly #store: OperationStore;
  readonly #headersFor = (caller: Caller, operation: string | null) => this.#attemptHeaders(caller, operation);

  constructor(parts: OperationsParts) {
    const { supergraph, limits } = parts;
    this.#parts = parts;
    this.#store = new OperationStore((source, name) => prepareOperation(source, name, supergraph, limits));
  }

  /** Runs one operation. Rejects with {@link RequestError} when it must not run; afterwards there is always an answer. */
  async run(request: OperationRequest): Promise<OperationOutcome> {
    const deadline = performance.now() + this.#parts.requestTimeoutMs;
    const operation = this.#store.get(request.query, request.operationName);
    if (request.onlyQueries && operation.kind !== 'query') {
      throw new RequestError(405, 'METHOD_NOT_ALLOWED', 'A mutation is sent by POST.');
    }
    const variables = this.#coerceVariables(operation, request.variables);
    const { sharing } = this.#parts;
    const asker = new Asker(request.caller, operation.name, this.#headersFor);
    const isQuery = operation.kind === 'query';
    const sendOptions = {
      headers: asker.headers,
      deadline,
      cancellation: isQuery ? request.cancellation : null,
      asker: isQuery ? asker : null,
    };
    const run: Run = {
      data: createStateObject(),
      variables,
      send: (subgraphRequest) => sharing.send(subgraphRequest, sendOptions),
      looseErrors: [],
      trace: request.trace ? [] : null,
    };
    const found = operation.plans.get(variables);
    await runPlan(found instanceof Promise ? await found : found, run);
    const { data, errors } = operation.project(run.data, variables, operation.introspect(variables));
    const loose = run.looseErrors.map(({ message, extensions }): ClientError => ({ message, extensions }));
    return { operation: operation.name, text: answerText(data, [...errors, ...loose], run.trace) };
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
