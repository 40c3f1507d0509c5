/**
 * Tells running work that nobody waits for it any more. Whoever runs it looks here; an `AbortSignal` with listeners would
 * cost every request more.
 */
export class Cancellation {
  #isCancelled = false;

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  cancel(): void {
    this.#isCancelled = true;
  }
}
