/** One cached part of an answer. */
export interface CacheEntry {
  readonly key: string;
  /** JSON. */
  readonly text: string;
  readonly seconds: number;
  readonly tags: readonly string[];
}

/** What was found. */
export interface Lookup {
  /** By the order of the keys; null where nothing is cached. */
  readonly texts: readonly (string | null)[];
  /** Stands for the last invalidation before; null: the store cannot be reached. */
  readonly epoch: string | null;
}

/** What to forget: what has every one of these tags. */
export type Selector = readonly [string, ...string[]];

/** The store cannot be reached, so nothing can be said about what is cached. */
export class CacheUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('The cache cannot be reached.', options);
    this.name = 'CacheUnavailable';
  }
}

/** Caches public parts of answers. */
export interface CacheStore {
  /** Never rejects: what cannot be read is not there. */
  read(keys: readonly string[]): Promise<Lookup>;
  /**
   * Caches entries that were asked after a lookup of this epoch, unless something was invalidated since: they may be
   * older than that. Never rejects.
   */
  write(entries: readonly CacheEntry[], epoch: string): Promise<void>;
  /** Forgets what one of the selectors chooses and returns how much it was. Rejects with {@link CacheUnavailable}. */
  invalidate(selectors: readonly Selector[]): Promise<number>;
  close(): Promise<void>;
}
