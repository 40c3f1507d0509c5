import { SupergraphError } from '../errors/supergraph-error.js';
import type { Logger } from '../telemetry/logger.js';
import type { LoadOutcome } from './generations.js';
import type { LastGoodFile } from './last-good-file.js';
import { supergraphHash } from './supergraph-hash.js';
import type { SupergraphSource } from './supergraph-source.js';

/** What a loader is made of. */
export interface SupergraphLoaderParts {
  readonly source: SupergraphSource;
  /** Null: a start without a valid source fails. */
  readonly lastGood: LastGoodFile | null;
  readonly pollMs: number;
  /** Off: the source is read at the start and by `reread` only. */
  readonly watch: boolean;
  readonly logger: Logger;
}

/** A supergraph to start with. */
export interface FirstSupergraph {
  readonly sdl: string;
  /** Whether it is not the source's but the one that was served last. */
  readonly isLastGood: boolean;
}

/** A reread does not trust what the source says about itself, and tries what was refused once more. */
type Read = 'poll' | 'reread';

/** Gateways that poll the same address do so at different times. */
const JITTER = 0.2;

/** Brings supergraphs from their source to where they are served, and keeps the last one that was. */
export class SupergraphLoader {
  readonly #parts: SupergraphLoaderParts;
  #load: ((sdl: string) => Promise<LoadOutcome>) | null = null;
  #stopWatching: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #polling = false;
  #again: Read | null = null;
  #stopped = false;
  /** Resolves when the last good supergraph is not being written. */
  #keeping: Promise<void> = Promise.resolve();
  /** The hash of what the source gave last, whether it was served or refused. */
  #seen: string | null = null;
  /** Why the source could not be read the last time. */
  #trouble: string | null = null;

  constructor(parts: SupergraphLoaderParts) {
    this.#parts = parts;
  }

  /**
   * Starts with the supergraph of the source, or with the last good one where that fails. Rejects with
   * {@link SupergraphError} about the source when neither can be served.
   */
  async first<Started>(start: (first: FirstSupergraph) => Promise<Started>): Promise<Started> {
    const { source, lastGood, logger } = this.#parts;
    try {
      const sdl = (await source.read(true)) ?? '';
      this.#seen = supergraphHash(sdl);
      const started = await start({ sdl, isLastGood: false });
      await this.#keep(sdl);
      return started;
    } catch (error) {
      const sdl = error instanceof SupergraphError && lastGood !== null ? await lastGood.read() : null;
      if (sdl === null) throw error;
      const { message } = error as SupergraphError;
      const started = await start({ sdl, isLastGood: true }).catch(() => {
        throw error;
      });
      logger.error({ source: source.name, reason: message }, 'supergraph refused, the last good one is served');
      return started;
    }
  }

  /** Passes on every supergraph that the source has from now on. */
  follow(load: (sdl: string) => Promise<LoadOutcome>): void {
    this.#load = load;
    if (!this.#parts.watch) return;
    this.#stopWatching = this.#parts.source.watch(() => void this.#poll('poll'));
    this.#schedule();
  }

  /** Reads the source now, and tries what was refused once more. */
  reread(): void {
    void this.#poll('reread');
  }

  /** Brings nothing more. Resolves when nothing is being written. */
  stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#stopWatching();
    return this.#keeping;
  }

  #schedule(): void {
    if (this.#stopped) return;
    const wait = this.#parts.pollMs * (1 - JITTER * Math.random());
    this.#timer = setTimeout(() => void this.#poll('poll').finally(() => this.#schedule()), wait).unref();
  }

  /** Reads once, and once more when something happened meanwhile. Never rejects. */
  async #poll(how: Read): Promise<void> {
    if (this.#polling) {
      if (this.#again !== 'reread') this.#again = how;
      return;
    }
    this.#polling = true;
    for (let next: Read | null = how; next !== null && !this.#stopped; next = this.#again) {
      this.#again = null;
      await this.#pollOnce(next === 'reread');
    }
    this.#polling = false;
  }

  async #pollOnce(fresh: boolean): Promise<void> {
    const sdl = await this.#read(fresh);
    if (sdl === null || this.#load === null || this.#stopped) return;
    const hash = supergraphHash(sdl);
    if (hash === this.#seen && !fresh) return;
    this.#seen = hash;
    const { logger } = this.#parts;
    try {
      const outcome = await this.#load(sdl);
      if (outcome === 'unchanged' && fresh) logger.info({ hash }, 'supergraph unchanged');
      if (outcome !== 'superseded' && !this.#stopped) await this.#keep(sdl);
    } catch {
      // Whoever refused it has said so.
    }
  }

  async #read(fresh: boolean): Promise<string | null> {
    const { source, logger } = this.#parts;
    try {
      const sdl = await source.read(fresh);
      if (this.#trouble !== null) logger.info({ source: source.name }, 'supergraph can be read again');
      this.#trouble = null;
      return sdl;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // A source that stays away is told once, not at every poll.
      if (reason !== this.#trouble || fresh) logger.error({ source: source.name, reason }, 'supergraph not read');
      this.#trouble = reason;
      return null;
    }
  }

  #keep(sdl: string): Promise<void> {
    this.#keeping = this.#write(sdl);
    return this.#keeping;
  }

  async #write(sdl: string): Promise<void> {
    const { lastGood, logger } = this.#parts;
    try {
      await lastGood?.write(sdl);
    } catch (error) {
      logger.error({ err: error }, 'last good supergraph not kept');
    }
  }
}
