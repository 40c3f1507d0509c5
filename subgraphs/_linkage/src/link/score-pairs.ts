import { forEachCandidate } from '../blocking/candidate-pairs.js';
import type { BlockIndex } from '../blocking/record-blocks.js';
import type { PairComparison } from '../compare/pair-comparison.js';
import { probabilityOfWeight, weightOfProbability } from '../model/linkage-model.js';
import { numberList } from '../numbers/number-list.js';
import type { MatchWeights } from '../score/match-weights.js';
import type { Field, RecordTable } from '../table/record-table.js';
import type { Progress } from './progress.js';
import type { LinkageSettings } from './settings.js';

/** What happens with a pair: linked without a clerical review, shown to a person, or neither. */
export type MatchStatus = 'auto' | 'review' | 'no';

/** The pairs of records that may be one person, by number. */
export interface ScoredPairs {
  readonly size: number;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  readonly weights: Float64Array;
  /** How likely each is one person and not two that agree by chance. */
  readonly probabilities: Float64Array;
  readonly matchStatuses: readonly MatchStatus[];
}

/** Candidate pairs with their weights, before anything is decided. */
export interface WeighedPairs {
  readonly candidates: number;
  /** The probability that two random records match. */
  readonly prior: number;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  readonly weights: Float64Array;
}

const pairsPerReport = 65_536;
const mostMatchesPerRecord = 20;
const histogramBits = 128;
const histogramSteps = 8;

/** Weighs all candidates, and keeps those that may reach a review, or are equal in a column that decides. */
export function weighCandidates({
  table,
  index,
  comparison,
  weights,
  thresholds,
  isComparable,
  progress,
}: {
  readonly table: RecordTable;
  readonly index: BlockIndex;
  readonly comparison: PairComparison;
  readonly weights: MatchWeights;
  readonly thresholds: LinkageSettings['thresholds'];
  readonly isComparable: (left: number, right: number) => boolean;
  readonly progress: Progress;
}): WeighedPairs {
  const { size } = table;
  const most = Math.min(0.5, mostMatchesPerRecord / Math.max(1, size));
  const lowest = weightOfProbability(thresholds.review, most);
  const levels = new Uint8Array(comparison.levelNames.length);
  const lefts = numberList();
  const rights = numberList();
  const kept: number[] = [];
  const histogram = new Float64Array(2 * histogramBits * histogramSteps + 1);
  let candidates = 0;
  forEachCandidate(index, size, (left, right) => {
    if (!isComparable(left, right)) return;
    candidates += 1;
    if (candidates % pairsPerReport === 0) progress(`comparing: ${candidates} pairs, records`, left, size);
    comparison.compare(left, right, levels);
    const weight = weights.weigh(levels, left, right);
    const step = Math.round(
      (Math.max(-histogramBits, Math.min(histogramBits, weight)) + histogramBits) * histogramSteps,
    );
    histogram[step] = (histogram[step] ?? 0) + 1;
    if (weight < lowest && !areEqualBeyondDoubt(table.deterministic, left, right)) return;
    lefts.push(left);
    rights.push(right);
    kept.push(weight);
  });
  return {
    candidates,
    prior: priorOf(histogram, size, most),
    lefts: lefts.view(),
    rights: rights.view(),
    weights: Float64Array.from(kept),
  };
}

function areEqualBeyondDoubt(deterministic: readonly Field[], left: number, right: number): boolean {
  return deterministic.some(({ values }) => values[left] !== 0 && values[left] === values[right]);
}

/**
 * The prior at which the candidates' probabilities add up to just that share of all pairs. Pairs that no rule found
 * count as different.
 */
function priorOf(histogram: Float64Array, records: number, most: number): number {
  const all = (records * (records - 1)) / 2;
  let prior = Math.min(most, 1 / Math.max(2, records));
  for (let round = 0; round < 50; round += 1) {
    let matches = 0;
    for (const [step, count] of histogram.entries()) {
      if (count > 0) matches += count * probabilityOfWeight(step / histogramSteps - histogramBits, prior);
    }
    const next = Math.min(most, Math.max(1e-12, matches / Math.max(1, all)));
    if (Math.abs(Math.log(next / prior)) < 1e-6) break;
    prior = next;
  }
  return prior;
}

/** @param isPersonal whether two records agree in what nobody else could agree in as well */
export function withMatchStatuses(
  all: WeighedPairs,
  { thresholds: { auto, review } }: LinkageSettings,
  deterministic: readonly Field[],
  isPersonal: (left: number, right: number) => boolean,
): ScoredPairs {
  const probabilities = all.weights.map((weight) => probabilityOfWeight(weight, all.prior));
  const matchStatusOf = (pair: number): MatchStatus => {
    const [left = 0, right = 0] = [all.lefts[pair], all.rights[pair]];
    // An equal key with everything else different is a question to a person, not a link.
    if (areEqualBeyondDoubt(deterministic, left, right)) return (all.weights[pair] ?? 0) >= 0 ? 'auto' : 'review';
    const probability = probabilities[pair] ?? 0;
    if (probability >= auto && isPersonal(left, right)) return 'auto';
    return probability >= review ? 'review' : 'no';
  };
  const matchStatuses = Array.from(all.weights, (_, pair) => matchStatusOf(pair));
  const linkable = Int32Array.from(matchStatuses.flatMap((status, pair) => (status === 'no' ? [] : [pair])));
  return {
    size: linkable.length,
    lefts: linkable.map((pair) => all.lefts[pair] ?? 0),
    rights: linkable.map((pair) => all.rights[pair] ?? 0),
    weights: Float64Array.from(linkable, (pair) => all.weights[pair] ?? 0),
    probabilities: Float64Array.from(linkable, (pair) => probabilities[pair] ?? 0),
    matchStatuses: Array.from(linkable, (pair) => matchStatuses[pair] ?? 'no'),
  };
}

/** The pairs of a match status, the strongest first. */
export function* strongestFirst({ lefts, rights, weights, matchStatuses }: ScoredPairs, wanted: MatchStatus) {
  const pairs = Int32Array.from(matchStatuses.flatMap((status, pair) => (status === wanted ? [pair] : [])));
  // Pairs stand in the order of their records, which decides between equal weights.
  const ordered = pairs.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  for (const pair of ordered) yield { left: lefts[pair] ?? 0, right: rights[pair] ?? 0, weight: weights[pair] ?? 0 };
}
