import type { GraphQLError } from 'graphql';

/** One error as a client reads it. */
export interface ClientError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Refuses a request before it runs: an HTTP status and at least one coded error, no data. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly ClientError[];
  /** Headers of the answer. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    options: ErrorOptions & {
      readonly errors?: readonly ClientError[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message, options);
    this.name = 'RequestError';
    this.status = status;
    this.code = code;
    this.errors = options.errors ?? [{ message, extensions: { code } }];
    this.headers = options.headers ?? {};
  }

  /** A refusal that repeats the errors of graphql-js, each with the code. */
  static from(status: number, code: string, errors: readonly GraphQLError[]): RequestError {
    const listed = errors.map(({ message, locations }) => ({
      message,
      ...(locations === undefined ? {} : { locations: locations.map(({ line, column }) => ({ line, column })) }),
      extensions: { code },
    }));
    return new RequestError(status, code, errors[0]?.message ?? code, { errors: listed });
  }
}
