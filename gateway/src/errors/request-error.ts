import type { GraphQLError } from 'graphql';
import { ownError, type ClientError, type OwnError } from './client-error.js';
import { ERROR_CODES, type ErrorCode } from './error-codes.js';

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

  constructor(code: ErrorCode, message: string, options: RequestErrorOptions = {}) {
    super(message, options);
    this.name = 'RequestError';
    this.status = ERROR_CODES[code];
    this.code = code;
    this.errors = options.errors ?? [ownError(code, message)];
    this.headers = options.headers ?? {};
  }

  /** A refusal that repeats the errors of graphql-js, each with the code. */
  static from(code: ErrorCode, errors: readonly GraphQLError[]): RequestError {
    const listed = errors.map(({ message, locations }) => ({
      ...ownError(code, message),
      ...(locations === undefined ? {} : { locations: locations.map(({ line, column }) => ({ line, column })) }),
    }));
    return new RequestError(code, errors[0]?.message ?? code, { errors: listed });
  }
}
