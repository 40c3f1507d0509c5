import type { BlockIndex } from '../blocking/record-blocks.js';
import { type LevelPatterns, levelPatterns } from './level-patterns.js';
import {
  type LevelModel,
  type LevelProbabilities,
  matchWeight,
  monotoneModel,
  probabilityOfWeight,
} from '../model/linkage-model.js';
import type { PairComparison } from '../compare/pair-comparison.js';
import type { Field } from '../table/record-table.js';
import { namesakePatterns, withNamesakes } from './namesakes.js';
import { seededRandom } from '../numbers/seeded-random.js';

const randomPairs = 250_000;
const pairsPerSession = 50_000;
const mostSessions = 12;
const mostRounds = 60;
const settled = 1e-5;

/** Counted beside what was seen, so that no level is impossible. */
const imaginaryPairs = 1;

export interface Training {
  readonly fields: readonly Field[];
  readonly comparison: PairComparison;
  readonly index: BlockIndex;
  readonly records: number;
  readonly seed: number;
  /** Whether two records may be one person at all. */
  readonly isComparable: (left: number, right: number) => boolean;
}

/**
 * Learns without examples. Random pairs, nearly all of different people, give the u-probabilities. The pairs of one
 * blocking rule are a mixture of one person and two; on the fields outside the rule, expectation maximization tells the
 * two apart and gives the m-probabilities. Each rule teaches about the fields that it does not use, so that what the rule
 * demands is never taken for evidence; of the estimates of all rules the median counts, so that none of them leads astray.
 *
 * What people of one name have in common, such as a mailbox that is named after them, is no evidence beside the name: the
 * u-probabilities of all fields but names and dates are those of namesakes where they are higher.
 */
export function trainModel(training: Training): LevelModel {
  const random = randomPatterns(training);
  const names = training.comparison.levelNames;
  const sessions = chosenSessions(training.index).map((rule) => session(training, rule));
  let uProbabilities: LevelProbabilities = names.map((levels, field) => levelShares(random, field, levels.length));
  let mProbabilities: LevelProbabilities = [];
  const namesakes = namesakePatterns(training);
  let prior = 0;
  for (let pass = 0; pass < 2; pass += 1) {
    // Among random pairs of a small or much repeated set some are of one person; they are taken out.
    uProbabilities = uProbabilities.map((levels, field) => without(levels, mProbabilities[field], prior));
    uProbabilities = withNamesakes(uProbabilities, mProbabilities, namesakes);
    const estimates = sessions.map(({ patterns, fields }) =>
      expectationMaximization(patterns, fields, names, uProbabilities),
    );
    mProbabilities = names.map((levels, field) => median(estimates, field, levels.length));
    prior = matchingPairs(sessions, estimates, mProbabilities) / ((training.records * (training.records - 1)) / 2);
  }
  return monotoneModel({ mProbabilities, uProbabilities });
}

function without(mixed: Float64Array, mProbability: Float64Array | undefined, prior: number): Float64Array {
  if (mProbability === undefined) return mixed;
  return shares(mixed.map((share, level) => Math.max(share - prior * (mProbability[level] ?? 0), share / 50)));
}

/** How many pairs of one person there are: those of a rule, divided by the chance that a pair meets the rule. */
function matchingPairs(
  sessions: readonly Session[],
  estimates: readonly Estimate[],
  mProbabilities: LevelProbabilities,
): number {
  const matches = sessions.map(({ used, share }, at) => {
    const met = used.reduce((product, field) => product * (mProbabilities[field]?.at(-1) ?? 1), 1);
    return (estimates[at]?.matches ?? 0) / share / met;
  });
  return matches.length === 0 ? 0 : middle(matches);
}

function randomPatterns({ comparison, records, seed, isComparable }: Training): LevelPatterns {
  const patterns = levelPatterns(comparison.levelNames.length);
  const levels = new Uint8Array(comparison.levelNames.length);
  const random = seededRandom(seed);
  for (let pair = 0; pair < randomPairs && records > 1; pair += 1) {
    const left = random(records);
    const right = random(records);
    if (left === right || !isComparable(left, right)) continue;
    comparison.compare(left, right, levels);
    patterns.add(levels);
  }
  return patterns;
}

function levelShares(patterns: LevelPatterns, field: number, levels: number): Float64Array {
  const counts = new Float64Array(levels).fill(imaginaryPairs, 1);
  for (let pattern = 0; pattern < patterns.size(); pattern += 1) {
    const level = patterns.levelOf(pattern, field);
    if (level > 0) counts[level] = (counts[level] ?? 0) + patterns.count(pattern);
  }
  return shares(counts);
}

function shares(counts: Float64Array): Float64Array {
  const sum = counts.reduce((total, count) => total + count, 0);
  return sum === 0 ? counts : counts.map((count) => count / sum);
}

/**
 * Rules that leave different fields outside: those of few keys first, as what agrees in much already is often a copy, and
 * then in the order of the rules, which is the order of selectivity.
 */
function chosenSessions({ rules }: BlockIndex): readonly number[] {
  const fieldsOf = (rule: number): string => [...new Set(rules[rule]?.map(({ field }) => field))].toSorted().join(' ');
  const keysIn = (rule: number): number => rules[rule]?.length ?? 0;
  const numbers = rules.map((_, rule) => rule).toSorted((a, b) => keysIn(a) - keysIn(b) || a - b);
  return numbers
    .filter((rule, at) => numbers.findIndex((other) => fieldsOf(other) === fieldsOf(rule)) === at)
    .slice(0, mostSessions);
}

interface Session {
  /** The fields that the rule uses. */
  readonly used: readonly number[];
  /** The share of the rule's pairs that were compared. */
  readonly share: number;
  /** The fields that the rule leaves outside. */
  readonly fields: readonly number[];
  readonly patterns: LevelPatterns;
}

function session({ comparison, index, isComparable }: Training, rule: number): Session {
  const used = new Set(index.rules[rule]?.map(({ field }) => field));
  const fields = comparison.levelNames.map((_, field) => field).filter((field) => !used.has(field));
  const patterns = levelPatterns(comparison.levelNames.length);
  const levels = new Uint8Array(comparison.levelNames.length);
  const [from = 0, to = 0] = index.ruleStarts.subarray(rule, rule + 2);
  // A part of a block has more in common than the rule demands; it is heard where there is nothing else.
  const isHeard = (block: number): boolean => index.isPart[block] !== 1;
  const whole = pairsIn(index, from, to, isHeard);
  const pairs = whole > 0 ? whole : pairsIn(index, from, to, () => true);
  // Every so many blocks, so that all of the alphabet is heard.
  const step = Math.max(1, Math.ceil(pairs / pairsPerSession));
  for (let block = from; block < to; block += step) {
    if (whole > 0 && !isHeard(block)) continue;
    const start = index.blockStarts[block] ?? 0;
    const end = index.blockStarts[block + 1] ?? 0;
    for (let i = start; i < end; i += 1) {
      for (let j = i + 1; j < end; j += 1) {
        const left = index.members[i] ?? 0;
        const right = index.members[j] ?? 0;
        if (!isComparable(left, right)) continue;
        comparison.compare(left, right, levels);
        patterns.add(levels);
      }
    }
  }
  return { used: [...used].filter((field) => field < comparison.levelNames.length), share: 1 / step, fields, patterns };
}

function pairsIn({ blockStarts }: BlockIndex, from: number, to: number, isHeard: (block: number) => boolean): number {
  let pairs = 0;
  for (let block = from; block < to; block += 1) {
    if (!isHeard(block)) continue;
    const size = (blockStarts[block + 1] ?? 0) - (blockStarts[block] ?? 0);
    pairs += (size * (size - 1)) / 2;
  }
  return pairs;
}

interface Estimate {
  readonly fields: readonly number[];
  readonly mProbabilities: LevelProbabilities;
  readonly matches: number;
}

/** Estimates the m-probabilities and the share of matches in the mixture; the u-probabilities stay as they are. */
function expectationMaximization(
  patterns: LevelPatterns,
  fields: readonly number[],
  names: PairComparison['levelNames'],
  uProbabilities: LevelProbabilities,
): Estimate {
  let mProbabilities: LevelProbabilities = names.map((levels) => firstGuess(levels.length));
  let prior = 0.2;
  let matches = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const counts = names.map(({ length }) => firstGuess(length).map((share) => share * imaginaryPairs));
    const model = { mProbabilities, uProbabilities };
    const weights = names.map((levels, field) => levels.map((_, level) => matchWeight(model, field, level)));
    let pairs = 0;
    matches = 0;
    for (let pattern = 0; pattern < patterns.size(); pattern += 1) {
      let weight = 0;
      for (const field of fields) weight += weights[field]?.[patterns.levelOf(pattern, field)] ?? 0;
      const count = patterns.count(pattern);
      const matched = probabilityOfWeight(weight, prior) * count;
      pairs += count;
      matches += matched;
      for (const field of fields) {
        const level = patterns.levelOf(pattern, field);
        const ofField = counts[field];
        if (level > 0 && ofField !== undefined) ofField[level] = (ofField[level] ?? 0) + matched;
      }
    }
    const next = Math.min(0.999, Math.max(1e-6, matches / Math.max(1, pairs)));
    const change = Math.abs(next - prior);
    prior = next;
    mProbabilities = counts.map((count) => shares(count));
    if (change < settled) break;
  }
  return { fields, mProbabilities, matches };
}

/** Most agree; the others are spread over the rest. */
function firstGuess(levels: number): Float64Array {
  const guess = new Float64Array(levels).fill(0.2 / Math.max(1, levels - 2), 1);
  guess[levels - 1] = 0.8;
  return guess;
}

/** So few matches tell nothing of a level that one in a hundred has. */
const fewestMatches = 100;

/** By level, the median of the estimates of the rules that found enough matches; where none did, of all. */
function median(estimates: readonly Estimate[], field: number, levels: number): Float64Array {
  const all = estimates.filter(({ fields }) => fields.includes(field));
  const sure = all.filter(({ matches }) => matches >= fewestMatches);
  const heard = sure.length > 0 ? sure : all;
  if (heard.length === 0) return shares(firstGuess(levels));
  return shares(
    firstGuess(levels).map((_, level) =>
      level === 0 ? 0 : middle(heard.map(({ mProbabilities }) => mProbabilities[field]?.[level] ?? 0)),
    ),
  );
}

function middle(numbers: readonly number[]): number {
  const ordered = numbers.toSorted((a, b) => a - b);
  const half = (ordered.length - 1) / 2;
  return ((ordered[Math.floor(half)] ?? 0) + (ordered[Math.ceil(half)] ?? 0)) / 2;
}
