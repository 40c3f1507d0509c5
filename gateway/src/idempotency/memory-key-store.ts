import { LRUCache } from 'lru-cache';
import type { KeyState, KeyStore } from './key-store.js';

/** What a key takes beside its answer, roughly. */
const ENTRY_BYTES = 512;

/**
 * Keeps keys in this process. Keys of running requests stay; of the others those that were used longest ago make place
 * when the bytes are used up.
 */
export class MemoryKeyStore implements KeyStore {
  readonly #running = new Map<string, KeyState>();
  readonly #ended: LRUCache<string, KeyState>;

  constructor({ ttlMs, maxBytes }: { readonly ttlMs: number; readonly maxBytes: number }) {
    this.#ended = new LRUCache({
      maxSize: Math.max(maxBytes, 2 * ENTRY_BYTES),
      ttl: ttlMs,
      sizeCalculation: (ended) => ENTRY_BYTES + (ended.state === 'done' ? Buffer.byteLength(ended.text ?? '') : 0),
    });
  }

  claim(key: string, fingerprint: string): Promise<KeyState | null> {
    const known = this.#running.get(key) ?? this.#ended.get(key) ?? null;
    if (known === null) this.#running.set(key, { state: 'running', fingerprint });
    return Promise.resolve(known);
  }

  finish(key: string, ended: KeyState): Promise<void> {
    this.#ended.set(key, ended);
    return this.release(key);
  }

  release(key: string): Promise<void> {
    this.#running.delete(key);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
