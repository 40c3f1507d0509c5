import type { Language } from '@birlik/messages/language';
import type { Message } from '@birlik/messages/message';
import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { explain } from '../messages.js';
import { brokenRules } from './validation.js';

/** The closed table of error codes, each with the level at which it is logged. */
export const errorCodes = {
  UNAUTHENTICATED: 'info',
  FORBIDDEN: 'info',
  FRESH_SIGN_IN_REQUIRED: 'info',
  BAD_USER_INPUT: 'info',
  NOT_FOUND: 'info',
  CONFLICT: 'info',
  REPRESENTATIVE_REQUIRED: 'info',
  LIMIT_REACHED: 'info',
  PURPOSE_MISSING: 'info',
  PURPOSE_UNKNOWN: 'info',
  PURPOSE_NOT_OPEN: 'info',
  ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE: 'info',
  ROLE_NOT_ALLOWED: 'info',
  SAFEGUARDING_CASE_MISSING: 'info',
  IDEMPOTENCY_ANSWER_NOT_KEPT: 'info',
  IDEMPOTENCY_KEY_REUSED: 'info',
  UPSTREAM_UNAVAILABLE: 'error',
  INTERNAL_SERVER_ERROR: 'error',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/**
 * An error that the domain foresees. It knows nothing of GraphQL; its explanation is safe to show to the caller, in the
 * caller's language. `message` is the English text, for logs.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly explanation: Message;
  /** What the caller's program is told beside the code, in the extensions of the error. */
  readonly details: Readonly<Record<string, unknown>>;
  /** By what name the operator is woken, one that the code holds and never a value; null: no operator is. */
  readonly alarm: string | null;

  constructor(
    code: ErrorCode,
    explanation: Message,
    { details = {}, alarm = null, ...options }: ErrorOptions & Partial<Pick<DomainError, 'details' | 'alarm'>> = {},
  ) {
    super(explanation.in('en'), options);
    this.name = 'DomainError';
    this.code = code;
    this.explanation = explanation;
    this.details = details;
    this.alarm = alarm;
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

/** The class of SQLSTATEs in which triggers of our own refuse a write. */
type RefusalState = `BE${string}`;

const refusals = new Map<string, Message>();

/**
 * Says what it means to the caller when a trigger refuses a write with an SQLSTATE: a conflict, wherever the write was.
 * A trigger's own text is for the log alone.
 *
 * @returns the state, for the trigger
 * @throws Error when the state means something already
 */
export function defineRefusal<State extends RefusalState>(state: State, explanation: Message): State {
  if (refusals.has(state)) throw new Error(`The SQLSTATE ${state} means something already.`);
  refusals.set(state, explanation);
  return state;
}

/** The first rule that validated values break, or null. */
export function firstBrokenRule(errors: readonly ValidationError[]): Message | null {
  return brokenRules(errors)[0] ?? null;
}

/** The foreseen error inside whatever graphql-js wrapped around it, a refusal by a trigger of our own too; or null. */
export function findDomainError(error: unknown): DomainError | null {
  const current = unwrap(error);
  if (current instanceof DomainError) return current;
  const explanation = refusals.get(sqlState(error));
  return explanation ? new DomainError('CONFLICT', explanation, { cause: current }) : null;
}

/** PostgreSQL's class 22: a value from outside that a column cannot take, such as a text that is no UUID. */
export function isDataException(error: unknown): boolean {
  return /^22...$/.test(sqlState(error));
}

/**
 * The error as the caller may see it, in the caller's language: a foreseen one keeps its explanation and code, everything
 * else is masked, so that no query text, value or stack leaves the process.
 */
export function toPublicError(
  formatted: GraphQLFormattedError,
  error: unknown,
  language: Language,
): GraphQLFormattedError {
  const { code, explanation, details = {} } = explainError(formatted, error, language);
  return {
    message: explanation.in(language),
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    extensions: { ...details, code },
  };
}

function explainError(
  { message, extensions }: GraphQLFormattedError,
  error: unknown,
  language: Language,
): Pick<DomainError, 'explanation'> & { readonly code: string; readonly details?: DomainError['details'] } {
  const domain = findDomainError(error);
  if (domain) return domain;
  if (isUnavailable(error)) return { code: 'UPSTREAM_UNAVAILABLE', explanation: explain('data-out-of-reach') };
  if (isDataException(error)) return { code: 'BAD_USER_INPUT', explanation: explain('value-malformed') };
  const invalid = extensions?.['validationErrors'];
  if (Array.isArray(invalid)) {
    const reasons = brokenRules(invalid as ValidationError[]).map((reason) => reason.in(language));
    return { code: 'BAD_USER_INPUT', explanation: explain('input-invalid', { reasons: reasons.join('; ') }) };
  }
  const code = extensions?.['code'];
  if (typeof code === 'string' && (protocolCodes.has(code) || code === 'BAD_USER_INPUT')) {
    return { code, explanation: explain('request-invalid', { detail: message }) };
  }
  return { code: 'INTERNAL_SERVER_ERROR', explanation: explain('internal-error') };
}
