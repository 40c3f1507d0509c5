import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** The closed table of error codes, each with the level at which it is logged. */
export const errorCodes = {
  UNAUTHENTICATED: 'info',
  FORBIDDEN: 'info',
  BAD_USER_INPUT: 'info',
  NOT_FOUND: 'info',
  CONFLICT: 'info',
  REPRESENTATIVE_REQUIRED: 'info',
  UPSTREAM_UNAVAILABLE: 'error',
  INTERNAL_SERVER_ERROR: 'error',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** An error that the domain foresees. It knows nothing of GraphQL; its message is safe to show to the caller. */
export class DomainError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DomainError';
    this.code = code;
  }
}

/** Codes that the GraphQL server itself raises and that say nothing about our data. */
const protocolCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

function unwrap(error: unknown): unknown {
  let current: unknown = error;
  while (current instanceof GraphQLError) current = current.originalError;
  return current;
}

/** The code that PostgreSQL gave an error, or an empty text. */
export function sqlState(error: unknown): string {
  return String((unwrap(error) as { code?: unknown } | undefined)?.code ?? '');
}

/** SQLSTATEs that are told apart by name. */
export const sqlStates = { connectionFailure: '08006', readOnly: '25006' } as const;

/**
 * SQLSTATEs of a database that is away, stopping, starting, out of resources or too slow, of a session that it has ended,
 * and of a transaction that gave way to another one: the same may succeed when it is tried again.
 */
const unavailableState = /^(08...|25006|25P0[34]|40...|53...|57...|58...)$/;

/** Whether the database could not be used, so that nothing is said about what was asked of it. */
export function isUnavailable(error: unknown): boolean {
  return unavailableState.test(sqlState(error));
}

/** The class of SQLSTATEs in which triggers of our own refuse a write; their messages are made for the caller. */
const refusalState = /^BE\d{3}$/;

/**
 * The foreseen error inside whatever graphql-js wrapped around it, or null. A refusal by a trigger of our own is one,
 * wherever the write was.
 */
export function findDomainError(error: unknown): DomainError | null {
  const current = unwrap(error);
  if (current instanceof DomainError) return current;
  if (!(current instanceof Error) || !refusalState.test(sqlState(error))) return null;
  return new DomainError('CONFLICT', current.message, { cause: current });
}

/** PostgreSQL's class 22: a value from outside that a column cannot take, such as a text that is no UUID. */
export function isDataException(error: unknown): boolean {
  return /^22...$/.test(sqlState(error));
}

/**
 * The error as the caller may see it: a foreseen one keeps its message and code, everything else is masked, so that no
 * query text, value or stack leaves the process.
 */
export function toPublicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const place = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  const domain = findDomainError(error);
  if (domain) return { message: domain.message, ...place, extensions: { code: domain.code } };
  if (isUnavailable(error)) {
    return {
      message: 'The service cannot reach its data just now; try again.',
      ...place,
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    };
  }
  if (isDataException(error)) {
    return {
      message: 'A value does not have the form that it needs, such as an id.',
      ...place,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  const invalid = formatted.extensions?.['validationErrors'];
  if (Array.isArray(invalid)) {
    const reasons = (invalid as ValidationError[]).flatMap(({ constraints }) => Object.values(constraints ?? {}));
    return {
      message: `The input is not valid: ${reasons.join('; ')}.`,
      ...place,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && (protocolCodes.has(code) || code === 'BAD_USER_INPUT')) {
    return { message: formatted.message, ...place, extensions: { code } };
  }
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
