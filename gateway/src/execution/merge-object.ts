import { Failure } from './failure.js';
import { isJsonObject, readOwn, type Json, type JsonObject } from '../subgraph/json.js';
import { MAX_LIST_NESTING, passesLeafCheck } from './leaf-check.js';
import type { Shape, ShapeField } from './shape.js';
import { createStateObject, isStateObject, TYPE_FAILURE, type StateObject, type StateValue } from './state.js';
import type { TypeSystem } from '../graphql/type-system.js';

/** What is the same for a whole answer. */
export interface MergeContext {
  /** Makes what stands where the answer is incomplete or of the wrong kind. */
  readonly malformed: () => Failure;
  readonly types: TypeSystem;
  /** Objects are passed through only from an answer without errors, since an error may have to be put inside. */
  readonly passesThrough: boolean;
}

/**
 * Takes one object of a subgraph's answer into the running answer: the asked fields, nothing else. What is missing or of
 * the wrong kind is `malformed`. A value that is there already stays, so the order of answers does not matter.
 */
export function mergeObject(target: StateObject, source: JsonObject, shape: Shape, context: MergeContext): void {
  const typename = mergeTypename(target, source, shape, context.types);
  for (const field of shape.fields) {
    if (field.guard !== null && typename !== undefined && !field.guard.has(typename)) continue;
    const value = readOwn(source, field.source);
    if (value === undefined) {
      if (!field.optional && (field.guard === null || typename !== undefined))
        failField(target, field, context.malformed());
    } else {
      target[field.key] = mergeValue(target[field.key], value, field, context);
    }
  }
}

/** Puts a failure wherever one of the asked fields is still missing, and where the type of the object would be known. */
export function markFailed(target: StateObject, shape: Shape, failure: Failure): void {
  const typename = target.__typename;
  if (shape.typenames.length > 0) target[TYPE_FAILURE] ??= failure;
  for (const field of shape.fields) {
    if (field.guard !== null && typeof typename === 'string' && !field.guard.has(typename)) continue;
    failField(target, field, failure);
  }
}

function failField(target: StateObject, field: ShapeField, failure: Failure): void {
  const existing = target[field.key];
  if (existing === undefined) target[field.key] = failure;
  else if (field.shape !== null) failBelow(existing, field.shape, failure);
}

function failBelow(value: StateValue, shape: Shape, failure: Failure): void {
  if (isStateObject(value)) markFailed(value, shape, failure);
  else if (Array.isArray(value)) for (const item of value as readonly StateValue[]) failBelow(item, shape, failure);
}

/** A subgraph may name the type of what it made; only an interface object's name may be made more exact later. */
function mergeTypename(target: StateObject, source: JsonObject, shape: Shape, types: TypeSystem): string | undefined {
  const known = typeof target.__typename === 'string' ? target.__typename : undefined;
  for (const key of shape.typenames) {
    const claimed = readOwn(source, key);
    if (typeof claimed !== 'string') continue;
    if (known === undefined || (!types.isConcrete(known) && types.isConcrete(claimed))) target.__typename = claimed;
    return claimed;
  }
  return known;
}

function mergeValue(
  existing: StateValue,
  value: Json,
  field: ShapeField,
  context: MergeContext,
  nesting = 0,
): StateValue {
  if (value === null) return existing === undefined ? null : existing;
  const present = existing !== undefined && existing !== null && !(existing instanceof Failure);
  if (field.shape === null) {
    if (present) return existing;
    return field.check === null || passesLeafCheck(value, field.check) ? value : context.malformed();
  }
  if (existing === undefined && context.passesThrough && field.conforms?.(value) === true) return value as StateValue;
  if (Array.isArray(value)) {
    if (nesting === MAX_LIST_NESTING) return context.malformed();
    const items = value as readonly Json[];
    if (!present) return items.map((item) => mergeValue(undefined, item, field, context, nesting + 1));
    if (!Array.isArray(existing) || existing.length !== items.length) return existing;
    return (existing as readonly StateValue[]).map((item, index) =>
      mergeValue(item, items[index] ?? null, field, context, nesting + 1),
    );
  }
  if (!isJsonObject(value)) return present ? existing : context.malformed();
  if (present && !isStateObject(existing)) return existing;
  const target = present ? (existing as StateObject) : createStateObject();
  mergeObject(target, value, field.shape, context);
  return target;
}
