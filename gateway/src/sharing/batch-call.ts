import { Cancellation } from '../subgraph/cancellation.js';
import type { Expiry } from '../subgraph/expiry.js';
import type { SendOptions } from '../transport/transport.js';
import type { InFlightRequest } from './in-flight-request.js';
import type { AttemptHeaders } from '../subgraph/attempt-headers.js';

/** One request for several in-flight requests. It goes on as long as somebody waits for any of them. */
export class BatchCall implements SendOptions, Expiry {
  readonly headers: AttemptHeaders;
  readonly cancellation = new Cancellation();
  readonly #batch: readonly InFlightRequest[];

  constructor(batch: readonly [InFlightRequest, ...InFlightRequest[]]) {
    this.headers = batch[0].headers;
    this.#batch = batch;
    const leave = (): void => {
      if (!batch.some((inFlight) => inFlight.isOpen)) this.cancellation.cancel();
    };
    for (const inFlight of batch) inFlight.cancellation.add(leave);
  }

  get deadline(): number {
    return performance.now() + this.expire();
  }

  get expiry(): Expiry {
    return this;
  }

  expire(): number {
    let next = Infinity;
    for (const inFlight of this.#batch) {
      const left = inFlight.expire();
      if (left > 0) next = Math.min(next, left);
    }
    return next === Infinity ? 0 : next;
  }
}
