import { z } from 'zod';
import { httpUrl, milliseconds } from '../options/value-forms.js';

/** Of the algorithms that may be allowed, all are asymmetric: a shared secret would let any holder make tokens. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;

/** Where a claim stands: its name, the names on the way to it joined by dots, or a list of them where one has a dot itself. */
const claimPath = z
  .union([
    z
      .string()
      .min(1)
      .transform((text) => text.split('.')),
    z.array(z.string().min(1)).min(1),
  ])
  .pipe(z.array(z.string().min(1)));

/** Where the tokens of an issuer say what; what is not set stands where RFC 9068 and Birlik's own tokens have it. */
const claimPathsSchema = z
  .strictObject({
    /** A name of the bearer that the issuer never gives to anybody else. */
    subject: claimPath.prefault('sub'),
    /** The application that the token was issued to. */
    client: claimPath.prefault('client_id'),
    /** A text with blanks between the scopes, or a list. */
    scopes: claimPath.prefault('scope'),
    /** A list. */
    roles: claimPath.prefault('roles'),
    organization: claimPath.prefault('org'),
    volunteer: claimPath.prefault('volunteer'),
    /** When the bearer signed in, in seconds of the epoch. */
    authTime: claimPath.prefault('auth_time'),
  })
  .prefault({});

/** One identity provider whose tokens are accepted. */
export const issuerSchema = z.strictObject({
  /** Must equal the `iss` of its tokens; discovery is read below it. */
  issuer: httpUrl,
  audience: z.string().min(1),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1).default(['EdDSA', 'ES256', 'RS256', 'PS256']),
  /** The `typ` in the head of its access tokens. Those called JWT look like ID tokens, which are refused as far as they are known by their claims. */
  tokenType: z.enum(['at+jwt', 'JWT']).default('at+jwt'),
  claims: claimPathsSchema,
  /** A token that was issued for longer, or does not say when it was issued, is refused. */
  maxTokenLifeSeconds: z.coerce.number().int().min(1).max(DAY_SECONDS).default(5_400),
  /** How far the clocks of issuer and gateway may differ. */
  leewaySeconds: z.coerce.number().int().min(0).max(60).default(30),
  /** A key that the issuer took back is refused after this time at the latest. */
  jwksMaxAgeMs: milliseconds(300_000, { most: DAY_MS }),
  /** An unknown key id makes the keys be read again, but not more often than this. */
  jwksCooldownMs: milliseconds(5_000, { least: 0, most: DAY_MS }),
});

export type Issuer = z.infer<typeof issuerSchema>;
