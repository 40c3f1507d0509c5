import { random } from '@birlik/demo-data/random';
import { describe, expect, it } from 'vitest';
import { bruteForce } from '../../testing/brute-force.js';
import { roundProblem, smallProblem } from '../../testing/random-problems.js';
import { MatchingError, type Matching, type MatchingProblem } from './problem.js';
import { solveMatching } from './solve-matching.js';

/** What is wrong with a result, whatever is best: who is over a bound, and what is not as it was demanded. */
function faults(problem: MatchingProblem, { pairs, total, unmatched }: Matching): string[] {
  const { candidates, mentees, mentors, menteeQuotas = {}, mentorQuotas = {}, locks = [], vetoes = [] } = problem;
  const count = (ids: readonly string[], group: string, people: MatchingProblem['mentees']) =>
    ids.filter((id) => people.some((person) => person.id === id && person.group === group)).length;
  const menteeIds = pairs.map(({ menteeId }) => menteeId);
  const mentorIds = pairs.map(({ mentorId }) => mentorId);
  const has = (list: readonly { menteeId: string; mentorId: string }[], menteeId: string, mentorId: string) =>
    list.some((one) => one.menteeId === menteeId && one.mentorId === mentorId);
  return [
    ...(new Set(menteeIds).size < menteeIds.length ? ['a mentee twice'] : []),
    ...mentors
      .filter(({ id, capacity }) => mentorIds.filter((one) => one === id).length > capacity)
      .map(({ id }) => `${id} over capacity`),
    ...Object.entries(menteeQuotas).flatMap(([group, quota]) =>
      count(menteeIds, group, mentees) > quota ? [`mentees of ${group} over quota`] : [],
    ),
    ...Object.entries(mentorQuotas).flatMap(([group, quota]) =>
      count(mentorIds, group, mentors) > quota ? [`mentors of ${group} over quota`] : [],
    ),
    ...pairs.flatMap(({ menteeId, mentorId, score, isLocked }) => [
      ...(candidates.some((one) => one.menteeId === menteeId && one.mentorId === mentorId && one.score === score)
        ? []
        : [`${menteeId} ${mentorId} is no candidate`]),
      ...(has(vetoes, menteeId, mentorId) ? [`${menteeId} ${mentorId} is vetoed`] : []),
      ...(has(locks, menteeId, mentorId) === isLocked ? [] : [`${menteeId} ${mentorId} is not said to be locked`]),
    ]),
    ...locks.filter(({ menteeId, mentorId }) => !has(pairs, menteeId, mentorId)).map(() => 'a lock is not kept'),
    ...(total === pairs.reduce((sum, { score }) => sum + score, 0) ? [] : ['the total is another']),
    ...(menteeIds.length + unmatched.length === mentees.length ? [] : ['a mentee is nowhere']),
  ];
}

const keys = Array.from({ length: 1500 }, (_, at) => String(at));

describe('the matching of small problems', () => {
  it('is as good as the best of everything that there is', () => {
    for (const key of keys) {
      const problem = smallProblem(key);
      const matching = solveMatching(problem);
      expect(faults(problem, matching), key).toEqual([]);
      expect({ pairs: matching.pairs.length, total: matching.total }, key).toEqual(bruteForce(problem));
    }
  });

  it('says of each pair what the whole loses without it, and whom the mentee gets then', () => {
    let others = 0;
    let lost = 0;
    for (const key of keys.slice(0, 500)) {
      const problem = smallProblem(key);
      const { pairs, total } = solveMatching(problem, { withNextBest: true });
      for (const { menteeId, mentorId, isLocked, nextBest } of pairs) {
        expect(nextBest === null, key).toBe(isLocked);
        if (nextBest === null) continue;
        const without = { ...problem, vetoes: [...(problem.vetoes ?? []), { menteeId, mentorId }] };
        const best = { pairs: pairs.length - nextBest.lostPairs, total: total - nextBest.lostScore };
        expect(bruteForce(without), key).toEqual(best);
        lost += nextBest.lostPairs;
        if (nextBest.mentorId === null) continue;
        others += 1;
        const locks = [...(problem.locks ?? []), { menteeId, mentorId: nextBest.mentorId }];
        expect(bruteForce({ ...without, locks }), `${key}: ${menteeId} with ${nextBest.mentorId}`).toEqual(best);
      }
    }
    expect({ others: others > 100, lost: lost > 100 }).toEqual({ others: true, lost: true });
  });
});

describe('the matching of a round', () => {
  const problem: MatchingProblem = {
    ...roundProblem('order', { mentees: 300, mentors: 100, candidates: 8, capacity: 3 }),
    mentorQuotas: { one: 10, two: 30 },
    menteeQuotas: { three: 25 },
  };

  it('is the same whatever the order of its people and candidates', () => {
    const once = solveMatching(problem, { withNextBest: true });
    const { mentees, mentors, candidates } = problem;
    for (const key of ['a', 'b', 'c']) {
      const chance = random('shuffle', key);
      const shuffled = {
        ...problem,
        mentees: chance.shuffle(mentees),
        mentors: chance.shuffle(mentors),
        candidates: chance.shuffle(candidates),
      };
      expect(solveMatching(shuffled, { withNextBest: true })).toEqual(once);
    }
  });

  it('takes another one of equally good results with another seed, and no worse one', () => {
    const even = { ...problem, candidates: problem.candidates.map((candidate) => ({ ...candidate, score: 1 })) };
    const [one, other] = ['1', '2'].map((seed) => solveMatching({ ...even, seed }));
    expect(one?.total).toBe(other?.total);
    expect(one?.pairs).not.toEqual(other?.pairs);
  });

  it('keeps its result when the pairs that it gave are locked, and goes around those that are vetoed', () => {
    const once = solveMatching(problem);
    const locks = once.pairs.filter((_, at) => at % 3 === 0);
    expect(solveMatching({ ...problem, locks }).total).toBe(once.total);
    const vetoed = solveMatching({ ...problem, vetoes: locks });
    expect(faults({ ...problem, vetoes: locks }, vetoed)).toEqual([]);
    expect(vetoed.total).toBeLessThan(once.total);
  });

  it('tells how much is done, to the end', () => {
    const told: number[] = [];
    solveMatching(problem, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([100, 200, told.at(-1)]);
    // Of the third association 25 are sent and nobody else: its other mentees stay unmatched.
    const ofThree = problem.mentees.filter(({ group }) => group === 'three').length;
    expect(told.at(-1)).toBe(300 - ofThree + 25);
  });
});

describe('a problem that contradicts itself', () => {
  const sound: MatchingProblem = {
    seed: '1',
    mentees: [
      { id: 'e1', group: 'A' },
      { id: 'e2', group: 'A' },
    ],
    mentors: [
      { id: 'o1', capacity: 1, group: 'B' },
      { id: 'o2', capacity: 2, group: 'B' },
    ],
    candidates: [
      { menteeId: 'e1', mentorId: 'o1', score: 1 },
      { menteeId: 'e1', mentorId: 'o2', score: 1 },
      { menteeId: 'e2', mentorId: 'o1', score: 1 },
      { menteeId: 'e2', mentorId: 'o2', score: 1 },
    ],
  };
  const [first, second, third, fourth] = sound.candidates as [never, never, never, never];

  it.each<[string, Partial<MatchingProblem>, string, (string | number)[]]>([
    ['a mentee twice', { mentees: [{ id: 'e1' }, { id: 'e1' }] }, 'MENTEE_TWICE', ['e1']],
    [
      'a mentor twice',
      {
        mentors: [
          { id: 'o1', capacity: 1 },
          { id: 'o1', capacity: 1 },
        ],
      },
      'MENTOR_TWICE',
      ['o1'],
    ],
    ['a candidate twice', { candidates: [first, first] }, 'CANDIDATE_TWICE', ['e1', 'o1']],
    ['a mentee that there is not', { mentees: [{ id: 'e1' }] }, 'UNKNOWN_MENTEE', ['e2']],
    ['a mentor that there is not', { mentors: [{ id: 'o1', capacity: 1 }] }, 'UNKNOWN_MENTOR', ['o2']],
    ['half a place', { mentors: [{ id: 'o1', capacity: 0.5 }] }, 'BAD_CAPACITY', ['o1']],
    ['a capacity below 0', { mentors: [{ id: 'o1', capacity: -1 }] }, 'BAD_CAPACITY', ['o1']],
    ['a quota below 0', { menteeQuotas: { A: -1 } }, 'BAD_QUOTA', ['A']],
    ['a quota that is no number', { mentorQuotas: { B: Number.NaN } }, 'BAD_QUOTA', ['B']],
    ['half a score', { candidates: [{ menteeId: 'e1', mentorId: 'o1', score: 0.5 }] }, 'BAD_SCORE', ['e1', 'o1']],
    [
      'scores that are too far apart',
      { candidates: [{ menteeId: 'e1', mentorId: 'o1', score: 2 ** 52 }] },
      'SCORES_TOO_WIDE',
      [0, 2 ** 52],
    ],
    ['a lock that is no candidate', { candidates: [second], locks: [first] }, 'LOCK_WITHOUT_CANDIDATE', ['e1', 'o1']],
    ['a lock that is vetoed', { locks: [first], vetoes: [first] }, 'LOCK_VETOED', ['e1', 'o1']],
    ['two locks of a mentee', { locks: [first, second] }, 'LOCKED_TWICE', ['e1']],
    ['more locks than places', { locks: [first, third] }, 'LOCKS_OVER_CAPACITY', ['o1']],
    [
      'more locks than a quota of mentees',
      { locks: [first, fourth], menteeQuotas: { A: 1 } },
      'LOCKS_OVER_QUOTA',
      ['A'],
    ],
    [
      'more locks than a quota of mentors',
      { locks: [first, fourth], mentorQuotas: { B: 1 } },
      'LOCKS_OVER_QUOTA',
      ['B'],
    ],
  ])('has no result: %s', (_, change, code, about) => {
    const solve = () => solveMatching({ ...sound, ...change });
    expect(solve).toThrow(MatchingError);
    expect(solve).toThrow(expect.objectContaining({ code, about }));
  });

  it('is none without mentees, without mentors, and with groups named as what every object has', () => {
    expect(solveMatching({ seed: '', mentees: [], mentors: [], candidates: [] })).toEqual({
      pairs: [],
      total: 0,
      unmatched: [],
    });
    const odd = { ...sound, mentees: sound.mentees.map(({ id }) => ({ id, group: 'constructor' })), menteeQuotas: {} };
    expect(solveMatching(odd).pairs).toHaveLength(2);
  });
});
