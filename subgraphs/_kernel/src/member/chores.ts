import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { describeError, type Log } from '../log/log.js';

/** Work that a member does beside its requests. It runs on behalf of nobody: row-level security shows it no row. */
export interface Chore {
  readonly name: string;
  /** The pause between the end of a round and the next one, in milliseconds. */
  readonly pauseMs: number;
  /** Whether the first round is over before the process listens. @default false */
  readonly first?: boolean;
  /** Whether there is one more round when the process ends. @default false */
  readonly last?: boolean;
  readonly run: (em: EntityManager) => Promise<void>;
}

/** Runs chores, each one round at a time, from `start` until `close`. A round that fails is logged, and the next one comes. */
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

  /** Resolves when the rounds are over that come before listening. */
  async prepare(): Promise<void> {
    await Promise.all(this.#chores.filter(({ first }) => first).map((chore) => this.#round(chore)));
  }

  start(): void {
    this.#running = Promise.all(this.#chores.map((chore) => this.#repeat(chore)));
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await Promise.all(this.#chores.filter(({ last }) => last).map((chore) => this.#round(chore)));
  }

  async #repeat(chore: Chore): Promise<void> {
    const { signal } = this.#stop;
    const pause = () => setTimeout(chore.pauseMs, undefined, { signal, ref: false }).catch(() => {});
    if (chore.first) await pause();
    while (!signal.aborted) {
      await this.#round(chore);
      await pause();
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
