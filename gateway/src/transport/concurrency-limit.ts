import type { Cancellation } from '../subgraph/cancellation.js';

/** How a wait for a place ended. Only `taken` must be given back. */
export type Wait = 'taken' | 'full' | 'late' | 'disconnected';

/** Places for a bounded number of requests at a time, and a bounded queue before them, first come first served. */
export class ConcurrencyLimit {
  readonly #limit: number;
  readonly #queueLimit: number;
  /** In the order of their coming. */
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limit: number, queueLimit: number) {
    this.#limit = limit;
    this.#queueLimit = queueLimit;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Takes a place if one is free. While somebody waits, none is. */
  take(): boolean {
    if (this.#running >= this.#limit) return false;
    this.#running++;
    return true;
  }

  /** Waits for a place for so many milliseconds. */
  wait(ms: number, cancellation: Cancellation | null): Promise<Wait> {
    if (this.#waiting.size >= this.#queueLimit) return Promise.resolve('full');
    const { promise, resolve } = Promise.withResolvers<Wait>();
    const end = (wait: Wait): void => {
      clearTimeout(timer);
      cancellation?.remove(leave);
      this.#waiting.delete(enter);
      resolve(wait);
    };
    const enter = (): void => end('taken');
    const leave = (): void => end('disconnected');
    const timer = setTimeout(() => end('late'), ms);
    cancellation?.add(leave);
    this.#waiting.add(enter);
    return promise;
  }

  /** Gives a place back, or on to whoever waits for the longest time. */
  release(): void {
    if (this.#waiting.size === 0) {
      this.#running--;
      return;
    }
    const [next] = this.#waiting;
    next?.();
  }
}
