import { setTimeout as pause } from 'node:timers/promises';
import type { Abandonment, PendingRequest, RequestSender } from '../subgraph/in-flight-request.js';
import { SubgraphFailure, type FailureKind } from '../subgraph/subgraph-failure.js';
import { bodyOf, type SubgraphAnswer } from '../subgraph/subgraph-request.js';
import { attemptHeaders } from './attempt-headers.js';
import { REFUSED, type Breaker, type Outcome } from './breaker.js';
import type { ConcurrencyLimit, QueuedRequest } from './concurrency-limit.js';
import { DEADLINE_HEADER, writeDeadline } from './deadline.js';
import { Exchange, type ExchangeListener } from './exchange.js';
import type { FailureReason } from './failure-reason.js';
import type { HttpClient } from './http-client.js';
import type { RetryBudget } from './retry-budget.js';
import type { SubgraphLimits } from './subgraph-limits.js';

/** What the answer to a request with these headers must repeat; null: nothing. */
export type EchoOf = (headers: Readonly<Record<string, string>>) => string | null;

/** What all requests to one subgraph go through. */
export interface AttemptsParts {
  readonly service: string;
  readonly limits: SubgraphLimits;
  readonly echoOf: EchoOf;
  readonly client: HttpClient;
  readonly breaker: Breaker;
  readonly concurrency: ConcurrencyLimit;
  readonly retries: RetryBudget;
  /** Told of each attempt that the subgraph, or the way to it, failed. */
  readonly onFailure: (reason: FailureReason) => void;
}

/** With less time than this nothing is sent: the next in the chain would have none. */
const LEAST_MS = 1;
/** A timeout is held against a subgraph that had this part of its usual time. */
const FAIR_SHARE = 0.5;
/** With less than this part of what requests last, one that has waited would take a place in vain. */
const LEAST_SHARE = 0.5;

/** The attempts to get one request answered: a second one when that is allowed and may help. */
export class Attempts implements RequestSender, QueuedRequest, ExchangeListener {
  readonly #parts: AttemptsParts;
  readonly #pending: PendingRequest;
  readonly #body: string;
  #isFirst = true;
  /** Null: none is running. */
  #exchange: Exchange | null = null;
  /** What the running exchange has. */
  #timeoutMs = 0;
  #ticket = REFUSED;
  #startedAt = 0;

  constructor(parts: AttemptsParts, pending: PendingRequest) {
    this.#parts = parts;
    this.#pending = pending;
    this.#body = bodyOf(pending.request);
  }

  get since(): number {
    return this.#pending.request.terms.since;
  }

  /** Begins. Whoever waits is told {@link SubgraphFailure} when no usable answer comes. */
  begin(): void {
    this.#pending.sender = this;
    this.#parts.retries.earn();
    this.#attempt();
  }

  abandoned(why: Abandonment): void {
    const { concurrency, service } = this.#parts;
    const failure = new SubgraphFailure(why, service);
    if (this.#exchange === null) concurrency.leaveQueue(this);
    else {
      this.#exchange.abort();
      if (why === 'timeout') this.#parts.onFailure('timeout');
      this.#leave(this.#outcomeOf(failure));
    }
    this.#pending.fail(failure);
  }

  admitted(): void {
    const { concurrency } = this.#parts;
    const leftMs = this.#pending.until - performance.now();
    if (leftMs > concurrency.usualMs * LEAST_SHARE) {
      this.#startExchange();
      return;
    }
    concurrency.release(null);
    this.#refuse('overloaded');
  }

  answered(answer: SubgraphAnswer): void {
    this.#leave('answered');
    this.#pending.settle(answer);
  }

  failed(error: SubgraphFailure, reason: FailureReason): void {
    this.#parts.onFailure(reason);
    this.#leave(this.#outcomeOf(error));
    const mayRepeat = this.#isFirst && this.#pending.request.template.kind === 'query';
    const repeat = mayRepeat ? error.repeat : 'never';
    if (repeat !== 'never' && this.#parts.retries.spend(performance.now())) void this.#again(repeat);
    else this.#pending.fail(error);
  }

  /** Sends as soon as there is room. What stands against it already takes none. */
  #attempt(): void {
    const { breaker, concurrency } = this.#parts;
    const now = performance.now();
    this.#pending.check(now + LEAST_MS);
    if (!this.#pending.isOpen) return;
    if (breaker.refuses(now)) this.#refuse('resting');
    else if (concurrency.take()) this.#startExchange();
    else {
      this.#pending.stage = 'queued';
      concurrency.enqueue(this);
    }
  }

  /** Uses the room that was taken. */
  #startExchange(): void {
    const { service, client, breaker, limits, echoOf } = this.#parts;
    const { request } = this.#pending;
    const now = performance.now();
    this.#pending.check(now + LEAST_MS);
    if (!this.#pending.isOpen) {
      this.#parts.concurrency.release(null);
      return;
    }
    this.#ticket = breaker.enter(now);
    if (this.#ticket === REFUSED) {
      this.#leave('unknown');
      this.#refuse('resting');
      return;
    }
    this.#startedAt = now;
    this.#timeoutMs = this.#pending.until - now;
    let headers: Record<string, string>;
    try {
      headers = attemptHeaders(request, this.#body);
    } catch (error) {
      this.#leave('unknown');
      this.#pending.fail(error);
      return;
    }
    headers[DEADLINE_HEADER] = writeDeadline(this.#timeoutMs);
    const { record } = request;
    if (record !== null) {
      record.attempts++;
      record.requestBytes = Buffer.byteLength(this.#body);
    }
    this.#pending.stage = 'sent';
    this.#exchange = new Exchange(service, limits.maxResponseBytes, record, this);
    this.#exchange.begin(client, this.#body, headers, echoOf(headers));
  }

  /** What a failure says about the subgraph. */
  #outcomeOf({ blames }: SubgraphFailure): Outcome {
    const hadTime = this.#timeoutMs >= this.#parts.limits.timeoutMs * FAIR_SHARE;
    return blames === true || (blames === 'if-waited' && hadTime) ? 'failed' : 'unknown';
  }

  /** Makes room for another request. */
  #leave(outcome: Outcome): void {
    const { concurrency, breaker } = this.#parts;
    const now = performance.now();
    this.#exchange = null;
    concurrency.release(outcome === 'unknown' ? null : now - this.#startedAt);
    breaker.settle(this.#ticket, now, outcome);
  }

  async #again(when: 'at-once' | 'later'): Promise<void> {
    this.#isFirst = false;
    // The random part keeps those that failed together from coming back together.
    await (when === 'later' ? pause(this.#parts.limits.retry.backoffMs * (0.5 + Math.random())) : null);
    this.#attempt();
  }

  /** Ends without having sent anything. */
  #refuse(kind: FailureKind): void {
    this.#pending.fail(new SubgraphFailure(kind, this.#parts.service, { neverSent: true }));
  }
}
