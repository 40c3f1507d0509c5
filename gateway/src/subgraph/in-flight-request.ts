import type { Slot } from '../collections/slot-list.js';
import type { Cancellation } from './cancellation.js';
import { SubgraphFailure } from './subgraph-failure.js';
import type { OperationTerms, SubgraphAnswer, SubgraphRequest } from './subgraph-request.js';
import { TimeoutSweeper, type Expirable } from './timeout-sweeper.js';

/** Why nobody waits for a request any more. */
export type Abandonment = 'timeout' | 'deadline' | 'disconnected';

/** Whether a request was put off by the limit of its subgraph's concurrency, or sent. */
export type RequestStage = 'new' | 'queued' | 'sent';

/** What brings a request to its subgraph. */
export interface RequestSender {
  /** Nobody waits for the request any more, and those who did were told: what runs for it ends. */
  abandoned(why: Abandonment): void;
}

/** A request that somebody waits for, as its sender sees it. */
export interface PendingRequest {
  readonly request: SubgraphRequest;
  /** Whether somebody waits and there is no answer yet. */
  readonly isOpen: boolean;
  /** When the first of those who wait must have an answer, on the clock of `performance.now()`. */
  readonly until: number;
  set stage(stage: RequestStage);
  /** Null: it is not being sent yet. */
  sender: RequestSender | null;
  /** Lets go of those whose time is over or whose client has disconnected. */
  check(now: number): void;
  settle(answer: SubgraphAnswer): void;
  fail(error: unknown): void;
}

interface Waiter {
  readonly until: number;
  /** What it is when this time is over. */
  readonly late: Abandonment;
  readonly cancellation: Cancellation | null;
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (error: unknown) => void;
}

const sweeper = new TimeoutSweeper();

/**
 * One request on its way and all operations that wait for it. Each waits as long as it would for a request of its own: when
 * its client disconnects or its time is over, the others still wait. The request is given up when nobody waits any more.
 *
 * This is the one place that keeps the time of a request, from its beginning to its end, whatever is being done for it.
 */
export class InFlightRequest implements PendingRequest, Expirable {
  readonly request: SubgraphRequest;
  stage: RequestStage = 'new';
  sender: RequestSender | null = null;
  readonly #timeoutMs: number;
  readonly #waiters: Waiter[] = [];
  #slot: Slot<Expirable> | null = null;
  #isOver = false;
  #listeners: ((answer: SubgraphAnswer | null) => void)[] | null = null;

  /** @param timeoutMs how long whoever waits gives the subgraph */
  constructor(request: SubgraphRequest, timeoutMs: number) {
    this.request = request;
    this.#timeoutMs = timeoutMs;
  }

  get isOpen(): boolean {
    return !this.#isOver && this.#waiters.length > 0;
  }

  get until(): number {
    let first = Infinity;
    for (const { until } of this.#waiters) if (until < first) first = until;
    return first;
  }

  /** Calls with the answer, or with null when there will be none. */
  whenOver(listener: (answer: SubgraphAnswer | null) => void): void {
    this.#listeners ??= [];
    this.#listeners.push(listener);
  }

  /** Waits for the answer. Rejects with {@link SubgraphUnavailable} as a request of one's own would. */
  wait({ deadline, cancellation }: Pick<OperationTerms, 'deadline' | 'cancellation'>): Promise<SubgraphAnswer> {
    const now = performance.now();
    const { promise, resolve, reject } = Promise.withResolvers<SubgraphAnswer>();
    const limit = now + this.#timeoutMs;
    const late = deadline < limit ? 'deadline' : 'timeout';
    const waiter = { until: Math.min(deadline, limit), late, cancellation, resolve, reject } as const;
    const ending = endingOf(waiter, now);
    if (ending !== null) {
      reject(new SubgraphFailure(ending, this.request.template.service, { neverSent: true }));
      return promise;
    }
    this.#waiters.push(waiter);
    this.#slot ??= sweeper.add(this);
    return promise;
  }

  check(now: number): void {
    let last: Abandonment | null = null;
    for (let index = this.#waiters.length - 1; index >= 0; index--) {
      const waiter = this.#waiters[index] as Waiter;
      const ending = endingOf(waiter, now);
      if (ending === null) continue;
      last = ending;
      this.#waiters.splice(index, 1);
      waiter.reject(this.#failureOf(ending));
    }
    if (last === null || this.#waiters.length > 0) return;
    this.#end(null);
    this.sender?.abandoned(last);
  }

  settle(answer: SubgraphAnswer): void {
    this.#end(answer);
    for (const waiter of this.#waiters.splice(0)) waiter.resolve(answer);
  }

  fail(error: unknown): void {
    this.#end(null);
    for (const waiter of this.#waiters.splice(0)) waiter.reject(error);
  }

  #failureOf(ending: Abandonment): SubgraphFailure {
    // A subgraph that takes no further request at the moment is not one that does not answer.
    const kind = this.stage === 'queued' && ending === 'timeout' ? 'overloaded' : ending;
    return new SubgraphFailure(kind, this.request.template.service, { neverSent: this.stage !== 'sent' });
  }

  #end(answer: SubgraphAnswer | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#slot !== null) sweeper.remove(this.#slot);
    for (const listener of this.#listeners ?? []) listener(answer);
  }
}

function endingOf({ cancellation, until, late }: Waiter, now: number): Abandonment | null {
  if (cancellation?.isCancelled === true) return 'disconnected';
  return until <= now ? late : null;
}
