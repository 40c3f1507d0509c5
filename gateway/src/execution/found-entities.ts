import type { Failure } from './failure.js';
import type { StateObject } from './state.js';

/** The distinct entities that a group asks for, where each of them is in the running answer, and those that failed. */
export interface FoundEntities {
  readonly texts: readonly string[];
  readonly targets: readonly (readonly StateObject[])[];
  readonly failed: readonly { readonly entity: StateObject; readonly failure: Failure }[];
}
