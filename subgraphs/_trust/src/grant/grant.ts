import { z } from 'zod';
import { keyObjectOf, openMac, signMac } from '../mac/mac.js';

/** On what right a grant rests. */
export const grantBases = [
  'self',
  'guardian',
  'owner',
  'consent',
  'mandate',
  'retention',
  'emergency',
  'relation',
] as const;
export type GrantBasis = (typeof grantBases)[number];

const grant = z.object({
  sub: z.uuid(),
  viewer: z.string(),
  basis: z.enum(grantBases),
  tenants: z.union([z.literal('*'), z.array(z.uuid())]),
  log: z.uuid(),
});

/**
 * A decision that one viewer may read one category of one person's data now.
 *
 * `sub` is the person, `viewer` the name of the viewer that nobody else has, `tenants` the organisations whose rows it opens ('*': all), `log` the access-log row that was
 * written with the decision.
 */
export type Grant = z.infer<typeof grant>;

/** What a token says beside the grant: for which member it is, and until when, in seconds of the epoch. */
const terms = z.object({ aud: z.string(), exp: z.number() });

const type = 'birlik-grant+jwt';
const lifeSeconds = 60;

/** Whether a grant is the person's own, or that of a minor's guardian, who reads what the minor reads but for the minor's secrets. */
export function standsForPerson({ basis }: Pick<Grant, 'basis'>): boolean {
  return basis === 'self' || basis === 'guardian';
}

/** Signs a grant for the member that owns the category, with the key that only that member and the issuer hold. */
export function signGrant(granted: Grant, { audience, key }: { audience: string; key: Uint8Array }): string {
  const iat = Math.floor(Date.now() / 1_000);
  return signMac({ typ: type }, { ...granted, aud: audience, iat, exp: iat + lifeSeconds }, keyObjectOf(key));
}

/**
 * The grant in a token, or null when there is none that holds: no token, a forged or expired one, one for another
 * member, person or viewer. Null means: release nothing.
 */
export function verifyGrant(
  token: string | null | undefined,
  expected: { audience: string; key: Uint8Array; subject: string; viewer: string | null },
): Grant | null {
  if (!token || expected.viewer === null) return null;
  try {
    const { header, claims } = openMac(token, keyObjectOf(expected.key));
    const { aud, exp } = terms.parse(claims);
    const granted = grant.parse(claims);
    const isForThis =
      header['typ'] === type &&
      aud === expected.audience &&
      exp > Date.now() / 1_000 &&
      granted.sub === expected.subject &&
      granted.viewer === expected.viewer;
    return isForThis ? granted : null;
  } catch {
    return null;
  }
}
