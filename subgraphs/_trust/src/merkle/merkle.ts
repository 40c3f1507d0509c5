import { createHash } from 'node:crypto';

/** Rows from the first number up to the second one, which is not among them; rows are counted from 0. */
export type Range = readonly [from: number, to: number];

/** The root of a whole subtree: of the rows from `position` × 2^`level` on, 2^`level` of them. */
export interface TreeNode {
  readonly level: number;
  readonly position: number;
}

/** A tree as a signed head says it: how many rows it has, and its root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of a row (RFC 9162, 2.1.1). */
export function leafHash(data: string | Uint8Array): Buffer {
  return sha256(leafPrefix, typeof data === 'string' ? Buffer.from(data) : data);
}

/** The hash of a node above two others (RFC 9162, 2.1.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(nodePrefix, left, right);
}

/** The root of a tree without rows. */
export const emptyRoot: Uint8Array = sha256();

/** Where the left subtree of a range ends: it has the largest power of two of rows that leaves some to the right one. */
function middleOf(from: number, to: number): number {
  let rows = 1;
  while (rows * 2 < to - from) rows *= 2;
  return from + rows;
}

/** The ranges whose roots prove that a row is in a tree of this size, from the row upwards (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = middleOf(from, to);
    if (index < middle) {
      ranges.push([middle, to]);
      to = middle;
    } else {
      ranges.push([from, middle]);
      from = middle;
    }
  }
  return ranges.toReversed();
}

/**
 * The ranges whose roots prove that a tree begins with the rows of an earlier, smaller one (RFC 9162, 2.1.4.1).
 *
 * @param earlier from 1 to `size`
 */
export function consistencyRanges(earlier: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (earlier < to) {
    const middle = middleOf(from, to);
    if (earlier <= middle) {
      ranges.push([middle, to]);
      to = middle;
    } else {
      ranges.push([from, middle]);
      from = middle;
    }
  }
  if (from > 0) ranges.push([from, to]);
  return ranges.toReversed();
}

/** The whole subtrees that a range of a proof consists of, the largest first. */
export function nodesOf([from, to]: Range): TreeNode[] {
  const nodes: TreeNode[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    let rows = 1;
    while (rows * 2 <= to - start) {
      rows *= 2;
      level += 1;
    }
    nodes.push({ level, position: start / rows });
    start += rows;
  }
  return nodes;
}

/** The root above whole subtrees that follow each other, the largest first. */
export function rootAbove(hashes: readonly Uint8Array[]): Uint8Array {
  return (
    hashes.reduceRight<Uint8Array | null>((right, left) => (right ? nodeHash(left, right) : left), null) ?? emptyRoot
  );
}

const half = (number: number): number => Math.floor(number / 2);
const isOdd = (number: number): boolean => number % 2 === 1;
const isEqual = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** What a proof of inclusion is about. */
export interface ProvenRow {
  /** Counted from 0. */
  readonly index: number;
  readonly hash: Uint8Array;
}

/** Whether the proof shows that the row is in the tree (RFC 9162, 2.1.3.2). */
export function isIncluded(row: ProvenRow, { size, root }: TreeHead, proof: readonly Uint8Array[]): boolean {
  const reached = rootFrom(row, size, proof);
  return reached !== null && isEqual(reached, root);
}

/** The root to which a proof leads from a row of a tree of this size; null when no row of it has such a proof. */
export function rootFrom({ index, hash }: ProvenRow, size: number, proof: readonly Uint8Array[]): Uint8Array | null {
  if (index < 0 || index >= size) return null;
  let [place, last, reached] = [index, size - 1, hash];
  for (const sibling of proof) {
    if (last === 0) return null;
    if (isOdd(place) || place === last) {
      reached = nodeHash(sibling, reached);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      reached = nodeHash(reached, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? reached : null;
}

const isPowerOfTwo = (number: number): boolean => nodesOf([0, number]).length === 1;

/** Whether the proof shows that the later tree begins with the rows of the earlier one (RFC 9162, 2.1.4.2). */
export function isConsistent(earlier: TreeHead, later: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && isEqual(earlier.root, later.root);
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  const [start, ...siblings] = path;
  if (!start) return false;
  let [place, last] = [earlier.size - 1, later.size - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  let [before, after] = [start, start];
  for (const sibling of siblings) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      after = nodeHash(after, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && isEqual(before, earlier.root) && isEqual(after, later.root);
}

/** A tree that rows are put to one after the other; of its nodes it keeps those at its right edge alone. */
export class GrowingTree {
  #edge: { readonly rows: number; readonly hash: Uint8Array }[] = [];
  #size = 0;

  /** How many rows it has. */
  get size(): number {
    return this.#size;
  }

  get root(): Uint8Array {
    return rootAbove(this.#edge.map(({ hash }) => hash));
  }

  /** Puts the hash of a row to its end. */
  append(hash: Uint8Array): void {
    this.#size += 1;
    let added = { rows: 1, hash };
    for (let left = this.#edge.at(-1); left?.rows === added.rows; left = this.#edge.at(-1)) {
      this.#edge.pop();
      added = { rows: added.rows * 2, hash: nodeHash(left.hash, added.hash) };
    }
    this.#edge.push(added);
  }
}
