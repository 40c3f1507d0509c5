import { type Candidate, MatchingError, type MatchingProblem, type PairIds } from './problem.js';

/** A text that two pairs share only if they are one. */
export function pairKey({ menteeId, mentorId }: PairIds): string {
  return JSON.stringify([menteeId, mentorId]);
}

/** @throws MatchingError for what can't be solved, whatever the rest is */
export function checkProblem(problem: MatchingProblem): void {
  const { mentees, mentors, candidates } = problem;
  const menteeIds = idsOf(mentees, 'MENTEE_TWICE');
  const mentorIds = idsOf(mentors, 'MENTOR_TWICE');
  for (const { id, capacity } of mentors) if (!isCount(capacity)) throw new MatchingError('BAD_CAPACITY', [id]);
  for (const quotas of [problem.menteeQuotas, problem.mentorQuotas])
    for (const [group, quota] of Object.entries(quotas ?? {}))
      if (!isCount(quota)) throw new MatchingError('BAD_QUOTA', [group]);
  const seen = new Set<string>();
  for (const candidate of candidates) {
    const { menteeId, mentorId, score } = candidate;
    if (!menteeIds.has(menteeId)) throw new MatchingError('UNKNOWN_MENTEE', [menteeId]);
    if (!mentorIds.has(mentorId)) throw new MatchingError('UNKNOWN_MENTOR', [mentorId]);
    if (!Number.isSafeInteger(score)) throw new MatchingError('BAD_SCORE', [menteeId, mentorId]);
    const key = pairKey(candidate);
    if (seen.has(key)) throw new MatchingError('CANDIDATE_TWICE', [menteeId, mentorId]);
    seen.add(key);
  }
  checkLocks(problem, seen);
}

function idsOf(people: readonly { readonly id: string }[], code: 'MENTEE_TWICE' | 'MENTOR_TWICE'): Set<string> {
  const ids = new Set<string>();
  for (const { id } of people) {
    if (ids.has(id)) throw new MatchingError(code, [id]);
    ids.add(id);
  }
  return ids;
}

/** What capacities and quotas are: as large as the search can count. */
function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function checkLocks(problem: MatchingProblem, candidates: ReadonlySet<string>): void {
  const vetoes = new Set((problem.vetoes ?? []).map(pairKey));
  const capacities = new Map(problem.mentors.map(({ id, capacity }) => [id, capacity]));
  const locked = new Set<string>();
  const groups = { mentee: groupsOf(problem.mentees), mentor: groupsOf(problem.mentors) };
  const used = { mentee: new Map<string, number>(), mentor: new Map<string, number>() };
  for (const lock of problem.locks ?? []) {
    const { menteeId, mentorId } = lock;
    if (!candidates.has(pairKey(lock))) throw new MatchingError('LOCK_WITHOUT_CANDIDATE', [menteeId, mentorId]);
    if (vetoes.has(pairKey(lock))) throw new MatchingError('LOCK_VETOED', [menteeId, mentorId]);
    if (locked.has(menteeId)) throw new MatchingError('LOCKED_TWICE', [menteeId]);
    locked.add(menteeId);
    const left = (capacities.get(mentorId) ?? 0) - 1;
    if (left < 0) throw new MatchingError('LOCKS_OVER_CAPACITY', [mentorId]);
    capacities.set(mentorId, left);
    count(used.mentee, groups.mentee.get(menteeId), problem.menteeQuotas);
    count(used.mentor, groups.mentor.get(mentorId), problem.mentorQuotas);
  }
}

function groupsOf(
  people: readonly { readonly id: string; readonly group?: string }[],
): Map<string, string | undefined> {
  return new Map(people.map(({ id, group }) => [id, group]));
}

function count(used: Map<string, number>, group: string | undefined, quotas: MatchingProblem['menteeQuotas']): void {
  if (group === undefined) return;
  const pairs = (used.get(group) ?? 0) + 1;
  if (pairs > quotaOf(quotas, group)) throw new MatchingError('LOCKS_OVER_QUOTA', [group]);
  used.set(group, pairs);
}

/** How many pairs of a group there may be; Infinity for a group without a quota. */
export function quotaOf(quotas: MatchingProblem['menteeQuotas'], group: string | undefined): number {
  return group !== undefined && quotas !== undefined && Object.hasOwn(quotas, group)
    ? (quotas[group] as number)
    : Infinity;
}

/** Candidates that may become a pair: without those that are vetoed. */
export function withoutVetoes({ candidates, vetoes }: MatchingProblem): readonly Candidate[] {
  if (vetoes === undefined || vetoes.length === 0) return candidates;
  const forbidden = new Set(vetoes.map(pairKey));
  return candidates.filter((candidate) => !forbidden.has(pairKey(candidate)));
}
