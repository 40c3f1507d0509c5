import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomUUID,
  sign,
  type KeyObject,
} from 'node:crypto';
import { ConfigError } from '../errors/config-error.js';
import type { AgreementKey, AssertionKey } from './assertion-key.js';

/** The header that carries the gateway's key share to a subgraph. */
export const KEY_SHARE_HEADER = 'birlik-key-share';

/** The media type of an assertion, in its protected header. */
export const ASSERTION_TYPE = 'birlik-assertion+jwt';

/** A share makes keys for so long. */
const RENEW_MS = 3_600_000;
/** So long a subgraph believes it: whatever was sent with it has long come to an end then. */
const LIFETIME_SECONDS = 7_200;

/** What the gateway and each subgraph agree on by one key share. */
export interface KeyShare {
  /** What {@link KEY_SHARE_HEADER} says: a JWS with the gateway's half, which holds nothing secret. */
  readonly text: string;
  /** The protected header of assertions under its keys, encoded; it names the share. */
  readonly assertionHeader: string;
  /** The keys of assertions, by name of the subgraph. Each is known to that subgraph and the gateway alone. */
  readonly keys: ReadonlyMap<string, KeyObject>;
}

/**
 * Agrees with each subgraph on a key by Diffie-Hellman over X25519: the subgraph's half is known from the configuration,
 * the gateway's is made anew every hour and signed by its key. The signed half travels with each request, so a subgraph
 * that was started just now has nothing to ask for, and several gateways have nothing to tell each other.
 */
export class KeyAgreement {
  readonly #signingKey: KeyObject;
  readonly #header: string;
  readonly #agreementKeys: Readonly<Record<string, AgreementKey>>;
  readonly #now: () => number;
  #madeAt = 0;
  #share: KeyShare;

  /**
   * @param now in milliseconds of the epoch
   * @throws ConfigError when nothing can be agreed on with a subgraph's key
   */
  constructor(
    { kty, crv, x, d, kid }: AssertionKey,
    agreementKeys: Readonly<Record<string, AgreementKey>>,
    now: () => number = Date.now,
  ) {
    this.#signingKey = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
    this.#header = encoded({ alg: 'EdDSA', kid, typ: 'birlik-key-share+jwt' });
    this.#agreementKeys = agreementKeys;
    this.#now = now;
    this.#share = this.#make(now());
  }

  /** The share of this hour. */
  get share(): KeyShare {
    const now = this.#now();
    // A clock that was set back must not make a share last.
    if (Math.abs(now - this.#madeAt) >= RENEW_MS) this.#share = this.#make(now);
    return this.#share;
  }

  #make(now: number): KeyShare {
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    const jti = randomUUID();
    const iat = Math.floor(now / 1_000);
    const signed = `${this.#header}.${encoded({ iss: 'birlik-gateway', jti, x, iat, exp: iat + LIFETIME_SECONDS })}`;
    const text = `${signed}.${sign(null, Buffer.from(signed), this.#signingKey).toString('base64url')}`;
    const keys = new Map(
      Object.entries(this.#agreementKeys).map(([name, key]) => [name, agree(privateKey, x, name, key)]),
    );
    this.#madeAt = now;
    return { text, assertionHeader: encoded({ alg: 'HS256', kid: jti, typ: ASSERTION_TYPE }), keys };
  }
}

/** The key of assertions to one subgraph. It is bound to its name and to both halves, so no other subgraph has the same. */
function agree(privateKey: KeyObject, ownHalf: string, name: string, { kty, crv, x }: AgreementKey): KeyObject {
  try {
    const publicKey = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
    // It throws for a half with which everybody would know what comes out.
    const secret = diffieHellman({ privateKey, publicKey });
    const key = hkdfSync('sha256', secret, '', `birlik-assertion HS256 ${name} ${ownHalf} ${x}`, 32);
    // A MAC under bytes takes five times as long as one under an object, which is prepared once.
    return createSecretKey(new Uint8Array(key));
  } catch {
    throw new ConfigError([`agreementKeys.${name}: is no key with which anything can be agreed on`]);
  }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
