import type { BlockIndex } from './record-blocks.js';

/**
 * Names each pair of records that share a block once, by ascending left and then right record; `visit` gets the smaller
 * number first.
 */
export function forEachCandidate(
  index: BlockIndex,
  records: number,
  visit: (left: number, right: number) => void,
): void {
  for (const { left, rights } of candidatesByRecord(index, records)) {
    for (let at = 0; at < rights.length; at += 1) visit(left, rights[at] ?? 0);
  }
}

/** By ascending record, the larger ones of the records that share a block with it, in ascending order. */
export function* candidatesByRecord(
  { blockStarts, members }: BlockIndex,
  records: number,
): Generator<{ readonly left: number; readonly rights: Int32Array }> {
  const { starts, blocks, places } = blocksByRecord(blockStarts, members, records);
  const seenBy = new Int32Array(records).fill(-1);
  const found = new Int32Array(records);
  for (let left = 0; left < records; left += 1) {
    let count = 0;
    const last = starts[left + 1] ?? 0;
    for (let at = starts[left] ?? 0; at < last; at += 1) {
      const end = blockStarts[(blocks[at] ?? 0) + 1] ?? 0;
      for (let place = (places[at] ?? 0) + 1; place < end; place += 1) {
        const right = members[place] ?? 0;
        if (seenBy[right] === left || right === left) continue;
        seenBy[right] = left;
        found[count] = right;
        count += 1;
      }
    }
    if (count > 0) yield { left, rights: found.subarray(0, count).toSorted() };
  }
}

/** By record, the blocks that it is in, and its place in each. */
function blocksByRecord(blockStarts: Int32Array, members: Int32Array, records: number) {
  const starts = new Int32Array(records + 1);
  for (const record of members) starts[record + 1] = (starts[record + 1] ?? 0) + 1;
  for (let record = 0; record < records; record += 1)
    starts[record + 1] = (starts[record + 1] ?? 0) + (starts[record] ?? 0);
  const next = starts.slice();
  const blocks = new Int32Array(members.length);
  const places = new Int32Array(members.length);
  for (let block = 0; block + 1 < blockStarts.length; block += 1) {
    const end = blockStarts[block + 1] ?? 0;
    for (let place = blockStarts[block] ?? 0; place < end; place += 1) {
      const record = members[place] ?? 0;
      const at = next[record] ?? 0;
      next[record] = at + 1;
      blocks[at] = block;
      places[at] = place;
    }
  }
  return { starts, blocks, places };
}
