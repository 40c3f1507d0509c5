import { RequestError } from '../errors/request-error.js';
import type { SubgraphAnswer } from '../subgraph/subgraph-request.js';
import type { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import { Cancellation } from '../subgraph/cancellation.js';
import type { ResultSink } from './result-stream.js';
import type { UpstreamEvent } from './upstream.js';
import { ownError, type ClientError } from '../errors/client-error.js';
import { explain } from '../errors/messages.js';

/** What came from a subgraph: an event, or the reason why there are no more. */
export type SubscriptionEvent = SubgraphAnswer | SubgraphUnavailable;

/** Writes the JSON text of the result for one event; the number counts from 1. */
export type AnswerEvent = (event: SubscriptionEvent, number: number, cancellation: Cancellation) => Promise<string>;

/** What a subscription of one client is made of. */
export interface RunningSubscriptionParts {
  readonly answer: AnswerEvent;
  readonly sink: ResultSink;
  readonly maxEvents: number;
  readonly maxBytes: number;
  /** Told once when it is over; the error is that of the client, the cause that of an operator. */
  readonly onEnd: (end: SubscriptionEnd) => void;
}

/** How a subscription ended. */
export interface SubscriptionEnd {
  readonly events: number;
  /** A code, or `COMPLETE`, or `CLIENT_DISCONNECTED`. */
  readonly code: string;
  readonly cause?: unknown;
}

interface Waiting {
  readonly event: SubscriptionEvent;
  readonly bytes: number;
}

const TOO_SLOW = ownError('SUBSCRIPTION_OVERFLOW', explain('too-slow'));
const DEFECT = ownError('INTERNAL_SERVER_ERROR', explain('event-failed'));

/** The subscription of one client: takes events, answers one after the other, and holds only so many. */
export class RunningSubscription {
  readonly #parts: RunningSubscriptionParts;
  readonly #cancellation = new Cancellation();
  readonly #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #answered = 0;
  #isAnswering = false;
  #isUpstreamOver = false;
  #isOver = false;

  constructor(parts: RunningSubscriptionParts) {
    this.#parts = parts;
  }

  event({ answer, bytes }: UpstreamEvent): void {
    if (this.#isOver) return;
    const { maxEvents, maxBytes } = this.#parts;
    const isFull = this.#waiting.length >= maxEvents || this.#waitingBytes + bytes > maxBytes;
    // A single event may be larger than the whole queue.
    if (isFull && this.#waiting.length > 0) return this.end(TOO_SLOW);
    this.#enqueue({ event: answer, bytes });
  }

  /** The subgraph sends nothing more; what waits is answered before the client is told. */
  upstreamEnd(failure: SubgraphUnavailable | null): void {
    if (this.#isOver) return;
    this.#isUpstreamOver = true;
    if (failure !== null) this.#enqueue({ event: failure, bytes: 0 });
    else if (!this.#isAnswering) this.end(null);
  }

  /** Ends it at once and tells the client why; null: it is complete. */
  end(error: ClientError | null, cause?: unknown): void {
    if (this.#finish(String(error?.extensions['code'] ?? 'COMPLETE'), cause)) this.#parts.sink.end(error);
  }

  /** The client has disconnected. */
  stop(): void {
    this.#finish('CLIENT_DISCONNECTED');
  }

  #finish(code: string, cause?: unknown): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#waiting.length = 0;
    this.#cancellation.cancel();
    this.#parts.onEnd({ events: this.#answered, code, ...(cause === undefined ? {} : { cause }) });
    return true;
  }

  #enqueue(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#waitingBytes += waiting.bytes;
    if (!this.#isAnswering) void this.#answerAll();
  }

  async #answerAll(): Promise<void> {
    const { answer, sink } = this.#parts;
    this.#isAnswering = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        const text = await answer(next.event, this.#answered + 1, this.#cancellation);
        if (this.#isOver) return;
        this.#answered++;
        const room = sink.next(text);
        if (room !== null) await room;
        this.#waitingBytes -= next.bytes;
      }
    } catch (error) {
      if (error instanceof RequestError) this.end(error.errors[0] ?? DEFECT);
      else this.end(DEFECT, error);
    }
    this.#isAnswering = false;
    if (this.#isUpstreamOver) this.end(null);
  }
}
