import { consonantSkeleton } from '../text/consonant-skeleton.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import { nameReading } from '../text/name-reading.js';
import type { Field } from '../table/record-table.js';
import { soundKeys } from '../text/sound-keys.js';

/** One way to find records with something in common in a field. A value may have several keys, or none. */
export interface BlockingKey {
  readonly field: number;
  readonly name: string;
  /** By value, where its keys begin in `hashes`; one entry more than there are values. */
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
  /** How likely two records that know the field share a key by chance, times the share of pairs that know it. */
  readonly uProbability: number;
  /** The share of records that have a key. */
  readonly known: number;
  /** A guess, before anything is learned: how often the field is written alike for one person … */
  readonly clean: number;
  /** … and how often this key is equal where it is not. */
  readonly survives: number;
  /** Keys of one space may stand for each other, as a given and a family name do that were exchanged. */
  readonly space: number;
}

type KeysOf = (text: string) => readonly string[];

const words = (text: string): readonly string[] => (text.includes(' ') ? text.split(' ').slice(0, 4) : [text]);
const whole: KeysOf = (text) => [text];

const sounds: KeysOf = (text) => words(text).flatMap((word) => soundKeys(word));
const allSounds: KeysOf = (text) => [text.split(' ').map(consonantSkeleton).toSorted().join(' ')];
const begins: KeysOf = (text) => (text.length > 4 ? [text.slice(0, 4)] : []);
const halves: KeysOf = (text) => (text.length >= 6 ? [`a${text.slice(0, 4)}`, `z${text.slice(-4)}`] : []);
const longWords: KeysOf = (text) => words(text).filter((word) => word.length > 3);
const known = (part: string): readonly string[] => (/^0+$/.test(part) ? [] : [part]);

const twoWords: KeysOf = (text) => {
  const all = [...new Set(words(text).map(consonantSkeleton))].toSorted();
  return all.flatMap((word, at) => all.slice(at + 1).map((other) => `${word} ${other}`));
};
const reading: KeysOf = (text) => words(text).map((word) => nameReading(word).slice(0, 3));

interface KeyMaker {
  readonly keysOf: KeysOf;
  readonly survives: number;
}

interface KindKeys {
  readonly clean: number;
  readonly keys: Readonly<Record<string, KeyMaker>>;
}

const key = (keysOf: KeysOf, survives: number): KeyMaker => ({ keysOf, survives });
const names: KindKeys = { clean: 0.8, keys: { sound: key(sounds, 0.5), beginning: key(reading, 0.6) } };
const fullNames: KindKeys = {
  clean: 0.7,
  keys: { sound: key(sounds, 0.97), 'two words': key(twoWords, 0.7), 'all words': key(allSounds, 0) },
};
const dates: KindKeys = {
  clean: 0.88,
  keys: {
    date: key((text) => (text.length === 8 && !text.endsWith('00') ? [text] : []), 0),
    year: key((text) => known(text.slice(0, 4)), 0.45),
    'month and day': key(
      (text) => (text.endsWith('00') ? [] : [[text.slice(4, 6), text.slice(6, 8)].toSorted().join('')]),
      0.45,
    ),
  },
};
const mailbox: KeysOf = (text) => known(text.slice(0, text.indexOf('@') >>> 0));
const area: KeysOf = (text) => (text.length > 4 ? [text.slice(0, -3)] : []);

const keysByKind: Readonly<Record<ComparisonKind, KindKeys>> = {
  'given-name': names,
  'family-name': names,
  patronymic: names,
  'full-name': fullNames,
  date: dates,
  email: { clean: 0.7, keys: { whole: key(whole, 0), mailbox: key(mailbox, 0.5) } },
  phone: { clean: 0.7, keys: { end: key((text) => [text.slice(-7)], 0.1) } },
  postcode: { clean: 0.75, keys: { whole: key(whole, 0), area: key(area, 0.6) } },
  address: { clean: 0.6, keys: { whole: key(whole, 0), word: key(longWords, 0.8) } },
  identifier: { clean: 0.85, keys: { whole: key(whole, 0), half: key(halves, 0.7) } },
  string: { clean: 0.7, keys: { whole: key(whole, 0), beginning: key(begins, 0.5) } },
  exact: { clean: 0.85, keys: { whole: key(whole, 0) } },
};

/** The names of the keys that a field of this kind has, as a blocking rule calls them. */
export function blockingKeyNames(kind: ComparisonKind): readonly string[] {
  return Object.keys(keysByKind[kind].keys);
}

/** All keys of all fields. */
export function blockingKeys(fields: readonly Field[]): readonly BlockingKey[] {
  return fields.flatMap((field, number) => {
    const { clean, keys } = keysByKind[field.kind];
    const isExchangeable = field.kind === 'given-name' || field.kind === 'family-name';
    return Object.entries(keys).map(([name, { keysOf, survives }]): BlockingKey => {
      const ofValues = keysOfValues(field.texts, keysOf);
      return {
        field: number,
        name,
        ...ofValues,
        ...frequency(ofValues, field.values),
        clean,
        survives,
        space: isExchangeable ? 0 : number + 1,
      };
    });
  });
}

function keysOfValues(texts: readonly string[], keysOf: KeysOf): Pick<BlockingKey, 'starts' | 'hashes'> {
  const starts = new Int32Array(texts.length + 1);
  const hashes: number[] = [];
  for (const [value, text] of texts.entries()) {
    starts[value] = hashes.length;
    if (value > 0) hashes.push(...new Set(keysOf(text).map((one) => hashOf(one))));
  }
  starts[texts.length] = hashes.length;
  return { starts, hashes: Int32Array.from(hashes) };
}

function frequency(
  { starts, hashes }: Pick<BlockingKey, 'starts' | 'hashes'>,
  values: Int32Array,
): Pick<BlockingKey, 'uProbability' | 'known'> {
  const counts = new Map<number, number>();
  let having = 0;
  for (const value of values) {
    const begin = starts[value] ?? 0;
    const end = starts[value + 1] ?? 0;
    if (end > begin) having += 1;
    for (let at = begin; at < end; at += 1) {
      const hash = hashes[at] ?? 0;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  let pairs = 0;
  for (const count of counts.values()) pairs += count * (count - 1);
  return {
    uProbability: pairs / Math.max(1, values.length * (values.length - 1)),
    known: having / Math.max(1, values.length),
  };
}

/** FNV-1a over UTF-16 units, never 0. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash === 0 ? 1 : hash;
}
