import type { RetrySettings } from './transport-config.js';

/** What a long healthy time can save up. */
const MAX_SAVED = 10;

/**
 * Decides whether a subgraph may be asked once more. Retries help against a single broken connection and harm a subgraph
 * that is down, so they are a part of the requests; where requests are rare, so many a second are made on credit.
 */
export class RetryBudget {
  readonly #ratio: number;
  readonly #creditEveryMs: number;
  #saved = 0;
  #nextCreditAt: number;

  constructor({ ratio, minimumPerSecond }: Pick<RetrySettings, 'ratio' | 'minimumPerSecond'>) {
    this.#ratio = ratio;
    this.#creditEveryMs = 1_000 / minimumPerSecond;
    this.#nextCreditAt = minimumPerSecond === 0 ? Number.POSITIVE_INFINITY : 0;
  }

  /** Counts a request that is no retry. */
  earn(): void {
    this.#saved = Math.min(this.#saved + this.#ratio, MAX_SAVED);
  }

  /** Takes one retry out of the budget; false when it has none. */
  spend(now: number): boolean {
    if (this.#saved < 1) {
      if (now < this.#nextCreditAt) return false;
      this.#nextCreditAt = now + this.#creditEveryMs;
    }
    this.#saved = Math.max(this.#saved - 1, -1);
    return true;
  }
}
