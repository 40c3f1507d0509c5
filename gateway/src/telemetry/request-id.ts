import { randomUUID } from 'node:crypto';

const WELL_FORMED = /^[\w.-]{8,64}$/;

/** The caller's id of a request when it is harmless in logs and headers, otherwise a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}
