import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { RequestError } from '../documents/request-error.js';
import type { QueryPlan } from './plan.js';
import type { Planner } from './planner.js';

/** Planning runs on the thread pool of the process, which DNS and signatures need as well. */
const CONCURRENT_PLANS = 2;

/** The planner of the Hive router, off the event loop and with a deadline. */
export class HivePlanner implements Planner {
  readonly publicSdl: string;
  readonly #planner: QueryPlanner;
  readonly #timeoutMs: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** Throws when the supergraph is not one that the planner can read. */
  constructor(supergraphSdl: string, timeoutMs: number) {
    this.#planner = new QueryPlanner(supergraphSdl);
    this.publicSdl = this.#planner.consumerSchema;
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
          // The plan is translated field by field nowhere: the addon's answer has exactly the form of our own type.
          resolve((await this.#planner.planAsync(document, operationName, new Set(), 0, abort.signal)) as QueryPlan);
        } finally {
          this.#leave();
        }
      })
      .catch(reject)
      .finally(() => clearTimeout(timer));
    return promise;
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
