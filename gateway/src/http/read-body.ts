import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { RequestError } from '../errors/request-error.js';

/** Reads a body of UTF-8 text up to a limit. Rejects with {@link RequestError} above it and for other bytes. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let size = 0;
  const refuse = (): void => {
    request.removeAllListeners('data');
    reject(new RequestError('PAYLOAD_TOO_LARGE', `The body is larger than ${maxBytes} bytes.`));
  };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    refuse();
    return promise;
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) refuse();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    const [first] = chunks;
    const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size);
    if (isUtf8(bytes)) resolve(bytes.toString('utf8'));
    else reject(new RequestError('BAD_REQUEST', 'The body is not UTF-8 text.'));
  });
  request.on('error', reject);
  request.on('close', () => {
    if (request.complete) return;
    reject(new RequestError('BAD_REQUEST', 'The client disconnected before the body ended.'));
  });
  return promise;
}
