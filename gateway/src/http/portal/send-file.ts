import type { IncomingMessage, ServerResponse } from 'node:http';
import { explain } from '../../errors/messages.js';
import { RequestError } from '../../errors/request-error.js';
import { chooseCoding } from '../content-coding.js';
import { MediaType } from '../media-type.js';
import { replyRefusal } from '../reply.js';
import type { PortalFile } from './portal-files.js';

/** Whether a request only reads. */
export function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * Answers a file in the smallest form that the client takes, or that it has it already. Other methods than GET and HEAD are refused.
 *
 * @param headers beside those that are the file's own
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: PortalFile,
  headers: Readonly<Record<string, string>>,
): void {
  if (!isRead(request)) {
    const error = new RequestError('METHOD_NOT_ALLOWED', explain('portal-by-get'));
    replyRefusal(response, error, MediaType.json, { allow: 'GET, HEAD' });
    return;
  }
  const coding = chooseCoding(request.headers['accept-encoding'], [...file.codings.keys()]);
  const form = (coding === null ? undefined : file.codings.get(coding)) ?? file.plain;
  const isKept = headers['cache-control'] !== 'no-store';
  const always = {
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...headers,
    ...(isKept && { etag: form.etag }),
    ...(file.codings.size > 0 && { vary: 'accept-encoding' }),
  };
  if (isKept && names(request.headers['if-none-match'], form.etag)) {
    response.writeHead(304, always).end();
    return;
  }
  response.writeHead(200, {
    ...always,
    'content-type': file.type,
    'content-length': form.bytes.length,
    ...(coding !== null && { 'content-encoding': coding }),
  });
  response.end(form.bytes);
}

/** Whether `if-none-match` names a form; what a proxy made weak is still the same. */
function names(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
