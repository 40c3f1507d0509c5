import { createHash, randomUUID } from 'node:crypto';
import { newId } from '@birlik/kernel/identifier';
import { SignJWT, type CryptoKey, type JWK } from 'jose';

/** Signs an assertion for exactly this body, as the gateway does for a member that has no key to agree on one with. */
export function signAssertion(
  body: string,
  options: {
    /** The name of the member. */
    readonly audience: string;
    readonly key: CryptoKey | JWK;
    readonly kid: string;
    /** What is different from an assertion of a request that nobody is signed in for. */
    readonly claims?: Readonly<Record<string, unknown>>;
  },
): Promise<string> {
  const { audience, key, kid, claims = {} } = options;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iat: now,
    exp: now + 30,
    iss: 'birlik-gateway',
    aud: audience,
    jti: randomUUID(),
    bdg: createHash('sha256').update(body).digest('base64url'),
    viewer: null,
    purpose: null,
    operation: null,
    request: randomUUID(),
    operationId: newId(),
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'birlik-assertion+jwt' })
    .sign(key);
}
