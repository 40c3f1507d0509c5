import { chooseLanguage, parseAcceptLanguage, type Language } from '@birlik/messages/language';
import type { Message } from '@birlik/messages/message';
import type { ErrorCode } from './error-codes.js';

/** Words that a protocol gives: clients compare them, so they are the same in all languages. */
export type ProtocolWords = 'PersistedQueryNotFound' | 'PersistedQueryNotSupported';

/** One error for a client. Those of subgraphs keep their own codes, and their texts, which are in its language already. */
export interface ClientError {
  readonly message: Message | string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** An error of the gateway's own. */
export interface OwnError extends ClientError {
  readonly message: Message | ProtocolWords;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: ErrorCode };
}

/** Makes an error of the gateway's own. */
export function ownError(
  code: ErrorCode,
  message: Message | ProtocolWords,
  details: Readonly<Record<string, unknown>> = {},
): OwnError {
  return { message, extensions: { code, ...details } };
}

/** The language of whoever sent the headers of a request. */
export function languageOf(headers: { readonly 'accept-language'?: string | undefined }): Language {
  return chooseLanguage(parseAcceptLanguage(headers['accept-language']));
}

/** The JSON text of errors as the client reads them, in its language. */
export function errorsText(errors: readonly ClientError[], language: Language): string {
  return JSON.stringify(
    errors.map(({ message, ...rest }) => ({
      message: typeof message === 'string' ? message : message.in(language),
      ...rest,
    })),
  );
}
