import type { SubgraphDocument } from './subgraph-document.js';

/** One fault that a rule found. */
export interface Finding {
  /** The rule's code: stable, upper case, to be looked up in `schema/README.md`. */
  readonly code: string;
  readonly subgraph: string;
  /** The schema coordinate, such as `Volunteer.enrolments(first:)`. */
  readonly path: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** A finding before its rule's code is added. */
export type Fault = Omit<Finding, 'code'>;

/** A rule is pure: it sees all subgraphs at once and returns every fault. */
export interface Rule {
  readonly code: string;
  check(subgraphs: readonly SubgraphDocument[]): Iterable<Fault>;
}
