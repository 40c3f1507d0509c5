import type { SubgraphAnswer } from '../subgraph/subgraph-request.js';
import type { BreakerState } from '../telemetry/metrics.js';
import { Breaker } from './breaker.js';
import { Attempts, type AttemptsParts, type Message } from './attempts.js';
import { RetryBudget } from './retry-budget.js';
import { ConcurrencyLimit } from './concurrency-limit.js';
import { SubgraphClient } from './subgraph-client.js';
import type { SubgraphLimits } from './subgraph-limits.js';

/** What a endpoint is doing. */
export interface EndpointStatus {
  readonly breaker: BreakerState;
  readonly running: number;
  readonly waiting: number;
}

/** The way to one subgraph: its breaker, its places, its budget of retries and its connections. */
export class SubgraphEndpoint {
  readonly #parts: AttemptsParts;

  constructor(service: string, url: string, limits: SubgraphLimits, onBreaker: (state: BreakerState) => void) {
    this.#parts = {
      service,
      limits,
      client: new SubgraphClient(service, url),
      breaker: new Breaker(limits.breaker, onBreaker),
      concurrency: new ConcurrencyLimit(limits.concurrency, limits.queue),
      retries: new RetryBudget(limits.retry),
    };
  }

  get status(): EndpointStatus {
    const { breaker, concurrency } = this.#parts;
    return { breaker: breaker.state, running: concurrency.running, waiting: concurrency.waiting };
  }

  /** Sends a message, and once more when that is allowed and may help. Rejects with {@link TransportFailure}. */
  send(message: Message): Promise<SubgraphAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<SubgraphAnswer>();
    new Attempts(this.#parts, message, resolve, reject).begin();
    return promise;
  }

  close(): void {
    this.#parts.client.close();
  }
}
