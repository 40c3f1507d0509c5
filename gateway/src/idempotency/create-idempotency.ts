import type { Logger } from '../telemetry/logger.js';
import type { IdempotencyConfig } from './idempotency-config.js';
import { Idempotency } from './idempotency.js';
import { MemoryKeyStore } from './memory-key-store.js';
import { RedisKeyStore } from './redis-key-store.js';

/** For writing the answer after the operation's deadline. */
const SETTLE_MS = 10_000;

/**
 * Makes the keeper of idempotency keys, in Redis when there is one. Nothing is connected before the first key.
 *
 * @param requestMs how long a whole operation may take
 */
export function createIdempotency(
  { redisUrl, ttlMs, maxBytes, keptBy }: IdempotencyConfig,
  requestMs: number,
  logger: Logger,
): Idempotency {
  const store =
    redisUrl === null
      ? new MemoryKeyStore({ ttlMs, maxBytes })
      : new RedisKeyStore({ url: redisUrl, ttlMs, longestRunMs: requestMs + SETTLE_MS }, logger);
  return new Idempotency(store, { maxBytes, keptBy }, logger);
}
