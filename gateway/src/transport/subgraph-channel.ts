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

/** A message on its way. */
interface Delivery {
  readonly message: Message;
  /** When the time of a fetch is over, on the clock of `performance.now()`. */
  readonly end: number;
  readonly isFirst: boolean;
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (error: unknown) => void;
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
  send(message: Message): Promise<SubgraphAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<SubgraphAnswer>();
    const end = message.expiry === null ? performance.now() + this.#limits.timeoutMs : Number.POSITIVE_INFINITY;
    this.#retries.earn();
    this.#attempt({ message, end, isFirst: true, resolve, reject });
    return promise;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  /** Sends as soon as there is a place. What stands against it already takes none. */
  #attempt(delivery: Delivery): void {
    const { message, end, reject } = delivery;
    const { timing, cancellation } = message;
    const until = Math.min(end, timing.deadline);
    const now = performance.now();
    if (cancellation?.isCancelled === true) reject(this.#unsent('left'));
    else if (until - now <= LEAST_MS) reject(this.#unsent(until < end ? 'deadline' : 'timeout'));
    else if (this.#breaker.refuses(now)) reject(this.#unsent('resting'));
    else if (this.#slots.take()) this.#exchange(delivery, until, now);
    else this.#wait(message, until, end).then(() => this.#exchange(delivery, until, performance.now()), reject);
  }

  /** Uses a place that was taken, and gives it back. Never throws. */
  #exchange(delivery: Delivery, until: number, now: number): void {
    const { message, end, resolve, reject } = delivery;
    const timeoutMs = until - now;
    const ticket = this.#breaker.enter(now);
    const leave = (outcome: Outcome): void => {
      this.#slots.release();
      this.#breaker.settle(ticket, performance.now(), outcome);
    };
    if (ticket === REFUSED || timeoutMs <= LEAST_MS) {
      leave('unknown');
      reject(this.#unsent(ticket === REFUSED ? 'resting' : until < end ? 'deadline' : 'timeout'));
      return;
    }
    let headers: Record<string, string>;
    try {
      headers = message.headers(this.#service, message.body);
    } catch (error) {
      leave('unknown');
      reject(error);
      return;
    }
    headers[DEADLINE_HEADER] = writeDeadline(timeoutMs);
    const { body, cancellation, record, expiry } = message;
    if (record !== null) {
      record.attempts++;
      record.requestBytes = Buffer.byteLength(body);
    }
    this.#client.post(body, headers, {
      timeoutMs,
      maxResponseBytes: this.#limits.maxResponseBytes,
      cancellation,
      record,
      expiry,
      answered: (answer) => {
        leave('answered');
        resolve(answer);
      },
      failed: (error) => {
        const { blames, kind } = error;
        const hadTime = timeoutMs >= this.#limits.timeoutMs * FAIR_SHARE;
        leave(blames === true || (blames === 'if-waited' && hadTime) ? 'failed' : 'unknown');
        const repeat = delivery.isFirst && message.mayRepeat ? error.repeat : 'never';
        if (repeat !== 'never' && this.#retries.spend(performance.now())) void this.#again(delivery, repeat);
        else reject(kind === 'timeout' && until < end ? new TransportFailure('deadline', this.#service) : error);
      },
    });
  }

  async #again(delivery: Delivery, when: 'at-once' | 'later'): Promise<void> {
    // The random part keeps those that failed together from coming back together.
    await (when === 'later' ? pause(this.#limits.retry.backoffMs * (0.5 + Math.random())) : null);
    this.#attempt({ ...delivery, isFirst: false });
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
