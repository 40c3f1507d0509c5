import type { TokenClaims } from './read-token.js';
import type { Viewer } from './viewer.js';

/** What a token says of its bearer in the federation, and nobody believes but the authority as far as its issuer may say it. */
export type Claims = Pick<TokenClaims, 'organization' | 'roles' | 'volunteer'>;

/** Who somebody is in the federation, as its authority says. */
export interface Standing {
  readonly volunteerId: string | null;
  /** The organisation whose affairs the viewer sees to; null: none. */
  readonly organizationId: string | null;
  readonly roles: readonly string[];
  /** Whether the viewer may act for the organisation towards others; false: that is known to the authority alone. */
  readonly mayAct: boolean;
  /** False where the authority did not say it. */
  readonly isKnown?: false;
}

/** A viewer as Birlik knows it. */
export interface Member extends Viewer, Standing {
  /** Null once it is known what of them counts. Until then the viewer is nobody in the federation. */
  readonly claims: Claims | null;
}

/** Whoever is signed in and nobody in the federation. */
export const NOBODY: Standing = { volunteerId: null, organizationId: null, roles: [], mayAct: false };

/** Whoever is signed in while the authority is silent. */
export const UNKNOWN: Standing = { ...NOBODY, isKnown: false };

/** Somebody with a valid token, of whom it is not known yet who it is. */
export function claimantOf(viewer: Viewer, { organization, roles, volunteer }: TokenClaims): Member {
  return { ...viewer, ...NOBODY, claims: { organization, roles, volunteer } };
}

/** The viewer whom a standing belongs to. */
export function withStanding({ issuer, sub, scopes, client, authTime }: Member, standing: Standing): Member {
  return { issuer, sub, scopes, client, authTime, ...standing, claims: null };
}

/** The viewer as its token says, where no authority is asked. */
export function asClaimed(claimant: Member): Member {
  const { claims } = claimant;
  if (claims === null) return claimant;
  const { volunteer: volunteerId, organization: organizationId, roles } = claims;
  return withStanding(claimant, { volunteerId, organizationId, roles, mayAct: true });
}
