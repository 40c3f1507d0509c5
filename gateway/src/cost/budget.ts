import { LRUCache } from 'lru-cache';
import type { BudgetConfig } from './budget-config.js';

/** What was left when a budget was asked. */
export type Taken =
  | { readonly granted: true; readonly available: number }
  | { readonly granted: false; readonly available: number; readonly retryAfterSeconds: number };

interface Bucket {
  level: number;
  /** When the level was right, in milliseconds. */
  at: number;
}

const MAX_BUCKETS = 10_000;

/**
 * Buckets that fill by the second up to their capacity, one for each organisation. A level may fall below zero when
 * an operation turned out to cost more than was taken for it. The buckets used least recently are forgotten, which
 * fills them; so many organisations there are not.
 */
export class Budget {
  readonly #config: BudgetConfig;
  readonly #now: () => number;
  readonly #buckets = new LRUCache<string, Bucket>({ max: MAX_BUCKETS });

  /** @param now a clock in milliseconds that never goes back */
  constructor(config: BudgetConfig, now: () => number = () => performance.now()) {
    this.#config = config;
    this.#now = now;
  }

  get capacity(): number {
    return this.#config.capacity;
  }

  get refillPerSecond(): number {
    return this.#config.refillPerSecond;
  }

  /** Takes an amount if it is there. */
  take(key: string, amount: number): Taken {
    const bucket = this.#bucket(key);
    const available = Math.floor(bucket.level);
    if (bucket.level < amount) {
      const seconds = (amount - bucket.level) / this.#config.refillPerSecond;
      return { granted: false, available, retryAfterSeconds: Math.ceil(seconds) };
    }
    bucket.level -= amount;
    return { granted: true, available: Math.floor(bucket.level) };
  }

  /** Gives back what was taken too much, or takes what was too little, and returns what is left. */
  correct(key: string, amount: number): number {
    const bucket = this.#bucket(key);
    bucket.level = Math.min(bucket.level + amount, this.#config.capacity);
    return Math.floor(bucket.level);
  }

  #bucket(key: string): Bucket {
    const now = this.#now();
    const { capacity, refillPerSecond } = this.#config;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = { level: capacity, at: now };
      this.#buckets.set(key, bucket);
    }
    bucket.level = Math.min(bucket.level + ((now - bucket.at) / 1_000) * refillPerSecond, capacity);
    bucket.at = now;
    return bucket;
  }
}
