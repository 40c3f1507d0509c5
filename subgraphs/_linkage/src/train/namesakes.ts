import { levelNumber, type PairComparison } from '../compare/pair-comparison.js';
import { type LevelPatterns, levelPatterns } from './level-patterns.js';
import type { LevelProbabilities } from '../model/linkage-model.js';
import { nameReading } from '../text/name-reading.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import type { Field } from '../table/record-table.js';

const mostPairs = 200_000;
/** Of one name, no more neighbours than these are looked at. */
const mostNeighbours = 40;
/** Fewer namesakes than these tell nothing, … */
const fewestPairs = 50;
/** … and neither do those most of which may be one person with a wrong date. */
const mostWrongDates = 0.2;

const personal: ReadonlySet<ComparisonKind> = new Set([
  'given-name',
  'family-name',
  'full-name',
  'patronymic',
  'date',
  'identifier',
]);

/** Pairs of records of one given and one family name, most of them of different people with different birthdays. */
export interface Namesakes {
  readonly patterns: LevelPatterns;
  readonly date: number;
  /** The fields whose u-probabilities they tell. */
  readonly fields: readonly number[];
}

/** Null for a register without names or dates: there nothing tells which namesakes are two people. */
export function namesakePatterns({
  fields,
  records,
  comparison,
  isComparable,
}: {
  readonly fields: readonly Field[];
  readonly records: number;
  readonly comparison: PairComparison;
  readonly isComparable: (left: number, right: number) => boolean;
}): Namesakes | null {
  const [given, family] = (['given-name', 'family-name'] as const).map((kind) =>
    fields.find((one) => one.kind === kind),
  );
  const date = fields.findIndex(({ kind }) => kind === 'date');
  const told = fields.flatMap(({ kind }, field) => (personal.has(kind) ? [] : [field]));
  if (given === undefined || family === undefined || date < 0 || told.length === 0) return null;
  const patterns = levelPatterns(fields.length);
  const levels = new Uint8Array(fields.length);
  let pairs = 0;
  for (const members of sameNames(given, family, records)) {
    for (const [at, left] of members.entries()) {
      for (const right of members.slice(at + 1, at + 1 + mostNeighbours)) {
        if (!isComparable(left, right)) continue;
        comparison.compare(left, right, levels);
        patterns.add(levels);
        pairs += 1;
      }
    }
    if (pairs >= mostPairs) break;
  }
  return { patterns, date, fields: told };
}

/** The records of each name by how it is read, where there are several. */
function* sameNames(given: Field, family: Field, records: number): Generator<readonly number[]> {
  const [first, last] = [given, family].map(({ texts }) => texts.map(nameReading));
  const groups = new Map<string, number[]>();
  for (let record = 0; record < records; record += 1) {
    const [a = 0, b = 0] = [given.values[record], family.values[record]];
    if (a === 0 || b === 0) continue;
    const key = `${first?.[a]} ${last?.[b]}`;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [record]);
    else members.push(record);
  }
  for (const members of groups.values()) if (members.length > 1) yield members;
}

/**
 * The u-probabilities where a level that namesakes of two birthdays have more often than strangers is as likely as among
 * them. Those of one person with a wrong date are taken out by the m-probabilities.
 */
export function withNamesakes(
  uProbabilities: LevelProbabilities,
  mProbabilities: LevelProbabilities,
  namesakes: Namesakes | null,
): LevelProbabilities {
  if (namesakes === null || mProbabilities.length === 0) return uProbabilities;
  const { patterns, date, fields } = namesakes;
  const near = levelNumber('date', 'close');
  const ofDate = mProbabilities[date] ?? new Float64Array();
  const mFar = ofDate.slice(1, near).reduce((sum, share) => sum + share, 0);
  let same = 0;
  for (let pattern = 0; pattern < patterns.size(); pattern += 1) {
    if (patterns.levelOf(pattern, date) >= near) same += patterns.count(pattern);
  }
  const wrongDates = (same * mFar) / Math.max(0.01, 1 - mFar);
  return uProbabilities.map((shares, field) => {
    if (!fields.includes(field)) return shares;
    const counts = new Float64Array(shares.length);
    let known = 0;
    for (let pattern = 0; pattern < patterns.size(); pattern += 1) {
      const birthday = patterns.levelOf(pattern, date);
      const level = patterns.levelOf(pattern, field);
      if (birthday === 0 || birthday >= near || level === 0) continue;
      counts[level] = (counts[level] ?? 0) + patterns.count(pattern);
      known += patterns.count(pattern);
    }
    const people = known - Math.min(known, wrongDates);
    if (people < fewestPairs || wrongDates > mostWrongDates * known) return shares;
    const raised = shares.map((share, level) => {
      const wrong = wrongDates * (mProbabilities[field]?.[level] ?? 0);
      return level < 2 ? share : Math.max(share, ((counts[level] ?? 0) - wrong) / people);
    });
    raised[1] = Math.max(0.01, 1 - raised.slice(2).reduce((sum, share) => sum + share, 0));
    return raised;
  });
}
