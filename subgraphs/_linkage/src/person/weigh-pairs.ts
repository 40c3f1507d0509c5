import { nameLevels } from '../compare/name-comparison.js';
import { pairComparison, type PairComparison } from '../compare/pair-comparison.js';
import { probabilityOfWeight } from '../model/linkage-model.js';
import { givenNamePairs } from '../compare/given-name-pairs.js';
import { personalEvidence } from '../score/personal-evidence.js';
import { internedValues } from '../table/interned-values.js';
import type { Field } from '../table/record-table.js';
import { matchNationalNumbers, type NationalNumberMatch } from './national-number-match.js';
import { fieldWeight, personModel } from './person-model.js';
import { comparedValues, type ComparedValue, tellTwoSexes } from './person-values.js';

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
  /** Whether the person signed up with it, under whatever name and birthday. @default false */
  readonly isVolunteer?: boolean;
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
  const compared = comparedValues.map((value, at) => comparedField(records, value, at));
  const comparison = pairComparison(compared);
  const { areOneName } = givenNamePairs(compared, false);
  const levels = new Uint8Array(comparedValues.length);
  const found: RecordPair[] = [];
  for (const [a, b] of pairs) {
    const [one, other] = [records[a], records[b]];
    if (one === undefined || other === undefined || one.id === other.id) continue;
    if (one.isUnique && one.organizationId === other.organizationId) continue;
    const nationalNumberMatch = matchNationalNumbers(one.nationalNumberHashes, other.nationalNumberHashes);
    if (nationalNumberMatch === 'different') continue;
    comparison.compare(a, b, levels);
    const fields = evidence(comparison, levels, one.values, other.values);
    const weight = inThousandths(fields.reduce((sum, { weight }) => sum + weight, 0));
    const areOfTwoSexes = tellTwoSexes(one.values, other.values);
    const isDeclared = one.isVolunteer === true || other.isVolunteer === true;
    const isOwn =
      isPersonal(levels, { areOfTwoSexes, areOneName: () => areOneName(a, b) }) &&
      (!isDeclared || agreesBeyondNameAndDay(fields));
    const matchStatus = matchStatusOf(nationalNumberMatch, fields, { weight, isOwn });
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

function evidence(
  comparison: PairComparison,
  levels: Uint8Array,
  values: readonly string[],
  others: readonly string[],
): readonly FieldEvidence[] {
  return comparedValues.map(({ name }, at) => {
    const level = comparison.levelNames[at]?.[levels[at] ?? 0] ?? '';
    const weight = fieldWeight(personModel, name, level, [values[at] ?? '', others[at] ?? '']);
    return { field: name, level, weight: inThousandths(weight) };
  });
}

const isPersonal = personalEvidence(comparedValues.map(({ kind }) => kind));

/** @param evidence.isOwn whether they agree in what nobody else could agree in as well */
function matchStatusOf(
  nationalNumberMatch: RecordPair['nationalNumberMatch'],
  fields: readonly FieldEvidence[],
  { weight, isOwn }: { readonly weight: number; readonly isOwn: boolean },
): RecordPair['matchStatus'] | 'no' {
  if (nationalNumberMatch === 'equal') return fields.some(clashes) ? 'review' : 'auto';
  const { auto, review } = personModel.thresholds;
  const probability = probabilityOfPair(weight);
  if (probability >= auto && isOwn) return 'auto';
  return probability >= review || areOfOneNameAndPhone(fields) ? 'review' : 'no';
}

/** Whether there is more than a name and a birthday, which somebody else may know: a father's name, a number or an address. */
function agreesBeyondNameAndDay(fields: readonly FieldEvidence[]): boolean {
  return fields.some(({ field, level }) => moreThanName[field]?.includes(level) ?? false);
}

const moreThanName: Partial<Record<ComparedValue, readonly string[]>> = {
  patronymic: nameLevels.slice(nameLevels.indexOf('same sound')),
  phone: ['equal'],
  email: ['equal'],
};

/** Whatever their birthdays say: a misprint, or a father and a son. */
function areOfOneNameAndPhone(fields: readonly FieldEvidence[]): boolean {
  const oneName = nameLevels.slice(nameLevels.indexOf('same sound'));
  const agrees: Partial<Record<ComparedValue, readonly string[]>> = {
    givenName: oneName,
    familyName: oneName,
    phone: ['equal'],
  };
  return fields.every(({ field, level }) => agrees[field]?.includes(level) ?? true);
}

/** The match probability of a pair of this match weight, where all other records stand against the one person. */
export function probabilityOfPair(weight: number): number {
  return probabilityOfWeight(weight, 1 / personModel.assumedRecords);
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
