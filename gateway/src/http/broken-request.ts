import { defaultLanguage } from '@birlik/messages/language';
import type { Message } from '@birlik/messages/message';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorsText, ownError } from '../errors/client-error.js';
import { ERROR_CODES, type ErrorCode } from '../errors/error-codes.js';
import { explain } from '../errors/messages.js';

/** The request line and the headers of a request together; a GET has its document in them. */
export const MAX_HEADER_BYTES = 16 * 1024;

const REFUSALS: Readonly<Record<string, readonly [code: ErrorCode, explanation: Message]>> = {
  HPE_HEADER_OVERFLOW: ['HEADERS_TOO_LARGE', explain('headers-too-large', { most: MAX_HEADER_BYTES })],
  ERR_HTTP_REQUEST_TIMEOUT: ['REQUEST_TIMEOUT', explain('request-too-slow')],
};

/** Connections whose request may take longer to come than others. */
const unhurried = new WeakSet<Duplex>();

/** Lets the request on a connection take its time to come, until the end of what is given: whoever serves it keeps the time. */
export async function withoutHurry(connection: Duplex, serve: () => Promise<void>): Promise<void> {
  unhurried.add(connection);
  try {
    await serve();
  } finally {
    unhurried.delete(connection);
  }
}

/** Answers what is no complete HTTP request, for which Node makes no response, and closes its connection. */
export function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && unhurried.has(socket)) return;
  // Below a response that is being written, an answer would be taken for a part of it.
  const isAnswering = '_httpMessage' in socket && socket._httpMessage !== null;
  if (!socket.writable || error.code === 'ECONNRESET' || isAnswering) {
    socket.destroy();
    return;
  }
  const [code, explanation] = REFUSALS[error.code ?? ''] ?? ['BAD_REQUEST', explain('not-http')];
  const status = ERROR_CODES[code];
  const body = `{"errors":${errorsText([ownError(code, explanation)], defaultLanguage)}}`;
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}
