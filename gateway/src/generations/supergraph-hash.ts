import { createHash } from 'node:crypto';

const HASH_LENGTH = 12;

/** A short name of a supergraph, the same for the same text. */
export function supergraphHash(sdl: string): string {
  return createHash('sha256').update(sdl).digest('hex').slice(0, HASH_LENGTH);
}
