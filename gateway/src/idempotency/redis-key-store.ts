import type { Redis } from 'ioredis';
import { z } from 'zod';
import { openRedis } from '../redis/open-redis.js';
import { OutageLog } from '../redis/outage-log.js';
import type { Logger } from '../telemetry/logger.js';
import type { KeyState, KeyStore } from './key-store.js';

/** How a {@link RedisKeyStore} is made. */
export interface RedisKeyStoreOptions {
  readonly url: string;
  readonly ttlMs: number;
  /** After this time a request that is still said to run is not running any more: its gateway is gone. */
  readonly longestRunMs: number;
}

const PREFIX = 'birlik:idempotency:';
const COMMAND_TIMEOUT_MS = 1_000;

const stateSchema: z.ZodType<KeyState> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), fingerprint: z.string() }),
  z.object({ state: z.literal('unknown'), fingerprint: z.string() }),
  z.object({
    state: z.literal('done'),
    fingerprint: z.string(),
    text: z.string().nullable(),
    operation: z.string().nullable(),
  }),
]);

/**
 * Keeps keys in Redis, so that several gateways agree. A key is taken for its whole time from the start: when a gateway
 * dies during a mutation, its key is not free again but of unknown outcome.
 */
export class RedisKeyStore implements KeyStore {
  readonly #redis: Redis;
  readonly #ttlMs: number;
  readonly #longestRunMs: number;

  constructor({ url, ttlMs, longestRunMs }: RedisKeyStoreOptions, logger: Logger) {
    this.#ttlMs = ttlMs;
    this.#longestRunMs = longestRunMs;
    const outages = new OutageLog('the store of idempotency keys', logger);
    this.#redis = openRedis({ url, timeoutMs: COMMAND_TIMEOUT_MS, waits: true }, outages);
  }

  async claim(key: string, fingerprint: string): Promise<KeyState | null> {
    const name = PREFIX + key;
    const running = JSON.stringify({ state: 'running', fingerprint });
    for (;;) {
      if ((await this.#redis.set(name, running, 'PX', this.#ttlMs, 'NX')) === 'OK') return null;
      const [text, left] = await Promise.all([this.#redis.get(name), this.#redis.pttl(name)]);
      // It ended in between; now it can be taken.
      if (text === null) continue;
      const known = stateSchema.parse(JSON.parse(text));
      const age = this.#ttlMs - left;
      return known.state === 'running' && age > this.#longestRunMs ? { ...known, state: 'unknown' } : known;
    }
  }

  async finish(key: string, ended: KeyState): Promise<void> {
    await this.#redis.set(PREFIX + key, JSON.stringify(ended), 'PX', this.#ttlMs);
  }

  async release(key: string): Promise<void> {
    await this.#redis.del(PREFIX + key);
  }

  close(): Promise<void> {
    this.#redis.disconnect();
    return Promise.resolve();
  }
}
