import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { GatheredBytes, type GatheringFault } from '../collections/gathered-bytes.js';
import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

/** Reads a body of UTF-8 text up to a limit. Rejects with {@link RequestError} above it and for other bytes. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const bytes = new GatheredBytes(maxBytes);
  const refuse = (fault: GatheringFault): void => {
    request.removeAllListeners('data');
    const why = fault === 'too-large' ? explain('body-too-large', { most: maxBytes }) : explain('body-in-pieces');
    reject(new RequestError('PAYLOAD_TOO_LARGE', why));
  };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    refuse('too-large');
    return promise;
  }
  request.on('data', (chunk: Buffer) => {
    const fault = bytes.add(chunk);
    if (fault !== null) refuse(fault);
  });
  request.on('end', () => {
    const whole = bytes.take();
    if (isUtf8(whole)) resolve(whole.toString('utf8'));
    else reject(new RequestError('BAD_REQUEST', explain('body-not-utf8')));
  });
  request.on('error', reject);
  request.on('close', () => {
    if (request.complete) return;
    reject(new RequestError('BAD_REQUEST', explain('client-left')));
  });
  return promise;
}
