import { MinCostFlow } from '../flow/min-cost-flow.js';
import { checkProblem } from './check-problem.js';
import { type MatchingNetwork, matchingNetwork } from './matching-network.js';
import { type Detour, Detours } from './next-best.js';
import type { Candidate, MatchedPair, Matching, MatchingProblem, NextBest } from './problem.js';

/** What is wanted besides the pairs. */
export interface SolveOptions {
  /** Whether each pair says what comes instead of it. That takes several times as long as the pairs. */
  readonly withNextBest?: boolean;
  /** Is told how much is done: so many of so many mentees. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Between two reports of progress. */
const menteesBetween = 100;

/**
 * Matches as many mentees as can be, each with one mentor and within all capacities, quotas, locks and vetoes, and of all such results takes
 * one with the highest total of scores. Equally good ones are decided by the seed: the result is the same whatever the order of the input.
 *
 * @throws MatchingError when the problem contradicts itself
 */
export function solveMatching(problem: MatchingProblem, options: SolveOptions = {}): Matching {
  const { withNextBest = false, onProgress } = options;
  checkProblem(problem);
  const network = matchingNetwork(problem);
  const flow = new MinCostFlow(network.flow, network.sink);
  const { sources } = network;
  for (const [at, source] of sources.entries()) {
    flow.send(source);
    if ((at + 1) % menteesBetween === 0 || at + 1 === sources.length) onProgress?.(at + 1, sources.length);
  }
  const free = matchedCandidates(network);
  const instead = withNextBest ? nextBests(network, flow, free) : new Map<Candidate, NextBest>();
  const pairs = [...network.locked, ...free.keys()]
    .map((candidate): MatchedPair => {
      const { menteeId, mentorId, score } = candidate;
      return { menteeId, mentorId, score, isLocked: !free.has(candidate), nextBest: instead.get(candidate) ?? null };
    })
    .toSorted((one, other) => (one.menteeId < other.menteeId ? -1 : 1));
  const matched = new Set(pairs.map(({ menteeId }) => menteeId));
  return {
    pairs,
    total: pairs.reduce((sum, { score }) => sum + score, 0),
    unmatched: problem.mentees
      .map(({ id }) => id)
      .filter((id) => !matched.has(id))
      .toSorted(),
  };
}

/** The candidates by whose arcs units flow, with these arcs. */
function matchedCandidates({ flow, candidates, candidateArcs }: MatchingNetwork): ReadonlyMap<Candidate, number> {
  const arcs = candidates.map(
    (candidate, at) => [candidate, flow.arcs[candidateArcs[at] as number] as number] as const,
  );
  return new Map(arcs.filter(([, arc]) => flow.left[arc] === 0));
}

function nextBests(
  { flow, sink, mentorNodes, best, penalty }: MatchingNetwork,
  { potentials }: MinCostFlow,
  matched: ReadonlyMap<Candidate, number>,
): Map<Candidate, NextBest> {
  const mentorAt = new Map([...mentorNodes].map(([id, node]) => [node, id]));
  const detours = new Detours(flow, sink, potentials);
  const byMentor = Map.groupBy(matched, ([{ mentorId }]) => mentorId);
  const found = new Map<Candidate, NextBest>();
  for (const pairs of byMentor.values()) {
    const around = detours.around(pairs.map(([, arc]) => arc));
    for (const [at, [candidate]] of pairs.entries()) {
      const { cost, next } = around[at] as Detour;
      // A cost of half a penalty and more is that of a pair that is lost: what scores can differ by is less.
      const lostPairs = cost * 2 > penalty ? 1 : 0;
      const lostScore = cost - lostPairs * (penalty - best);
      found.set(candidate, { mentorId: mentorAt.get(next) ?? null, lostPairs, lostScore });
    }
  }
  return found;
}
