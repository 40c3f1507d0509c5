import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';
import type { FetchRecord } from '../subgraph/fetch-record.js';
import { Cancellation } from '../subgraph/cancellation.js';
import type { Expiry } from '../subgraph/expiry.js';
import { TransportFailure, type FailureKind } from '../transport/transport-failure.js';
import type { SendOptions } from '../transport/transport.js';
import type { AttemptHeaders } from '../subgraph/attempt-headers.js';

/** How long one operation waits for an answer. */
export interface Patience {
  /** When the operation must be done, on the clock of `performance.now()`. */
  readonly deadline: number;
  readonly cancellation: Cancellation | null;
}

interface Waiter {
  readonly until: number;
  /** What it is when this time is over. */
  readonly late: FailureKind;
  readonly cancellation: Cancellation | null;
  readonly leave: () => void;
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (error: unknown) => void;
  timer: NodeJS.Timeout | null;
}

/** What a timer may be early. */
const TIMER_SLACK_MS = 1;

/**
 * One request on its way and all operations that wait for it. Each waits as long as it would for a request of its own: when
 * it leaves or its time is over, the others still wait. The request is given up when nobody waits any more.
 */
export class InFlightRequest implements SendOptions, Expiry {
  readonly request: SubgraphRequest;
  readonly headers: AttemptHeaders;
  /** That of the operation for which it began. */
  readonly record: FetchRecord | null;
  readonly cancellation = new Cancellation();
  readonly #fetchMs: number;
  readonly #waiters = new Set<Waiter>();
  #settled = false;
  #over: ((answer: SubgraphAnswer | null) => void) | null = null;
  /** When the transport asks next whether the time is over. */
  #nextCheck = Infinity;

  constructor(request: SubgraphRequest, headers: AttemptHeaders, fetchMs: number, record: FetchRecord | null = null) {
    this.record = record;
    this.request = request;
    this.headers = headers;
    this.#fetchMs = fetchMs;
  }

  /** Calls with the answer, or with null when there will be none. */
  whenOver(over: (answer: SubgraphAnswer | null) => void): void {
    this.#over = over;
  }

  /** Whether somebody waits and there is no answer yet; only then others may join. */
  get isOpen(): boolean {
    return !this.#settled && this.#waiters.size > 0;
  }

  /** When the first of those who wait must have an answer. */
  get deadline(): number {
    return performance.now() + this.expire();
  }

  get expiry(): Expiry {
    return this;
  }

  /** Waits for the answer. Rejects with {@link SubgraphUnavailable} as a request of one's own would. */
  wait({ deadline, cancellation }: Patience): Promise<SubgraphAnswer> {
    if (cancellation?.isCancelled === true) return Promise.reject(this.#unsent('disconnected'));
    const now = performance.now();
    if (deadline <= now) return Promise.reject(this.#unsent('deadline'));
    const { promise, resolve, reject } = Promise.withResolvers<SubgraphAnswer>();
    const limit = now + this.#fetchMs;
    const until = Math.min(deadline, limit);
    const leave = (): void => {
      reject(new TransportFailure('disconnected', this.request.template.service));
      this.#remove(waiter);
      this.#cancelWhenLeft();
    };
    const waiter: Waiter = {
      until,
      late: deadline < limit ? 'deadline' : 'timeout',
      cancellation,
      leave,
      resolve,
      reject,
      timer: null,
    };
    // Those who wait longer than the first are served by the one timer of the transport.
    if (until < this.#nextCheck) {
      if (this.#waiters.size === 0) this.#nextCheck = until;
      else waiter.timer = setTimeout(() => this.#expireAndCancel(), until - now);
    }
    this.#waiters.add(waiter);
    cancellation?.add(leave);
    return promise;
  }

  settle(answer: SubgraphAnswer): void {
    this.#end(answer);
    for (const waiter of this.#waiters) {
      this.#remove(waiter);
      waiter.resolve(answer);
    }
  }

  fail(error: unknown): void {
    this.#end(null);
    for (const waiter of this.#waiters) {
      this.#remove(waiter);
      waiter.reject(error);
    }
  }

  expire(): number {
    const now = performance.now();
    let next = Infinity;
    for (const waiter of this.#waiters) {
      if (waiter.until > now + TIMER_SLACK_MS) {
        next = Math.min(next, waiter.until);
      } else {
        waiter.reject(new TransportFailure(waiter.late, this.request.template.service));
        this.#remove(waiter);
      }
    }
    this.#nextCheck = next;
    if (next !== Infinity) return next - now;
    this.#end(null);
    return 0;
  }

  #unsent(kind: FailureKind): TransportFailure {
    return new TransportFailure(kind, this.request.template.service, { neverSent: true });
  }

  #expireAndCancel(): void {
    if (!this.#settled && this.expire() === 0) this.cancellation.cancel();
  }

  #cancelWhenLeft(): void {
    if (this.#settled || this.#waiters.size > 0) return;
    this.#end(null);
    this.cancellation.cancel();
  }

  #end(answer: SubgraphAnswer | null): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#over?.(answer);
  }

  #remove(waiter: Waiter): void {
    this.#waiters.delete(waiter);
    waiter.cancellation?.remove(waiter.leave);
    if (waiter.timer !== null) clearTimeout(waiter.timer);
  }
}
