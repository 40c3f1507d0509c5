const vowel = /[aeiouy]/;

/**
 * Whether one of two names can be the other one written by mistake, and hardly a name of its own: two neighbouring letters
 * exchanged, a letter too many or too few inside, or another consonant inside. A vowel instead of another, and
 * another beginning or end, make names of their own: Kamal and Kamil, Samir and Samirə, Tural and Turan.
 */
export function isMisprint(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length < 3 || long.length > short.length + 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let end = 0;
  while (end < short.length - from && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [wrong, other] = [short.slice(from, short.length - end), long.slice(from, long.length - end)];
  if (from === 0 || end === 0) return isExchange(wrong, other) && from + end > 0;
  if (long.length > short.length) return wrong === '' && other.length === 1;
  if (wrong.length === 1) return !vowel.test(wrong) || !vowel.test(other);
  return isExchange(wrong, other);
}

function isExchange(wrong: string, other: string): boolean {
  return wrong.length === 2 && wrong === `${other.charAt(1)}${other.charAt(0)}`;
}
