/** What a subscription of a test subgraph sends, in the hands of a test. */
export interface EventChannel {
  /** How many listen. */
  readonly listeners: number;
  /** How many have ever listened. */
  readonly opened: number;
  publish(value: unknown): void;
  /** Has no more to say. */
  complete(): void;
  /** Settles as soon as exactly so many listen. */
  until(listeners: number): Promise<void>;
  /** For the member `subscribe` of a resolver. */
  listen(): AsyncIterableIterator<unknown>;
}

/** Makes a channel that nobody listens to yet. */
export function createEventChannel(): EventChannel {
  const open = new Set<Listener>();
  const waiting = new Map<() => void, number>();
  let opened = 0;
  const changed = (): void => {
    for (const [settle, count] of waiting) {
      if (count !== open.size) continue;
      waiting.delete(settle);
      settle();
    }
  };
  return {
    get listeners() {
      return open.size;
    },
    get opened() {
      return opened;
    },
    publish: (value) => {
      for (const listener of open) listener.push({ value, done: false });
    },
    complete: () => {
      for (const listener of open) listener.push({ value: undefined, done: true });
    },
    until: (count) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(resolve, count);
      changed();
      return promise;
    },
    listen: () => {
      opened++;
      const listener = createListener(() => {
        open.delete(listener);
        changed();
      });
      open.add(listener);
      changed();
      return listener.iterator;
    },
  };
}

interface Listener {
  push(result: IteratorResult<unknown>): void;
  readonly iterator: AsyncIterableIterator<unknown>;
}

function createListener(left: () => void): Listener {
  const queued: IteratorResult<unknown>[] = [];
  const asked: ((result: IteratorResult<unknown>) => void)[] = [];
  const over: IteratorResult<unknown> = { value: undefined, done: true };
  const iterator: AsyncIterableIterator<unknown> = {
    next: () => {
      const result = queued.shift();
      if (result !== undefined) return Promise.resolve(result);
      return new Promise((resolve) => asked.push(resolve));
    },
    return: () => {
      left();
      for (const resolve of asked.splice(0)) resolve(over);
      return Promise.resolve(over);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  const push = (result: IteratorResult<unknown>): void => {
    const resolve = asked.shift();
    if (resolve === undefined) queued.push(result);
    else resolve(result);
    if (result.done === true) left();
  };
  return { push, iterator };
}
