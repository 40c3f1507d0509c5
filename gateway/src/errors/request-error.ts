import type { Message } from '@birlik/messages/message';
import type { GraphQLError } from 'graphql';
import { ownError, type ProtocolWords, type ClientError, type OwnError } from './client-error.js';
import { ERROR_CODES, type ErrorCode } from './error-codes.js';
import { explain } from './messages.js';

/** What a refusal has beside its code and its message. */
export interface RequestErrorOptions extends ErrorOptions {
  /** @default one error with the code and the message */
  readonly errors?: readonly OwnError[];
  /** Headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Refuses a request before it runs: the HTTP status of its code and at least one coded error, no data. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly errors: readonly ClientError[];
  /** Headers of the answer. */
  readonly headers: Readonly<Record<string, string>>;

  /** @param explanation for the client; a text as it is when a protocol gives its words */
  constructor(code: ErrorCode, explanation: Message | ProtocolWords, options: RequestErrorOptions = {}) {
    super(typeof explanation === 'string' ? explanation : explanation.in('en'), options);
    this.name = 'RequestError';
    this.status = ERROR_CODES[code];
    this.code = code;
    this.errors = options.errors ?? [ownError(code, explanation)];
    this.headers = options.headers ?? {};
  }

  /** A refusal that repeats the errors of graphql-js, each with the code. */
  static from(code: ErrorCode, errors: readonly GraphQLError[]): RequestError {
    const listed = errors.map(({ message, locations }) => ({
      ...ownError(code, explain('request-invalid', { detail: message })),
      ...(locations === undefined ? {} : { locations: locations.map(({ line, column }) => ({ line, column })) }),
    }));
    return new RequestError(code, explain('request-invalid', { detail: errors[0]?.message ?? code }), {
      errors: listed,
    });
  }
}
