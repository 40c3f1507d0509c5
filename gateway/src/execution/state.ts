import { Failure } from './failure.js';
import type { Json } from '../subgraph/json.js';

/** A value while an operation runs: an answer of a subgraph, or the reason why there is none. */
export type StateValue = Json | Failure | StateObject | readonly StateValue[] | undefined;

/**
 * An object of the running answer. It has no prototype with keys, so a key that somebody else chose can never
 * reach anything inherited.
 */
export interface StateObject {
  __typename?: StateValue;
  [key: string]: StateValue;
}

/** The key of the failure that left the object type unknown; no field has such a name. */
export const TYPE_FAILURE = '__typename failure';

// A constructor with an empty frozen prototype makes objects that V8 keeps in fast mode, unlike Object.create(null).
const StateObjectConstructor = function () {} as unknown as { new (): StateObject; prototype: object };
StateObjectConstructor.prototype = Object.freeze(Object.create(null) as object);

/** A new empty state object. */
export function createStateObject(): StateObject {
  return new StateObjectConstructor();
}

/**
 * Whether a state value is an object of the answer: one of our own, or one of a subgraph that was passed through. The latter has
 * `Object.prototype` behind it. No field's value is a function, so an inherited one is never taken for a value.
 */
export function isStateObject(value: StateValue): value is StateObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Failure);
}

/** One value of two that stand for the same field, each asked for other parts of it. */
export function unite(left: StateValue, right: StateValue): StateValue {
  if (left === undefined || left === null) return right ?? left;
  if (right === undefined || right === null) return left;
  if (isStateObject(left) && isStateObject(right)) {
    const united = createStateObject();
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
      united[key] = unite(left[key], right[key]);
    return united;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return (left as readonly StateValue[]).map((item, index) => unite(item, (right as readonly StateValue[])[index]));
  }
  return left;
}
