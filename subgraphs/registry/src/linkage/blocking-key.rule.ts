import { consonantSkeleton } from './consonant-skeleton.rule.js';
import type { ComparisonKind } from './linkage-settings.rule.js';
import type { Field } from './record-table.rule.js';
import { soundKeys } from './sound-keys.rule.js';

/** One way to find records with something in common in a field. A value may have several keys, or none. */
export interface BlockingKey {
  readonly field: number;
  readonly name: string;
  /** By value, where its keys begin in `hashes`; one entry more than there are values. */
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
  /** How likely two records that know the field share a key by chance, times the share of pairs that know it. */
  readonly coincidence: number;
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

const names = { sound: sounds };
const keysByKind: Readonly<Record<ComparisonKind, Readonly<Record<string, KeysOf>>>> = {
  'given-name': names,
  'family-name': names,
  patronymic: names,
  'full-name': { ...names, 'all words': allSounds },
  date: {
    date: (text) => (text.length === 8 && !text.endsWith('00') ? [text] : []),
    year: (text) => known(text.slice(0, 4)),
    'month and day': (text) => (text.endsWith('00') ? [] : [[text.slice(4, 6), text.slice(6, 8)].toSorted().join('')]),
  },
  email: { whole, mailbox: (text) => known(text.slice(0, text.indexOf('@') >>> 0)) },
  phone: { end: (text) => [text.slice(-7)] },
  postcode: { whole, area: (text) => (text.length > 4 ? [text.slice(0, -3)] : []) },
  address: { whole, word: longWords },
  identifier: { whole, half: halves },
  string: { whole, beginning: begins },
  exact: { whole },
};

/** All keys of all fields. */
export function blockingKeys(fields: readonly Field[]): readonly BlockingKey[] {
  return fields.flatMap((field, number) =>
    Object.entries(keysByKind[field.kind]).map(([name, keysOf]) => blockingKey(field, number, name, keysOf)),
  );
}

function blockingKey({ texts, values }: Field, field: number, name: string, keysOf: KeysOf): BlockingKey {
  const starts = new Int32Array(texts.length + 1);
  const hashes: number[] = [];
  for (const [value, text] of texts.entries()) {
    starts[value] = hashes.length;
    if (value > 0) hashes.push(...new Set(keysOf(text).map((key) => hashOf(key))));
  }
  starts[texts.length] = hashes.length;
  const key = { field, name, starts, hashes: Int32Array.from(hashes) };
  return { ...key, coincidence: coincidence(key, values) };
}

function coincidence({ starts, hashes }: Pick<BlockingKey, 'starts' | 'hashes'>, values: Int32Array): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const end = starts[value + 1] ?? 0;
    for (let at = starts[value] ?? 0; at < end; at += 1) {
      const hash = hashes[at] ?? 0;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  let pairs = 0;
  for (const count of counts.values()) pairs += count * (count - 1);
  return pairs / Math.max(1, values.length * (values.length - 1));
}

/** FNV-1a over UTF-16 units, never 0. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash === 0 ? 1 : hash;
}
