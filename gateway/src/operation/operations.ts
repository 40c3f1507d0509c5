import { v7 } from 'uuid';
import { ASSERTION_HEADER, type AssertionSigner } from '../access/assertion-signer.js';
import type { Standing } from '../access/standing.js';
import { withoutOrganization, type Viewer } from '../identity/viewer.js';
import type { Charge, CostReport, DemandControl } from '../cost/demand-control.js';
import type { DocumentLimits } from '../graphql/limits-config.js';
import { OperationStore } from './operation-store.js';
import type { PlanVariant } from './plan-variants.js';
import { prepareOperation, type PreparedOperation } from './prepare-operation.js';
import { RequestError, type ClientError } from '../errors/request-error.js';
import { variablesText, type FetchTrace, type Run } from '../execution/fetch.js';
import type { Variables } from '../graphql/variables.js';
import { runPlan } from '../execution/run-plan.js';
import { createStateObject } from '../execution/state.js';
import type { AskSubgraph, SubgraphAnswer } from '../subgraph/subgraph-request.js';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import type { Policies } from '../guards/policies.js';
import type { MutationRecord } from './mutation-record.js';
import { readPairwisePlaces } from '../pairwise/pairwise-places.js';
import type { Pseudonyms } from '../pairwise/pseudonyms.js';
import { withoutIds } from '../pairwise/without-ids.js';
import { beforeDeadline } from '../planning/before-deadline.js';
import { describePlan } from '../planning/describe-plan.js';
import { Requester, type AttemptHeaders, type HeadersFor, type RequesterOperation } from '../subgraph/requester.js';
import type { Sharing } from '../sharing/sharing.js';
import type { ResultStream } from '../subscription/result-stream.js';
import type { Subscriptions } from '../subscription/subscriptions.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { RequestObserver } from '../telemetry/request-observer.js';
import type { Cancellation } from '../subgraph/cancellation.js';
import type { ViewerIds } from '../execution/viewer-ids.js';

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
  /** Whether a mutation is refused. */
  readonly onlyQueries: boolean;
  readonly trace: boolean;
  readonly caller: Caller;
  /** What the client leaves of the time for an operation, in milliseconds; it cannot make it longer. */
  readonly timeLeftMs?: number;
  /** Stops a query; a mutation that began is seen through. */
  readonly cancellation: Cancellation;
  readonly observer?: RequestObserver | null;
  /** Follows what mutations do to subgraphs, for a request with an idempotency key. */
  readonly mutations?: MutationRecord;
  /** Given where it is known before whether the viewer may act for its organisation; else the authority is asked. */
  readonly mayAct?: boolean;
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
  /** The JSON text of the answer; empty for a stream of events. */
  readonly text: string;
  /** The events of a subscription; null for all other operations. */
  readonly events: ResultStream | null;
}

/** What running operations needs. */
export interface OperationsParts {
  readonly supergraph: Supergraph;
  readonly sharing: Pick<Sharing, 'fetch'>;
  /** Null: requests to subgraphs are not signed. */
  readonly signer: AssertionSigner | null;
  /** Null: whoever has a token acts for the organisation in it. */
  readonly standing: Standing | null;
  /** Null: ids are the same for everybody. */
  readonly pseudonyms: Pseudonyms | null;
  readonly limits: DocumentLimits;
  /** Null: costs are neither limited nor paid. */
  readonly demand: DemandControl | null;
  readonly policies: Policies;
  readonly requestTimeoutMs: number;
  readonly subscriptions: Subscriptions;
}

/** How one answer is made. */
interface Attempt {
  readonly requester: Requester;
  /** The ids as the viewer sees them; null: as they are. */
  readonly ids: ViewerIds | null;
  readonly trace: boolean;
  readonly deadline: number;
  /** Null: it is seen through whoever leaves. */
  readonly cancellation: Cancellation | null;
  readonly observer: RequestObserver | null;
  readonly mutations: MutationRecord | undefined;
  readonly charge: Charge | null;
  /** What a subscription got from its subgraph; null for all other operations. */
  readonly event: SubgraphAnswer | SubgraphUnavailable | null;
}

/** An operation that is about to run. */
interface PlannedOperation extends Pick<Attempt, 'ids'> {
  readonly operation: PreparedOperation;
  readonly plan: PlanVariant;
  readonly variables: Variables;
  readonly mayAct: boolean;
}

/** An id of a request has at most 64 characters, the number of an event included. */
const MAX_SUFFIXED_ID = 52;

/** Runs operations against one supergraph. */
export class Operations {
  readonly #parts: OperationsParts;
  readonly #store: OperationStore;
  readonly #headersFor: HeadersFor = (caller, operation) => this.#headersOf(caller, operation);

  constructor(parts: OperationsParts) {
    const { supergraph, limits, demand, policies, pseudonyms } = parts;
    const compileCost = demand?.compilerFor(supergraph.types.schema) ?? null;
    const pairwise = pseudonyms === null ? null : readPairwisePlaces(supergraph.types.schema);
    this.#parts = parts;
    this.#store = new OperationStore((source, name, observer) =>
      prepareOperation(source, name, { supergraph, limits, compileCost, policies, pairwise }, observer),
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
    const { caller, trace, mutations, observer = null } = request;
    const stored = this.#store.get(request.query, request.operationName, observer);
    const operation = stored.forViewer?.(caller.viewer) ?? stored;
    observer?.runs(operation, request.query);
    const { kind, name } = operation;
    if (request.onlyQueries && kind === 'mutation') {
      throw new RequestError(405, 'METHOD_NOT_ALLOWED', 'A mutation is sent by POST.');
    }
    if (kind === 'subscription' && request.stream === null) {
      const message = 'A subscription is answered with text/event-stream or on a socket.';
      throw new RequestError(406, 'NOT_ACCEPTABLE', message);
    }
    const ids = this.#parts.pseudonyms?.of(caller.viewer) ?? null;
    const variables = variablesOf(operation, request.variables, ids);
    const { demand } = this.#parts;
    const charge =
      operation.cost === null || demand === null ? null : demand.admit(operation.cost, variables, caller.viewer);
    const found = operation.plans.get(variables);
    const planned = observer === null ? found : observer.planned(found);
    const plan = planned instanceof Promise ? await beforeDeadline(planned, deadline) : planned;
    const known = request.mayAct ?? this.#mayAct(caller.viewer);
    const mayAct = known instanceof Promise ? await known : known;
    if (kind === 'subscription' && plan.primary !== undefined) {
      const events = this.#subscribe({ operation, plan, variables, ids, mayAct }, request);
      return { operation: name, text: '', events };
    }
    const text = await this.#answer(operation, plan, variables, {
      requester: new Requester(caller, { name, reads: plan.reads, mayAct }, this.#headersFor),
      ids,
      trace,
      deadline,
      cancellation: kind === 'mutation' ? null : request.cancellation,
      observer,
      mutations,
      charge,
      event: null,
    });
    return { operation: name, text, events: null };
  }

  #mayAct(viewer: Viewer | null): boolean | Promise<boolean> {
    return this.#parts.standing?.of(viewer) ?? true;
  }

  async #answer(
    operation: PreparedOperation,
    plan: PlanVariant,
    variables: Variables,
    { requester, ids, trace, deadline, cancellation, observer, mutations, charge, event }: Attempt,
  ): Promise<string> {
    const { sharing } = this.#parts;
    const ask: AskSubgraph = (request) => {
      const { kind } = request.template;
      if (kind === 'subscription' && event !== null) {
        return event instanceof SubgraphUnavailable ? Promise.reject(event) : Promise.resolve(event);
      }
      return kind === 'mutation' && mutations !== undefined
        ? mutations.track((idempotencyKey) => sharing.fetch({ ...request, idempotencyKey }))
        : sharing.fetch(request);
    };
    const run: Run = {
      data: createStateObject(),
      variables,
      terms: { requester, mayShare: operation.kind !== 'mutation', deadline, cancellation },
      ask,
      watcher: observer,
      unplacedErrors: [],
      trace: trace ? [] : null,
      ids,
      isWhole: true,
      isPlain: true,
      found: new Map(),
    };
    await runPlan(plan, run);
    const { data, errors } = operation.writeAnswer(run, operation.introspect(variables));
    const unplaced = run.unplacedErrors.map(({ message, extensions }): ClientError => ({ message, extensions }));
    const all = unplaced.length === 0 ? errors : [...errors, ...unplaced];
    if (observer !== null) for (const { extensions } of all) observer.failed(extensions['code']);
    return answerText(data, ids === null ? all : all.map(withoutIds), run.trace, charge?.settle(data));
  }

  /** Each event runs the whole plan as a query of its own; the event is the answer to the fetch that subscribes. */
  #subscribe(
    { operation, plan, variables, ids, mayAct }: PlannedOperation,
    { caller, trace, stream }: OperationRequest,
  ): ResultStream {
    if (plan.primary === undefined) throw new Error('The plan of the subscription subscribes to nothing.');
    const { template, variableUsages } = plan.primary;
    const asked = { name: operation.name, reads: plan.reads, mayAct };
    const requester = new Requester(caller, asked, this.#headersFor);
    return this.#parts.subscriptions.open({
      request: {
        template,
        variables: variablesText(variableUsages, variables),
        entities: [],
        terms: { requester, mayShare: true, deadline: Number.POSITIVE_INFINITY, cancellation: null },
        record: null,
        span: null,
        idempotencyKey: null,
      },
      operation: operation.name,
      requestId: caller.request,
      expires: stream?.expires ?? null,
      answer: async (event, number, cancellation) => {
        if ((await this.#mayAct(caller.viewer)) !== mayAct) throw standingChanged();
        const request = `${caller.request.slice(0, MAX_SUFFIXED_ID)}-${number}`;
        return this.#answer(operation, plan, variables, {
          requester: new Requester({ ...caller, request }, asked, this.#headersFor),
          ids,
          trace,
          deadline: performance.now() + this.#parts.requestTimeoutMs,
          cancellation,
          observer: null,
          mutations: undefined,
          charge: null,
          event,
        });
      },
    });
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
    return { operation: operation.name, text: JSON.stringify({ extensions: { plan } }), events: null };
  }

  #headersOf(caller: Caller, { name, reads, mayAct }: RequesterOperation): AttemptHeaders {
    const { signer, standing } = this.#parts;
    const { viewer, purpose, request } = caller;
    const base = {
      ...caller.headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-request-id': request,
    };
    if (signer === null) return () => ({ ...base });
    const about = { viewer, purpose, operation: name, request, operationId: v7(), reads };
    const assert = signer.about(about);
    if (mayAct) return (service, body) => ({ ...base, [ASSERTION_HEADER]: assert(service, body) });
    const assertToOthers = signer.about({ ...about, viewer: withoutOrganization(viewer) });
    return (service, body) => ({
      ...base,
      [ASSERTION_HEADER]: (service === standing?.authority ? assert : assertToOthers)(service, body),
    });
  }
}

/** The stream is another one for a viewer who may act no longer, or again. */
const standingChanged = () =>
  new RequestError(403, 'STANDING_CHANGED', 'Whether you may act for your organisation has changed; subscribe again.');

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
