import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { describeError, type Log } from '../log/log.js';

/** Work that a member does beside its requests. It runs on behalf of nobody: row-level security shows it no row. */
export interface Job {
  readonly name: string;
  /** The pause between the end of a round and the next one, in milliseconds. */
  readonly pauseMs: number;
  /** Whether the first round is over before the process listens. @default false */
  readonly first?: boolean;
  /** Whether there is one more round when the process ends. @default false */
  readonly last?: boolean;
  readonly run: (em: EntityManager) => Promise<void>;
}

/** Runs jobs, each one round at a time, from `start` until `close`. A round that fails is logged, and the next one comes. */
export class Jobs {
  readonly #jobs: readonly Job[];
  readonly #em: () => EntityManager;
  readonly #log: Log;
  readonly #failed: (job: string) => void;
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(jobs: readonly Job[], options: { em: () => EntityManager; log: Log; failed?: (job: string) => void }) {
    this.#jobs = jobs;
    this.#em = options.em;
    this.#log = options.log;
    this.#failed = options.failed ?? (() => {});
  }

  /** Resolves when the rounds are over that come before listening. */
  async prepare(): Promise<void> {
    await Promise.all(this.#jobs.filter(({ first }) => first).map((job) => this.#round(job)));
  }

  start(): void {
    this.#running = Promise.all(this.#jobs.map((job) => this.#repeat(job)));
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await Promise.all(this.#jobs.filter(({ last }) => last).map((job) => this.#round(job)));
  }

  async #repeat(job: Job): Promise<void> {
    const { signal } = this.#stop;
    const pause = () => setTimeout(job.pauseMs, undefined, { signal, ref: false }).catch(() => {});
    if (job.first) await pause();
    while (!signal.aborted) {
      await this.#round(job);
      await pause();
    }
  }

  async #round({ name, run }: Job): Promise<void> {
    try {
      await run(this.#em());
    } catch (error) {
      this.#log.error({ job: name, error: describeError(error) }, 'job failed');
      this.#failed(name);
    }
  }
}
