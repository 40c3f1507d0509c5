import { Cancellation } from '../subgraph/cancellation.js';
import type { Expiry } from '../subgraph/expiry.js';
import type { AttemptHeaders, SendOptions } from '../transport/transport.js';
import type { Flight } from './flight.js';

/** One request for several flights. It goes on as long as somebody waits for any of them. */
export class BatchCall implements SendOptions, Expiry {
  readonly headers: AttemptHeaders;
  readonly cancellation = new Cancellation();
  readonly #flights: readonly Flight[];

  constructor(flights: readonly [Flight, ...Flight[]]) {
    this.headers = flights[0].headers;
    this.#flights = flights;
    const leave = (): void => {
      if (!flights.some((flight) => flight.isOpen)) this.cancellation.cancel();
    };
    for (const flight of flights) flight.cancellation.add(leave);
  }

  get deadline(): number {
    return performance.now() + this.expire();
  }

  get expiry(): Expiry {
    return this;
  }

  expire(): number {
    let next = Infinity;
    for (const flight of this.#flights) {
      const left = flight.expire();
      if (left > 0) next = Math.min(next, left);
    }
    return next === Infinity ? 0 : next;
  }
}
