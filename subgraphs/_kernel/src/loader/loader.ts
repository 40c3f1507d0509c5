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
 * Defines a per-request loader. `cacheKey` says when two keys that are objects mean the same.
 */
export function defineLoader<Key, Value, Context extends object>(
  batch: Batch<Key, Value, Context>,
  cacheKey: (key: Key) => unknown = (key) => key,
): LoaderDefinition<Key, Value, Context> {
  const byContext = new WeakMap<Context, DataLoader<Key, Value, unknown>>();
  return {
    load(context, key) {
      let loader = byContext.get(context);
      if (!loader) {
        loader = new DataLoader<Key, Value, unknown>((keys) => batch(keys, context), {
          cacheKeyFn: cacheKey,
          maxBatchSize: 1000,
        });
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
  identity: (key: Key) => unknown = (key) => key,
): Row[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(identity(key)) ?? []);
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
