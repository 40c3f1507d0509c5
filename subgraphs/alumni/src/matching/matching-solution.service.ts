import type { Matching, MatchingProblem } from '@birlik/matching/problem';
import { solveInWorker } from '@birlik/matching/solve-in-worker';
import type { RequestContext } from '@birlik/trust/context';
import {
  type DraftProblem,
  findCandidates,
  pairKey,
  readDraftProblem,
  type ScoredCandidate,
} from './matching-candidates.service.js';

/** How many mentors each mentee is listed with at first, and how many mentees each mentor. */
const mostListed = 25;
/** The same for those who found nobody, or have a place left. */
const mostListedAgain = 100;

export interface DraftSolution {
  readonly matching: Matching;
  readonly candidates: ReadonlyMap<string, ScoredCandidate>;
  readonly draft: DraftProblem;
  /** How many mentees nobody fits. */
  readonly withoutCandidate: number;
}

interface SolutionOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

function problemOf(
  { problem, locks }: DraftProblem,
  candidates: ReadonlyMap<string, ScoredCandidate>,
): MatchingProblem {
  return {
    ...problem,
    candidates: [...candidates.values()].map(({ menteeId, mentorId, goals, fields, languages, country, repeat }) => ({
      menteeId,
      mentorId,
      score: goals + fields + languages + country + repeat,
    })),
    // A lock on two who can be no pair any more, such as a mentor without a place, is no reason to find nobody's.
    locks: locks.filter(({ menteeId, mentorId }) => candidates.has(pairKey(menteeId, mentorId))),
  };
}

/** Who found nobody, and which mentors have a place left. */
function leftOver({ problem }: DraftProblem, { pairs, unmatched }: Matching) {
  const taken = new Map<string, number>();
  for (const { mentorId } of pairs) taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
  const mentors = problem.mentors.filter(({ id, capacity }) => capacity > (taken.get(id) ?? 0)).map(({ id }) => id);
  return { mentees: unmatched, mentors };
}

/**
 * Finds the pairs of a draft. Short lists are enough for most; whoever they leave without anybody is listed with those who have a place left,
 * then with more of all, as long as that makes more pairs.
 *
 * @param em of a job that is done for the organisation whose draft it is
 * @throws MatchingError when what the coordinator set contradicts itself, and the signal's reason when it is aborted
 */
export async function solveDraft(
  em: RequestContext['em'],
  { draftId, roundId }: { readonly draftId: string; readonly roundId: string },
  { signal, onProgress }: SolutionOptions,
): Promise<DraftSolution> {
  const draft = await readDraftProblem(em, roundId);
  const candidates = new Map<string, ScoredCandidate>();
  const list = async (among: Parameters<typeof findCandidates>[2]) => {
    for (const one of await findCandidates(em, draftId, among))
      candidates.set(pairKey(one.menteeId, one.mentorId), one);
  };
  await list({ most: mostListed });
  const listed = new Set([...candidates.values()].map(({ menteeId }) => menteeId));
  const most = mostListedAgain;
  let found = await solveInWorker(problemOf(draft, candidates), { signal });
  for (let isWide = false; ;) {
    const { mentees, mentors } = leftOver(draft, found);
    if (mentees.length === 0 || mentors.length === 0) break;
    if (isWide) {
      await list({ most, mentees });
      await list({ most, mentors });
    } else {
      await list({ most, mentees, mentors });
    }
    const wider = await solveInWorker(problemOf(draft, candidates), { signal });
    const isBetter = wider.pairs.length > found.pairs.length;
    found = wider;
    if (!isBetter && isWide) break;
    isWide = !isBetter;
  }
  const matching = await solveInWorker(problemOf(draft, candidates), { withNextBest: true, signal, onProgress });
  return {
    matching,
    candidates,
    draft,
    withoutCandidate: draft.problem.mentees.filter(({ id }) => !listed.has(id)).length,
  };
}
