import { Roster, type RosterPlace } from '../collections/roster.js';

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
  readonly #running = new Roster<Watched>();
  #timer: NodeJS.Timeout | undefined;

  /** Answers what {@link remove} needs. */
  add(exchange: Watched): RosterPlace<Watched> {
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    return this.#running.add(exchange);
  }

  remove(place: RosterPlace<Watched>): void {
    this.#running.remove(place);
  }

  #tick(): void {
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    this.#running.forEach((exchange) => exchange.look(now));
  }
}
