import type { LocalizedText } from '@birlik/demo-data';
import anyAscii from 'any-ascii';

/** Who can get a token: a person who signs in, or a member's system that has a secret. The demo data's personas are these. */
export interface Account {
  /** Short name, unique, that people use on the command line. */
  readonly key: string;
  readonly kind: 'person' | 'client';
  /** Subject of the tokens; the client id too when `kind` is `client`. */
  readonly sub: string;
  readonly name: string;
  /** What they can do, in a line. @default nothing is said */
  readonly task?: Required<LocalizedText>;
  /** What the organisation is called that they act for. @default nothing is said */
  readonly organization?: LocalizedText;
  readonly volunteerId: string | null;
  readonly organizationId: string | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

/** In characters. */
const longestName = 40;
const newcomerKey = /^new-([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)$/;

/**
 * Somebody who is nobody of the demo data yet: whoever names an account `new-` and a name of their own choice. The provider says
 * of them who signed in, and nothing of who that is in the federation.
 *
 * @param key key and subject of the account
 * @returns null for another key
 */
export function newcomerNamed(key: string): Account | null {
  const name = newcomerKey.exec(key)?.[1];
  if (name === undefined) return null;
  return {
    key,
    kind: 'person',
    sub: key,
    name,
    volunteerId: null,
    organizationId: null,
    roles: [],
    scopes: graphScopes,
  };
}

/**
 * Somebody who is nobody of the demo data yet, by the name as people write it, in any script; the same name is the same account.
 *
 * @returns null for a name without a letter or a digit
 */
export function newcomerCalled(name: string): Account | null {
  const words = anyAscii(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return newcomerNamed(`new-${words.join('-').slice(0, longestName).replace(/-$/, '')}`);
}

/** The graph, as a resource that tokens are issued for. */
export const graphResource = 'urn:birlik:graph';

/** Everything that may be done with the graph; an account has some of them. */
export const graphScopes = ['graph:read', 'graph:write'] as const;

/** Claims of an access token that say who the caller is in the federation. */
export function accountClaims(account: Account): Record<string, unknown> {
  return {
    ...(account.organizationId !== null && { org: account.organizationId }),
    ...(account.volunteerId !== null && { volunteer: account.volunteerId }),
    roles: [...account.roles],
  };
}
