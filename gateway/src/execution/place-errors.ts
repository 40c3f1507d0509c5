import type { Message } from '@birlik/messages/message';
import { Failure } from './failure.js';
import { isJsonObject, nestsWithin, readOwn, type Json } from '../subgraph/json.js';
import { markFailed } from './merge-object.js';
import type { Shape } from './shape.js';
import { isStateObject, type StateObject, type StateValue } from './state.js';
import type { ErrorCode } from '../errors/error-codes.js';
import { explain } from '../errors/messages.js';

/** One error of a subgraph's answer, cleaned of what clients must not see. */
export interface SubgraphError {
  readonly message: Message | string;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly path: readonly (string | number)[] | null;
}

const MAX_ERRORS = 1_000;
/** What is nested deeper could not be written into the answer without risk for all of it. */
const MAX_EXTENSION_LEVELS = 20;
/** For an error of a subgraph without one. */
const NO_CODE: ErrorCode = 'INTERNAL_SERVER_ERROR';
const HIDDEN_EXTENSIONS = new Set(['stacktrace', 'exception', 'service', '__proto__']);

/** Reads the `errors` of an answer: messages and codes stay, traces do not, the service is added. */
export function readErrors(errors: readonly Json[], service: string): SubgraphError[] {
  return errors.slice(0, MAX_ERRORS).map((error) => {
    const source = isJsonObject(error) ? error : {};
    const message = readOwn(source, 'message');
    const path = readOwn(source, 'path');
    const given = readOwn(source, 'extensions');
    const extensions: Record<string, unknown> = { code: NO_CODE };
    for (const [key, value] of isJsonObject(given) ? Object.entries(given) : []) {
      if (!HIDDEN_EXTENSIONS.has(key) && nestsWithin(value, MAX_EXTENSION_LEVELS)) extensions[key] = value;
    }
    if (typeof extensions['code'] !== 'string') extensions['code'] = NO_CODE;
    return {
      message: typeof message === 'string' ? message : explain('subgraph-reported'),
      extensions: { ...extensions, service },
      path: isPath(path) ? path : null,
    };
  });
}

/** The error as a failure; `tail` is the part of its path below the place where the failure is put. */
export function asFailure(error: SubgraphError, tail: readonly (string | number)[] = []): Failure {
  return new Failure([{ message: error.message, extensions: error.extensions, tail }]);
}

/**
 * Puts an error where its path leads in the running answer. Returns false when there is a value at that place, so that
 * the error belongs to no missing value.
 */
export function placeError(
  target: StateObject,
  shape: Shape,
  error: SubgraphError,
  path: readonly (string | number)[],
): boolean {
  const [key, ...rest] = path;
  if (key === undefined) {
    markFailed(target, shape, asFailure(error));
    return true;
  }
  let placed = false;
  for (const field of shape.fields) {
    if (field.source !== key) continue;
    const { value, done } = placeIn(target[field.key], field.shape, error, rest);
    target[field.key] = value;
    placed ||= done;
  }
  return placed;
}

function placeIn(
  value: StateValue,
  shape: Shape | null,
  error: SubgraphError,
  path: readonly (string | number)[],
): { value: StateValue; done: boolean } {
  if (value === null || value === undefined) return { value: asFailure(error, path), done: true };
  if (value instanceof Failure) return { value: value.and(asFailure(error, path)), done: true };
  if (shape === null && path.length === 0) return { value, done: false };
  if (Array.isArray(value)) {
    const [index, ...rest] = path;
    if (typeof index !== 'number' || index < 0 || index >= value.length) return { value, done: false };
    const items = [...(value as readonly StateValue[])];
    const placed = placeIn(items[index], shape, error, rest);
    items[index] = placed.value;
    return { value: items, done: placed.done };
  }
  if (shape !== null && isStateObject(value)) {
    return { value, done: path.length > 0 && placeError(value, shape, error, path) };
  }
  return { value, done: false };
}

function isPath(path: Json | undefined): path is readonly (string | number)[] {
  return Array.isArray(path) && path.every((segment) => typeof segment === 'string' || Number.isInteger(segment));
}
