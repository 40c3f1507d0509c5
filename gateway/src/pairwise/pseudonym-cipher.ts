import { hkdfSync } from 'node:crypto';
import { aessiv } from '@noble/ciphers/aes.js';

/** Bytes of a key for AES-256-SIV: half of it authenticates, half of it encrypts. */
const KEY_BYTES = 64;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** The first byte says how the rest is to be read. */
const TEXT = 0;
const PACKED_UUID = 1;

/**
 * Turns ids into pseudonyms of one sector and back, by AES-SIV (RFC 5297). The same id always gives the same pseudonym,
 * and without the key nobody can tell of two pseudonyms of different sectors whether they are the same id's.
 */
export class PseudonymCipher {
  readonly #key: Uint8Array;

  /** @param masterKey the base64url text of the key from which those of all sectors are derived */
  constructor(masterKey: string, sector: string) {
    const secret = Buffer.from(masterKey, 'base64url');
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', `birlik pairwise ${sector}`, KEY_BYTES));
  }

  /** The base64url text of the pseudonym. */
  encrypt(id: string): string {
    return Buffer.from(aessiv(this.#key).encrypt(pack(id))).toString('base64url');
  }

  /** The id; null for anything that this cipher did not make. */
  decrypt(text: string): string | null {
    const bytes = Buffer.from(text, 'base64url');
    // The decoder forgives what it does not know; each pseudonym has one text only.
    if (bytes.toString('base64url') !== text) return null;
    try {
      return unpack(aessiv(this.#key).decrypt(bytes));
    } catch {
      // The library throws on a wrong tag and on a text that is too short for one.
      return null;
    }
  }
}

function pack(id: string): Uint8Array {
  if (UUID.test(id)) return Buffer.concat([Buffer.of(PACKED_UUID), Buffer.from(id.replaceAll('-', ''), 'hex')]);
  return Buffer.concat([Buffer.of(TEXT), Buffer.from(id)]);
}

function unpack(packed: Uint8Array): string {
  const rest = Buffer.from(packed.subarray(1));
  if (packed[0] === TEXT) return rest.toString();
  const hex = rest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
