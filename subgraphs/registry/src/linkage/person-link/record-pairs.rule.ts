import { identityProbability } from '@birlik/linkage/identity-probability.rule';
import { internedValues } from '@birlik/linkage/interned-values.rule';
import { pairComparison, type PairComparison } from '@birlik/linkage/pair-comparison.rule';
import type { Field } from '@birlik/linkage/record-table.rule';
import { compareNationalIds, type NationalIdMatch } from '../source-record/national-id.rule.js';
import { assumedRecords, fieldWeight, personModel, thresholds } from './person-model.rule.js';
import { comparedValues, type ComparedValue } from './record-texts.rule.js';

/** A record as linkage sees it: its newest version in the form in which it is compared. */
export interface LinkageRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly localKey: string;
  readonly texts: readonly string[];
  readonly nationalIds: readonly string[];
  /** Whether the organisation's register holds each person once. */
  readonly isUnique: boolean;
}

/** What one value of a pair says: how far it agrees, and the bits that this adds to the weight. */
export interface FieldEvidence {
  readonly field: ComparedValue;
  readonly level: string;
  readonly weight: number;
}

/** Two records that may be one person; `left` has the smaller id. */
export interface RecordPair {
  readonly leftId: string;
  readonly rightId: string;
  readonly band: 'auto' | 'review';
  readonly nationalId: Exclude<NationalIdMatch, 'different'>;
  /** In bits; the sum of the fields' weights. */
  readonly weight: number;
  readonly fields: readonly FieldEvidence[];
}

/**
 * Weighs pairs of records, named by their positions, and gives those that are one person or need a look. The answer on
 * a pair depends on its two records and the fixed model, and on nothing else.
 */
export function weighPairs(
  records: readonly LinkageRecord[],
  pairs: readonly (readonly [number, number])[],
): readonly RecordPair[] {
  if (pairs.length === 0) return [];
  const comparison = pairComparison(comparedValues.map((value, at) => field(records, value, at)));
  const levels = new Uint8Array(comparedValues.length);
  const found: RecordPair[] = [];
  for (const [a, b] of pairs) {
    const [one, other] = [records[a], records[b]];
    if (one === undefined || other === undefined || one.id === other.id) continue;
    if (one.isUnique && one.organizationId === other.organizationId) continue;
    const nationalId = compareNationalIds(one.nationalIds, other.nationalIds);
    if (nationalId === 'different') continue;
    comparison.compare(a, b, levels);
    const fields = evidence(comparison, levels, one.texts);
    const weight = inThousandths(fields.reduce((sum, { weight }) => sum + weight, 0));
    const band = bandOf(nationalId, fields);
    if (band === 'no') continue;
    const [leftId, rightId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    found.push({ leftId, rightId, band, nationalId, weight, fields });
  }
  return found;
}

/** Sorted, so that a pair is compared in the same order whatever stands beside it. */
function field(records: readonly LinkageRecord[], { name, kind }: (typeof comparedValues)[number], at: number): Field {
  const { intern, texts } = internedValues((raw) => raw);
  for (const text of new Set(records.map((record) => record.texts[at] ?? '').toSorted())) intern(text);
  return {
    name,
    column: name,
    kind,
    texts,
    values: Int32Array.from(records, (record) => intern(record.texts[at] ?? '')),
  };
}

function evidence(comparison: PairComparison, levels: Uint8Array, texts: readonly string[]): readonly FieldEvidence[] {
  return comparedValues.map(({ name }, at) => {
    const level = comparison.levelNames[at]?.[levels[at] ?? 0] ?? '';
    return { field: name, level, weight: inThousandths(fieldWeight(personModel, name, level, texts[at] ?? '')) };
  });
}

function bandOf(nationalId: RecordPair['nationalId'], fields: readonly FieldEvidence[]): RecordPair['band'] | 'no' {
  if (nationalId === 'equal') return fields.some(clashes) ? 'review' : 'auto';
  const probability = probabilityOfPair(fields);
  return probability >= thresholds.auto ? 'auto' : probability >= thresholds.review ? 'review' : 'no';
}

/** The compared values without records, for what is the same whichever records there are. */
const bareFields = comparedValues.map((value, at) => field([], value, at));
const { levelNames } = pairComparison(bareFields);
const assumptions = { twins: personModel.twins, prevalence: 1 / assumedRecords };

/** How likely it is that two records are one person, where all others and the relatives among them stand against it. */
export function probabilityOfPair(fields: readonly FieldEvidence[]): number {
  const levels = Uint8Array.from(fields, ({ level }, at) => Math.max(0, levelNames[at]?.indexOf(level) ?? 0));
  const scoring = { weightOf: (at: number) => fields[at]?.weight ?? 0 };
  const weight = fields.reduce((sum, one) => sum + one.weight, 0);
  return identityProbability(assumptions, scoring, bareFields, assumedRecords).probabilityOf(weight, levels, 0);
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
