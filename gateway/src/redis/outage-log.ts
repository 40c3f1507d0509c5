import type { Logger } from '../telemetry/logger.js';
import type { RedisWatcher } from './open-redis.js';

/** Says once when something in Redis cannot be reached, and once when it can be again. */
export class OutageLog implements RedisWatcher {
  readonly #what: string;
  readonly #logger: Logger;
  #isAway = false;

  /** @param what as the subject of a sentence, such as "the cache" */
  constructor(what: string, logger: Logger) {
    this.#what = what;
    this.#logger = logger;
  }

  failed(error: unknown): void {
    if (this.#isAway) return;
    this.#isAway = true;
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: 'unknown' };
    // Only the kind of the failure: the address of Redis may hold a password.
    this.#logger.warn({ reason: /timed out/i.test(message) ? 'timeout' : name }, `${this.#what} cannot be reached`);
  }

  recovered(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    this.#logger.info(`${this.#what} can be reached again`);
  }
}
