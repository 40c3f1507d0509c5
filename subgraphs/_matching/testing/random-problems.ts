import { random, type Random } from '@birlik/demo-data/random';
import type { Candidate, MatchingProblem, PairIds } from '../src/matching/problem.js';

/** A small problem of any shape: few scores, so that many results are equally good, and locks, vetoes and quotas now and then. */
export function smallProblem(key: string): MatchingProblem {
  const chance = random('small-problem', key);
  const mentees = people(chance.int(0, 5), 'e', chance);
  const mentors = people(chance.int(0, 4), 'o', chance).map((person) => ({ ...person, capacity: chance.int(0, 3) }));
  const range = chance.pick([0, 2, 9, 1000]);
  const candidates = mentees.flatMap(({ id: menteeId }) =>
    mentors
      .filter(() => chance.chance(0.7))
      .map(({ id: mentorId }): Candidate => ({ menteeId, mentorId, score: chance.int(-range, range) })),
  );
  const vetoes = candidates.filter(() => chance.chance(0.1)).map(idsOf);
  const isVetoed = new Set(vetoes.map(({ menteeId, mentorId }) => menteeId + mentorId));
  const free = candidates.filter(({ menteeId, mentorId }) => !isVetoed.has(menteeId + mentorId));
  return {
    seed: key,
    mentees,
    mentors,
    candidates,
    vetoes,
    locks: locksOf(free, mentors, chance),
    menteeQuotas: chance.chance(0.5) ? { A: chance.int(1, 2) } : {},
    mentorQuotas: chance.chance(0.5) ? { A: chance.int(1, 3), B: chance.int(1, 2) } : {},
  };
}

/** At most one lock, which no quota above 0 forbids. */
function locksOf(free: readonly Candidate[], mentors: MatchingProblem['mentors'], chance: Random): PairIds[] {
  const possible = free.filter(({ mentorId }) => mentors.some(({ id, capacity }) => id === mentorId && capacity > 0));
  return possible.length > 0 && chance.chance(0.4) ? [idsOf(chance.pick(possible))] : [];
}

function people(count: number, prefix: string, chance: Random): { id: string; group?: string }[] {
  return Array.from({ length: count }, (_, at) => {
    const group = chance.pick(['A', 'B', null]);
    return { id: `${prefix}${at}`, ...(group !== null && { group }) };
  });
}

function idsOf({ menteeId, mentorId }: PairIds): PairIds {
  return { menteeId, mentorId };
}

interface Size {
  readonly mentees: number;
  readonly mentors: number;
  /** Of each mentee. */
  readonly candidates: number;
  /** Of a mentor, at most. */
  readonly capacity: number;
}

/** A problem as a round has it: mentees of five associations with as many candidates each, scores up to 1000. */
export function roundProblem(key: string, size: Size): MatchingProblem {
  const chance = random('round-problem', key);
  const groups = ['one', 'two', 'three', 'four', 'five'];
  const mentors = Array.from({ length: size.mentors }, (_, at) => ({
    id: `o${at}`,
    capacity: chance.int(1, size.capacity),
    group: chance.pick(groups),
  }));
  const mentees = Array.from({ length: size.mentees }, (_, at) => ({ id: `e${at}`, group: chance.pick(groups) }));
  const candidates = mentees.flatMap(({ id: menteeId }) => {
    const chosen = new Set<number>();
    while (chosen.size < size.candidates) chosen.add(chance.int(0, size.mentors - 1));
    return [...chosen].map((at): Candidate => ({ menteeId, mentorId: `o${at}`, score: chance.int(0, 1000) }));
  });
  return { seed: key, mentees, mentors, candidates };
}
