import { setTimeout as pause } from 'node:timers/promises';
import type { SubgraphAnswer } from '../subgraph/subgraph-request.js';
import type { FetchRecord } from '../subgraph/fetch-record.js';
import { REFUSED, type Breaker, type Outcome } from './breaker.js';
import type { Cancellation } from '../subgraph/cancellation.js';
import { DEADLINE_HEADER, writeDeadline } from './deadline.js';
import type { Expiry } from '../subgraph/expiry.js';
import type { RetryBudget } from './retry-budget.js';
import type { ConcurrencyLimit } from './concurrency-limit.js';
import type { ExchangeListener, SubgraphClient } from './subgraph-client.js';
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

/** What all messages to one subgraph go through. */
export interface AttemptsParts {
  readonly service: string;
  readonly limits: SubgraphLimits;
  readonly client: SubgraphClient;
  readonly breaker: Breaker;
  readonly concurrency: ConcurrencyLimit;
  readonly retries: RetryBudget;
}

/** With less time than this nothing is sent: the next in the chain would have none. */
const LEAST_MS = 1;
/** A timeout is held against a subgraph that had this part of its usual time. */
const FAIR_SHARE = 0.5;

/** One message on its way, sent once more when that is allowed and may help. */
export class Attempts implements ExchangeListener {
  /** What the running attempt has. */
  timeoutMs = 0;
  readonly #parts: AttemptsParts;
  readonly #message: Message;
  readonly #resolve: (answer: SubgraphAnswer) => void;
  readonly #reject: (error: unknown) => void;
  /** When the time of a fetch is over, on the clock of `performance.now()`. */
  readonly #end: number;
  /** The same for the running attempt; before {@link #end} when the operation has to be done earlier. */
  #until = 0;
  #ticket = REFUSED;
  #isFirst = true;

  constructor(
    parts: AttemptsParts,
    message: Message,
    resolve: (answer: SubgraphAnswer) => void,
    reject: (error: unknown) => void,
  ) {
    this.#parts = parts;
    this.#message = message;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#end = message.expiry === null ? performance.now() + parts.limits.timeoutMs : Number.POSITIVE_INFINITY;
  }

  /** Rejects with {@link TransportFailure} when no usable answer comes. */
  begin(): void {
    this.#parts.retries.earn();
    this.#attempt(performance.now());
  }

  get maxResponseBytes(): number {
    return this.#parts.limits.maxResponseBytes;
  }

  get cancellation(): Cancellation | null {
    return this.#message.cancellation;
  }

  get record(): FetchRecord | null {
    return this.#message.record;
  }

  get expiry(): Expiry | null {
    return this.#message.expiry;
  }

  answered(answer: SubgraphAnswer): void {
    this.#leave('answered');
    this.#resolve(answer);
  }

  failed(error: TransportFailure): void {
    const { limits, retries, service } = this.#parts;
    const { blames, kind } = error;
    const hadTime = this.timeoutMs >= limits.timeoutMs * FAIR_SHARE;
    this.#leave(blames === true || (blames === 'if-waited' && hadTime) ? 'failed' : 'unknown');
    const repeat = this.#isFirst && this.#message.mayRepeat ? error.repeat : 'never';
    if (repeat !== 'never' && retries.spend(performance.now())) void this.#again(repeat);
    else
      this.#reject(kind === 'timeout' && this.#until < this.#end ? new TransportFailure('deadline', service) : error);
  }

  /** Sends as soon as there is a place. What stands against it already takes none. */
  #attempt(now: number): void {
    const { breaker, concurrency } = this.#parts;
    const { timing, cancellation } = this.#message;
    this.#until = Math.min(this.#end, timing.deadline);
    if (cancellation?.isCancelled === true) this.#refuse('disconnected');
    else if (this.#until - now <= LEAST_MS) this.#refuse('timeout');
    else if (breaker.refuses(now)) this.#refuse('resting');
    else if (concurrency.take()) this.#exchange(now);
    else void this.#wait(now);
  }

  async #wait(now: number): Promise<void> {
    const wait = await this.#parts.concurrency.wait(this.#until - now, this.#message.cancellation);
    if (wait === 'taken') this.#exchange(performance.now());
    else if (wait === 'disconnected') this.#refuse('disconnected');
    else this.#refuse(wait === 'late' && this.#until < this.#end ? 'deadline' : 'overloaded');
  }

  /** Uses a place that was taken. */
  #exchange(now: number): void {
    const { service, client, breaker } = this.#parts;
    const { body, headers, record } = this.#message;
    this.#ticket = breaker.enter(now);
    this.timeoutMs = this.#until - now;
    if (this.#ticket === REFUSED || this.timeoutMs <= LEAST_MS) {
      this.#leave('unknown');
      this.#refuse(this.#ticket === REFUSED ? 'resting' : 'timeout');
      return;
    }
    let sent: Record<string, string>;
    try {
      sent = headers(service, body);
    } catch (error) {
      this.#leave('unknown');
      this.#reject(error);
      return;
    }
    sent[DEADLINE_HEADER] = writeDeadline(this.timeoutMs);
    if (record !== null) {
      record.attempts++;
      record.requestBytes = Buffer.byteLength(body);
    }
    client.post(body, sent, this);
  }

  /** Gives the place back. */
  #leave(outcome: Outcome): void {
    const { concurrency, breaker } = this.#parts;
    concurrency.release();
    breaker.settle(this.#ticket, performance.now(), outcome);
  }

  async #again(when: 'at-once' | 'later'): Promise<void> {
    this.#isFirst = false;
    // The random part keeps those that failed together from coming back together.
    await (when === 'later' ? pause(this.#parts.limits.retry.backoffMs * (0.5 + Math.random())) : null);
    this.#attempt(performance.now());
  }

  /** Ends without having sent anything. */
  #refuse(kind: FailureKind): void {
    const isLate = kind === 'timeout' && this.#until < this.#end;
    this.#reject(new TransportFailure(isLate ? 'deadline' : kind, this.#parts.service, { neverSent: true }));
  }
}
