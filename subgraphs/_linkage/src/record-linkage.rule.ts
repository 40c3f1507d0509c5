import { type BlockIndex, blockIndex, largestBlock } from './record-blocks.rule.js';
import { chooseBlocking, type BlockingRule } from './blocking-choice.rule.js';
import { blockingKeys, type BlockingKey } from './blocking-key.rule.js';
import { forEachCandidate } from './candidate-pairs.rule.js';
import { identityProbability } from './identity-probability.rule.js';
import { type LinkageModel, probabilityOf, weightOf } from './linkage-model.rule.js';
import type { ComparisonKind, LinkageSettings } from './linkage-settings.rule.js';
import { trainModel } from './model-training.rule.js';
import { nameCandidates } from './name-candidates.rule.js';
import { withNamesInPlace } from './names-in-place.rule.js';
import { numberList } from './number-list.rule.js';
import { type PairComparison, pairComparison } from './pair-comparison.rule.js';
import { type PairScoring, pairScoring } from './pair-scoring.rule.js';
import { personClusters } from './person-clusters.rule.js';
import type { Field, RecordTable } from './record-table.rule.js';
import { withoutTwins } from './twin-share.rule.js';

/** What happens with a pair: linked without a look, shown to a person, or neither. */
export type Band = 'auto' | 'review' | 'no';

/** The pairs of records that may be one person, by number. */
export interface ScoredPairs {
  readonly size: number;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  readonly weights: Float64Array;
  /** How likely each is one person, relatives considered. */
  readonly probabilities: Float64Array;
  readonly bands: readonly Band[];
}

export interface LinkageOutcome {
  readonly model: LinkageModel;
  readonly comparison: PairComparison;
  readonly scoring: PairScoring;
  readonly candidates: number;
  readonly index: BlockIndex;
  /** Whether two records may be one person at all. */
  readonly isComparable: (left: number, right: number) => boolean;
  /** The pairs of the bands `auto` and `review`, by their records. */
  readonly pairs: ScoredPairs;
  /** By record, the smallest record of its cluster. */
  readonly clusterOf: Int32Array;
}

/** Told of each step that begins. */
export type Progress = (step: string) => void;

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
  const trained = withoutTwins(
    trainModel({ comparison, index, records: size, seed: settings.seed, isComparable }),
    fields,
  );
  progress('comparing');
  const most = Math.min(0.5, mostMatchesPerRecord / Math.max(1, size));
  const scoring = pairScoring(trained, fields);
  const lowest = weightOf(settings.thresholds.review, most);
  const levels = new Uint8Array(fields.length);
  const lefts = numberList();
  const rights = numberList();
  const weights: number[] = [];
  const histogram = new Float64Array(2 * histogramBits * histogramSteps + 1);
  let candidates = 0;
  forEachCandidate(index, size, (left, right) => {
    if (!isComparable(left, right)) return;
    candidates += 1;
    comparison.compare(left, right, levels);
    let weight = 0;
    for (let field = 0; field < fields.length; field += 1) {
      weight += scoring.weightOf(field, levels[field] ?? 0, left);
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
  const model = { ...trained, prevalence: prevalenceOf(histogram, size, most) };
  const identity = identityProbability(model, scoring, fields, size);
  const probabilities = weights.map((weight, pair) => {
    const left = lefts.view()[pair] ?? 0;
    comparison.compare(left, rights.view()[pair] ?? 0, levels);
    return identity.probabilityOf(weight, levels, left);
  });
  const pairs = inBands(table, settings, { lefts: lefts.view(), rights: rights.view(), weights, probabilities });
  progress(`putting ${pairs.size} pairs into clusters`);
  const clusterOf = personClusters({
    records: size,
    links: strongestFirst(pairs),
    areKeptApart: keptApart(table, settings),
    uniqueSource: unique,
  });
  return { model, comparison, scoring, candidates, index, isComparable, pairs, clusterOf };
}

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
    const [text = '', keyName] = name.split(':');
    const chosen = keys.filter(
      (key) => fields[key.field]?.name === text && (keyName === undefined || key.name === keyName),
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
 * The share of matching pairs at which the candidates' probabilities add up to just that share. Pairs that no rule found
 * count as different.
 */
function prevalenceOf(histogram: Float64Array, records: number, most: number): number {
  const all = (records * (records - 1)) / 2;
  let prevalence = Math.min(most, 1 / Math.max(2, records));
  for (let round = 0; round < 50; round += 1) {
    let matches = 0;
    for (const [step, count] of histogram.entries()) {
      if (count > 0) matches += count * probabilityOf(step / histogramSteps - histogramBits, prevalence);
    }
    const next = Math.min(most, Math.max(1e-12, matches / Math.max(1, all)));
    if (Math.abs(Math.log(next / prevalence)) < 1e-6) break;
    prevalence = next;
  }
  return prevalence;
}

interface WeighedPairs {
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  readonly weights: readonly number[];
  readonly probabilities: readonly number[];
}

function inBands(table: RecordTable, settings: LinkageSettings, all: WeighedPairs): ScoredPairs {
  const { auto, review } = settings.thresholds;
  const bandOf = (pair: number): Band => {
    const weight = all.weights[pair] ?? 0;
    const isCertain = areEqualBeyondDoubt(table.deterministic, all.lefts[pair] ?? 0, all.rights[pair] ?? 0);
    // An equal key with everything else different is a question, not an answer.
    if (isCertain) return weight >= 0 ? 'auto' : 'review';
    const probability = all.probabilities[pair] ?? 0;
    return probability >= auto ? 'auto' : probability >= review ? 'review' : 'no';
  };
  const bands = all.weights.map((_, pair) => bandOf(pair));
  const kept = Int32Array.from(bands.flatMap((band, pair) => (band === 'no' ? [] : [pair])));
  return {
    size: kept.length,
    lefts: kept.map((pair) => all.lefts[pair] ?? 0),
    rights: kept.map((pair) => all.rights[pair] ?? 0),
    weights: Float64Array.from(kept, (pair) => all.weights[pair] ?? 0),
    probabilities: Float64Array.from(kept, (pair) => all.probabilities[pair] ?? 0),
    bands: Array.from(kept, (pair) => bands[pair] ?? 'no'),
  };
}

function* strongestFirst({ lefts, rights, weights, bands }: ScoredPairs) {
  const automatic = Int32Array.from(bands.flatMap((band, pair) => (band === 'auto' ? [pair] : [])));
  // Pairs stand in the order of their records, which decides between equal weights.
  const ordered = automatic.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  for (const pair of ordered) yield { left: lefts[pair] ?? 0, right: rights[pair] ?? 0, weight: weights[pair] ?? 0 };
}

function keptApart({ ids, sources, sourceOf }: RecordTable, { notTheSame }: LinkageSettings) {
  if (notTheSame.length === 0) return [];
  const records = new Map(ids.map((id, record) => [JSON.stringify([sources[sourceOf[record] ?? 0], id]), record]));
  return notTheSame.flatMap(([left, right]): (readonly [number, number])[] => {
    const a = records.get(JSON.stringify([left?.source, left?.id]));
    const b = records.get(JSON.stringify([right?.source, right?.id]));
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}
