import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

/**
 * Carries the milliseconds that are left for a request: from a client, which may shorten its operation by it, and to
 * subgraphs. It is relative, so no two clocks are compared.
 */
export const DEADLINE_HEADER = 'birlik-deadline-ms';

const FORM = /^[1-9]\d{0,8}$/;

/** The milliseconds that a client gives its operation; infinite without the header. Throws a 400 on any other form. */
export function readDeadline(given: string | string[] | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (typeof given === 'string' && FORM.test(given)) return Number(given);
  throw new RequestError('BAD_REQUEST', explain('deadline-malformed', { name: DEADLINE_HEADER }));
}

/** The header for the next in the chain: always less than what is left here. */
export function writeDeadline(leftMs: number): string {
  return String(Math.ceil(leftMs) - 1);
}
