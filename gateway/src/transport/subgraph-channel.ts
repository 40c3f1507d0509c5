import type { SubgraphAnswer } from '../subgraph/subgraph-request.js';
import type { BreakerState } from '../telemetry/metrics.js';
import { Breaker } from './breaker.js';
import { Delivery, type DeliveryParts, type Message } from './delivery.js';
import { RetryBudget } from './retry-budget.js';
import { Slots } from './slots.js';
import { SubgraphClient } from './subgraph-client.js';
import type { SubgraphLimits } from './subgraph-limits.js';

/** What a channel is doing. */
export interface ChannelStatus {
  readonly breaker: BreakerState;
  readonly running: number;
  readonly waiting: number;
}

/** The way to one subgraph: its breaker, its places, its budget of retries and its connections. */
export class SubgraphChannel {
  readonly #parts: DeliveryParts;

  constructor(service: string, url: string, limits: SubgraphLimits, onBreaker: (state: BreakerState) => void) {
    this.#parts = {
      service,
      limits,
      client: new SubgraphClient(service, url),
      breaker: new Breaker(limits.breaker, onBreaker),
      slots: new Slots(limits.concurrency, limits.queue),
      retries: new RetryBudget(limits.retry),
    };
  }

  get status(): ChannelStatus {
    const { breaker, slots } = this.#parts;
    return { breaker: breaker.state, running: slots.running, waiting: slots.waiting };
  }

  /** Sends a message, and once more when that is allowed and may help. Rejects with {@link TransportFailure}. */
  send(message: Message): Promise<SubgraphAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<SubgraphAnswer>();
    new Delivery(this.#parts, message, resolve, reject).begin();
    return promise;
  }

  close(): void {
    this.#parts.client.close();
  }
}
