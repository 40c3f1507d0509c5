import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

const PURPOSE = /^[a-z][a-z0-9-]{0,63}$/;

/** What a client says it needs the data for. Throws {@link RequestError} on an invalid form. */
export function readPurpose(given: string | string[] | undefined): string | null {
  if (given === undefined) return null;
  if (typeof given === 'string' && PURPOSE.test(given)) return given;
  throw new RequestError('BAD_REQUEST', explain('header-malformed', { name: 'birlik-purpose' }));
}
