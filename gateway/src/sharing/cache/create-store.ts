import type { Logger } from '../../telemetry/logger.js';
import type { SharingConfig } from '../sharing-config.js';
import type { CacheStore } from './cache-store.js';
import { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';

/** The configured store; null when nothing is to be cached. A Redis that cannot be reached is tried again and again. */
export async function createStore(cache: SharingConfig['cache'], logger: Logger): Promise<CacheStore | null> {
  const { store, redisUrl } = cache;
  if (store === 'memory') return new MemoryStore(cache.maxBytes);
  if (store === 'off' || redisUrl === undefined) return null;
  const redis = new RedisStore({ url: redisUrl, prefix: cache.redisPrefix, timeoutMs: cache.redisTimeoutMs }, logger);
  await redis.connect();
  return redis;
}
