import type { Charge, CostReport } from '../cost/demand-control.js';
import { errorsText, type ClientError } from '../errors/client-error.js';
import type { FetchTrace, Run } from '../execution/fetch.js';
import { runPlan } from '../execution/run-plan.js';
import { createStateObject } from '../execution/state.js';
import type { ViewerIds } from '../execution/viewer-ids.js';
import type { Variables } from '../graphql/variables.js';
import { withoutIds } from '../pairwise/without-ids.js';
import type { Sharing } from '../sharing/sharing.js';
import type { Cancellation } from '../subgraph/cancellation.js';
import type { Requester } from '../subgraph/requester.js';
import type { AskSubgraph, SubgraphAnswer } from '../subgraph/subgraph-request.js';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import type { RequestObserver } from '../telemetry/request-observer.js';
import { MutationRecord } from './mutation-record.js';
import { overloaded } from './overloaded.js';
import type { CompiledPlan } from '../execution/compile-plan.js';
import type { PreparedOperation } from './prepare-operation.js';
import { toldOnce } from './told-once.js';

/** An operation with all that its client gave. */
export interface PlannedOperation {
  readonly operation: PreparedOperation;
  readonly plan: CompiledPlan;
  readonly variables: Variables;
  /** The ids as the viewer sees them; null: as they are. */
  readonly ids: ViewerIds | null;
}

/** How one answer is made. */
export interface Attempt {
  readonly requester: Requester;
  readonly trace: boolean;
  /** When it came, and when it must be done, on the clock of `performance.now()`. */
  readonly since: number;
  readonly deadline: number;
  /** Null: it is seen through whoever disconnects. */
  readonly cancellation: Cancellation | null;
  readonly observer: RequestObserver | null;
  readonly mutations: MutationRecord | undefined;
  readonly charge: Charge | null;
  /** What a subscription got from its subgraph; null for all other operations. */
  readonly event: SubgraphAnswer | SubgraphUnavailable | null;
}

/**
 * Runs a plan and writes the JSON text of its answer. Whatever fails on the way is in the answer; but rejects with
 * {@link RequestError} when a subgraph had no place for it and nothing can have been changed, as the whole can be asked again.
 */
export async function answerOperation(
  { operation, plan, variables, ids }: PlannedOperation,
  { requester, trace, since, deadline, cancellation, observer, mutations, charge, event }: Attempt,
  sharing: Pick<Sharing, 'fetch'>,
): Promise<string> {
  const changes = mutations ?? new MutationRecord(null, () => false);
  const ask: AskSubgraph = (request) => {
    const { kind } = request.template;
    if (kind === 'subscription' && event !== null) {
      return event instanceof SubgraphUnavailable ? Promise.reject(event) : Promise.resolve(event);
    }
    return kind === 'mutation'
      ? changes.track(request.template.service, (idempotencyKey) => sharing.fetch({ ...request, idempotencyKey }))
      : sharing.fetch(request);
  };
  const run: Run = {
    data: createStateObject(),
    variables,
    terms: { requester, mayShare: operation.kind !== 'mutation', since, deadline, cancellation },
    ask,
    watcher: observer,
    unplacedErrors: [],
    trace: trace ? [] : null,
    ids,
    isWhole: true,
    isOverloaded: false,
    isPlain: true,
    found: new Map(),
  };
  await runPlan(plan, run);
  // An event of a subscription cannot be asked for again.
  if (run.isOverloaded && event === null && changes.hadNoEffect) {
    charge?.refund();
    throw overloaded();
  }
  const { data, errors } = operation.writeAnswer(run, operation.introspect(variables));
  const unplaced = run.unplacedErrors.map(({ message, extensions }): ClientError => ({ message, extensions }));
  const all = toldOnce(unplaced.length === 0 ? errors : [...errors, ...unplaced]);
  if (observer !== null) for (const { extensions } of all) observer.failed(extensions['code']);
  const shown = ids === null ? all : all.map(withoutIds);
  const text = shown.length === 0 ? null : errorsText(shown, requester.language);
  return answerText(data, text, run.trace, charge?.settle(data));
}

function answerText(
  data: string,
  errors: string | null,
  trace: readonly FetchTrace[] | null,
  cost: CostReport | undefined,
): string {
  const errorsMember = errors === null ? '' : `,"errors":${errors}`;
  if (trace === null && cost === undefined) return `{"data":${data}${errorsMember}}`;
  const extensions = { ...(trace === null ? {} : { trace: { fetches: trace } }), cost };
  return `{"data":${data}${errorsMember},"extensions":${JSON.stringify(extensions)}}`;
}
