import type { Variables } from '../graphql/variables.js';
import type { StateValue } from './state.js';
import { ownError } from '../errors/client-error.js';
import { explain } from '../errors/messages.js';

/** In place of a value of which nothing may be seen. */
export const REDACTED = Symbol('a value of which nothing may be seen');

/** The error of a field that is not shown, or not shown whole. It names nothing but the path, which projection adds. */
export const UNAUTHORIZED = ownError('UNAUTHORIZED_FIELD_OR_TYPE', explain('unauthorized-field'));

/** How projection treats a field of which a viewer may not see everything. */
export interface FieldGuard {
  /** Whether the field has the error. It does not hang on the data, so it tells nothing about them. */
  reportsError(variables: Variables): boolean;
  /** What of a value may be seen. */
  redact(value: StateValue): StateValue | typeof REDACTED;
  /** Whether null may stand for a value that is redacted. */
  readonly isNullable: boolean;
}
