/** As many probes in a row must agree before the state changes, so a single pause (a collection of garbage) does not. */
const PROBES = 2;

/** Judges how late the event loop is. It is high above the limit, and low again below half of it. */
export class LagGauge {
  readonly #limitMs: number;
  #agreeing = 0;
  #isHigh = false;

  /** @param limitMs 0: the lag is never high */
  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  get isHigh(): boolean {
    return this.#isHigh;
  }

  /** Takes one probe. */
  record(lagMs: number): void {
    if (this.#limitMs === 0) return;
    const speaksForChange = this.#isHigh ? lagMs < this.#limitMs / 2 : lagMs > this.#limitMs;
    this.#agreeing = speaksForChange ? this.#agreeing + 1 : 0;
    if (this.#agreeing < PROBES) return;
    this.#isHigh = !this.#isHigh;
    this.#agreeing = 0;
  }
}
