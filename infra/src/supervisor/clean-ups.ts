/** What has to be undone, in reverse order of its making. */
export class CleanUps {
  readonly #pending: (() => Promise<void> | void)[] = [];
  #running: Promise<void> | undefined;

  add(cleanUp: () => Promise<void> | void): void {
    this.#pending.push(cleanUp);
  }

  /** Undoes everything; one that fails does not keep the others from running. Calling it again waits for the first call. */
  run(): Promise<void> {
    this.#running ??= this.#undo();
    return this.#running;
  }

  async #undo(): Promise<void> {
    const failures: unknown[] = [];
    for (let cleanUp = this.#pending.pop(); cleanUp; cleanUp = this.#pending.pop()) {
      try {
        await cleanUp();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped.');
  }
}
