import { createHmac } from 'node:crypto';
import { defineSecret } from '@birlik/trust/secret';

/** The secret keys of national numbers by version; the versions are whole numbers. */
export type NationalNumberKeys = Readonly<Record<string, Uint8Array>>;

/** The keys of this process. */
export const nationalNumberKeys = defineSecret<NationalNumberKeys>('keys of national numbers');

// Seven digits and Latin letters; I and O are not used, since they look like digits. It is matched before letters are made
// capital, since ß and ſ become S then.
const fin = /^[0-9A-HJ-NP-Za-hj-np-z]{7}$/;

/** The FIN in the form in which it is hashed, or null when it is none. */
export function validNationalNumber(text: string): string | null {
  const plain = text.replaceAll(/\s+/g, '');
  return fin.test(plain) ? plain.toUpperCase() : null;
}

/**
 * What is stored of a national number: an HMAC-SHA-256 under each of the keys, as `version:hash`, the oldest version first.
 * There are too few national numbers for a hash without a key. While two keys are there, records of either can be compared.
 *
 * @param valid as {@link validNationalNumber} gives it
 */
export function nationalNumberHashes(valid: string, keys: NationalNumberKeys): readonly string[] {
  return Object.entries(keys)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([version, key]) => `${version}:${createHmac('sha256', key).update(`AZ ${valid}`).digest('base64url')}`);
}
