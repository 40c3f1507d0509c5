import { setTimeout as pause } from 'node:timers/promises';
import type { SubgraphAnswer } from '../execution/subgraph-request.js';
import type { FetchRecord } from '../telemetry/fetch-record.js';
import type { BreakerState } from '../telemetry/metrics.js';
import { Breaker, REFUSED, type Outcome } from './breaker.js';
import type { Cancellation } from './cancellation.js';
import type { Expiry } from './expiry.js';
import { DEADLINE_HEADER, writeDeadline } from './deadline.js';
import { RetryBudget } from './retry-budget.js';
import { Slots } from './slots.js';
import { SubgraphClient } from './subgraph-client.js';
import type { SubgraphLimits } from './subgraph-limits.js';
import { TransportFailure, type FailureKind } from './transport-failure.js';

/** One message for a subgraph. */
export interface Message {
  readonly body: string;
  /** Called for each attempt. */
  readonly headers: (service: string, body: string) => Record<string, string>;
  /** Read for each attempt: those who wait for a shared message may be others by then. */
  readonly timing: {
    /** On the clock of `performance.now()`. */
    readonly deadline: number;
  };
  readonly cancellation: Cancellation | null;
  readonly mayRepeat: boolean;
  /** Takes what is measured. */
  readonly record: FetchRecord | null;
  /** Given for a message that several operations wait for, each as long as for one of its own. */
  readonly expiry: Expiry | null;
}

/** What a channel is doing. */
export interface ChannelStatus {
  readonly breaker: BreakerState;
  readonly running: number;
  readonly waiting: number;
}

/** With less time than this nothing is sent: the next in the chain would have none. */
const LEAST_MS = 1;
/** A timeout is held against a subgraph that had this part of its usual time. */
const FAIR_SHARE = 0.5;

/** The way to one subgraph: its breaker, its places, its budget of retries and its connections. */
export class SubgraphChannel {
  readonly #service: string;
  readonly #limits: SubgraphLimits;
  readonly #client: SubgraphClient;
  readonly #breaker: Breaker;
  readonly #slots: Slots;
  readonly #retries: RetryBudget;

  constructor(service: string, url: string, limits: SubgraphLimits, onBreaker: (state: BreakerState) => void) {
    this.#service = service;
    this.#limits = limits;
    this.#client = new SubgraphClient(service, url, limits.connections);
    this.#breaker = new Breaker(limits.breaker, onBreaker);
    this.#slots = new Slots(limits.concurrency, limits.queue);
    this.#retries = new RetryBudget(limits.retry);
  }

  get status(): ChannelStatus {
    return { breaker: this.#breaker.state, running: this.#slots.running, waiting: this.#slots.waiting };
  }

  /** Sends a message, and once more when that is allowed and may help. Rejects with {@link TransportFailure}. */
  async send(message: Message): Promise<SubgraphAnswer> {
    const end = message.expiry === null ? performance.now() + this.#limits.timeoutMs : Number.POSITIVE_INFINITY;
    this.#retries.earn();
    for (let isFirst = true; ; isFirst = false) {
      const { timing, cancellation } = message;
      const until = Math.min(end, timing.deadline);
      let now = performance.now();
      if (cancellation?.isCancelled === true) throw this.#unsent('left');
      if (until - now <= LEAST_MS) throw this.#unsent(until < end ? 'deadline' : 'timeout');
      if (this.#breaker.refuses(now)) throw this.#unsent('resting');
      if (!this.#slots.take()) {
        await this.#wait(message, until, end);
        now = performance.now();
      }

      const left = until - now;
      const ticket = this.#breaker.enter(now);
      let outcome: Outcome = 'unknown';
      let repeat: TransportFailure['repeat'];
      try {
        if (ticket === REFUSED) throw this.#unsent('resting');
        if (left <= LEAST_MS) throw this.#unsent(until < end ? 'deadline' : 'timeout');
        const answer = await this.#post(message, left);
        outcome = 'answered';
        return answer;
      } catch (error) {
        if (!(error instanceof TransportFailure)) throw error;
        const { blames, kind } = error;
        const hadTime = left >= this.#limits.timeoutMs * FAIR_SHARE;
        if (ticket !== REFUSED && (blames === true || (blames === 'if-waited' && hadTime))) outcome = 'failed';
        repeat = isFirst && message.mayRepeat ? error.repeat : 'never';
        if (repeat === 'never' || !this.#retries.spend(performance.now())) {
          const isLate = kind === 'timeout' && until < end && !error.neverSent;
          throw isLate ? new TransportFailure('deadline', this.#service) : error;
        }
      } finally {
        this.#slots.release();
        this.#breaker.settle(ticket, performance.now(), outcome);
      }
      // The random part keeps those that failed together from coming back together.
      if (repeat === 'later') await pause(this.#limits.retry.backoffMs * (0.5 + Math.random()));
    }
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  #post({ body, headers, cancellation, record, expiry }: Message, timeoutMs: number): Promise<SubgraphAnswer> {
    const sent = headers(this.#service, body);
    sent[DEADLINE_HEADER] = writeDeadline(timeoutMs);
    if (record !== null) {
      record.attempts++;
      record.requestBytes = Buffer.byteLength(body);
    }
    const { maxResponseBytes } = this.#limits;
    return this.#client.post(body, sent, { timeoutMs, maxResponseBytes, cancellation, record, expiry });
  }

  async #wait({ cancellation }: Message, until: number, end: number): Promise<void> {
    const wait = await this.#slots.wait(until - performance.now(), cancellation);
    if (wait === 'taken') return;
    if (wait === 'left') throw this.#unsent('left');
    throw this.#unsent(wait === 'late' && until < end ? 'deadline' : 'overloaded');
  }

  /** The failure of a message that was not sent. */
  #unsent(kind: FailureKind): TransportFailure {
    return new TransportFailure(kind, this.#service, { neverSent: true });
  }
}
