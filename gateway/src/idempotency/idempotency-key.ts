import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

/** Printable ASCII without quotation marks and backslashes, so the two ways of writing a key mean the same. */
const WELL_FORMED = /^("?)([!#-[\]-~]{1,255})\1$/;

/** Reads the header `idempotency-key`, with or without quotation marks. Throws {@link RequestError} for other forms. */
export function readIdempotencyKey(header: string | readonly string[]): string {
  const key = typeof header === 'string' ? WELL_FORMED.exec(header)?.[2] : undefined;
  if (key !== undefined) return key;
  throw new RequestError('BAD_REQUEST', explain('header-malformed', { name: 'idempotency-key' }));
}
