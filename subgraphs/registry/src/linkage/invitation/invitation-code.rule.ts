import { hash, randomInt } from 'node:crypto';

/** Crockford's base 32: without I, L, O and U, which people take for others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const placeLength = 6;
const secretLength = 10;

/** What is kept of a code: where it is found, and a digest of the half that proves it. */
export interface KeptCode {
  readonly place: string;
  readonly secretHash: string;
}

/** A new code, as it is handed out once. */
export function newCode(): KeptCode & { readonly text: string } {
  const letters = Array.from({ length: placeLength + secretLength }, () => alphabet[randomInt(alphabet.length)]).join(
    '',
  );
  const kept = keptOf(letters);
  const middle = placeLength + secretLength / 2;
  return { ...kept, text: [kept.place, letters.slice(placeLength, middle), letters.slice(middle)].join('-') };
}

/** A code as somebody typed it: small letters, blanks and dashes are the same, and so are letters that look like digits. */
export function readCode(text: string): KeptCode {
  const letters = text
    .slice(0, 100)
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
  return keptOf(letters);
}

function keptOf(letters: string): KeptCode {
  return { place: letters.slice(0, placeLength), secretHash: hash('sha256', `birlik invitation ${letters}`) };
}
