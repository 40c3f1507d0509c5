import type { PendingRequest } from '../subgraph/in-flight-request.js';
import type { BreakerState } from '../telemetry/metrics.js';
import { Attempts, type AttemptsParts, type EchoOf } from './attempts.js';
import { Breaker } from './breaker.js';
import { ConcurrencyLimit } from './concurrency-limit.js';
import { ConnectionPool } from './connection-pool.js';
import type { FailureReason } from './failure-reason.js';
import { RetryBudget } from './retry-budget.js';
import type { HttpClient } from './http-client.js';
import type { SubgraphLimits } from './subgraph-limits.js';
import { UndiciClient } from './undici-client.js';

export interface EndpointStatus {
  readonly breaker: BreakerState;
  readonly running: number;
  readonly waiting: number;
}

/** What {@link SubgraphEndpoint} needs to know of its subgraph. */
export interface EndpointOptions {
  readonly service: string;
  readonly url: string;
  readonly limits: SubgraphLimits;
  readonly echoOf: EchoOf;
  readonly onBreaker: (state: BreakerState) => void;
  readonly onFailure: (reason: FailureReason) => void;
}

/** The way to one subgraph: its breaker, its limit of concurrency, its budget of retries and its connections. */
export class SubgraphEndpoint {
  readonly #parts: AttemptsParts;

  constructor({ service, url, limits, echoOf, onBreaker, onFailure }: EndpointOptions) {
    this.#parts = {
      service,
      limits,
      echoOf,
      client: openClient(new URL(url), limits),
      breaker: new Breaker(limits.breaker, onBreaker),
      concurrency: new ConcurrencyLimit(limits.concurrency, limits.queue),
      retries: new RetryBudget(limits.retry),
      onFailure,
    };
  }

  get status(): EndpointStatus {
    const { breaker, concurrency } = this.#parts;
    return { breaker: breaker.state, running: concurrency.running, waiting: concurrency.waiting };
  }

  /** Whether a request of an operation that begins now would be answered before this deadline and within its own time. */
  hasRoom(deadline: number): boolean {
    const { concurrency, limits } = this.#parts;
    return concurrency.hasRoom(Math.min(deadline - performance.now(), limits.timeoutMs));
  }

  /** Attempts to get a request answered; whoever waits for it is told what comes of that. */
  attempt(pending: PendingRequest): void {
    new Attempts(this.#parts, pending).begin();
  }

  close(): void {
    this.#parts.client.close();
  }
}

function openClient(address: URL, { client }: SubgraphLimits): HttpClient {
  return client === 'own' ? new ConnectionPool(address) : new UndiciClient(address);
}
