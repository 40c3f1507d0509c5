/** Tells running work that nobody waits for it any more. Lighter than an `AbortSignal`, which every request would pay. */
export class Cancellation {
  /** Made for the first one: most requests are not listened to. */
  #listeners: Set<() => void> | null = null;
  #isCancelled = false;

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  /** Calls all listeners, once. */
  cancel(): void {
    this.#isCancelled = true;
    for (const listener of this.#listeners ?? []) listener();
    this.#listeners = null;
  }

  add(listener: () => void): void {
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
  }

  remove(listener: () => void): void {
    this.#listeners?.delete(listener);
  }
}
