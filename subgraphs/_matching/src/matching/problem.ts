/** Somebody who is to be given one mentor. */
export interface Mentee {
  /** Differs from those of all other mentees. */
  readonly id: string;
  /** Whose quota of `menteeQuotas` a pair of theirs counts into, such as an association's id; no quota when it is left out. */
  readonly group?: string;
}

/** Somebody who takes mentees. */
export interface Mentor {
  /** Differs from those of all other mentors. */
  readonly id: string;
  /** How many mentees they take at most, 0 or more. */
  readonly capacity: number;
  /** Whose quota of `mentorQuotas` their pairs count into; no quota when it is left out. */
  readonly group?: string;
}

export interface PairIds {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** Two people who may become a pair. */
export interface Candidate extends PairIds {
  /** How well they fit, an integer: the higher, the better. It is no probability. */
  readonly score: number;
}

/** Who may be matched with whom. The order of its lists does not count. */
export interface MatchingProblem {
  /** Decides between results that are equally good: another seed may give another one. */
  readonly seed: string;
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  /** Each pair at most once. Who is in none stays unmatched. */
  readonly candidates: readonly Candidate[];
  /** How many mentees of a group are matched at most; as many as there are when a group is not in it. */
  readonly menteeQuotas?: Readonly<Record<string, number>>;
  /** How many pairs the mentors of a group have at most, together. */
  readonly mentorQuotas?: Readonly<Record<string, number>>;
  /** Pairs that have to be in the result, each one of the candidates. */
  readonly locks?: readonly PairIds[];
  /** Pairs that may not be in it, whether they are candidates or not. */
  readonly vetoes?: readonly PairIds[];
}

/** What becomes of the whole when a pair is forbidden. */
export interface NextBest {
  /** Whom the mentee gets then; null for nobody. */
  readonly mentorId: string | null;
  /** How many pairs fewer there are then: 0 or 1. */
  readonly lostPairs: number;
  /** How much lower the total is then; below 0 when a pair is lost whose score was below 0. */
  readonly lostScore: number;
}

export interface MatchedPair extends PairIds {
  readonly score: number;
  readonly isLocked: boolean;
  /** Null for a locked pair, which nothing comes instead of, and when it was not asked for. */
  readonly nextBest: NextBest | null;
}

/** The most pairs that there can be, and of those results one with the highest total. */
export interface Matching {
  /** Sorted by the mentees' ids. */
  readonly pairs: readonly MatchedPair[];
  /** The sum of the pairs' scores. */
  readonly total: number;
  /** The ids of mentees without a mentor, sorted. */
  readonly unmatched: readonly string[];
}

export type MatchingErrorCode =
  | 'MENTEE_TWICE'
  | 'MENTOR_TWICE'
  | 'CANDIDATE_TWICE'
  | 'UNKNOWN_MENTEE'
  | 'UNKNOWN_MENTOR'
  | 'BAD_CAPACITY'
  | 'BAD_QUOTA'
  | 'BAD_SCORE'
  | 'SCORES_TOO_WIDE'
  | 'LOCK_WITHOUT_CANDIDATE'
  | 'LOCK_VETOED'
  | 'LOCKED_TWICE'
  | 'LOCKS_OVER_CAPACITY'
  | 'LOCKS_OVER_QUOTA';

/** Why a problem has no result. */
export class MatchingError extends Error {
  override readonly name = 'MatchingError';
  constructor(
    readonly code: MatchingErrorCode,
    /** What it is about: ids, groups or numbers of the problem. */
    readonly about: readonly (string | number)[],
  ) {
    super(`${code}: ${about.join(', ')}`);
  }
}
