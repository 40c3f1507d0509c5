import { createHash, randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type CryptoKey } from 'jose';
import type { AssertionKey } from '../config/config.js';
import type { Viewer } from './viewer.js';

/** The header that carries the assertion to a subgraph. */
export const ASSERTION_HEADER = 'birlik-assertion';

const LIFETIME_SECONDS = 30;

/** What a subgraph is told about a request beside its body. */
export interface AssertionSubject {
  readonly viewer: Viewer | null;
  /** What the client says it needs the data for. */
  readonly purpose: string | null;
  /** The name of the client's operation. */
  readonly operation: string | null;
  /** The id of the client's request. */
  readonly request: string;
}

/** Signs what a subgraph may believe about one request: who asks, for what, and which body it is about. */
export class AssertionSigner {
  readonly #key: CryptoKey | Uint8Array;
  readonly #kid: string;

  private constructor(key: CryptoKey | Uint8Array, kid: string) {
    this.#key = key;
    this.#kid = kid;
  }

  /** Imports the private key. */
  static async create(jwk: AssertionKey): Promise<AssertionSigner> {
    return new AssertionSigner(await importJWK({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, d: jwk.d }, 'EdDSA'), jwk.kid);
  }

  /** A new assertion, good for one use by one subgraph within half a minute. */
  sign(audience: string, body: string, subject: AssertionSubject): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1_000);
    return new SignJWT({
      iss: 'birlik-gateway',
      aud: audience,
      iat: issuedAt,
      exp: issuedAt + LIFETIME_SECONDS,
      jti: randomUUID(),
      bdg: createHash('sha256').update(body).digest('base64url'),
      viewer: subject.viewer,
      purpose: subject.purpose,
      operation: subject.operation,
      request: subject.request,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.#kid, typ: 'birlik-assertion+jwt' })
      .sign(this.#key);
  }
}
