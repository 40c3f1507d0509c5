/** One SQL statement that has ended; times as `performance.now()` gives them, in milliseconds. */
export interface Statement {
  /** With placeholders instead of values. */
  readonly text: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** What one request has cost the database so far. */
export class Cost {
  /** How many statements it has run. */
  statements = 0;
  #observe: ((statement: Statement) => void) | null = null;

  /** Tells of each statement from now on. */
  observe(observe: (statement: Statement) => void): void {
    this.#observe = observe;
  }

  /** A statement has ended. `took` is in milliseconds. */
  add(text: string, took: number): void {
    this.statements += 1;
    if (this.#observe === null) return;
    const endedAt = performance.now();
    this.#observe({ text, startedAt: endedAt - took, endedAt });
  }
}
