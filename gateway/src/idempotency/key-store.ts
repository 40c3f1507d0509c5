/** What is known about a key that was used. The fingerprint tells the requests apart that use it. */
export type KeyState =
  /** Its first request is on the way. */
  | { readonly state: 'running'; readonly fingerprint: string }
  /** Nobody knows whether its first request took effect. */
  | { readonly state: 'unknown'; readonly fingerprint: string }
  | {
      readonly state: 'done';
      readonly fingerprint: string;
      /** The answer; null when it was too large to keep. */
      readonly text: string | null;
      readonly operation: string | null;
    };

/** Remembers keys and the answers to their first requests. All methods reject when the store cannot be reached. */
export interface KeyStore {
  /** Takes a key for a request, which must {@link finish} or {@link release} it; or says what is known about it. */
  claim(key: string, fingerprint: string): Promise<KeyState | null>;
  /** Says how a request ended. */
  finish(key: string, ended: KeyState): Promise<void>;
  /** Gives a key back, as if it had never been used. */
  release(key: string): Promise<void>;
  close(): Promise<void>;
}
