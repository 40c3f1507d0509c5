import { LRUCache } from 'lru-cache';
import type { Variables } from '../graphql/variables.js';
import type { PhaseObserver } from '../graphql/parse-document.js';
import type { PreparedOperation } from './prepare-operation.js';

/** Prepares an operation that is not in the store. */
export type Prepare = (
  source: string,
  operationName: string | null,
  observer: PhaseObserver | null,
) => PreparedOperation;

/** An operation of a store and how it was used. */
export interface UsedOperation {
  readonly source: string;
  readonly operationName: string | null;
  /** How often it was asked for; older uses count less. */
  readonly uses: number;
  /** The sets of values of the condition variables that it has plans for. */
  readonly conditions: readonly Variables[];
}

interface Entry {
  readonly operation: PreparedOperation;
  uses: number;
}

const MAX_OPERATIONS = 2_000;
/** All cached documents together, in characters: a plan takes memory in proportion to its document. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

/** Keeps prepared operations by document and operation name. What cannot be prepared is not kept. */
export class OperationStore {
  readonly #prepare: Prepare;
  readonly #ready = new LRUCache<string, Entry>({ max: MAX_OPERATIONS, maxSize: MAX_CHARACTERS });

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** The prepared operation; throws what preparing it throws. */
  get(source: string, operationName: string | null, observer: PhaseObserver | null = null): PreparedOperation {
    const key = keyOf(source, operationName);
    const known = this.#ready.get(key);
    if (known !== undefined) {
      known.uses++;
      return known.operation;
    }
    return this.#add(key, source, operationName, 1, observer);
  }

  /** The operations that are used most, in that order. */
  mostUsed(limit: number): readonly UsedOperation[] {
    return [...this.#ready.entries()]
      .toSorted(([, left], [, right]) => right.uses - left.uses)
      .slice(0, limit)
      .map(([key, { operation, uses }]) => {
        // A name has no line break.
        const end = key.indexOf('\n');
        const operationName = end === 0 ? null : key.slice(0, end);
        return { source: key.slice(end + 1), operationName, uses, conditions: operation.plans.conditions() };
      });
  }

  /** Prepares an operation of another store. Its uses count half, so what is no longer used is left behind in time. */
  prepareUsed({ source, operationName, uses }: UsedOperation): PreparedOperation {
    return this.#add(keyOf(source, operationName), source, operationName, uses / 2, null);
  }

  #add(
    key: string,
    source: string,
    operationName: string | null,
    uses: number,
    observer: PhaseObserver | null,
  ): PreparedOperation {
    const operation = this.#prepare(source, operationName, observer);
    this.#ready.set(key, { operation, uses }, { size: key.length });
    return operation;
  }
}

function keyOf(source: string, operationName: string | null): string {
  return `${operationName ?? ''}\n${source}`;
}
