import type { Supergraph } from '../supergraph/supergraph.js';
import { SupergraphError } from '../errors/supergraph-error.js';
import type { Logger } from '../telemetry/logger.js';
import { Generation, type GenerationParts } from './generation.js';
import { supergraphHash } from './supergraph-hash.js';
import { warmUp, type WarmUpResult } from './warm-up.js';

/** Says why one supergraph must not follow another; none: it may. */
export type SupergraphCheck = (before: Supergraph, after: Supergraph) => readonly string[];

/** What others are told. */
export interface GenerationHooks {
  /** A supergraph is served from now on. */
  readonly onServed?: (generation: Generation) => void;
  /** A supergraph was refused; what was served still is. */
  readonly onRefused?: (reason: string) => void;
  /** A generation was replaced; it closes when nothing holds it, or when its time is over. */
  readonly onRetired?: (generation: Generation) => void;
}

/** What generations are made of. */
export interface GenerationsParts {
  /** Makes everything from a supergraph. Throws {@link SupergraphError} when it must not be served. */
  readonly build: (sdl: string) => GenerationParts | Promise<GenerationParts>;
  readonly checks: readonly SupergraphCheck[];
  /** The number of operations to plan before a new supergraph takes over. */
  readonly warm: number;
  /** For operations that run when their supergraph is replaced. */
  readonly drainMs: number;
  readonly logger: Logger;
  readonly hooks?: GenerationHooks;
}

/** What became of a supergraph: `superseded` when a newer one came before it was looked at. */
export type LoadOutcome = 'served' | 'unchanged' | 'superseded';

interface Waiting {
  readonly sdl: string;
  readonly settled: PromiseWithResolvers<LoadOutcome>;
}

/** A new supergraph takes over after this long even if not everything is warm. */
const WARM_UP_MS = 30_000;

/**
 * The supergraph that is served, and those before it that still have something running. A new one is made beside the old
 * one, checked and warmed, and takes over by one assignment, so that no request sees anything in between.
 */
export class Generations {
  readonly #parts: GenerationsParts;
  readonly #retired = new Set<Generation>();
  #current: Generation;
  #loading: Promise<void> | null = null;
  #waiting: Waiting | null = null;
  #closed = false;

  private constructor(parts: GenerationsParts, first: Generation) {
    this.#parts = parts;
    this.#current = first;
  }

  /** Makes the first generation. Rejects with {@link SupergraphError} when the supergraph must not be served. */
  static async start(parts: GenerationsParts, sdl: string): Promise<Generations> {
    const started = performance.now();
    const first = new Generation(supergraphHash(sdl), await parts.build(sdl));
    const generations = new Generations(parts, first);
    generations.#served(started, { warmed: 0, dropped: 0 });
    return generations;
  }

  /** What serves now. */
  get current(): Generation {
    return this.#current;
  }

  /**
   * Serves another supergraph. One is loaded at a time, and of those that wait only the newest. Rejects with
   * {@link SupergraphError} when it must not be served; what was served still is.
   */
  load(sdl: string): Promise<LoadOutcome> {
    this.#waiting?.settled.resolve('superseded');
    const settled = Promise.withResolvers<LoadOutcome>();
    this.#waiting = { sdl, settled };
    this.#loading ??= this.#loadWaiting();
    return settled.promise;
  }

  /** Ends all subscriptions as complete. */
  async endSubscriptions(): Promise<void> {
    await Promise.all([this.#current, ...this.#retired].map(({ subscriptions }) => subscriptions.close()));
  }

  /** Closes everything at once. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting?.settled.resolve('superseded');
    this.#waiting = null;
    await this.#loading;
    for (const generation of [this.#current, ...this.#retired]) {
      generation.close();
      await generation.closed;
    }
  }

  async #loadWaiting(): Promise<void> {
    for (;;) {
      const next = this.#waiting;
      this.#waiting = null;
      if (next === null) {
        // In the same turn: whatever is asked for from now on starts anew.
        this.#loading = null;
        return;
      }
      await this.#loadOne(next.sdl).then(next.settled.resolve, next.settled.reject);
    }
  }

  async #loadOne(sdl: string): Promise<LoadOutcome> {
    const started = performance.now();
    const hash = supergraphHash(sdl);
    if (hash === this.#current.hash) return 'unchanged';
    try {
      const next = new Generation(hash, await this.#parts.build(sdl));
      try {
        this.#check(next);
        const warmed = await this.#warm(next, started);
        if (this.#closed) throw new SupergraphError('The gateway is closing.');
        this.#replaceBy(next);
        this.#served(started, warmed);
        return 'served';
      } catch (error) {
        next.close();
        throw error;
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#parts.logger.error({ hash, serving: this.#current.hash, reason }, 'supergraph refused');
      this.#parts.hooks?.onRefused?.(reason);
      throw error;
    }
  }

  #check(next: Generation): void {
    const reasons = this.#parts.checks.flatMap((check) => check(this.#current.supergraph, next.supergraph));
    if (reasons.length > 0) throw new SupergraphError(`The supergraph must not follow: ${reasons.join('; ')}`);
  }

  #warm(next: Generation, started: number): Promise<WarmUpResult> {
    return warmUp(this.#current.operations.store, next.operations.store, {
      operations: this.#parts.warm,
      isOver: () => this.#closed || performance.now() - started > WARM_UP_MS,
    });
  }

  #replaceBy(next: Generation): void {
    const { logger, drainMs, hooks } = this.#parts;
    const old = this.#current;
    this.#current = next;
    this.#retired.add(old);
    hooks?.onRetired?.(old);
    old.retire(drainMs);
    const { hash } = old;
    const drained = (error?: unknown): void => {
      this.#retired.delete(old);
      if (error === undefined) logger.info({ hash, dropped: old.running }, 'supergraph retired');
      else logger.error({ hash, err: error }, 'supergraph not retired cleanly');
    };
    old.closed.then(() => drained(), drained);
  }

  #served(started: number, { warmed, dropped }: WarmUpResult): void {
    const { hash, supergraph } = this.#current;
    const ms = Math.round(performance.now() - started);
    this.#parts.logger.info({ hash, subgraphs: supergraph.subgraphs.size, warmed, dropped, ms }, 'supergraph served');
    this.#parts.hooks?.onServed?.(this.#current);
  }
}
