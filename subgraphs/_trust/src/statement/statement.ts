import { hkdfSync } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { keyObjectOf, openMac, signMac } from '../mac/mac.js';

/** What members state to the registry by the key of an entity, which the planner carries. */
export interface Statement<Claims> {
  /** States it, with the key that the member shares with the registry. */
  sign(claims: Claims, by: { readonly member: string; readonly key: Uint8Array }): string;
  /**
   * Who stated what, or null for a statement that does not hold: forged, expired, of another kind or malformed.
   *
   * @param keys what the registry shares with each member, by its name
   */
  open(
    statement: string,
    keys: Readonly<Record<string, Uint8Array>>,
  ): { readonly member: string; readonly claims: Claims } | null;
}

const terms = z.object({ iss: z.string(), exp: z.number() });

/**
 * Defines a kind of statements by its name and the form of what it claims.
 *
 * @param options.lifeSeconds for how long it holds
 */
export function defineStatement<Claims extends object>(
  name: string,
  form: z.ZodType<Claims>,
  { lifeSeconds = 60 }: { readonly lifeSeconds?: number } = {},
): Statement<Claims> {
  const type = `birlik-${name}+jwt`;
  const derived = new WeakMap<Uint8Array, Uint8Array>();

  /** Grants have the shared key itself; what goes the other way has a key of its own, so that neither passes for the other. */
  const keyOf = (shared: Uint8Array) => {
    const known = derived.get(shared) ?? new Uint8Array(hkdfSync('sha256', shared, '', `birlik ${name}`, 32));
    derived.set(shared, known);
    return keyObjectOf(known);
  };

  return {
    sign(claims, { member, key }) {
      const exp = Math.floor(Date.now() / 1_000) + lifeSeconds;
      return signMac({ typ: type, kid: member }, { ...claims, iss: member, exp }, keyOf(key));
    },
    open(statement, keys) {
      try {
        const member = decodeProtectedHeader(statement).kid ?? '';
        const key = Object.hasOwn(keys, member) ? keys[member] : undefined;
        if (!key) return null;
        const { header, claims } = openMac(statement, keyOf(key));
        const { iss, exp } = terms.parse(claims);
        if (header['typ'] !== type || iss !== member || exp <= Date.now() / 1_000) return null;
        return { member, claims: form.parse(claims) };
      } catch {
        return null;
      }
    },
  };
}
