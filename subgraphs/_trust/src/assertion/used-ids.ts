/** Ids that were used, each remembered for one period at least and for two at most. */
export class UsedIds {
  readonly #periodMs: number;
  readonly #now: () => number;
  #recent = new Set<string>();
  #earlier = new Set<string>();
  #since: number;

  /** @param now a clock in milliseconds that nobody sets */
  constructor(periodMs: number, now: () => number = () => performance.now()) {
    this.#periodMs = periodMs;
    this.#now = now;
    this.#since = now();
  }

  /** Uses an id; false when it was used already. */
  use(id: string): boolean {
    const now = this.#now();
    if (now - this.#since >= this.#periodMs) {
      this.#earlier = now - this.#since >= 2 * this.#periodMs ? new Set() : this.#recent;
      this.#recent = new Set();
      this.#since = now;
    }
    if (this.#recent.has(id) || this.#earlier.has(id)) return false;
    this.#recent.add(id);
    return true;
  }
}
