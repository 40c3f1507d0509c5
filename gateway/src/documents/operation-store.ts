import { LRUCache } from 'lru-cache';
import type { PhaseObserver } from './parse-document.js';
import type { PreparedOperation } from './prepare-operation.js';

/** Prepares an operation that is not in the store. */
export type Prepare = (
  source: string,
  operationName: string | null,
  observer: PhaseObserver | null,
) => PreparedOperation;

const MAX_OPERATIONS = 2_000;
/** All cached documents together, in characters: a plan takes memory in proportion to its document. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

/** Keeps prepared operations by document and operation name. What cannot be prepared is not kept. */
export class OperationStore {
  readonly #prepare: Prepare;
  readonly #ready = new LRUCache<string, PreparedOperation>({ max: MAX_OPERATIONS, maxSize: MAX_CHARACTERS });

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** The prepared operation; throws what preparing it throws. */
  get(source: string, operationName: string | null, observer: PhaseObserver | null = null): PreparedOperation {
    const key = `${operationName ?? ''}\n${source}`;
    const known = this.#ready.get(key);
    if (known !== undefined) return known;
    const operation = this.#prepare(source, operationName, observer);
    this.#ready.set(key, operation, { size: key.length });
    return operation;
  }
}
