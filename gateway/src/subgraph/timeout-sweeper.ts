import { SlotList, type Slot } from '../collections/slot-list.js';

/** Something that may have to end before it is done. */
export interface Expirable {
  /** Ends it when it has to, at a time on the clock of `performance.now()`. */
  check(now: number): void;
}

const TICK_MS = 20;

/**
 * Ends what takes too long or whose client has disconnected, at most a tick late. One timer checks all of it: a timer and a
 * listener for each request cost more than the checks.
 */
export class TimeoutSweeper {
  readonly #running = new SlotList<Expirable>();
  #timer: NodeJS.Timeout | undefined;

  /** Returns what {@link remove} needs. */
  add(one: Expirable): Slot<Expirable> {
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    return this.#running.add(one);
  }

  remove(slot: Slot<Expirable>): void {
    this.#running.remove(slot);
  }

  #tick(): void {
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    this.#running.forEach((one) => one.check(now));
  }
}
