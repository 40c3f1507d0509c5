import { hash } from 'node:crypto';
import { demoPeriod } from './period.js';

const variantDigits = '89ab';

/**
 * The identifier of a thing in the demo data: a valid UUIDv7 that depends on nothing but the kind and the key.
 * Its timestamp lies within the period of the demo data, so that it sorts among the identifiers of persons.
 */
export function id(kind: string, ...key: (string | number)[]): string {
  const digest = digestOf(kind, key);
  const offset = Number.parseInt(digest.slice(20, 31), 16) % (demoPeriod.end - demoPeriod.start);
  return format(demoPeriod.start + offset, digest);
}

/** As {@link id}, with a given timestamp (milliseconds since 1970): a later one gives an identifier that sorts later. */
export function idAt(timestamp: number, kind: string, ...key: (string | number)[]): string {
  return format(timestamp, digestOf(kind, key));
}

function digestOf(kind: string, key: readonly (string | number)[]): string {
  return hash('sha256', JSON.stringify([kind, ...key]), 'hex');
}

function format(timestamp: number, digest: string): string {
  const time = timestamp.toString(16).padStart(12, '0');
  const variant = variantDigits.charAt(Number.parseInt(digest.charAt(3), 16) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
