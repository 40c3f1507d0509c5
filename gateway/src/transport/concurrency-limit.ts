/** A request that waits until another one has ended. */
export interface QueuedRequest {
  /** When its operation came, on the clock of `performance.now()`. */
  readonly since: number;
  /** It counts as running from now on, until {@link ConcurrencyLimit.release}. Called in a turn of its own. */
  admitted(): void;
}

/** How much one request moves what requests are taken to last. */
const WEIGHT = 1 / 16;

/**
 * Bounds how many requests run at a time. The others wait, those of the operation that came first in front: what is half
 * done is finished before anything new begins. Whether something new may begin is asked before, by {@link hasRoom}.
 */
export class ConcurrencyLimit {
  readonly #limit: number;
  readonly #queueLimit: number;
  /** By the coming of their operations. */
  readonly #queue: QueuedRequest[] = [];
  #running = 0;
  #usualMs = 0;

  constructor(limit: number, queueLimit: number) {
    this.#limit = limit;
    this.#queueLimit = queueLimit;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** How long requests last, in milliseconds; the newest count most. 0: none has ended. */
  get usualMs(): number {
    return this.#usualMs;
  }

  /** Whether a request of a new operation would find a place in the queue and be answered within this time. */
  hasRoom(timeMs: number): boolean {
    const waiting = this.#queue.length;
    if (waiting === 0) return this.#running < this.#limit || this.#queueLimit > 0;
    return waiting < this.#queueLimit && (waiting / this.#limit + 1) * this.#usualMs < timeMs;
  }

  /** Lets a request run if there is room for it. While one waits, there is none. */
  take(): boolean {
    if (this.#running >= this.#limit) return false;
    this.#running++;
    return true;
  }

  /** Lets a request wait. */
  enqueue(request: QueuedRequest): void {
    let at = this.#queue.length;
    while (at > 0 && (this.#queue[at - 1] as QueuedRequest).since > request.since) at--;
    this.#queue.splice(at, 0, request);
  }

  /** Gives up waiting; nothing happens when it was admitted. */
  leaveQueue(request: QueuedRequest): void {
    const at = this.#queue.indexOf(request);
    if (at >= 0) this.#queue.splice(at, 1);
  }

  /**
   * A request has ended, so the first of those that wait may run.
   *
   * @param tookMs null: it says nothing about how long requests last
   */
  release(tookMs: number | null): void {
    if (tookMs !== null) this.#usualMs += (tookMs - this.#usualMs) * (this.#usualMs === 0 ? 1 : WEIGHT);
    const next = this.#queue.shift();
    if (next === undefined) {
      this.#running--;
      return;
    }
    // Whoever releases may be in the middle of an answer, where nothing may be sent over the same connection.
    queueMicrotask(() => next.admitted());
  }
}
