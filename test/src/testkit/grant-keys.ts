import { randomBytes } from 'node:crypto';

/** The members that own a personal category. */
const owners = ['university', 'asan-school', 'union', 'alumni', 'creative'] as const;

/** The environment of a registry that shares one key with every owner. */
export function grantKeysEnvironment(key: Uint8Array = randomBytes(32)): { readonly GRANT_KEYS: string } {
  const text = Buffer.from(key).toString('base64url');
  return { GRANT_KEYS: JSON.stringify(Object.fromEntries(owners.map((owner) => [owner, text]))) };
}
