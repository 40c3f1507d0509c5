import { AsyncLocalStorage } from 'node:async_hooks';
import DataLoader from 'dataloader';

/** Resolves many keys in one go: same length, same order; null for a key that has nothing, an Error for one bad key. */
export type Batch<Key, Value, Context extends object> = (
  keys: readonly Key[],
  context: Context,
) => Promise<readonly (Value | Error)[]>;

/** A batch that is made once for each request on first use. */
export interface LoaderDefinition<Key, Value, Context extends object> {
  load(context: Context, key: Key): Promise<Value>;
}

/**
 * The batches of one request go in rounds: those that are wanted while others run start together when all of these are
 * done. Which keys share a batch then follows from the shape of the request and not from which answer came first, at
 * the price that a quick branch waits for a slow one. Reading beside the loaders counts when it is `run` here too.
 */
export class BatchRounds {
  #running = 0;
  #planned = false;
  #waiting: (() => void)[] = [];

  add(start: () => void): void {
    this.#waiting.push(start);
    this.#plan();
  }

  async run<Result>(batch: () => Promise<Result>): Promise<Result> {
    this.#running += 1;
    try {
      return await batch();
    } finally {
      this.#running -= 1;
      this.#plan();
    }
  }

  #plan(): void {
    if (this.#planned || this.#running > 0 || this.#waiting.length === 0) return;
    this.#planned = true;
    // By then everyone who has waited for the last batch has gone on and has asked for what comes next.
    setImmediate(() => {
      this.#planned = false;
      if (this.#running > 0) return;
      for (const start of this.#waiting.splice(0)) start();
    });
  }
}

const roundsByContext = new WeakMap<object, BatchRounds>();
const insideBatch = new AsyncLocalStorage<object>();

function roundsOf(context: object & { readonly rounds?: BatchRounds }): BatchRounds {
  const rounds = context.rounds ?? roundsByContext.get(context) ?? new BatchRounds();
  roundsByContext.set(context, rounds);
  return rounds;
}

/**
 * Defines a per-request loader. `cacheKey` says when two keys that are objects mean the same.
 *
 * A batch must not load from a loader of its request, which would wait for the batch: such a load is rejected.
 */
export function defineLoader<Key, Value, Context extends object>(
  batch: Batch<Key, Value, Context>,
  cacheKey: (key: Key) => unknown = (key) => key,
): LoaderDefinition<Key, Value, Context> {
  const byContext = new WeakMap<Context, DataLoader<Key, Value, unknown>>();
  return {
    load(context, key) {
      if (insideBatch.getStore() === context) {
        return Promise.reject(new Error('A batch loads nothing from another loader: each would wait for the other.'));
      }
      let loader = byContext.get(context);
      if (!loader) {
        const rounds = roundsOf(context);
        loader = new DataLoader<Key, Value, unknown>(
          (keys) => rounds.run(() => insideBatch.run(context, () => batch(keys, context))),
          { cacheKeyFn: cacheKey, maxBatchSize: 1000, batchScheduleFn: (start) => rounds.add(start) },
        );
        byContext.set(context, loader);
      }
      return loader.load(key);
    },
  };
}

/** The rows of each key, in the keys' order; an empty list for a key without rows. */
export function groupByKey<Row, Key>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => unknown,
): Row[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}

/** The one row of each key, in the keys' order; null for a key without a row. */
export function indexByKey<Row, Key>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => unknown,
  identity: (key: Key) => unknown = (key) => key,
): (Row | null)[] {
  const index = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => index.get(identity(key)) ?? null);
}
