import type { Federation } from './federation.js';

/** A field or a type that one member takes of another. */
export interface Taken {
  /** Whose word allows it. */
  readonly owner: string;
  /** The schema coordinate of what is taken, such as `Volunteer.name`. */
  readonly place: string;
}

/** What a member's schema must not do. */
export interface Fault {
  readonly member: string;
  /** The schema coordinate at which it stands. */
  readonly path: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
  /** What the owner may allow by a signed word; absent: nothing allows it. */
  readonly taken?: readonly Taken[];
}

/** A fault with the name of its rule. */
export interface Finding extends Fault {
  /** Stable and in upper case, to be looked up in `schema/README.md`. */
  readonly code: string;
}

/** A rule is pure: it sees all members at once and returns every fault. */
export interface Rule {
  readonly code: string;
  check(federation: Federation): Iterable<Fault>;
}
