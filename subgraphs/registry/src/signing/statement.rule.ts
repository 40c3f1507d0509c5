import { decodeProtectedHeader, errors, importJWK, jwtVerify, type JWTPayload } from 'jose';
import type { PublicJwk } from './signing-jwk.rule.js';

/** The algorithm of all statements. */
export const statementAlgorithm = 'EdDSA';

/** A key that signed for a time. */
export interface VerificationKey {
  readonly publicKey: PublicJwk;
  readonly since: Date;
  /** Null while it may still sign. */
  readonly retiredAt: Date | null;
}

/** How far the clocks of a signer and of the register of keys may be apart. */
const leewayMs = 60_000;

/**
 * What a statement says, or null when it does not hold: broken or of another type, signed by none of the keys, or
 * issued when its key did not sign yet or no longer. It needs nothing but the keys, so it works offline.
 *
 * @param expected.typ the type of statement, such as `consent-receipt+jwt`
 */
export async function verifyStatement(
  token: string,
  expected: { readonly typ: string; readonly keys: readonly VerificationKey[] },
): Promise<JWTPayload | null> {
  try {
    const { kid } = decodeProtectedHeader(token);
    const key = expected.keys.find(({ publicKey }) => publicKey.kid === kid);
    if (!key) return null;
    const { payload } = await jwtVerify(token, await importJWK(key.publicKey, statementAlgorithm), {
      algorithms: [statementAlgorithm],
      typ: expected.typ,
      requiredClaims: ['iat'],
    });
    return signedInTime(payload, key) ? payload : null;
  } catch (error) {
    // Only what the token itself is guilty of makes it false; anything else is a fault of ours.
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}

function signedInTime(payload: JWTPayload, { since, retiredAt }: VerificationKey): boolean {
  const issuedAt = (payload.iat ?? 0) * 1000;
  return issuedAt >= since.getTime() - leewayMs && (!retiredAt || issuedAt <= retiredAt.getTime() + leewayMs);
}
