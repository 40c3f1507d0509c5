import type { Candidate, MatchingProblem, PairIds } from '../src/matching/problem.js';

/** The most pairs and, of such results, the highest total. */
export interface Best {
  readonly pairs: number;
  readonly total: number;
}

/** Tries everything: for each mentee each candidate and nobody. @returns null when the locks can't be kept */
export function bruteForce(problem: MatchingProblem): Best | null {
  const { mentees, mentors, menteeQuotas = {}, mentorQuotas = {}, locks = [], vetoes = [] } = problem;
  const places = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  const groupOf = new Map([...mentees, ...mentors].map(({ id, group }) => [id, group]));
  const menteeLeft = new Map(Object.entries(menteeQuotas));
  const mentorLeft = new Map(Object.entries(mentorQuotas));
  const candidates = problem.candidates.filter((one) => !vetoes.some((veto) => isSame(veto, one)));
  let best: Best | null = null;
  const go = (at: number, pairs: number, total: number): void => {
    const mentee = mentees[at];
    if (mentee === undefined) {
      if (best === null || pairs > best.pairs || (pairs === best.pairs && total > best.total)) best = { pairs, total };
      return;
    }
    const lock = locks.find(({ menteeId }) => menteeId === mentee.id);
    for (const candidate of candidates.filter(({ menteeId }) => menteeId === mentee.id)) {
      if (lock !== undefined && !isSame(lock, candidate)) continue;
      take(candidate, () => go(at + 1, pairs + 1, total + candidate.score));
    }
    if (lock === undefined) go(at + 1, pairs, total);
  };
  const take = ({ menteeId, mentorId }: Candidate, then: () => void): void => {
    const counters = [
      [places, mentorId],
      [menteeLeft, groupOf.get(menteeId) ?? ''],
      [mentorLeft, groupOf.get(mentorId) ?? ''],
    ] as const;
    if (counters.some(([left, key]) => left.get(key) === 0)) return;
    const add = (number: number) => {
      for (const [left, key] of counters) left.set(key, (left.get(key) ?? Infinity) + number);
    };
    add(-1);
    then();
    add(1);
  };
  go(0, 0, 0);
  return best;
}

function isSame(one: PairIds, other: PairIds): boolean {
  return one.menteeId === other.menteeId && one.mentorId === other.mentorId;
}
