/** What a {@link StuckWatch} looks at. */
export interface StuckSigns {
  /** Whether the process gets an answer of its database by the way that requests take. */
  readonly answers: () => Promise<boolean>;
  /** Whether requests have got answers of the database since this was called last. */
  readonly hasMoved: () => boolean;
  /** Whether the database answers somebody who comes anew. */
  readonly isReachable: () => Promise<boolean>;
}

/**
 * Notices a process that cannot do its work any more although nothing outside keeps it from it: only then does a new start
 * help. A database that is away, and one that is slow under load, are no such case.
 */
export class StuckWatch {
  readonly #signs: StuckSigns;
  readonly #limitMs: number;
  readonly #now: () => number;
  #since: number | null = null;

  constructor(signs: StuckSigns, limitMs: number, now: () => number = () => performance.now()) {
    this.#signs = signs;
    this.#limitMs = limitMs;
    this.#now = now;
  }

  /** Whether it has been so for the whole limit. */
  get isStuck(): boolean {
    return this.#since !== null && this.#now() - this.#since >= this.#limitMs;
  }

  /** Looks once; to be called every few seconds. */
  async look(): Promise<void> {
    const { answers, hasMoved, isReachable } = this.#signs;
    const answered = await answers();
    const moved = hasMoved();
    const waits = !answered && !moved && (await isReachable());
    this.#since = waits ? (this.#since ?? this.#now()) : null;
  }
}
