import type { BlockingRule } from './choose-blocking-rules.js';
import type { BlockingKey } from './blocking-keys.js';
import { numberList } from '../numbers/number-list.js';
import { sortByHash } from '../numbers/sort-by-hash.js';
import type { Field } from '../table/record-table.js';

/** Groups of records that are worth a comparison. */
export interface BlockIndex {
  readonly rules: readonly BlockingRule[];
  /** By rule, the number of its first block; one entry more than there are rules. */
  readonly ruleStarts: Int32Array;
  /** By block, where its records begin in `members`; one entry more than there are blocks. */
  readonly blockStarts: Int32Array;
  /** The records of each block in ascending order. */
  readonly members: Int32Array;
  /** By block: 1 where it is a part of a larger one, whose records have more in common than the rule demands. */
  readonly isPart: Uint8Array;
}

/** Larger blocks are split by the other keys; so the number of pairs grows with the records, not with their square. */
export const largestBlock = 80;

/** In a block that no key can split, a record is compared with so many of its followers. */
const windowSize = 8;
const mostSplits = 3;
const mostUnsplit = 0.9;

export function blockIndex(
  fields: readonly Field[],
  keys: readonly BlockingKey[],
  rules: readonly BlockingRule[],
  size: number,
): BlockIndex {
  const members = numberList();
  const blockStarts = numberList();
  const ruleStarts = numberList();
  const parts = numberList();
  const all = Int32Array.from({ length: size }, (_, record) => record);
  const emit = (block: Int32Array, from: number, to: number, isPart: boolean): void => {
    blockStarts.push(members.length());
    parts.push(isPart ? 1 : 0);
    for (let at = from; at < to; at += 1) members.push(block[at] ?? 0);
  };
  const order = alikeOrder(fields);
  const splitters = keys.toSorted((a, b) => a.uProbability - b.uProbability);
  const group = (records: Int32Array, rule: BlockingRule, depth: number): void => {
    const sorted = memberships(fields, rule, records);
    for (let from = 0, to = 0; from < sorted.hashes.length; from = to) {
      to = from + 1;
      while (to < sorted.hashes.length && sorted.hashes[to] === sorted.hashes[from]) to += 1;
      const length = to - from;
      if (length < 2) continue;
      // A key that nearly all of the block share does not split it, nor would the next.
      const isSplit = depth === 0 || length <= records.length * mostUnsplit;
      if (length <= largestBlock) emit(sorted.records, from, to, depth > 0);
      else split(sorted.records.slice(from, to), rule, isSplit ? depth : mostSplits);
    }
  };
  const split = (records: Int32Array, rule: BlockingRule, depth: number): void => {
    const others = depth < mostSplits ? splitters.filter(({ field }) => rule.every((key) => key.field !== field)) : [];
    // The most selective keys first, each of another field; a record that lacks one is found by the next.
    const chosen = others.filter((key, at) => others.findIndex(({ field }) => field === key.field) === at).slice(0, 3);
    for (const key of chosen) group(records, [...rule, key], depth + 1);
    const alike = order(records);
    for (let from = 0; from + 1 < alike.length; from += windowSize / 2) {
      emit(alike.subarray(from, from + windowSize).toSorted(), 0, Math.min(alike.length - from, windowSize), true);
    }
  };
  for (const rule of rules) {
    ruleStarts.push(blockStarts.length());
    group(all, rule, 0);
  }
  ruleStarts.push(blockStarts.length());
  blockStarts.push(members.length());
  return {
    rules,
    ruleStarts: ruleStarts.view().slice(),
    blockStarts: blockStarts.view().slice(),
    members: members.view().slice(),
    isPart: Uint8Array.from(parts.view()),
  };
}

/** Each record with the hash of each combination of its keys, sorted by hash and then by record. */
function memberships(
  fields: readonly Field[],
  rule: BlockingRule,
  records: Int32Array,
): { readonly hashes: Int32Array; readonly records: Int32Array } {
  const hashes = numberList();
  const owners = numberList();
  const add = (record: number, at: number, hash: number): void => {
    const key = rule[at];
    if (key === undefined) {
      hashes.push(hash);
      owners.push(record);
      return;
    }
    const value = fields[key.field]?.values[record] ?? 0;
    const end = key.starts[value + 1] ?? 0;
    for (let next = key.starts[value] ?? 0; next < end; next += 1) {
      // A sum, so that keys of one space may change places.
      add(record, at + 1, (hash + mixed(key.space, key.hashes[next] ?? 0)) | 0);
    }
  };
  for (const record of records) add(record, 0, rule.length);
  return sortByHash(hashes.view(), owners.view());
}

function mixed(hash: number, key: number): number {
  let result = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + key;
  result = Math.imul(result ^ (result >>> 13), 0x297a2d39);
  return (result ^ (result >>> 16)) | 0;
}

/** Sorts records so that neighbours are alike, by the letters of one field after the other. */
function alikeOrder(fields: readonly Field[]): (records: Int32Array) => Int32Array {
  const ranks: Int32Array[] = [];
  const rankOf = (field: number, record: number): number => {
    const { texts = [], values } = fields[field] ?? {};
    const known = (ranks[field] ??= ranksOf(texts));
    return known[values?.[record] ?? 0] ?? 0;
  };
  return (records) =>
    records.toSorted((a, b) => {
      for (let field = 0; field < fields.length; field += 1) {
        const difference = rankOf(field, a) - rankOf(field, b);
        if (difference !== 0) return difference;
      }
      return a - b;
    });
}

function ranksOf(texts: readonly string[]): Int32Array {
  const ranks = new Int32Array(texts.length);
  const order = Int32Array.from(texts.keys()).toSorted((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  for (const [rank, value] of order.entries()) ranks[value] = rank;
  return ranks;
}
