import { z } from 'zod';

const ed25519 = {
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  kid: z.string().min(1),
  alg: z.literal('EdDSA').optional(),
  use: z.literal('sig').optional(),
};

/** The 32 bytes of a public key. */
const keyBytes = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'needs 32 bytes in base64url');

/** A private key with which requests to subgraphs are signed. */
export const assertionKeySchema = z.strictObject({ ...ed25519, d: z.string().min(1) });

/** A public key that is published beside that which signs. */
export const publishedKeySchema = z.strictObject({ ...ed25519, x: keyBytes });

/** The public key of a subgraph with which it and the gateway agree on keys. */
export const agreementKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: keyBytes,
  kid: z.string().optional(),
  alg: z.string().optional(),
  use: z.literal('enc').optional(),
});

export type AssertionKey = z.infer<typeof assertionKeySchema>;
export type PublishedKey = z.infer<typeof publishedKeySchema>;
export type AgreementKey = z.infer<typeof agreementKeySchema>;

/** The keys by which subgraphs know that a request is the gateway's. */
export interface AssertionKeys {
  /** Null: requests to subgraphs are not signed. */
  readonly assertionKey: AssertionKey | null;
  /** The next key before it signs, and the previous one while something that it signed is still believed. */
  readonly publishedKeys: readonly PublishedKey[];
  /** By name of the subgraph. One that has none gets assertions that are signed. */
  readonly agreementKeys: Readonly<Record<string, AgreementKey>>;
}

/** What is wrong with keys that are each right, by the place in the configuration. */
export function keyConflicts({
  assertionKey,
  publishedKeys,
  agreementKeys,
}: AssertionKeys): readonly { readonly path: string; readonly message: string }[] {
  const needsKey = 'needs an assertionKey, without which nothing is signed';
  const isUnsigned = assertionKey === null;
  const all = assertionKey === null ? publishedKeys : [assertionKey, ...publishedKeys];
  const isTwice = all.some(({ kid, x }) => all.some((other) => other.kid === kid && other.x !== x));
  return [
    ...(isUnsigned && publishedKeys.length > 0 ? [{ path: 'publishedKeys', message: needsKey }] : []),
    ...(isUnsigned && Object.keys(agreementKeys).length > 0 ? [{ path: 'agreementKeys', message: needsKey }] : []),
    ...(isTwice ? [{ path: 'publishedKeys', message: 'needs a kid of its own for each key' }] : []),
  ];
}

/** The public keys as a JSON Web Key Set, the one that signs first. */
export function keySetText(signing: AssertionKey, published: readonly PublishedKey[]): string {
  const others = published.filter(({ kid }) => kid !== signing.kid);
  const keys = [signing, ...others].map(({ kty, crv, x, kid }) => ({ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }));
  return JSON.stringify({ keys });
}
