import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { personalCategories } from '@birlik/trust/personal-category';

/** The members that own a personal category. */
const owners = personalCategories.flatMap(({ owner, grantField }) => (grantField === null ? [] : [owner]));

/** The environment of a registry that shares one key with every owner and signs its statements with a fresh key. */
export function grantKeysEnvironment(key: Uint8Array = randomBytes(32)): {
  readonly GRANT_KEYS: string;
  readonly SIGNING_KEYS: string;
} {
  const text = Buffer.from(key).toString('base64url');
  return {
    GRANT_KEYS: JSON.stringify(Object.fromEntries(owners.map((owner) => [owner, text]))),
    SIGNING_KEYS: JSON.stringify([newSigningKey()]),
  };
}

/** A fresh private key of the registry's statements. */
export function newSigningKey(): { readonly kid: string; readonly x: string; readonly d: string } {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return Object.assign({ kty: 'OKP', crv: 'Ed25519' }, { kid: randomUUID(), x, d });
}
