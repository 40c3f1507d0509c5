import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from './prepare-operation.js';

/** Prepares an operation that is not in the store. */
export type Prepare = (source: string, operationName: string | null) => Promise<PreparedOperation>;

const MAX_OPERATIONS = 2_000;
/** All cached documents together, in characters: a plan takes memory in proportion to its document. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

/**
 * Keeps prepared operations by document and operation name. Requests for the same operation share one preparation, which
 * belongs to none of them: a client that leaves takes nothing along. What fails is forgotten at once.
 */
export class OperationStore {
  readonly #prepare: Prepare;
  readonly #ready = new LRUCache<string, PreparedOperation>({ max: MAX_OPERATIONS, maxSize: MAX_CHARACTERS });
  readonly #pending = new Map<string, Promise<PreparedOperation>>();

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** The prepared operation, at once when it is known. */
  get(source: string, operationName: string | null): PreparedOperation | Promise<PreparedOperation> {
    const key = `${operationName ?? ''}\n${source}`;
    return this.#ready.get(key) ?? this.#pending.get(key) ?? this.#start(key, source, operationName);
  }

  #start(key: string, source: string, operationName: string | null): Promise<PreparedOperation> {
    const pending = this.#prepare(source, operationName)
      .then((operation) => {
        this.#ready.set(key, operation, { size: key.length });
        return operation;
      })
      .finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }
}
