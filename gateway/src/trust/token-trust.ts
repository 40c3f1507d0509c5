import type { Issuer } from '../identity/issuer-config.js';
import { tokenEnd } from '../identity/token-end.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import type { Viewer } from '../identity/viewer.js';
import { noReads } from '../execution/reads-of.js';
import type { Trust } from './trust.js';

/**
 * Trusts access tokens of some issuers and tells subgraphs nothing of them: enough for `@authenticated` and
 * `@requiresScopes`.
 *
 * @param issuers without any, every token is refused
 */
export function trustTokens(issuers: readonly Issuer[]): Trust {
  const tokens = new TokenVerifier(issuers, (viewer) => viewer);
  return {
    identify: ({ authorization }) =>
      authorization === undefined
        ? { viewer: null, purpose: null }
        : tokens.verify(authorization).then((viewer) => ({ viewer, purpose: null })),
    expiresAt: ({ authorization }) => tokenEnd(authorization),
    again: (viewer) => viewer,
    headersFor: () => null,
    proofHeaders: [],
    echoOf: () => null,
    keySet: null,
    readsOf: () => noReads,
    inquiryOf: () => null,
    ids: null,
    policies: new Map(),
    payerOf,
    organizationOf: () => null,
    checkMembers: () => undefined,
    check: () => undefined,
    reasonsAgainst: () => [],
  };
}

/** The client, else the viewer. */
export function payerOf(viewer: Viewer | null): string {
  if (viewer === null) return 'anonymous';
  if (viewer.client !== null) return `client ${viewer.issuer} ${viewer.client}`;
  return `viewer ${viewer.issuer} ${viewer.sub}`;
}
