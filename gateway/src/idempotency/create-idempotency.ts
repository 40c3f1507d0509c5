import type { GatewayConfig } from '../config/config.js';
import type { Logger } from '../telemetry/logger.js';
import { Idempotency } from './idempotency.js';
import { MemoryKeyStore } from './memory-key-store.js';
import { RedisKeyStore } from './redis-key-store.js';

/** For writing the answer after the operation's deadline. */
const SETTLE_MS = 10_000;

/** Makes the keeper of idempotency keys, in Redis when there is one. Nothing is connected before the first key. */
export function createIdempotency({ idempotency, timeouts }: GatewayConfig, logger: Logger): Idempotency {
  const { redisUrl, ttlMs, maxBytes } = idempotency;
  const store =
    redisUrl === null
      ? new MemoryKeyStore({ ttlMs, maxBytes })
      : new RedisKeyStore({ url: redisUrl, ttlMs, longestRunMs: timeouts.requestMs + SETTLE_MS }, logger);
  return new Idempotency(store, maxBytes, logger);
}
