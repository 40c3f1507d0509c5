/** Something that may have to end before it is done. */
export interface Watched {
  /** Looks whether it has to, at a time on the clock of `performance.now()`. */
  look(now: number): void;
}

const TICK_MS = 20;

/**
 * Ends exchanges that take too long or whose client has left, at most a tick late. One timer looks at all of them: a timer
 * and a listener for each cost more than the looking.
 */
export class ExchangeClock {
  readonly #running = new Set<Watched>();
  #timer: NodeJS.Timeout | undefined;

  add(exchange: Watched): void {
    this.#running.add(exchange);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  remove(exchange: Watched): void {
    this.#running.delete(exchange);
  }

  #tick(): void {
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    for (const exchange of this.#running) exchange.look(now);
  }
}
