import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { AuthorizationStatusConfig } from './authorization-status-config.js';
import { NOBODY, UNKNOWN, withStanding, type Member, type Standing } from '../identity/member.js';

/** Asks the authority who somebody is with the claims of a token. Rejects when it does not say. */
export type AskAuthority = (claimant: Member) => Promise<Standing>;

interface CachedAnswer {
  /** The same object while the authority says the same. */
  readonly standing: Standing;
  /** When the authority gave it, and when it was last asked, on the clock of `performance.now()`. */
  readonly givenAt: number;
  readonly askedAt: number;
}

const MAX_VIEWERS = 10_000;
/** The authority is not asked again at once after it has not answered. */
const RETRY_MS = 2_000;

/**
 * Who viewers are now. A token says what its issuer wrote into it, and is valid for as long: so no subgraph hears of it, but
 * what the authority says of its bearer. A viewer of whom the authority never said anything is nobody.
 */
export class AuthorizationStatus {
  readonly authority: string;
  readonly #askAgainMs: number;
  readonly #answers: LRUCache<string, CachedAnswer, Member>;
  /** The last viewer that was made of a claimant. */
  readonly #members = new WeakMap<Member, { readonly member: Member; readonly standing: Standing }>();
  readonly #claimants = new WeakMap<Member, Member>();

  constructor(
    { authority, freshMs, staleMs }: Pick<AuthorizationStatusConfig, 'authority' | 'freshMs' | 'staleMs'>,
    ask: AskAuthority,
  ) {
    this.authority = authority;
    this.#askAgainMs = freshMs / 2;
    this.#answers = new LRUCache<string, CachedAnswer, Member>({
      max: MAX_VIEWERS,
      ttl: freshMs,
      noDeleteOnStaleGet: true,
      // An answer that is under way comes also when the cache has no more room to keep it.
      ignoreFetchAbort: true,
      fetchMethod: async (_key, last, { options, context: claimant }) => {
        try {
          const said = await ask(claimant);
          const now = performance.now();
          return { standing: sameOr(last?.standing, said), givenAt: now, askedAt: now };
        } catch {
          const now = performance.now();
          const { standing, givenAt } = last ?? { standing: UNKNOWN, givenAt: Number.NEGATIVE_INFINITY };
          options.ttl = Math.min(freshMs, Math.max(RETRY_MS, givenAt + freshMs - now));
          return { standing: now - givenAt < staleMs ? standing : UNKNOWN, givenAt, askedAt: now };
        }
      },
    });
  }

  /** Who the bearer of a token is. A promise when it must be asked. */
  of(claimant: Member): Member | Promise<Member> {
    const { issuer, sub, client, claims } = claimant;
    const key = JSON.stringify([issuer, sub, client, claims]);
    const answer = this.#answers.get(key);
    if (answer === undefined || isNobody(answer)) return this.#learn(key, claimant);
    // Asked beside the use, so that who is at work does not wait for it.
    if (performance.now() - answer.askedAt > this.#askAgainMs) void this.#learn(key, claimant);
    return this.#memberOf(claimant, answer.standing);
  }

  /** Who a viewer is by now: the same object while nothing has changed. */
  again(viewer: Member | null): Member | null | Promise<Member | null> {
    const claimant = viewer === null ? undefined : this.#claimants.get(viewer);
    return claimant === undefined ? viewer : this.of(claimant);
  }

  async #learn(key: string, claimant: Member): Promise<Member> {
    const answer = await this.#answers.fetch(key, { context: claimant, forceRefresh: true });
    return this.#memberOf(claimant, answer?.standing ?? NOBODY);
  }

  #memberOf(claimant: Member, standing: Standing): Member {
    const known = this.#members.get(claimant);
    if (known?.standing === standing) return known.member;
    const member = withStanding(claimant, standing);
    this.#members.set(claimant, { member, standing });
    this.#claimants.set(member, claimant);
    return member;
  }
}

/** Whoever is nobody may become somebody with any request, and is then, at the next one; not where the authority is away. */
function isNobody({ standing, givenAt, askedAt }: CachedAnswer): boolean {
  return standing.volunteerId === null && standing.organizationId === null && givenAt === askedAt;
}

function sameOr(last: Standing | undefined, said: Standing): Standing {
  return last !== undefined && isDeepStrictEqual(last, said) ? last : said;
}
