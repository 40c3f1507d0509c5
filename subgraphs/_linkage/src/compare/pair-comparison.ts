import { consonantSkeleton } from '../text/consonant-skeleton.js';
import { internedValues } from '../table/interned-values.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import type { Field } from '../table/record-table.js';
import { nameReading } from '../text/name-reading.js';
import { jaroWinkler } from '../text/text-similarity.js';
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

/** How alike two names are, from nothing known to equality. */
export const nameLevels = [
  'missing',
  'different',
  'similar',
  'close',
  'same sound',
  'same reading',
  'exchanged',
  'equal',
] as const;
const exchanged = nameLevels.indexOf('exchanged');
const sameSound = nameLevels.indexOf('same sound');
const sameReading = nameLevels.indexOf('same reading');

type TextKind = Exclude<ComparisonKind, 'given-name' | 'family-name' | 'patronymic'>;

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
  const skeletons = internedValues(consonantSkeleton);
  const comparers = fields.map((field) => comparer(field, skeletons.intern));
  const given = fields.findIndex(({ kind }) => kind === 'given-name');
  const family = fields.findIndex(({ kind }) => kind === 'family-name');
  const areExchanged = exchange(fields[given], fields[family], skeletons.intern);
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
        // One event shows in two fields; it is counted in the first, and the second tells nothing more.
        levels[given] = exchanged;
        levels[family] = 0;
      }
    },
  };
}

const mostRememberedBits = 16;

interface RecordComparer {
  readonly names: readonly string[];
  readonly levelOf: (left: number, right: number) => number;
}

function comparer({ kind, values, texts }: Field, skeletonOf: (text: string) => number): RecordComparer {
  const isName = kind === 'given-name' || kind === 'family-name' || kind === 'patronymic';
  const readings = isName || kind === 'full-name' ? internedValues(nameReading) : null;
  const reading = readings === null ? null : Int32Array.from(texts, readings.intern);
  const { names, levelOf } = isName ? nameComparison : comparisons[kind];
  const sound = isName ? Int32Array.from(texts, skeletonOf) : null;
  const compared = reading === null ? texts : Array.from(reading, (number) => readings?.texts[number] ?? '');
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
      if (reading !== null && reading[a] === reading[b]) return isName ? sameReading : equal;
      if (sound !== null && sound[a] === sound[b]) return sameSound;
      const lower = a < b ? a : b;
      const higher = a < b ? b : a;
      const place = (Math.imul(lower, 0x9e3779b1) ^ Math.imul(higher, 0x85ebca6b)) >>> (32 - bits);
      if (lowers[place] === lower && highers[place] === higher) return cachedLevels[place] ?? 0;
      const level = levelOf(compared[lower] ?? '', compared[higher] ?? '');
      lowers[place] = lower;
      highers[place] = higher;
      cachedLevels[place] = level;
      return level;
    },
  };
}

const nameComparison: Comparison = {
  names: nameLevels,
  levelOf: (left, right) => {
    const similarity = jaroWinkler(left, right);
    if (similarity >= 0.92 || sharesWord(left, right)) return 3;
    return similarity >= 0.85 || isInitial(left, right) || isInitial(right, left) ? 2 : 1;
  },
};

function isInitial(letter: string, name: string): boolean {
  return letter.length === 1 && name.startsWith(letter);
}

/** Whether one of several given names, or one half of a double name, is the other person's name. */
function sharesWord(left: string, right: string): boolean {
  if (!left.includes(' ') && !right.includes(' ')) return false;
  const words = right.split(' ');
  return left.split(' ').some((word) => word.length > 2 && words.includes(word));
}

function exchange(
  given: Field | undefined,
  family: Field | undefined,
  skeletonOf: (text: string) => number,
): ((left: number, right: number) => boolean) | null {
  if (given === undefined || family === undefined) return null;
  const givenSound = Int32Array.from(given.texts, skeletonOf);
  const familySound = Int32Array.from(family.texts, skeletonOf);
  const soundOf = (sound: Int32Array, field: Field, record: number): number => sound[field.values[record] ?? 0] ?? 0;
  return (left, right) => {
    const first = soundOf(givenSound, given, left);
    const last = soundOf(familySound, family, left);
    return (
      first !== 0 &&
      last !== 0 &&
      first === soundOf(familySound, family, right) &&
      last === soundOf(givenSound, given, right)
    );
  };
}
