import { pairComparison, type PairComparison } from '../compare/pair-comparison.js';
import { matchProbability } from '../score/match-probability.js';
import { internedValues } from '../table/interned-values.js';
import type { Field } from '../table/record-table.js';
import { matchNationalNumbers, type NationalNumberMatch } from './national-number-match.js';
import { fieldWeight, personModel } from './person-model.js';
import { comparedValues, type ComparedValue } from './person-values.js';

/** A record as linkage sees it: its newest version in the form in which it is compared. */
export interface NormalizedRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly localKey: string;
  /** As `normalizedValues` gives them. */
  readonly values: readonly string[];
  readonly nationalNumberHashes: readonly string[];
  /** Whether the organisation's register holds each person once. */
  readonly isUnique: boolean;
}

/** One step of a pair's waterfall: how far a value agrees, and the bits that this adds to the match weight. */
export interface FieldEvidence {
  readonly field: ComparedValue;
  readonly level: string;
  readonly weight: number;
}

/** Two records that may be one person; `left` has the smaller id. */
export interface RecordPair {
  readonly leftId: string;
  readonly rightId: string;
  readonly matchStatus: 'auto' | 'review';
  readonly nationalNumberMatch: Exclude<NationalNumberMatch, 'different'>;
  /** The match weight in bits; the sum of the fields' weights. */
  readonly weight: number;
  readonly fields: readonly FieldEvidence[];
}

/**
 * Weighs pairs of records, named by their positions, and gives those that are one person or need a clerical review. What
 * it says of a pair depends on its two records and the fixed model, and on nothing else.
 */
export function weighPairs(
  records: readonly NormalizedRecord[],
  pairs: readonly (readonly [number, number])[],
): readonly RecordPair[] {
  if (pairs.length === 0) return [];
  const comparison = pairComparison(comparedValues.map((value, at) => comparedField(records, value, at)));
  const levels = new Uint8Array(comparedValues.length);
  const found: RecordPair[] = [];
  for (const [a, b] of pairs) {
    const [one, other] = [records[a], records[b]];
    if (one === undefined || other === undefined || one.id === other.id) continue;
    if (one.isUnique && one.organizationId === other.organizationId) continue;
    const nationalNumberMatch = matchNationalNumbers(one.nationalNumberHashes, other.nationalNumberHashes);
    if (nationalNumberMatch === 'different') continue;
    comparison.compare(a, b, levels);
    const fields = evidence(comparison, levels, one.values);
    const weight = inThousandths(fields.reduce((sum, { weight }) => sum + weight, 0));
    const status = matchStatusOf(nationalNumberMatch, fields);
    const matchStatus = isOfAnotherYear([one, other], fields, nationalNumberMatch) ? 'review' : status;
    if (matchStatus === 'no') continue;
    const [leftId, rightId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    found.push({ leftId, rightId, matchStatus, nationalNumberMatch, weight, fields });
  }
  return found;
}

/**
 * One compared value of records as a column. Its texts are sorted, so that a pair is compared in the same order whatever
 * stands beside it.
 */
export function comparedField(
  records: readonly NormalizedRecord[],
  { name, kind }: (typeof comparedValues)[number],
  at: number,
): Field {
  const { intern, texts } = internedValues((raw) => raw);
  for (const text of new Set(records.map((record) => record.values[at] ?? '').toSorted())) intern(text);
  return {
    name,
    column: name,
    kind,
    texts,
    values: Int32Array.from(records, (record) => intern(record.values[at] ?? '')),
  };
}

function evidence(comparison: PairComparison, levels: Uint8Array, values: readonly string[]): readonly FieldEvidence[] {
  return comparedValues.map(({ name }, at) => {
    const level = comparison.levelNames[at]?.[levels[at] ?? 0] ?? '';
    return { field: name, level, weight: inThousandths(fieldWeight(personModel, name, level, values[at] ?? '')) };
  });
}

function matchStatusOf(
  nationalNumberMatch: RecordPair['nationalNumberMatch'],
  fields: readonly FieldEvidence[],
): RecordPair['matchStatus'] | 'no' {
  if (nationalNumberMatch === 'equal') return fields.some(clashes) ? 'review' : 'auto';
  const { thresholds } = personModel;
  const probability = probabilityOfPair(fields);
  return probability >= thresholds.auto ? 'auto' : probability >= thresholds.review ? 'review' : 'no';
}

const birthDateAt = comparedValues.findIndex(({ name }) => name === 'birthDate');

/**
 * Whether both names and the telephone number are equal and the year of birth is another: a misprint, or a father and a
 * son. The weight of the rest may speak for either, so a person is asked.
 */
function isOfAnotherYear(
  pair: readonly [NormalizedRecord, NormalizedRecord],
  fields: readonly FieldEvidence[],
  nationalNumberMatch: NationalNumberMatch,
): boolean {
  if (nationalNumberMatch === 'equal') return false;
  const [year, otherYear] = pair.map(({ values }) => values[birthDateAt]?.slice(0, 4) ?? '');
  if (year === '' || otherYear === '' || year === otherYear) return false;
  const sameName = ['equal', 'same reading', 'same sound'];
  const agrees: Partial<Record<ComparedValue, readonly string[]>> = {
    givenName: sameName,
    familyName: sameName,
    phone: ['equal'],
  };
  return fields.every(({ field, level }) => agrees[field]?.includes(level) ?? true);
}

/** The compared values without records, for what is the same whichever records there are. */
const bareFields = comparedValues.map((value, at) => comparedField([], value, at));
const { levelNames } = pairComparison(bareFields);

/** The match probability of a pair, where all others and the relatives among them stand against the one person. */
export function probabilityOfPair(fields: readonly FieldEvidence[]): number {
  const { sameBirthdayShare, assumedRecords } = personModel;
  const levels = Uint8Array.from(fields, ({ level }, at) => Math.max(0, levelNames[at]?.indexOf(level) ?? 0));
  const weights = { weightOf: (at: number) => fields[at]?.weight ?? 0 };
  const weight = fields.reduce((sum, one) => sum + one.weight, 0);
  const assumptions = { sameBirthdayShare, prior: 1 / assumedRecords };
  return matchProbability(assumptions, weights, bareFields, assumedRecords).probabilityOf(weight, levels, 0);
}

const clashing: Partial<Record<ComparedValue, readonly string[]>> = {
  givenName: ['different'],
  familyName: ['different'],
  birthDate: ['different', 'same year or day'],
};

function clashes({ field, level }: FieldEvidence): boolean {
  return clashing[field]?.includes(level) ?? false;
}

/** Written down in this form, so that the parts that people read add up to the whole. */
function inThousandths(bits: number): number {
  return Math.round(bits * 1000) / 1000;
}
