import type { Message } from '@birlik/messages/message';
import type { ErrorCode } from '../errors/error-codes.js';

/** One error of a subgraph as the client will see it. */
export interface FailureError {
  readonly message: Message | string;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** What follows in the error's path below the place where the failure was put. */
  readonly tail: readonly (string | number)[];
}

/**
 * Stands in the running answer where a value is missing because something failed. Projection turns it into null and
 * errors at the client's path; a fetch that needs the value is not sent and hands the same failure on.
 */
export class Failure {
  readonly errors: readonly FailureError[];

  constructor(errors: readonly FailureError[]) {
    this.errors = errors;
  }

  /** The same failure as a single coded error of a service. */
  static of(service: string, code: ErrorCode, message: Message): Failure {
    return new Failure([{ message, extensions: { code, service }, tail: [] }]);
  }

  /** Both failures in one place. */
  and(other: Failure): Failure {
    return new Failure([...this.errors, ...other.errors]);
  }
}

/** A subgraph did not answer, or not as GraphQL. */
export function unavailable(service: string, message: Message): Failure {
  return Failure.of(service, 'UPSTREAM_UNAVAILABLE', message);
}
