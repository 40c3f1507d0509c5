import { hash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { openRedis } from '../../redis/open-redis.js';
import { OutageLog } from '../../redis/outage-log.js';
import type { Logger } from '../../telemetry/logger.js';
import { CacheUnavailable, type CacheEntry, type CacheStore, type Lookup, type Selector } from './cache-store.js';
import { WRITE_SCRIPT } from './redis-write-script.js';

/** How to reach Redis. */
export interface RedisOptions {
  readonly url: string;
  readonly prefix: string;
  readonly timeoutMs: number;
}

/** After a failure the gateway does without the store for this long, so that a slow Redis slows few requests. */
const REST_MS = 1_000;
const DELETE_CHUNK = 500;

/**
 * Caches entries in Redis, for several gateways. While Redis is away, nothing is found and nothing is cached. A tag is a
 * sorted set of the keys that have it, by the time at which they end.
 */
export class RedisStore implements CacheStore {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #outages: OutageLog;
  readonly #epochKey: string;
  #restsUntil = 0;

  constructor({ url, prefix, timeoutMs }: RedisOptions, logger: Logger) {
    this.#prefix = prefix;
    this.#outages = new OutageLog('the cache', logger);
    this.#epochKey = `${prefix}epoch`;
    this.#redis = openRedis(
      { url, timeoutMs, waits: false },
      { failed: (error) => this.#fail(error), recovered: () => this.#recover() },
    );
  }

  /** Connects; when that fails, goes on trying behind the scenes. */
  async connect(): Promise<void> {
    await this.#redis.connect().catch((error: unknown) => this.#fail(error));
  }

  async read(keys: readonly string[]): Promise<Lookup> {
    if (this.#restsUntil > performance.now()) return nothing(keys);
    try {
      const [epoch, ...texts] = await this.#redis.mget(this.#epochKey, ...keys.map((key) => this.#entryKey(key)));
      this.#recover();
      return { texts, epoch: epoch ?? '' };
    } catch (error) {
      this.#fail(error);
      return nothing(keys);
    }
  }

  async write(entries: readonly CacheEntry[], epoch: string): Promise<void> {
    if (this.#restsUntil > performance.now()) return;
    const parameters = entries.flatMap(({ key, text, seconds, tags }) => [
      this.#entryKey(key),
      text,
      String(Math.floor(seconds * 1_000)),
      String(tags.length),
      ...tags.map((tag) => this.#tagKey(tag)),
    ]);
    try {
      await this.#redis.eval(WRITE_SCRIPT, 1, this.#epochKey, epoch, ...parameters);
    } catch (error) {
      this.#fail(error);
    }
  }

  async invalidate(selectors: readonly Selector[]): Promise<number> {
    try {
      // First, so that what is asked now and cached later cannot be older than this invalidation.
      await this.#redis.incr(this.#epochKey);
      const chosen = new Set<string>();
      for (const [first, ...others] of selectors) {
        const keys = await this.#keysOf(first);
        const rest = await Promise.all(others.map(async (tag) => new Set(await this.#keysOf(tag))));
        for (const key of keys) if (rest.every((others) => others.has(key))) chosen.add(key);
      }
      let invalidated = 0;
      const keys = [...chosen];
      for (let at = 0; at < keys.length; at += DELETE_CHUNK) {
        invalidated += await this.#redis.unlink(...keys.slice(at, at + DELETE_CHUNK));
      }
      return invalidated;
    } catch (error) {
      this.#fail(error);
      throw new CacheUnavailable({ cause: error });
    }
  }

  close(): Promise<void> {
    this.#redis.disconnect();
    return Promise.resolve();
  }

  #keysOf(tag: string): Promise<string[]> {
    return this.#redis.zrange(this.#tagKey(tag), '0', '-1');
  }

  #entryKey(key: string): string {
    return `${this.#prefix}entry:${hash('sha256', key, 'base64url')}`;
  }

  #tagKey(tag: string): string {
    return `${this.#prefix}tag:${tag}`;
  }

  #fail(error: unknown): void {
    this.#restsUntil = performance.now() + REST_MS;
    this.#outages.failed(error);
  }

  #recover(): void {
    this.#restsUntil = 0;
    this.#outages.recovered();
  }
}

function nothing(keys: readonly string[]): Lookup {
  return { texts: keys.map(() => null), epoch: null };
}
