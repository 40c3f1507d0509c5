import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { RequestError } from '../documents/request-error.js';
import type { QueryPlan } from './plan.js';
import type { Planner } from './planner.js';

/** Planning runs on the thread pool of the process, which DNS and signatures need as well. */
const CONCURRENT_PLANS = 2;

/** The planner of the Hive router, off the event loop and with a deadline. */
export class HivePlanner implements Planner {
  readonly #planner: QueryPlanner;
  readonly #timeoutMs: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** Throws when the supergraph is not one that the planner can read. */
  constructor(supergraphSdl: string, timeoutMs: number) {
    this.#planner = new QueryPlanner(supergraphSdl);
    this.#timeoutMs = timeoutMs;
  }

  plan(document: string, operationName: string | null): Promise<QueryPlan> {
    const abort = new AbortController();
    const { promise, resolve, reject } = Promise.withResolvers<QueryPlan>();
    const timer = setTimeout(() => {
      reject(new RequestError(503, 'PLANNING_TIMEOUT', `The operation could not be planned in ${this.#timeoutMs} ms.`));
      abort.abort();
    }, this.#timeoutMs);
    void this.#enter()
      .then(async () => {
        try {
          if (abort.signal.aborted) return;
          resolve(await this.#call(document, operationName, abort.signal));
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
      // The addon's answer has exactly the form of our own type.
      return (await this.#planner.planAsync(document, operationName, new Set(), 0, signal)) as QueryPlan;
    } catch (error) {
      // The operation is valid, so this is a limit or a defect of the planner.
      const message = 'The operation is valid, but no plan was found for it.';
      throw new RequestError(500, 'PLANNING_FAILED', message, { cause: error });
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
