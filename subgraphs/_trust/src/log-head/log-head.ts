import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { importJWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { MemberKey } from '../erasure-order/erasure-order.js';
import { defineSecret } from '../secret/secret.js';

/** The type of the statements by which the registry signs the tree of its log at a size. */
export const headType = 'access-log-head+jwt';

const publicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string(), x: z.string() });

/** The public half of an Ed25519 key, as a JSON Web Key. */
export type VerifyingKey = z.infer<typeof publicKey>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const signedHead = z.object({ size: z.int().positive(), root: hash, iat: z.int() });

/** What a head says: how many rows the log has, the root of its tree, and when it was signed, in seconds. */
export type SignedHead = z.infer<typeof signedHead>;

const delivery = z.object({
  head: z.string(),
  publicKey,
  /** The size of the head that the member has, from which the proof leads to the new one; 0 for none. */
  earlier: z.int().nonnegative(),
  proof: z.array(hash).max(130),
});

/** A head as the registry hands it to one member, with the proof that the log begins as the member knows it. */
export type HeadDelivery = z.infer<typeof delivery>;

const countersignature = z.object({ iss: z.string(), size: z.int().positive(), root: hash });

/** What a member signs: the head that it keeps. */
export type Countersignature = z.infer<typeof countersignature>;

const registry = 'registry';
const deliveryType = 'birlik-log-head-delivery+jwt';
const countersignatureType = 'birlik-log-countersignature+jwt';

/** Each use of the shared key has a key of its own. */
const deliveryKey = (key: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', 'birlik log head delivery', 32));

/** Hands a head to one member: nobody else can make the delivery, so the key in it is the registry's. */
export function signDelivery(claims: HeadDelivery, { member, key }: MemberKey): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: deliveryType })
    .setIssuer(registry)
    .setAudience(member)
    .setIssuedAt()
    .sign(deliveryKey(key));
}

/** What the registry handed over, or null when it is not from the registry for this member. */
export async function readDelivery(token: string, { member, key }: MemberKey): Promise<HeadDelivery | null> {
  try {
    const { payload } = await jwtVerify(token, deliveryKey(key), {
      algorithms: ['HS256'],
      typ: deliveryType,
      issuer: registry,
      audience: member,
    });
    return delivery.parse(payload);
  } catch {
    return null;
  }
}

async function readSigned<Claims>(
  token: string,
  expected: { readonly typ: string; readonly claims: z.ZodType<Claims>; readonly key: VerifyingKey },
): Promise<Claims | null> {
  try {
    const key = await importJWK(expected.key, 'EdDSA');
    const { payload } = await jwtVerify(token, key, { algorithms: ['EdDSA'], typ: expected.typ });
    return expected.claims.parse(payload);
  } catch {
    return null;
  }
}

/** What a head says, or null when the key did not sign it. */
export const readSignedHead = (head: string, key: VerifyingKey): Promise<SignedHead | null> =>
  readSigned(head, { typ: headType, claims: signedHead, key });

/** What a member signed, or null when it is not by this key. */
export const readCountersignature = (token: string, key: VerifyingKey): Promise<Countersignature | null> =>
  readSigned(token, { typ: countersignatureType, claims: countersignature, key });

/** Signs the heads that a member keeps, by a key that nobody else has. */
export interface Witness {
  readonly publicKey: VerifyingKey;
  countersign(claims: Countersignature): Promise<string>;
}

/** The head of the PKCS #8 form of an Ed25519 key; its 32 bytes follow. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The witness of a member. Its key follows from the private key by which the member agrees on keys with the gateway, which the
 * registry does not have.
 *
 * @param agreementKey the private part, in base64url
 */
export function createWitness(agreementKey: string): Witness {
  const seed = hkdfSync('sha256', Buffer.from(agreementKey, 'base64url'), '', 'birlik log witness', 32);
  const key: KeyObject = createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.from(seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const verifying: VerifyingKey = { kty: 'OKP', crv: 'Ed25519', kid: x.slice(0, 16), x };
  return {
    publicKey: verifying,
    countersign: (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: countersignatureType, kid: verifying.kid })
        .setIssuedAt()
        .sign(key),
  };
}

/** The witness of the process; null for a member that has no key which the registry does not have. */
export const logWitness = defineSecret<Witness | null>('witness of the log');
