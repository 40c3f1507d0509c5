/** Sorts records by their hashes; equal hashes keep their order. Takes the same time for any input of one size. */
export function sortByHash(
  hashes: Int32Array,
  records: Int32Array,
): { readonly hashes: Int32Array; readonly records: Int32Array } {
  const size = hashes.length;
  if (size < smallForRadix) return sortedSmall(hashes, records);
  let from = { hashes: hashes.slice(), records: records.slice() };
  let to = { hashes: new Int32Array(size), records: new Int32Array(size) };
  const counts = new Int32Array(1 << bits);
  for (let shift = 0; shift < 32; shift += bits) {
    counts.fill(0);
    for (let at = 0; at < size; at += 1) {
      const digit = ((from.hashes[at] ?? 0) >>> shift) & mask;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    for (let digit = 0, sum = 0; digit <= mask; digit += 1) {
      const count = counts[digit] ?? 0;
      counts[digit] = sum;
      sum += count;
    }
    for (let at = 0; at < size; at += 1) {
      const hash = from.hashes[at] ?? 0;
      const digit = (hash >>> shift) & mask;
      const place = counts[digit] ?? 0;
      counts[digit] = place + 1;
      to.hashes[place] = hash;
      to.records[place] = from.records[at] ?? 0;
    }
    [from, to] = [to, from];
  }
  return from;
}

const bits = 11;
const mask = (1 << bits) - 1;
const smallForRadix = 2048;

function sortedSmall(hashes: Int32Array, records: Int32Array) {
  const order = Array.from(hashes, (_, at) => at).toSorted((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
  return {
    hashes: Int32Array.from(order, (at) => hashes[at] ?? 0),
    records: Int32Array.from(order, (at) => records[at] ?? 0),
  };
}
