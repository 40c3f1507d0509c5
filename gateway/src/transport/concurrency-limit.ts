/** A request that waits until another one has ended. */
export interface QueuedRequest {
  /** It counts as running from now on, until {@link ConcurrencyLimit.release}. Called in a turn of its own. */
  admitted(): void;
}

/** Bounds how many requests run at a time, and how many wait for that, first come first served. */
export class ConcurrencyLimit {
  readonly #limit: number;
  readonly #queueLimit: number;
  /** In the order of their coming. */
  readonly #queue = new Set<QueuedRequest>();
  #running = 0;

  constructor(limit: number, queueLimit: number) {
    this.#limit = limit;
    this.#queueLimit = queueLimit;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** Lets a request run if there is room for it. While one waits, there is none. */
  take(): boolean {
    if (this.#running >= this.#limit) return false;
    this.#running++;
    return true;
  }

  /** Lets a request wait; false when as many wait as may. */
  enqueue(request: QueuedRequest): boolean {
    if (this.#queue.size >= this.#queueLimit) return false;
    this.#queue.add(request);
    return true;
  }

  /** Gives up waiting; nothing happens when it was admitted. */
  leaveQueue(request: QueuedRequest): void {
    this.#queue.delete(request);
  }

  /** A request has ended, so the one that waits for the longest time may run. */
  release(): void {
    const [next] = this.#queue;
    if (next === undefined) {
      this.#running--;
      return;
    }
    this.#queue.delete(next);
    // Whoever releases may be in the middle of an answer, where nothing may be sent over the same connection.
    queueMicrotask(() => next.admitted());
  }
}
