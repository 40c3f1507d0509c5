import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

const PURPOSE = /^[a-z][a-z0-9-]{0,63}$/;

/**
 * What a client says it needs the data for, in the small letters of the list whatever the client writes; of ASCII alone, as
 * others would become one of these. Throws {@link RequestError} on an invalid form.
 */
export function readPurpose(given: string | string[] | undefined): string | null {
  if (given === undefined) return null;
  const code = typeof given === 'string' ? given.trim().replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()) : '';
  if (PURPOSE.test(code)) return code;
  throw new RequestError('BAD_REQUEST', explain('header-malformed', { name: 'birlik-purpose' }));
}
