import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { print, type DocumentNode, type GraphQLSchema } from 'graphql';
import { RequestError } from '../errors/request-error.js';
import { continuationDocument } from './continuation-document.js';
import { withoutContinuations } from './continuation-plan.js';
import { continuationSupergraph, type ContinuationSupergraph } from './continuation-supergraph.js';
import { mergeFetches } from './merge-fetches.js';
import type { QueryPlan } from './plan.js';
import type { Planner } from './planner.js';
import { plannerNames, type PlannerNames } from './planner-names.js';
import { explain } from '../errors/messages.js';

/** Planning runs on the thread pool of the process, which DNS and signatures need as well. */
const CONCURRENT_PLANS = 2;

interface SecondPlanner {
  readonly planner: QueryPlanner;
  readonly continuation: ContinuationSupergraph;
}

/**
 * The planner of the Hive router, off the event loop and with a deadline.
 *
 * It looks for the place of an entity by its type alone. So it finds no plan for a field with `@requires` when the entity
 * came from the same subgraph below another entity of its type, such as a mentor below the mentee. Where it fails, it is
 * asked again with a supergraph that lets it leave the nested entity and enter it anew; the step in between is only in
 * the planner's mind and is taken out of the plan.
 */
export class HivePlanner implements Planner {
  readonly #planner: QueryPlanner;
  readonly #schema: GraphQLSchema;
  readonly #names: PlannerNames;
  readonly #timeoutMs: number;
  /** Made when it is needed for the first time. */
  #second: SecondPlanner | null | undefined;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /**
   * Throws when the supergraph is not one that the planner can read.
   *
   * @param schema all types of the supergraph
   */
  constructor(supergraph: DocumentNode, schema: GraphQLSchema, timeoutMs: number) {
    this.#names = plannerNames(supergraph);
    this.#planner = new QueryPlanner(print(this.#names.supergraph));
    this.#schema = schema;
    this.#timeoutMs = timeoutMs;
  }

  plan(document: string, operationName: string | null): Promise<QueryPlan> {
    const abort = new AbortController();
    const { promise, resolve, reject } = Promise.withResolvers<QueryPlan>();
    const timer = setTimeout(() => {
      reject(new RequestError('PLANNING_TIMEOUT', explain('planning-too-slow', { ms: this.#timeoutMs })));
      abort.abort();
    }, this.#timeoutMs);
    void this.#enter()
      .then(async () => {
        try {
          if (abort.signal.aborted) return;
          resolve(this.#names.restore(await this.#call(document, operationName, abort.signal)));
        } finally {
          this.#leave();
        }
      })
      .catch(reject)
      .finally(() => clearTimeout(timer));
    return promise;
  }

  async #call(document: string, operationName: string | null, signal: AbortSignal): Promise<QueryPlan> {
    try {
      return await planWith(this.#planner, document, operationName, signal);
    } catch (error) {
      const plan = signal.aborted ? null : await this.#callAgain(document, operationName, signal);
      if (plan !== null) return plan;
      // The operation is valid, so this is a limit or a defect of the planner.
      const message = explain('no-plan');
      throw new RequestError('PLANNING_FAILED', message, { cause: error });
    }
  }

  /** Null when there is no plan this way either. */
  async #callAgain(document: string, operationName: string | null, signal: AbortSignal): Promise<QueryPlan | null> {
    try {
      if (this.#second === undefined) this.#second = secondPlanner(this.#names.supergraph);
      if (this.#second === null) return null;
      const { planner, continuation } = this.#second;
      const changed = continuationDocument(document, continuation, this.#schema);
      if (changed === null) return null;
      const plan = await planWith(planner, changed, operationName, signal);
      return mergeFetches(withoutContinuations(plan, continuation));
    } catch {
      // The first failure tells more: it is about the document that the client sent.
      return null;
    }
  }

  #enter(): Promise<void> {
    if (this.#running < CONCURRENT_PLANS) {
      this.#running++;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running--;
    else next();
  }
}

async function planWith(
  planner: QueryPlanner,
  document: string,
  operationName: string | null,
  signal: AbortSignal,
): Promise<QueryPlan> {
  // The addon's answer has exactly the form of our own type.
  return (await planner.planAsync(document, operationName, new Set(), 0, signal)) as QueryPlan;
}

function secondPlanner(supergraph: DocumentNode): SecondPlanner | null {
  const continuation = continuationSupergraph(supergraph);
  return continuation === null ? null : { planner: new QueryPlanner(continuation.sdl), continuation };
}
