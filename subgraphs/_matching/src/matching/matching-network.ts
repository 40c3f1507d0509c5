import { createHash } from 'node:crypto';
import { flowNetworkBuilder, type FlowNetwork } from '../flow/flow-network.js';
import { pairKey, quotaOf, withoutVetoes } from './check-problem.js';
import { type Candidate, MatchingError, type MatchingProblem, type Mentee, type Mentor } from './problem.js';

/**
 * A problem as a network. A unit is a mentee's, or a place in the quota of a group of mentees. It flows by a mentee and a mentor (and the
 * group of the mentor, if that has a quota) into the sink, or there at once at a cost that no better pairs outweigh: so there are as many
 * pairs as there can be, and what they cost is what their scores lack to the best.
 */
export interface MatchingNetwork {
  readonly flow: FlowNetwork;
  readonly sink: number;
  /** The nodes from which units are sent, one for each unit, in the order of sending. */
  readonly sources: readonly number[];
  /** The candidates whose arcs these are, and the arcs' places in the order of adding. */
  readonly candidates: readonly Candidate[];
  readonly candidateArcs: readonly number[];
  /** The node of each mentee and each mentor by id. */
  readonly menteeNodes: ReadonlyMap<string, number>;
  readonly mentorNodes: ReadonlyMap<string, number>;
  /** The candidates that are locked; they are no part of the network, and what they use is taken off. */
  readonly locked: readonly Candidate[];
  /** The score that costs nothing. */
  readonly best: number;
  /** What it costs to leave a mentee unmatched. */
  readonly penalty: number;
}

export function matchingNetwork(problem: MatchingProblem): MatchingNetwork {
  const locks = new Set((problem.locks ?? []).map(pairKey));
  const all = withoutVetoes(problem);
  const locked = all.filter((candidate) => locks.has(pairKey(candidate)));
  const isDone = new Set(locked.map(({ menteeId }) => menteeId));
  const mentees = inLot(
    problem.mentees.filter(({ id }) => !isDone.has(id)),
    problem.seed,
  );
  const mentors = inLot(problem.mentors, problem.seed);
  const scores = all.map(({ score }) => score);
  const best = scores.reduce((one, other) => Math.max(one, other), 0);
  const worst = scores.reduce((one, other) => Math.min(one, other), 0);
  // Twice what all scores together can differ by, so that half of it tells pairs that are lost from scores that are.
  const penalty = 2 * (best - worst + 1) * (mentees.length + 1);
  // Lengths of ways are sums of at most a penalty and as many costs, and have to be exact.
  if (penalty > 2 ** 50) throw new MatchingError('SCORES_TOO_WIDE', [worst, best]);

  const network = flowNetworkBuilder();
  const sink = network.addNode();
  const sources: number[] = [];
  const menteeNodes = addMentees();
  const mentorNodes = addMentors();
  const menteePlaces = new Map(mentees.map(({ id }, at) => [id, at]));
  const mentorPlaces = new Map(mentors.map(({ id }, at) => [id, at]));
  const candidates = all
    .filter(({ menteeId }) => !isDone.has(menteeId))
    .map((candidate) => ({
      candidate,
      mentee: placeOf(menteePlaces, candidate.menteeId),
      mentor: placeOf(mentorPlaces, candidate.mentorId),
    }))
    .toSorted((one, other) => one.mentee - other.mentee || one.mentor - other.mentor)
    .map(({ candidate }) => candidate);
  const candidateArcs = candidates.map(({ menteeId, mentorId, score }) =>
    network.addArc(placeOf(menteeNodes, menteeId), placeOf(mentorNodes, mentorId), 1, best - score),
  );
  const flow = network.build();
  return { flow, sink, sources, candidates, candidateArcs, menteeNodes, mentorNodes, locked, best, penalty };

  function addMentees(): Map<string, number> {
    const nodes = new Map<string, number>();
    const groups = new Map<string, { node: number; members: number }>();
    for (const { id, group } of mentees) {
      const node = network.addNode();
      nodes.set(id, node);
      if (group === undefined || quotaOf(problem.menteeQuotas, group) === Infinity) {
        sources.push(node);
        network.addArc(node, sink, 1, penalty);
        continue;
      }
      const known = groups.get(group) ?? { node: network.addNode(), members: 0 };
      groups.set(group, { ...known, members: known.members + 1 });
      network.addArc(known.node, node, 1, 0);
    }
    const used = countGroups(
      problem.mentees,
      locked.map(({ menteeId }) => menteeId),
    );
    for (const [group, { node, members }] of groups) {
      const units = Math.min(members, quotaOf(problem.menteeQuotas, group) - (used.get(group) ?? 0));
      if (units > 0) network.addArc(node, sink, units, penalty);
      for (let unit = 0; unit < units; unit += 1) sources.push(node);
    }
    return nodes;
  }

  function addMentors(): Map<string, number> {
    const nodes = new Map<string, number>();
    const groups = new Map<string, number>();
    const taken = new Map<string, number>();
    for (const { mentorId } of locked) taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
    const used = countGroups(
      problem.mentors,
      locked.map(({ mentorId }) => mentorId),
    );
    for (const { id, capacity, group } of mentors) {
      const node = network.addNode();
      nodes.set(id, node);
      const quota = quotaOf(problem.mentorQuotas, group);
      let end = sink;
      if (group !== undefined && quota !== Infinity) {
        const known = groups.get(group);
        end = known ?? network.addNode();
        if (known === undefined) network.addArc(end, sink, quota - (used.get(group) ?? 0), 0);
        groups.set(group, end);
      }
      network.addArc(node, end, capacity - (taken.get(id) ?? 0), 0);
    }
    return nodes;
  }
}

/** People in an order that the seed decides by lot, and nothing else: not that in which they were handed over. */
function inLot<Person extends Mentee | Mentor>(people: readonly Person[], seed: string): Person[] {
  return people
    .map((person) => ({
      person,
      lot: createHash('sha256')
        .update(JSON.stringify([seed, person.id]))
        .digest('hex'),
    }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ person }) => person);
}

function countGroups(people: readonly (Mentee | Mentor)[], ids: readonly string[]): Map<string, number> {
  const groups = new Map(people.map(({ id, group }) => [id, group]));
  const counts = new Map<string, number>();
  for (const id of ids) {
    const group = groups.get(id);
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

/** A place or a node that is there: the problem was checked. */
function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  return places.get(id) ?? -1;
}
