import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseLanguage, parseAcceptLanguage, type Language } from '@birlik/messages/language';
import type { Message } from '@birlik/messages/message';
import type { ErrorCode } from '../errors/errors.js';

/** Writes a whole answer, of JSON unless its headers say otherwise. */
export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    // Without it Node writes the text in chunks, each a piece of its own for the operating system.
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}

/** The language in which whoever sent a request is answered. */
export function languageOf({ headers }: Pick<IncomingMessage, 'headers'>): Language {
  return chooseLanguage(parseAcceptLanguage(headers['accept-language']));
}

/** An answer without data, in the language of the request that it is for. */
export function refuse(
  response: ServerResponse,
  refusal: { status: number; code: ErrorCode; explanation: Message; headers?: Record<string, string> },
): void {
  const { status, code, explanation, headers } = refusal;
  answer(
    response,
    status,
    { errors: [{ message: explanation.in(languageOf(response.req)), extensions: { code } }] },
    headers,
  );
}
