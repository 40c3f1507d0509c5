import { nameReading } from '../text/name-reading.js';
import type { BlockIndex } from './record-blocks.js';
import { numberList } from '../numbers/number-list.js';
import { leastSimilar } from './similar-names.js';
import { soundKeys } from '../text/sound-keys.js';
import type { Field } from '../table/record-table.js';
import { jaroWinkler } from '../text/text-similarity.js';

/** Of a group of names that sound alike, each is compared with so many, the next in the order of letters. */
const mostLooked = 1500;
/** Records of one and the same name are compared with so many of their followers. */
const mostFollowers = 8;

export interface NameSearch {
  readonly names: Field;
  /** How many other names one name has as candidates, the most alike; names that chose it come on top. */
  readonly mostPerName: number;
  readonly isComparable: (left: number, right: number) => boolean;
}

/**
 * The candidates of records that have nothing but one word of a name, where no second key can narrow the search: the names
 * that share a sound key and look most alike. Each pair is a block of its own.
 */
export function nameCandidates({ names, mostPerName, isComparable }: NameSearch): BlockIndex {
  const members = numberList();
  const recordsOf = recordsByValue(names);
  const pair = (left: number, right: number): void => {
    if (left === right || !isComparable(left, right)) return;
    members.push(Math.min(left, right));
    members.push(Math.max(left, right));
  };
  const bothWays = (lefts: readonly number[], rights: readonly number[]): void => {
    for (const left of lefts.slice(0, mostFollowers))
      for (const right of rights.slice(0, mostFollowers)) pair(left, right);
  };
  const nearest = nearestNames(names.texts, (value, other) =>
    (recordsOf[value] ?? [])
      .slice(0, 4)
      .some((left) => (recordsOf[other] ?? []).slice(0, 4).some((right) => isComparable(left, right))),
  );
  for (const [value, records] of recordsOf.entries()) {
    for (const [at, left] of records.entries()) {
      for (const right of records.slice(at + 1, at + 1 + mostFollowers)) pair(left, right);
    }
    for (const other of nearest(value, mostPerName)) bothWays(records, recordsOf[other] ?? []);
  }
  const blocks = members.length() / 2;
  return {
    rules: [[]],
    ruleStarts: Int32Array.of(0, blocks),
    isPart: new Uint8Array(blocks),
    blockStarts: Int32Array.from({ length: blocks + 1 }, (_, block) => 2 * block),
    members: members.view().slice(),
  };
}

function recordsByValue({ texts, values }: Field): readonly (readonly number[])[] {
  const records: number[][] = texts.map(() => []);
  for (const [record, value] of values.entries()) if (value > 0) records[value]?.push(record);
  return records;
}

type Nearest = (value: number, most: number) => readonly number[];

function nearestNames(texts: readonly string[], isOfUse: (value: number, other: number) => boolean): Nearest {
  // By letters, not by number: the numbers depend on the order in which the records came.
  const ordered = Int32Array.from(texts.keys()).toSorted((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  const place = new Int32Array(texts.length);
  for (const [at, value] of ordered.entries()) place[value] = at;
  const readings = texts.map(nameReading);
  const groups = new Map<string, number[]>();
  for (const value of ordered) {
    if (value === 0) continue;
    for (const key of soundKeys(texts[value] ?? '')) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return (value, most) => {
    if (value === 0) return [];
    const similarity = new Map<number, number>();
    for (const key of soundKeys(texts[value] ?? '')) {
      for (const other of around(groups.get(key) ?? [], place, value)) {
        if (other === value || similarity.has(other)) continue;
        const alike = Math.max(
          jaroWinkler(texts[value] ?? '', texts[other] ?? ''),
          jaroWinkler(readings[value] ?? '', readings[other] ?? ''),
        );
        similarity.set(other, alike >= leastSimilar && isOfUse(value, other) ? alike : 0);
      }
    }
    return [...similarity]
      .filter(([, alike]) => alike > 0)
      .toSorted(([a, x], [b, y]) => y - x || (place[a] ?? 0) - (place[b] ?? 0))
      .slice(0, most)
      .map(([other]) => other);
  };
}

function around(group: readonly number[], place: Int32Array, value: number): readonly number[] {
  if (group.length <= mostLooked) return group;
  const own = place[value] ?? 0;
  let low = 0;
  for (let high = group.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((place[group[middle] ?? 0] ?? 0) < own) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - mostLooked / 2, group.length - mostLooked));
  return group.slice(from, from + mostLooked);
}
