import { LRUCache } from 'lru-cache';
import type { StandingConfig } from './standing-config.js';
import type { Viewer } from '../identity/viewer.js';

/** Asks the authority whether a viewer may act for the organisation of its token. Rejects when it does not say. */
export type AskAuthority = (viewer: Viewer) => Promise<boolean>;

interface Word {
  readonly mayAct: boolean;
  /** When the authority gave it, and when it was last asked, on the clock of `performance.now()`. */
  readonly givenAt: number;
  readonly askedAt: number;
}

const MAX_VIEWERS = 10_000;
/** The authority is not asked again at once after it has not answered. */
const RETRY_MS = 2_000;

/**
 * Whether viewers may act for organisations now. Subgraphs know a viewer's organisation from the token, which is valid for as
 * long as its issuer wrote into it; so a suspension or a dismissal would reach only the subgraph that keeps it. A viewer of
 * whom the authority never said anything may not act.
 */
export class Standing {
  readonly authority: string;
  readonly #askAgainMs: number;
  readonly #words: LRUCache<string, Word, Viewer>;

  constructor({ authority, freshMs, staleMs }: Omit<StandingConfig, 'document' | 'timeoutMs'>, ask: AskAuthority) {
    this.authority = authority;
    this.#askAgainMs = freshMs / 2;
    this.#words = new LRUCache<string, Word, Viewer>({
      max: MAX_VIEWERS,
      ttl: freshMs,
      noDeleteOnStaleGet: true,
      // An answer that is under way comes also when the cache has no more room to keep it.
      ignoreFetchAbort: true,
      fetchMethod: async (_key, last, { options, context: viewer }) => {
        try {
          const mayAct = await ask(viewer);
          const now = performance.now();
          return { mayAct, givenAt: now, askedAt: now };
        } catch {
          const now = performance.now();
          const { mayAct, givenAt } = last ?? { mayAct: false, givenAt: Number.NEGATIVE_INFINITY };
          options.ttl = Math.min(freshMs, Math.max(RETRY_MS, givenAt + freshMs - now));
          return { mayAct: mayAct && now - givenAt < staleMs, givenAt, askedAt: now };
        }
      },
    });
  }

  /** Whether a viewer may act for the organisation of its token; also true without one. A promise when it must be asked. */
  of(viewer: Viewer | null): boolean | Promise<boolean> {
    if (viewer === null || viewer.organizationId === null) return true;
    const { issuer, sub, organizationId, client, roles } = viewer;
    const key = JSON.stringify([issuer, sub, organizationId, client, roles]);
    const word = this.#words.get(key);
    if (word === undefined) return this.#learn(key, viewer);
    // Asked beside the use, so that who is at work does not wait for it.
    if (performance.now() - word.askedAt > this.#askAgainMs) void this.#learn(key, viewer);
    return word.mayAct;
  }

  async #learn(key: string, viewer: Viewer): Promise<boolean> {
    return (await this.#words.fetch(key, { context: viewer, forceRefresh: true }))?.mayAct ?? false;
  }
}
