import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

/** The request header that carries the gateway's half of an agreement. */
export const keyShareHeader = 'birlik-key-share';

/** A member's private key for agreements, as a JSON Web Key. */
export const agreementKey = z
  .looseObject({ kty: z.literal('OKP'), crv: z.literal('X25519'), x: z.string(), d: z.string() })
  .refine(isPair, 'must have the two halves of one key');

export type AgreementKey = z.infer<typeof agreementKey>;

/** The key of assertions that a member and its gateway agreed on. */
export interface AgreedKey {
  /** The id of the gateway's half, by which assertions name it. */
  readonly kid: string;
  readonly key: KeyObject;
}

const shareClaims = z.object({ jti: z.string().min(8).max(100), x: z.string().length(43) });

/** A share is verified again after this time, so that one whose signing key was taken back is not believed for long. */
const believedMs = 5 * 60 * 1_000;
/** More gateways than that share no member. */
const mostShares = 100;
const longestLife = '1 day';
const leewaySeconds = 5;

/**
 * Makes what agrees with the gateway on a key, by the half that the gateway signed and sends with each request. Both halves
 * and the member's name go into the key, so no other member has the same one.
 *
 * The returned function rejects when the half is forged, expired or none.
 */
export function createKeyAgreement(options: {
  readonly member: string;
  readonly ownKey: AgreementKey;
  readonly gatewayKeys: JWTVerifyGetKey;
  /** A clock in milliseconds that nobody sets. */
  readonly now?: () => number;
}): (share: string) => AgreedKey | Promise<AgreedKey> {
  const { member, ownKey, gatewayKeys, now = () => performance.now() } = options;
  const { x: ownHalf } = ownKey;
  const privateKey = readPrivateKey(ownKey);
  const known = new LRUCache<string, AgreedKey>({ max: mostShares, ttl: believedMs, ttlResolution: 0, perf: { now } });
  const underWay = new Map<string, Promise<AgreedKey>>();

  async function agree(share: string): Promise<AgreedKey> {
    const { payload } = await jwtVerify(share, gatewayKeys, {
      algorithms: ['EdDSA'],
      typ: 'birlik-key-share+jwt',
      issuer: 'birlik-gateway',
      clockTolerance: leewaySeconds,
      maxTokenAge: longestLife,
      requiredClaims: ['exp', 'iat'],
    });
    const { jti, x } = shareClaims.parse(payload);
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
    const secret = diffieHellman({ privateKey, publicKey });
    const info = `birlik-assertion HS256 ${member} ${x} ${ownHalf}`;
    // A MAC under bytes takes five times as long as one under an object, which is prepared once.
    const key = createSecretKey(new Uint8Array(hkdfSync('sha256', secret, '', info, 32)));
    const agreed = { kid: jti, key };
    const endsInMs = (payload.exp ?? 0) * 1_000 - Date.now();
    known.set(share, agreed, { ttl: Math.max(1, Math.min(believedMs, endsInMs)) });
    return agreed;
  }

  /** Requests that bring the same new share wait for one verification. */
  function agreeOnce(share: string): Promise<AgreedKey> {
    const agreeing = underWay.get(share) ?? agree(share).finally(() => underWay.delete(share));
    underWay.set(share, agreeing);
    return agreeing;
  }

  return (share) => known.get(share) ?? agreeOnce(share);
}

function readPrivateKey({ kty, crv, x, d }: Record<'kty' | 'crv' | 'x' | 'd', string>): KeyObject {
  return createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
}

function isPair(key: Record<'kty' | 'crv' | 'x' | 'd', string>): boolean {
  try {
    return createPublicKey(readPrivateKey(key)).export({ format: 'jwk' }).x === key.x;
  } catch {
    return false;
  }
}
