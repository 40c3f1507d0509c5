import { importJWK, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { SigningJwk } from './signing-jwk.rule.js';
import { statementAlgorithm } from './statement.rule.js';

let current: SigningJwk | null = null;
let imported: Promise<CryptoKey | Uint8Array> | null = null;

/** Sets the keys of the registry's statements, of which the first one signs; called once at start. */
export function provideSigningKeys(keys: readonly SigningJwk[]): void {
  current = keys[0] ?? null;
  imported = current && importJWK(current, statementAlgorithm);
}

/**
 * A statement of the registry as a compact JWS: what it says, when (`iat`), and by which key (`kid` in the header).
 *
 * @param options.typ the type of statement, which its reader demands, such as `consent-receipt+jwt`
 * @param options.issuedAt when it is made, now if unset
 * @throws Error when the process has no keys
 */
export async function signStatement(
  payload: JWTPayload,
  options: { readonly typ: string; readonly issuedAt?: Date },
): Promise<string> {
  if (!current || !imported) throw new Error('The registry has no key to sign with.');
  return new SignJWT(payload)
    .setProtectedHeader({ alg: statementAlgorithm, typ: options.typ, kid: current.kid })
    .setIssuedAt(options.issuedAt)
    .sign(await imported);
}
