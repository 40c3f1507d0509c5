import { z } from 'zod';

/** Of the algorithms that may be allowed, all are asymmetric: a shared secret would let any holder make tokens. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;

const milliseconds = (fallback: number, least = 1) =>
  z.coerce.number().int().min(least).max(86_400_000).default(fallback);

/** One identity provider whose tokens are accepted. */
export const issuerSchema = z.strictObject({
  /** Must equal the `iss` of its tokens; discovery is read below it. */
  issuer: z.url({ protocol: /^https?$/ }),
  audience: z.string().min(1),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1).default(['EdDSA', 'ES256', 'RS256', 'PS256']),
  /** How far the clocks of issuer and gateway may differ. */
  leewaySeconds: z.coerce.number().int().min(0).max(60).default(30),
  /** A key that the issuer took back is refused after this time at the latest. */
  jwksMaxAgeMs: milliseconds(300_000),
  /** An unknown key id makes the keys be read again, but not more often than this. */
  jwksCooldownMs: milliseconds(5_000, 0),
});

export type Issuer = z.infer<typeof issuerSchema>;
