import { defineSecret } from '@birlik/trust/secret';
import { importJWK, SignJWT, type JWTPayload } from 'jose';
import { publicHalf, type PublicJwk, type SigningJwk } from './signing-jwk.rule.js';
import { statementAlgorithm } from './statement.rule.js';

/** Signs the registry's statements. */
export interface StatementSigner {
  /** The public half of the key that signs. */
  readonly publicKey: PublicJwk;
  /**
   * A statement of the registry as a compact JWS: what it says, when (`iat`), and by which key (`kid` in the header).
   *
   * @param options.typ the type of statement, which its reader demands, such as `consent-receipt+jwt`
   * @param options.issuedAt when it is made, now if unset
   */
  sign(payload: JWTPayload, options: { readonly typ: string; readonly issuedAt?: Date }): Promise<string>;
}

/** The signer of the process. */
export const statementSigner = defineSecret<StatementSigner>('key to sign statements with');

/** @param keys the keys of the registry's statements, of which the first one signs. @throws Error when there is none */
export function createStatementSigner(keys: readonly SigningJwk[]): StatementSigner {
  const [current] = keys;
  if (!current) throw new Error('The registry has no key to sign with.');
  const imported = importJWK(current, statementAlgorithm);
  return {
    publicKey: publicHalf(current),
    async sign(payload, { typ, issuedAt }) {
      return new SignJWT(payload)
        .setProtectedHeader({ alg: statementAlgorithm, typ, kid: current.kid })
        .setIssuedAt(issuedAt)
        .sign(await imported);
    },
  };
}
