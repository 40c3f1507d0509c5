import { LRUCache } from 'lru-cache';
import type { AuthorizationStatusConfig } from './authorization-status-config.js';
import type { Member } from '../identity/member.js';

/** Asks the authority whether a viewer may act for the organisation of its token. Rejects when it does not say. */
export type AskAuthority = (viewer: Member) => Promise<boolean>;

interface CachedDecision {
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
export class AuthorizationStatus {
  readonly authority: string;
  readonly #askAgainMs: number;
  readonly #decisions: LRUCache<string, CachedDecision, Member>;

  constructor(
    { authority, freshMs, staleMs }: Omit<AuthorizationStatusConfig, 'document' | 'timeoutMs'>,
    ask: AskAuthority,
  ) {
    this.authority = authority;
    this.#askAgainMs = freshMs / 2;
    this.#decisions = new LRUCache<string, CachedDecision, Member>({
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
  of(viewer: Member | null): boolean | Promise<boolean> {
    if (viewer === null || viewer.organizationId === null) return true;
    const { issuer, sub, organizationId, client, roles } = viewer;
    const key = JSON.stringify([issuer, sub, organizationId, client, roles]);
    const decision = this.#decisions.get(key);
    if (decision === undefined) return this.#learn(key, viewer);
    // Asked beside the use, so that who is at work does not wait for it.
    if (performance.now() - decision.askedAt > this.#askAgainMs) void this.#learn(key, viewer);
    return decision.mayAct;
  }

  async #learn(key: string, viewer: Member): Promise<boolean> {
    return (await this.#decisions.fetch(key, { context: viewer, forceRefresh: true }))?.mayAct ?? false;
  }
}
