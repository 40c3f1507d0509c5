import { LRUCache } from 'lru-cache';
import type { StandingConfig } from './standing-config.js';
import type { Viewer } from './viewer.js';

/** Asks the authority whether an organisation may act. Rejects when it does not say. */
export type AskAuthority = (organization: string) => Promise<boolean>;

interface Word {
  readonly mayAct: boolean;
  /** When the authority gave it, on the clock of `performance.now()`. */
  readonly givenAt: number;
}

const MAX_ORGANIZATIONS = 10_000;
/** The authority is not asked again at once after it has not answered. */
const RETRY_MS = 2_000;
const NEVER_GIVEN: Word = { mayAct: false, givenAt: Number.NEGATIVE_INFINITY };

/**
 * Whether organisations may act now. Subgraphs know a viewer's organisation from the token, which is valid for as long as its
 * issuer wrote into it; so a suspension would reach only the subgraph that keeps it. An organisation about which the
 * authority never said anything may not act.
 */
export class Standing {
  readonly authority: string;
  readonly #words: LRUCache<string, Word>;

  constructor({ authority, freshMs, staleMs }: Omit<StandingConfig, 'document' | 'timeoutMs'>, ask: AskAuthority) {
    this.authority = authority;
    this.#words = new LRUCache<string, Word>({
      max: MAX_ORGANIZATIONS,
      ttl: freshMs,
      noDeleteOnStaleGet: true,
      fetchMethod: async (organization, last, { options }) => {
        try {
          return { mayAct: await ask(organization), givenAt: performance.now() };
        } catch {
          options.ttl = Math.min(freshMs, RETRY_MS);
          return last !== undefined && performance.now() - last.givenAt < staleMs ? last : NEVER_GIVEN;
        }
      },
    });
  }

  /** Whether a viewer may act for the organisation of its token; also true without one. A promise when it must be asked. */
  of(viewer: Viewer | null): boolean | Promise<boolean> {
    const organization = viewer?.organizationId ?? null;
    if (organization === null) return true;
    return this.#words.get(organization)?.mayAct ?? this.#learn(organization);
  }

  async #learn(organization: string): Promise<boolean> {
    return (await this.#words.fetch(organization))?.mayAct ?? false;
  }
}
