import type { UpstreamListener } from './upstream.js';

interface Shared {
  readonly listeners: Set<UpstreamListener>;
  leave: () => void;
}

/** Lets equal subscriptions share what a subgraph sends. Who comes later hears only what is sent from then on. */
export class SharedUpstreams {
  readonly #open = new Map<string, Shared>();

  /**
   * Joins the subscription of a key, or starts it. Returns how to leave; the last one that leaves ends the subscription.
   *
   * @param key null: this one is not shared
   * @param start must not call the listener before it returns
   */
  subscribe(
    key: string | null,
    listener: UpstreamListener,
    start: (listener: UpstreamListener) => () => void,
  ): () => void {
    if (key === null) return start(listener);
    const shared = this.#open.get(key) ?? this.#start(key, start);
    shared.listeners.add(listener);
    return () => {
      shared.listeners.delete(listener);
      if (shared.listeners.size > 0 || this.#open.get(key) !== shared) return;
      this.#open.delete(key);
      shared.leave();
    };
  }

  #start(key: string, start: (listener: UpstreamListener) => () => void): Shared {
    const shared: Shared = { listeners: new Set(), leave: () => undefined };
    this.#open.set(key, shared);
    shared.leave = start({
      event: (event) => {
        for (const listener of shared.listeners) listener.event(event);
      },
      end: (failure) => {
        if (this.#open.get(key) === shared) this.#open.delete(key);
        for (const listener of shared.listeners) listener.end(failure);
      },
    });
    return shared;
  }
}
