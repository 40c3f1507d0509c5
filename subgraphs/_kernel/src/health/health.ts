export { StuckWatch } from './stuck-watch.js';

/** Whether the process may get requests now; each check throws or resolves to false when it may not. */
export class Readiness {
  #draining = false;
  readonly #checks: readonly (() => Promise<boolean>)[];

  constructor(checks: readonly (() => Promise<boolean>)[]) {
    this.#checks = checks;
  }

  /** From now on the process reports that it is not ready, so that no new request is sent to it. */
  drain(): void {
    this.#draining = true;
  }

  async isReady(): Promise<boolean> {
    if (this.#draining) return false;
    const results = await Promise.allSettled(this.#checks.map((check) => check()));
    return results.every((result) => result.status === 'fulfilled' && result.value);
  }
}
