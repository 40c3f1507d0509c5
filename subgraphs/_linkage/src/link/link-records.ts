import { type BlockIndex, blockIndex, largestBlock } from '../blocking/record-blocks.js';
import { chooseBlocking, type BlockingRule } from '../blocking/choose-blocking-rules.js';
import { blockingKeys, type BlockingKey } from '../blocking/blocking-keys.js';
import { forEachCandidate } from '../blocking/candidate-pairs.js';
import { matchProbability } from '../score/match-probability.js';
import { type LinkageModel, probabilityOfWeight, weightOfProbability } from '../model/linkage-model.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import { blockingPart, type LinkageSettings } from './settings.js';
import { trainModel } from '../train/train-model.js';
import { nameCandidates } from '../blocking/name-candidates.js';
import { withNamesInPlace } from '../table/names-in-place.js';
import { numberList } from '../numbers/number-list.js';
import { type PairComparison, pairComparison } from '../compare/pair-comparison.js';
import { type MatchWeights, matchWeights } from '../score/match-weights.js';
import { personClusters } from '../cluster/person-clusters.js';
import type { Field, RecordTable } from '../table/record-table.js';
import { withSameBirthdayShare } from '../train/same-birthday-share.js';

/** What happens with a pair: linked without a clerical review, shown to a person, or neither. */
export type MatchStatus = 'auto' | 'review' | 'no';

/** The pairs of records that may be one person, by number. */
export interface ScoredPairs {
  readonly size: number;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  readonly weights: Float64Array;
  /** How likely each is one person, relatives considered. */
  readonly probabilities: Float64Array;
  readonly matchStatuses: readonly MatchStatus[];
}

export interface LinkageOutcome {
  readonly model: LinkageModel;
  readonly comparison: PairComparison;
  readonly weights: MatchWeights;
  readonly candidates: number;
  readonly index: BlockIndex;
  /** Whether two records may be one person at all. */
  readonly isComparable: (left: number, right: number) => boolean;
  /** The pairs of the match statuses `auto` and `review`, by their records. */
  readonly pairs: ScoredPairs;
  /** By record, the smallest record of its cluster. */
  readonly clusterOf: Int32Array;
}

/**
 * Told of each step that begins, and in a long one many times a second of how much is done.
 * `done` and `of` are missing where a step begins.
 */
export type Progress = (step: string, done?: number, of?: number) => void;

/** Finds out which records are one person. The same records and settings always give the same outcome. */
export function linkRecords(table: RecordTable, settings: LinkageSettings, progress: Progress): LinkageOutcome {
  const { size } = table;
  const fields = withNamesInPlace(table.fields);
  const unique = uniqueSources(table, settings);
  const isComparable = (left: number, right: number): boolean =>
    (unique[left] ?? -1) < 0 || unique[left] !== unique[right];
  progress(`looking for pairs among ${size} records`);
  const searched = [...fields, ...table.deterministic];
  const index = searchIndex({ ...table, fields }, searched, settings, isComparable);
  const comparison = pairComparison(fields);
  progress(`learning from the pairs of ${index.rules.length} blocking rules`);
  const trained = withSameBirthdayShare(
    trainModel({ comparison, index, records: size, seed: settings.seed, isComparable }),
    fields,
  );
  progress('comparing');
  const most = Math.min(0.5, mostMatchesPerRecord / Math.max(1, size));
  const weightsOfFields = matchWeights(trained, fields);
  const lowest = weightOfProbability(settings.thresholds.review, most);
  const levels = new Uint8Array(fields.length);
  const lefts = numberList();
  const rights = numberList();
  const weights: number[] = [];
  const histogram = new Float64Array(2 * histogramBits * histogramSteps + 1);
  let candidates = 0;
  forEachCandidate(index, size, (left, right) => {
    if (!isComparable(left, right)) return;
    candidates += 1;
    if (candidates % pairsPerReport === 0) progress(`comparing: ${candidates} pairs, records`, left, size);
    comparison.compare(left, right, levels);
    let weight = 0;
    for (let field = 0; field < fields.length; field += 1) {
      weight += weightsOfFields.weightOf(field, levels[field] ?? 0, left);
    }
    const step = Math.round(
      (Math.max(-histogramBits, Math.min(histogramBits, weight)) + histogramBits) * histogramSteps,
    );
    histogram[step] = (histogram[step] ?? 0) + 1;
    if (weight < lowest && !areEqualBeyondDoubt(table.deterministic, left, right)) return;
    lefts.push(left);
    rights.push(right);
    weights.push(weight);
  });
  const model = { ...trained, prior: priorOf(histogram, size, most) };
  const identity = matchProbability(model, weightsOfFields, fields, size);
  const probabilities = weights.map((weight, pair) => {
    const left = lefts.view()[pair] ?? 0;
    comparison.compare(left, rights.view()[pair] ?? 0, levels);
    return identity.probabilityOf(weight, levels, left);
  });
  const pairs = withMatchStatuses(table, settings, {
    lefts: lefts.view(),
    rights: rights.view(),
    weights,
    probabilities,
  });
  progress(`putting ${pairs.size} pairs into clusters`);
  const clusterOf = personClusters({
    records: size,
    links: strongestFirst(pairs),
    cannotLink: cannotLinkPairs(table, settings),
    uniqueSource: unique,
  });
  return { model, comparison, weights: weightsOfFields, candidates, index, isComparable, pairs, clusterOf };
}

const pairsPerReport = 65_536;
const mostMatchesPerRecord = 20;
const histogramBits = 128;
const histogramSteps = 8;

function searchIndex(
  table: RecordTable,
  searched: readonly Field[],
  settings: LinkageSettings,
  isComparable: (left: number, right: number) => boolean,
): BlockIndex {
  const [names, second] = searched;
  const isOneName = names !== undefined && second === undefined && oneWordKinds.has(names.kind);
  if (isOneName && settings.blocking === undefined) {
    const mostPerName = Math.ceil((settings.candidatesPerRecord ?? mostPerLoneName) / 2);
    return nameCandidates({ names, mostPerName, isComparable });
  }
  const keys = blockingKeys(searched);
  return blockIndex(searched, keys, blockingRules(keys, table, settings), table.size);
}

const oneWordKinds: ReadonlySet<ComparisonKind> = new Set(['given-name', 'family-name', 'patronymic']);
const mostPerLoneName = 50;

function blockingRules(
  keys: readonly BlockingKey[],
  { fields, deterministic, size }: RecordTable,
  settings: LinkageSettings,
): readonly BlockingRule[] {
  const certain = keys.filter(({ field, name }) => field >= fields.length && name === 'whole').map((key) => [key]);
  const compared = keys.filter(({ field }) => field < fields.length);
  if (settings.blocking !== undefined) {
    return [...certain, ...settings.blocking.flatMap((rule) => namedRule(rule, fields, compared))];
  }
  // So few records are compared with each other, each with all.
  if (size <= largestBlock) return [[]];
  const candidatesPerRecord = settings.candidatesPerRecord ?? (size <= 20_000 ? 100 : size <= 100_000 ? 60 : 50);
  return [...certain, ...chooseBlocking(compared, { records: size, candidatesPerRecord })].slice(
    0,
    mostRules + deterministic.length,
  );
}

const mostRules = 48;

/** A rule of the settings means every combination of the named fields' keys. */
function namedRule(
  names: readonly string[],
  fields: readonly Field[],
  keys: readonly BlockingKey[],
): readonly BlockingRule[] {
  let rules: readonly BlockingRule[] = [[]];
  for (const name of names) {
    const part = blockingPart(
      name,
      fields.map((field) => field.name),
    );
    const chosen = keys.filter(
      (key) => fields[key.field]?.name === part?.field && (part?.key === null || key.name === part?.key),
    );
    rules = rules.flatMap((rule) => chosen.map((key) => [...rule, key]));
  }
  return rules;
}

function uniqueSources({ sourceOf, sources }: RecordTable, { uniqueSources }: LinkageSettings): Int32Array {
  const isUnique = sources.map((source) =>
    typeof uniqueSources === 'boolean' ? uniqueSources : uniqueSources.includes(source),
  );
  return sourceOf.map((source) => (isUnique[source] === true ? source : -1));
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

interface WeighedPairs {
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  readonly weights: readonly number[];
  readonly probabilities: readonly number[];
}

function withMatchStatuses(table: RecordTable, settings: LinkageSettings, all: WeighedPairs): ScoredPairs {
  const { auto, review } = settings.thresholds;
  const matchStatusOf = (pair: number): MatchStatus => {
    const weight = all.weights[pair] ?? 0;
    const isCertain = areEqualBeyondDoubt(table.deterministic, all.lefts[pair] ?? 0, all.rights[pair] ?? 0);
    // An equal key with everything else different is a question to a person, not a link.
    if (isCertain) return weight >= 0 ? 'auto' : 'review';
    const probability = all.probabilities[pair] ?? 0;
    return probability >= auto ? 'auto' : probability >= review ? 'review' : 'no';
  };
  const matchStatuses = all.weights.map((_, pair) => matchStatusOf(pair));
  const linkable = Int32Array.from(matchStatuses.flatMap((status, pair) => (status === 'no' ? [] : [pair])));
  return {
    size: linkable.length,
    lefts: linkable.map((pair) => all.lefts[pair] ?? 0),
    rights: linkable.map((pair) => all.rights[pair] ?? 0),
    weights: Float64Array.from(linkable, (pair) => all.weights[pair] ?? 0),
    probabilities: Float64Array.from(linkable, (pair) => all.probabilities[pair] ?? 0),
    matchStatuses: Array.from(linkable, (pair) => matchStatuses[pair] ?? 'no'),
  };
}

function* strongestFirst({ lefts, rights, weights, matchStatuses }: ScoredPairs) {
  const automatic = Int32Array.from(matchStatuses.flatMap((status, pair) => (status === 'auto' ? [pair] : [])));
  // Pairs stand in the order of their records, which decides between equal weights.
  const ordered = automatic.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  for (const pair of ordered) yield { left: lefts[pair] ?? 0, right: rights[pair] ?? 0, weight: weights[pair] ?? 0 };
}

function cannotLinkPairs({ ids, sources, sourceOf }: RecordTable, { notTheSame }: LinkageSettings) {
  if (notTheSame.length === 0) return [];
  const records = new Map(ids.map((id, record) => [JSON.stringify([sources[sourceOf[record] ?? 0], id]), record]));
  return notTheSame.flatMap(([left, right]): (readonly [number, number])[] => {
    const a = records.get(JSON.stringify([left?.source, left?.id]));
    const b = records.get(JSON.stringify([right?.source, right?.id]));
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}
