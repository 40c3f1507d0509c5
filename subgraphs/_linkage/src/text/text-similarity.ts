const taken = new Uint8Array(512);
const matched = new Uint8Array(512);

/**
 * The Jaro–Winkler similarity of two texts of ASCII, from 0 to 1. Only the first 256 characters count.
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const a = Math.min(left.length, 256);
  const b = Math.min(right.length, 256);
  if (a === 0 || b === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a, b) / 2) - 1);
  taken.fill(0, 0, b);
  let matches = 0;
  for (let i = 0; i < a; i += 1) {
    const letter = left.charCodeAt(i);
    const end = Math.min(b, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j += 1) {
      if (taken[j] === 0 && right.charCodeAt(j) === letter) {
        taken[j] = 1;
        matched[matches] = letter & 0xff;
        matches += 1;
        break;
      }
    }
  }
  if (matches === 0) return 0;
  let moved = 0;
  for (let j = 0, k = 0; j < b; j += 1) {
    if (taken[j] === 1) {
      if ((right.charCodeAt(j) & 0xff) !== matched[k]) moved += 1;
      k += 1;
    }
  }
  const jaro = (matches / a + matches / b + (matches - moved / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a && prefix < b && left.charCodeAt(prefix) === right.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Whether one letter inserted, left out, replaced, or exchanged with its neighbour turns one text into the other. */
export function isOneEditApart(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start += 1;
  const rest = (from: number): boolean => short.slice(start + 1) === long.slice(from);
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (start === short.length) return false;
  return (
    rest(start + 1) ||
    (short[start] === long[start + 1] &&
      short[start + 1] === long[start] &&
      short.slice(start + 2) === long.slice(start + 2))
  );
}
