import { forEachCandidate } from '../blocking/candidate-pairs.js';
import type { BlockIndex } from '../blocking/record-blocks.js';
import { personClusters } from '../cluster/person-clusters.js';
import { givenNamePairs } from '../compare/given-name-pairs.js';
import { type PairComparison, pairComparison } from '../compare/pair-comparison.js';
import {
  type LevelModel,
  type LinkageModel,
  type NameVariants,
  type SharedEvidence,
  weightOfProbability,
} from '../model/linkage-model.js';
import { type MatchWeights, matchWeights } from '../score/match-weights.js';
import { personalEvidence } from '../score/personal-evidence.js';
import { withNamesInPlace } from '../table/names-in-place.js';
import type { RecordTable } from '../table/record-table.js';
import { variantCounter } from '../train/name-variants.js';
import { holdsRelatives } from '../train/relatives.js';
import { sharedEvidence } from '../train/shared-evidence.js';
import { trainModel } from '../train/train-model.js';
import type { Progress } from './progress.js';
import { type ScoredPairs, strongestFirst, weighCandidates, withMatchStatuses } from './score-pairs.js';
import { candidateBlocks } from './candidate-blocks.js';
import type { LinkageSettings } from './settings.js';

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

/** Finds out which records are one person. The same records and settings always give the same outcome. */
export function linkRecords(table: RecordTable, settings: LinkageSettings, progress: Progress): LinkageOutcome {
  const { size } = table;
  const fields = withNamesInPlace(table.fields);
  const unique = uniqueSources(table, settings);
  const isComparable = (left: number, right: number): boolean =>
    (unique[left] ?? -1) < 0 || unique[left] !== unique[right];
  progress(`looking for pairs among ${size} records`);
  const searched = [...fields, ...table.deterministic];
  const index = candidateBlocks({ ...table, fields }, searched, settings, isComparable);
  const comparison = pairComparison(fields);
  progress(`learning from the pairs of ${index.rules.length} blocking rules`);
  const register: Register = { table: { ...table, fields }, index, comparison, isComparable, seed: settings.seed };
  const trained = trainModel({ fields, comparison, index, records: size, seed: settings.seed, isComparable });
  const shared = sharedEvidence({ ...trained, fields, comparison, records: size, seed: settings.seed });
  const names = givenNamePairs(fields, true);
  const { uProbabilities } = trained;
  const { areTwoNames } = names;
  const isOfFamilies = holdsRelatives({ fields, records: size, comparison, uProbabilities, areTwoNames });
  progress(
    isOfFamilies
      ? 'the register may hold families: a link needs evidence that no relative or namesake could give'
      : 'the register holds no families: given names that one person has in turn are learned',
  );
  const variants = isOfFamilies ? null : learnedVariants(register, trained, shared);
  const weights = matchWeights(trained, fields, { shared, variants });
  progress('comparing');
  const { thresholds } = settings;
  const weighed = weighCandidates({ table, index, comparison, weights, thresholds, isComparable, progress });
  const levels = new Uint8Array(fields.length);
  const evidence = personalEvidence(fields.map(({ kind }) => kind));
  const isPersonal = (left: number, right: number): boolean => {
    if (!isOfFamilies) return true;
    comparison.compare(left, right, levels);
    const [sex = 0, other = 0] = [table.sexes[left], table.sexes[right]];
    const areOfTwoSexes = sex > 0 && other > 0 && sex !== other;
    return evidence(levels, { areOfTwoSexes, areOneName: () => names.areOneName(left, right) });
  };
  const pairs = withMatchStatuses(weighed, settings, table.deterministic, isPersonal);
  progress(`putting ${pairs.size} pairs into clusters`);
  const leastOfGroups = weightOfProbability(leastProbabilityOfGroups, weighed.prior);
  const clusterOf = personClusters({
    records: size,
    links: strongestFirst(pairs, 'auto'),
    questions: isOfFamilies ? [] : strongestFirst(pairs, 'review'),
    cannotLink: cannotLinkPairs(table, settings),
    uniqueSource: unique,
    areAlike: (one, other) => {
      let sum = 0;
      const [some, others] = [one.slice(0, mostOfGroup), other.slice(0, mostOfGroup)];
      for (const left of some) {
        for (const right of others) {
          comparison.compare(left, right, levels);
          sum += weights.weigh(levels, left, right);
        }
      }
      return sum / (some.length * others.length) >= leastOfGroups;
    },
  });
  const model = { ...trained, prior: weighed.prior };
  return {
    model,
    comparison,
    weights,
    candidates: weighed.candidates,
    index,
    isComparable,
    pairs,
    clusterOf,
  };
}

/**
 * Two groups of records come together by their best pair where the average pair has this probability at least: records of
 * one person may differ more from each other than from the one that brings them together. On `historical_50k` any number from
 * 0.15 to 0.5 gives an F1 of 0.92 to 0.93.
 */
const leastProbabilityOfGroups = 0.2;
const mostOfGroup = 12;

interface Register {
  readonly table: RecordTable;
  readonly index: BlockIndex;
  readonly comparison: PairComparison;
  readonly isComparable: (left: number, right: number) => boolean;
  readonly seed: number;
}

/** Learns which given names one person has in turn, from the pairs that all other fields make one person. */
function learnedVariants(
  { table: { fields, size }, index, comparison, isComparable }: Register,
  trained: LevelModel,
  shared: readonly SharedEvidence[],
): NameVariants | null {
  const given = fields.findIndex(({ kind }) => kind === 'given-name');
  if (given < 0) return null;
  const counter = variantCounter(fields, given, trained);
  const weights = matchWeights(trained, fields, { shared });
  const enough = weightOfProbability(0.5, 1 / Math.max(3, size));
  const levels = new Uint8Array(fields.length);
  const parts = new Float64Array(fields.length);
  forEachCandidate(index, size, (left, right) => {
    if (!isComparable(left, right)) return;
    comparison.compare(left, right, levels);
    const beside = weights.weigh(levels, left, right, parts) - (parts[given] ?? 0);
    if (beside >= enough) counter.add(left, right, levels[given] ?? 0);
  });
  return counter.variants();
}

function uniqueSources({ sourceOf, sources }: RecordTable, { uniqueSources }: LinkageSettings): Int32Array {
  const isUnique = sources.map((source) =>
    typeof uniqueSources === 'boolean' ? uniqueSources : uniqueSources.includes(source),
  );
  return sourceOf.map((source) => (isUnique[source] === true ? source : -1));
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
