import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** On what right a grant rests. */
export const grantBases = ['self', 'owner', 'consent'] as const;
export type GrantBasis = (typeof grantBases)[number];

const claims = z.object({
  sub: z.uuid(),
  viewer: z.string(),
  basis: z.enum(grantBases),
  tenants: z.union([z.literal('*'), z.array(z.uuid())]),
  log: z.uuid(),
});

/**
 * A decision that one viewer may read one category of one person's data now.
 *
 * `sub` is the person, `tenants` the organisations whose rows it opens ('*': all), `log` the access-log row that was
 * written with the decision.
 */
export type Grant = z.infer<typeof claims>;

const lifeSeconds = 60;

/** Signs a grant for the member that owns the category, with the key that only that member and the issuer hold. */
export function signGrant(grant: Grant, options: { audience: string; key: Uint8Array }): Promise<string> {
  const { sub, ...rest } = grant;
  return new SignJWT(rest)
    .setProtectedHeader({ alg: 'HS256', typ: 'birlik-grant+jwt' })
    .setSubject(sub)
    .setAudience(options.audience)
    .setIssuedAt()
    .setExpirationTime(`${lifeSeconds}s`)
    .sign(options.key);
}

/**
 * The grant in a token, or null when there is none that holds: no token, a forged or expired one, one for another
 * member, person or viewer. Null means: release nothing.
 */
export async function verifyGrant(
  token: string | null | undefined,
  expected: { audience: string; key: Uint8Array; subject: string; viewer: string | null },
): Promise<Grant | null> {
  if (!token || expected.viewer === null) return null;
  try {
    const { payload } = await jwtVerify(token, expected.key, {
      algorithms: ['HS256'],
      typ: 'birlik-grant+jwt',
      audience: expected.audience,
      subject: expected.subject,
      requiredClaims: ['exp'],
    });
    const grant = claims.parse(payload);
    return grant.viewer === expected.viewer ? grant : null;
  } catch {
    return null;
  }
}
