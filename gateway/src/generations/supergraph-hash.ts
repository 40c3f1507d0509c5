import { hash } from 'node:crypto';

const HASH_LENGTH = 12;

/** A short name of a supergraph, the same for the same text. */
export function supergraphHash(sdl: string): string {
  return hash('sha256', sdl).slice(0, HASH_LENGTH);
}
