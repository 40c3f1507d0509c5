/** Something that must not last longer than until a moment. */
export interface Timed {
  /** On the clock of `performance.now()`. */
  readonly expiresAt: number;
  expire(): void;
}

const TICK_MS = 20;

/**
 * Ends exchanges that take too long, at most a tick late. One timer looks at all of them: starting and clearing a timer
 * for each costs more than the looking.
 */
export class ExchangeClock {
  readonly #running = new Set<Timed>();
  #timer: NodeJS.Timeout | undefined;

  add(exchange: Timed): void {
    this.#running.add(exchange);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  remove(exchange: Timed): void {
    this.#running.delete(exchange);
  }

  #tick(): void {
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    for (const exchange of this.#running) if (exchange.expiresAt <= now) exchange.expire();
  }
}
