import { createHmac } from 'node:crypto';

/** The secret keys of national ids by version; the versions are whole numbers. */
export type NationalIdKeys = Readonly<Record<string, Uint8Array>>;

let keys: NationalIdKeys = {};

/** Sets the keys; called once at start. */
export function provideNationalIdKeys(nationalIdKeys: NationalIdKeys): void {
  keys = nationalIdKeys;
}

// Seven figures and capital letters; I and O are not used, since they look like figures.
const fin = /^[0-9A-HJ-NP-Z]{7}$/;

/** The FIN in the form in which it is hashed, or null when it is none. */
export function validNationalId(text: string): string | null {
  const plain = text.replaceAll(/\s+/g, '').toUpperCase();
  return fin.test(plain) ? plain : null;
}

/**
 * What is kept of a national id: an HMAC-SHA-256 under each of the keys, as `version:hash`, the oldest version first.
 * There are too few numbers for a hash without a key. While two keys are there, records of either can be compared.
 *
 * @param valid as {@link validNationalId} gives it
 */
export function nationalIdHashes(valid: string): readonly string[] {
  return Object.entries(keys)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([version, key]) => `${version}:${createHmac('sha256', key).update(`AZ ${valid}`).digest('base64url')}`);
}

export type NationalIdMatch = 'equal' | 'different' | 'unknown';

/** Compares what was kept of two national ids; unknown when one is missing or no key saw both. */
export function compareNationalIds(left: readonly string[], right: readonly string[]): NationalIdMatch {
  if (left.some((hash) => right.includes(hash))) return 'equal';
  const versions = new Set(left.map(versionOf));
  return right.some((hash) => versions.has(versionOf(hash))) ? 'different' : 'unknown';
}

function versionOf(hash: string): string {
  return hash.slice(0, hash.indexOf(':'));
}
