import { internedValues } from '../table/interned-values.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import { isNameKind, type NameKind } from '../text/name-kind.js';
import type { Field } from '../table/record-table.js';
import { type NameForm, nameForm, nameReading } from '../text/name-reading.js';
import {
  addressComparison,
  dateComparison,
  emailComparison,
  exactComparison,
  fullNameComparison,
  identifierComparison,
  type Comparison,
  phoneComparison,
  postcodeComparison,
  stringComparison,
} from './comparisons.js';
import { nameLevel, nameLevels } from './name-comparison.js';

const exchanged = nameLevels.indexOf('exchanged');
const sameSound = nameLevels.indexOf('same sound');
const sameReading = nameLevels.indexOf('same reading');

type TextKind = Exclude<ComparisonKind, NameKind>;

const comparisons: Readonly<Record<TextKind, Comparison>> = {
  'full-name': fullNameComparison,
  date: dateComparison,
  email: emailComparison,
  phone: phoneComparison,
  postcode: postcodeComparison,
  address: addressComparison,
  identifier: identifierComparison,
  string: stringComparison,
  exact: exactComparison,
};

/** Compares records of one table, field by field. */
export interface PairComparison {
  /** By field, the names of the levels; see {@link Comparison}. */
  readonly levelNames: readonly (readonly string[])[];
  /** Writes the level of each field into `levels`. */
  readonly compare: (left: number, right: number, levels: Uint8Array) => void;
}

export function pairComparison(fields: readonly Field[]): PairComparison {
  const readings = internedValues(nameReading);
  const comparers = fields.map((field) => comparer(field, readings.intern));
  const given = fields.findIndex(({ kind }) => kind === 'given-name');
  const family = fields.findIndex(({ kind }) => kind === 'family-name');
  const areExchanged = exchange(fields[given], fields[family], readings.intern);
  return {
    levelNames: comparers.map(({ names }) => names),
    compare: (left, right, levels) => {
      for (let field = 0; field < comparers.length; field += 1) {
        levels[field] = comparers[field]?.levelOf(left, right) ?? 0;
      }
      if (
        areExchanged !== null &&
        (levels[given] ?? 0) < sameSound &&
        (levels[family] ?? 0) < sameSound &&
        areExchanged(left, right)
      ) {
        levels[given] = exchanged;
        levels[family] = exchanged;
      }
    },
  };
}

/**
 * The number of a comparison level of a kind.
 *
 * @throws Error when the kind has no such level
 */
export function levelNumber(kind: ComparisonKind, name: string): number {
  const names: readonly string[] = isNameKind(kind) ? nameLevels : comparisons[kind].names;
  const number = names.indexOf(name);
  if (number < 0) throw new Error(`Comparisons of ${kind} have no level "${name}".`);
  return number;
}

const mostRememberedBits = 16;

interface RecordComparer {
  readonly names: readonly string[];
  readonly levelOf: (left: number, right: number) => number;
}

function comparer({ kind, values, texts }: Field, readingOf: (text: string) => number): RecordComparer {
  const { names, levelOf } = isNameKind(kind) ? nameComparison(texts.map(nameForm)) : textComparison(kind, texts);
  const reading = isNameKind(kind) ? Int32Array.from(texts, readingOf) : null;
  const equal = names.length - 1;
  // Neighbours in a block bring the same two values again and again; the newest level of each place is cached.
  // Few values make few pairs: to compare one record with its candidates must not clear megabytes.
  const bits = Math.max(1, Math.min(mostRememberedBits, Math.ceil(2 * Math.log2(texts.length))));
  const lowers = new Int32Array(1 << bits);
  const highers = new Int32Array(1 << bits);
  const cachedLevels = new Uint8Array(1 << bits);
  return {
    names,
    levelOf: (left, right) => {
      const a = values[left] ?? 0;
      const b = values[right] ?? 0;
      if (a === 0 || b === 0) return 0;
      if (a === b) return equal;
      if (reading !== null && reading[a] === reading[b]) return sameReading;
      const lower = a < b ? a : b;
      const higher = a < b ? b : a;
      const place = (Math.imul(lower, 0x9e3779b1) ^ Math.imul(higher, 0x85ebca6b)) >>> (32 - bits);
      if (lowers[place] === lower && highers[place] === higher) return cachedLevels[place] ?? 0;
      const level = levelOf(lower, higher);
      lowers[place] = lower;
      highers[place] = higher;
      cachedLevels[place] = level;
      return level;
    },
  };
}

/** Compares the values of one field by their numbers. */
interface ValueComparison {
  readonly names: readonly string[];
  readonly levelOf: (left: number, right: number) => number;
}

function textComparison(kind: TextKind, texts: readonly string[]): ValueComparison {
  const { names, levelOf } = comparisons[kind];
  if (kind !== 'full-name') return { names, levelOf: (left, right) => levelOf(texts[left] ?? '', texts[right] ?? '') };
  const readings = texts.map((text) => text.split(' ').map(nameReading).join(' '));
  return {
    names,
    levelOf: (left, right) =>
      readings[left] === readings[right] ? names.length - 1 : levelOf(readings[left] ?? '', readings[right] ?? ''),
  };
}

function nameComparison(forms: readonly NameForm[]): ValueComparison {
  return {
    names: nameLevels,
    levelOf: (left, right) => {
      const [one, other] = [forms[left], forms[right]];
      return one === undefined || other === undefined ? 0 : nameLevel(one, other);
    },
  };
}

function exchange(
  given: Field | undefined,
  family: Field | undefined,
  readingOf: (text: string) => number,
): ((left: number, right: number) => boolean) | null {
  if (given === undefined || family === undefined) return null;
  const givenReading = Int32Array.from(given.texts, readingOf);
  const familyReading = Int32Array.from(family.texts, readingOf);
  const valueOf = (readings: Int32Array, field: Field, record: number): number =>
    readings[field.values[record] ?? 0] ?? 0;
  return (left, right) => {
    const first = valueOf(givenReading, given, left);
    const last = valueOf(familyReading, family, left);
    return (
      first !== 0 &&
      last !== 0 &&
      first === valueOf(familyReading, family, right) &&
      last === valueOf(givenReading, given, right)
    );
  };
}
