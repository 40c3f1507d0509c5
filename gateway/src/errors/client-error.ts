import type { ErrorCode } from './error-codes.js';

/** One error as a client reads it. Those of subgraphs keep their own codes. */
export interface ClientError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** An error of the gateway's own. */
export interface OwnError extends ClientError {
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: ErrorCode };
}

/** Makes an error of the gateway's own. */
export function ownError(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}): OwnError {
  return { message, extensions: { code, ...details } };
}
