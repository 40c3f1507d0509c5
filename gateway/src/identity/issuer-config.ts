import { z } from 'zod';
import { httpUrl, milliseconds } from '../options/value-forms.js';

/** Of the algorithms that may be allowed, all are asymmetric: a shared secret would let any holder make tokens. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;

const DAY_MS = 86_400_000;

/** One identity provider whose tokens are accepted. */
export const issuerSchema = z.strictObject({
  /** Must equal the `iss` of its tokens; discovery is read below it. */
  issuer: httpUrl,
  audience: z.string().min(1),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1).default(['EdDSA', 'ES256', 'RS256', 'PS256']),
  /** How far the clocks of issuer and gateway may differ. */
  leewaySeconds: z.coerce.number().int().min(0).max(60).default(30),
  /** A key that the issuer took back is refused after this time at the latest. */
  jwksMaxAgeMs: milliseconds(300_000, { most: DAY_MS }),
  /** An unknown key id makes the keys be read again, but not more often than this. */
  jwksCooldownMs: milliseconds(5_000, { least: 0, most: DAY_MS }),
});

export type Issuer = z.infer<typeof issuerSchema>;
