import type { Failure } from './failure.js';
import type { Json } from './json.js';

/** A value while an operation runs: an answer of a subgraph, or the reason why there is none. */
export type StateValue = Json | Failure | StateObject | readonly StateValue[] | undefined;

/**
 * An object of the running answer. It has no prototype with keys, so a key that a client or a subgraph chose can never
 * reach anything inherited. Keys are written by {@link stateKey}.
 */
export interface StateObject {
  __typename?: StateValue;
  [key: string]: StateValue;
}

// A constructor with an empty frozen prototype makes objects that V8 keeps in fast mode, unlike Object.create(null).
const StateObjectConstructor = function () {} as unknown as { new (): StateObject; prototype: object };
StateObjectConstructor.prototype = Object.freeze(Object.create(null) as object);

/** A new empty state object. */
export function createStateObject(): StateObject {
  return new StateObjectConstructor();
}

/** Whether a state value is an object of the answer. */
export function isStateObject(value: StateValue): value is StateObject {
  return value instanceof StateObjectConstructor;
}

const INTERNAL_ALIAS = '_internal_qp_alias_';

/** Whether a response key was made up by the planner; a client may not use such an alias. */
export function isPlannerAlias(key: string): boolean {
  return key.startsWith(INTERNAL_ALIAS);
}

/**
 * The key under which a field is kept while the operation runs. A field that the client renamed lives apart (`~alias`)
 * from fields under their own names: otherwise `{ id: name }` would replace the key that the next subgraph is asked by.
 */
export function stateKey(responseKey: string, fieldName: string): string {
  return responseKey === fieldName || isPlannerAlias(responseKey) ? responseKey : `~${responseKey}`;
}
