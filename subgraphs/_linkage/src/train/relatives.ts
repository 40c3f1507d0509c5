import { levelNumber, type PairComparison } from '../compare/pair-comparison.js';
import type { LevelProbabilities } from '../model/linkage-model.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import type { Field } from '../table/record-table.js';

/** Records are looked at up to about so many: those of every second, third … household. */
const mostRecords = 200_000;
/** So many are no household. */
const largestHousehold = 60;
/** Fewer pairs than these tell nothing. */
const fewestPairs = 50;
/**
 * One birth in about 40 is of twins (human twinning rate, 12 in 1,000 births), so below so many siblings for each pair of
 * one birthday and two given names not one in a hundred of these are twins.
 */
const mostSiblings = 0.4;
/** Dates with nothing in common are written down of one person in far fewer records, even where nobody takes care. */
const mostWrongDates = 0.5;

const household: ReadonlySet<ComparisonKind> = new Set(['postcode', 'address', 'string', 'email']);
const familyColumns: ReadonlySet<ComparisonKind> = new Set(['patronymic', 'phone']);

export interface RelativesQuestion {
  readonly fields: readonly Field[];
  readonly records: number;
  readonly comparison: PairComparison;
  readonly uProbabilities: LevelProbabilities;
  /** Whether two records have names that are known to be two. */
  readonly areTwoNames: (left: number, right: number) => boolean;
}

/**
 * Whether the register holds families, so that records that differ in their given names alone may be of twins, of brothers and
 * sisters. Among pairs of one household and one family name, siblings have two given names and two birthdays, and there are
 * many more of them than of twins; where hardly any is found, two given names of one birthday are two names of one
 * person. It holds families too where this can't be seen, and where the columns are those of families.
 */
export function holdsRelatives(question: RelativesQuestion): boolean {
  const { fields, records } = question;
  if (fields.some(({ kind }) => familyColumns.has(kind))) return true;
  const isOf = (wanted: ComparisonKind): boolean => fields.some(({ kind }) => kind === wanted);
  if (!isOf('date') || !((isOf('given-name') && isOf('family-name')) || isOf('full-name'))) return true;
  const [seen] = fields
    .filter(({ kind }) => household.has(kind))
    .map((field) => countedIn(households(field, records), question))
    .filter(({ pairs }) => pairs >= fewestPairs)
    .toSorted((a, b) => a.strangers / a.pairs - b.strangers / b.pairs);
  if (seen === undefined) return true;
  // Two names that are known are two people's, and so is one name with two birthdays where it is no mistake.
  if (2 * seen.known > seen.oneBirthday || seen.namesakes > mostWrongDates * seen.alike) return true;
  const most = mostSiblings * seen.oneBirthday + seen.strangers;
  // Of so many siblings, chance makes two standard deviations more or fewer.
  return seen.siblings - 2 * Math.sqrt(seen.siblings) > most;
}

interface Counted {
  readonly pairs: number;
  /** Pairs with another name of one family, and another birthday. */
  readonly siblings: number;
  /** The same with one birthday. */
  readonly oneBirthday: number;
  /** Of these, those with two names that are known. */
  readonly known: number;
  /** Pairs of one name and one birthday … */
  readonly alike: number;
  /** … and of one name and two. */
  readonly namesakes: number;
  /** How many of the siblings are strangers who have a part of the name in common by chance. */
  readonly strangers: number;
}

function countedIn(groups: readonly (readonly number[])[], question: RelativesQuestion): Counted {
  const { fields, comparison, uProbabilities, areTwoNames } = question;
  const fieldOf = (kind: ComparisonKind): number => fields.findIndex((field) => field.kind === kind);
  const [given, family, whole, date] = [
    fieldOf('given-name'),
    fieldOf('family-name'),
    fieldOf('full-name'),
    fieldOf('date'),
  ];
  const closeDate = levelNumber('date', 'close');
  const farDate = levelNumber('date', 'same year or day');
  const sameFamily = levelNumber('family-name', 'same sound');
  const part = [levelNumber('full-name', 'one word shared'), levelNumber('full-name', 'one word differs')] as const;
  const oneWhole = levelNumber('full-name', 'one within the other');
  const levels = new Uint8Array(fields.length);
  const levelOf = (field: number): number => (field < 0 ? 0 : (levels[field] ?? 0));
  const isOfFamily = (): boolean =>
    whole >= 0
      ? levelOf(whole) >= part[0] && levelOf(whole) <= part[1]
      : levelOf(given) === different && levelOf(family) >= sameFamily;
  const isOneName = (): boolean =>
    whole >= 0 ? levelOf(whole) >= oneWhole : levelOf(given) >= sameFamily && levelOf(family) >= sameFamily;
  const counts = { pairs: 0, siblings: 0, oneBirthday: 0, known: 0, others: 0, alike: 0, namesakes: 0 };
  for (const members of groups) {
    for (const [at, left] of members.entries()) {
      for (const right of members.slice(at + 1)) {
        comparison.compare(left, right, levels);
        const birthday = levelOf(date);
        const isFar = birthday > 0 && birthday <= farDate;
        counts.pairs += 1;
        if (isFar && levelOf(whole >= 0 ? whole : family) === different) counts.others += 1;
        if (birthday > 0 && isOneName()) {
          if (birthday === different) counts.namesakes += 1;
          else counts.alike += 1;
        }
        if (birthday === 0 || !isOfFamily()) continue;
        if (isFar) counts.siblings += 1;
        if (birthday < closeDate) continue;
        counts.oneBirthday += 1;
        if (areTwoNames(left, right)) counts.known += 1;
      }
    }
  }
  const shares = uProbabilities[whole >= 0 ? whole : family] ?? new Float64Array();
  const alike = whole >= 0 ? shares.slice(part[0], part[1] + 1) : shares.slice(sameFamily);
  const byChance = alike.reduce((sum, share) => sum + share, 0) / (shares[different] ?? 1);
  return { ...counts, strangers: counts.others * byChance };
}

const different = 1;

/** The records of one value of a household field, where there are several. */
function households(field: Field, records: number): readonly (readonly number[])[] {
  const step = Math.ceil(records / mostRecords);
  const groups = new Map<number, number[]>();
  for (const [record, value] of field.values.entries()) {
    if (value === 0 || value % step !== 0) continue;
    const members = groups.get(value);
    if (members === undefined) groups.set(value, [record]);
    else members.push(record);
  }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= largestHousehold);
}
