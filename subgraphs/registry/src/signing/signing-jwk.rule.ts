import { createPrivateKey, createPublicKey } from 'node:crypto';
import { z } from 'zod';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must have x and d of 32 bytes in base64url');

/** The public half of an Ed25519 key, as a JSON Web Key. Whatever else a key says about itself is left out. */
export const publicJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().min(1, 'must have a kid').max(100),
  x: coordinate,
});
export type PublicJwk = z.infer<typeof publicJwk>;

const signingJwk = publicJwk.extend({ d: coordinate });
export type SigningJwk = z.infer<typeof signingJwk>;

/** Private keys of which the first one signs: each with a `kid` of its own, and with halves that belong together. */
export const signingKeys = z
  .array(signingJwk)
  .min(1, 'must have a key')
  .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, 'must not have a kid twice')
  .refine((keys) => keys.every(halvesBelongTogether), 'must have keys whose x belongs to their d');

function halvesBelongTogether(key: SigningJwk): boolean {
  try {
    const derived = createPublicKey(createPrivateKey({ key: { ...key }, format: 'jwk' })).export({ format: 'jwk' });
    return derived.x === key.x;
  } catch {
    return false;
  }
}

/** The half of a key that everybody may have. */
export function publicHalf({ kty, crv, kid, x }: SigningJwk): PublicJwk {
  return { kty, crv, kid, x };
}
