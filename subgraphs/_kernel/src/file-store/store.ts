import type { Readable } from 'node:stream';

/** Bytes that a store has, and when they came. */
export interface StoredKey {
  readonly key: string;
  readonly putAt: Date;
}

/** Where a process keeps the bytes of files, each under a key of its own. */
export interface FileStore {
  /**
   * Puts bytes under a key that was never used. They are all there, and survive a kill, when it resolves; when it rejects,
   * because of their source too, nothing is.
   */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes under a key, to be read or destroyed; null when there are none. */
  get(key: string): Promise<Readable | null>;
  /** Deletes the bytes under a key; does nothing where there are none. */
  delete(key: string): Promise<void>;
  /** All keys, in any order. */
  list(): AsyncIterable<StoredKey>;
  /** Deletes what is left of puts of processes that died. */
  deleteUnfinished(): Promise<void>;
}

const form = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** Refuses a key that could lead out of a store. @throws Error for anything but small letters, digits and hyphens */
export function checkKey(key: string): string {
  if (!form.test(key)) throw new Error('A key of a store has small letters, digits and hyphens.');
  return key;
}

/** Whether a name in a store is a key: others may have put there what is none. */
export const isKey = (name: string): boolean => form.test(name);
