import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Issuer } from './issuer-config.js';

/** What an access token says, wherever its issuer writes it. */
export interface TokenClaims {
  readonly subject: string;
  readonly client: string | null;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly organization: string | null;
  readonly volunteer: string | null;
  /** When the bearer signed in, in seconds of the epoch; null where the token does not say it, as one of a system. */
  readonly authTime: number | null;
}

const claimsSchema = z.object({
  subject: z.string().min(1),
  client: z.string().nullable().default(null),
  scopes: z
    .union([z.string().transform((text) => text.split(' ').filter((one) => one !== '')), z.array(z.string())])
    .default([]),
  roles: z.array(z.string()).default([]),
  organization: z.string().nullable().default(null),
  volunteer: z.string().nullable().default(null),
  authTime: z.number().nonnegative().nullable().default(null),
}) satisfies z.ZodType<TokenClaims>;

/** Reads a verified token; null: something in it has an unknown form. */
export function readToken(payload: JWTPayload, { claims: paths }: Issuer): TokenClaims | null {
  const found = Object.entries(paths).map(([name, path]) => [name, valueAt(payload, path)]);
  return claimsSchema.safeParse(Object.fromEntries(found)).data ?? null;
}

/** What only ID and logout tokens have. */
const FOREIGN_CLAIMS = ['at_hash', 'c_hash', 's_hash', 'events'];
/** How Keycloak says of a token what it is for. */
const FOREIGN_KINDS: ReadonlySet<unknown> = new Set(['ID', 'Refresh', 'Offline', 'Logout']);

/** Whether a token that calls itself no more than a JWT is none for access. */
export function isForeignToken(payload: JWTPayload): boolean {
  return FOREIGN_CLAIMS.some((name) => Object.hasOwn(payload, name)) || FOREIGN_KINDS.has(payload['typ']);
}

function valueAt(payload: JWTPayload, path: readonly string[]): unknown {
  let value: unknown = payload;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
