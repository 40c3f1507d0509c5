import { LRUCache } from 'lru-cache';
import type { CacheEntry, CacheStore, Lookup, Selector } from './cache-store.js';

interface CachedEntry {
  readonly text: string;
  readonly expires: number;
  readonly tags: readonly string[];
}

/** What an entry and each of its tags cost beside their texts, roughly. */
const OVERHEAD_BYTES = 200;

/** Caches entries in this process, the ones used last, up to a size. */
export class MemoryStore implements CacheStore {
  readonly #cached: LRUCache<string, CachedEntry>;
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #now: () => number;
  #epoch = 0;

  /** `now` returns milliseconds. */
  constructor(maxBytes: number, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#cached = new LRUCache<string, CachedEntry>({
      maxSize: maxBytes,
      sizeCalculation: ({ text, tags }, key) =>
        tags.reduce((size, tag) => size + tag.length + OVERHEAD_BYTES, text.length + key.length + OVERHEAD_BYTES),
      dispose: ({ tags }, key) => this.#untag(key, tags),
    });
  }

  read(keys: readonly string[]): Promise<Lookup> {
    const now = this.#now();
    const texts = keys.map((key) => {
      const cached = this.#cached.get(key);
      if (cached === undefined) return null;
      if (cached.expires > now) return cached.text;
      this.#cached.delete(key);
      return null;
    });
    return Promise.resolve({ texts, epoch: String(this.#epoch) });
  }

  write(entries: readonly CacheEntry[], epoch: string): Promise<void> {
    if (epoch !== String(this.#epoch)) return Promise.resolve();
    const now = this.#now();
    for (const { key, text, seconds, tags } of entries) {
      this.#cached.set(key, { text, expires: now + seconds * 1_000, tags });
      if (!this.#cached.has(key)) continue;
      for (const tag of tags) {
        const keys = this.#keysByTag.get(tag);
        if (keys === undefined) this.#keysByTag.set(tag, new Set([key]));
        else keys.add(key);
      }
    }
    return Promise.resolve();
  }

  invalidate(selectors: readonly Selector[]): Promise<number> {
    this.#epoch++;
    const now = this.#now();
    const chosen = new Set<string>();
    for (const [first, ...others] of selectors) {
      for (const key of this.#keysByTag.get(first) ?? []) {
        if (others.every((tag) => this.#keysByTag.get(tag)?.has(key) === true)) chosen.add(key);
      }
    }
    let invalidated = 0;
    for (const key of chosen) {
      if ((this.#cached.peek(key)?.expires ?? 0) > now) invalidated++;
      this.#cached.delete(key);
    }
    return Promise.resolve(invalidated);
  }

  close(): Promise<void> {
    this.#cached.clear();
    return Promise.resolve();
  }

  #untag(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}
