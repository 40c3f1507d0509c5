import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { describeError, type Log } from '../log/log.js';

/** Work that a member does beside its requests. It runs on behalf of nobody: row-level security shows it no row. */
export interface Chore {
  readonly name: string;
  /** The pause between the end of a round and the next one, in milliseconds. */
  readonly pauseMs: number;
  readonly run: (em: EntityManager) => Promise<void>;
}

/** Runs chores, each one at a time, from `start` on and once more at `close`. A round that fails is logged. */
export class Chores {
  readonly #chores: readonly Chore[];
  readonly #em: () => EntityManager;
  readonly #log: Log;
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(chores: readonly Chore[], options: { em: () => EntityManager; log: Log }) {
    this.#chores = chores;
    this.#em = options.em;
    this.#log = options.log;
  }

  start(): void {
    this.#running = Promise.all(this.#chores.map((chore) => this.#repeat(chore)));
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    for (const chore of this.#chores) await this.#round(chore);
  }

  async #repeat(chore: Chore): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.#round(chore);
      await setTimeout(chore.pauseMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  async #round({ name, run }: Chore): Promise<void> {
    try {
      await run(this.#em());
    } catch (error) {
      this.#log.error({ chore: name, error: describeError(error) }, 'chore failed');
    }
  }
}
