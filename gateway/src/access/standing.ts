import { LRUCache } from 'lru-cache';
import type { StandingConfig } from './standing-config.js';
import type { Viewer } from './viewer.js';

/** Asks the authority whether a viewer may act for the organisation of its token. Rejects when it does not say. */
export type AskAuthority = (viewer: Viewer) => Promise<boolean>;

interface Word {
  readonly mayAct: boolean;
  /** When the authority gave it, on the clock of `performance.now()`. */
  readonly givenAt: number;
}

const MAX_VIEWERS = 10_000;
/** The authority is not asked again at once after it has not answered. */
const RETRY_MS = 2_000;
const NEVER_GIVEN: Word = { mayAct: false, givenAt: Number.NEGATIVE_INFINITY };

/**
 * Whether viewers may act for organisations now. Subgraphs know a viewer's organisation from the token, which is valid for as
 * long as its issuer wrote into it; so a suspension or a dismissal would reach only the subgraph that keeps it. A viewer of
 * whom the authority never said anything may not act.
 */
export class Standing {
  readonly authority: string;
  readonly #words: LRUCache<string, Word, Viewer>;

  constructor({ authority, freshMs, staleMs }: Omit<StandingConfig, 'document' | 'timeoutMs'>, ask: AskAuthority) {
    this.authority = authority;
    this.#words = new LRUCache<string, Word, Viewer>({
      max: MAX_VIEWERS,
      ttl: freshMs,
      noDeleteOnStaleGet: true,
      fetchMethod: async (_key, last, { options, context: viewer }) => {
        try {
          return { mayAct: await ask(viewer), givenAt: performance.now() };
        } catch {
          options.ttl = Math.min(freshMs, RETRY_MS);
          return last !== undefined && performance.now() - last.givenAt < staleMs ? last : NEVER_GIVEN;
        }
      },
    });
  }

  /** Whether a viewer may act for the organisation of its token; also true without one. A promise when it must be asked. */
  of(viewer: Viewer | null): boolean | Promise<boolean> {
    if (viewer === null || viewer.organizationId === null) return true;
    const { issuer, sub, organizationId, client, roles } = viewer;
    const key = JSON.stringify([issuer, sub, organizationId, client, roles]);
    return this.#words.get(key)?.mayAct ?? this.#learn(key, viewer);
  }

  async #learn(key: string, viewer: Viewer): Promise<boolean> {
    return (await this.#words.fetch(key, { context: viewer }))?.mayAct ?? false;
  }
}
