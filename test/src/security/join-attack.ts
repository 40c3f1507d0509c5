/** What an organisation got of one person: texts by the place where it got them. */
export type ExportedPerson = Readonly<Record<string, string>>;

/** What a way of joining two exports found. */
export interface JoinResult {
  /** How it joins, in words. */
  readonly how: string;
  /** How many people it is expected to join rightly; where it cannot choose, it draws lots. */
  readonly right: number;
}

/** For each person of the left export, by index, the people of the right one who fit best. */
type Candidates = readonly (readonly number[])[];

interface Feature {
  readonly name: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Bytes that two texts have in common by chance once in 2^48 times. */
const FRAGMENT_BYTES = 6;

/**
 * Tries to find out who is who in the exports of two organisations about the same people, by everything that they have:
 * equal texts, parts of texts, likeness of bytes, and order. The person at an index of `truth` is where the left export's
 * person of that index stands in the right one.
 */
export function attack(
  left: readonly ExportedPerson[],
  right: readonly ExportedPerson[],
  truth: readonly number[],
): readonly JoinResult[] {
  const results: JoinResult[] = [];
  const add = (how: string, candidates: Candidates) => results.push({ how, right: expectedRight(candidates, truth) });
  for (const feature of pairsOfFeatures(left, right)) {
    add(
      `equal ${feature.name}`,
      byTokens(feature, (text) => [text]),
    );
    add(`fragments of ${feature.name}`, byTokens(feature, fragments));
    add(`likeness of ${feature.name}`, byLikeness(feature));
    add(
      `order of ${feature.name}`,
      byRank(feature, (one, other) => (one < other ? -1 : Number(one > other))),
    );
    add(
      `bytes of ${feature.name}`,
      byRank(feature, (one, other) => Buffer.compare(decode(one), decode(other))),
    );
  }
  add(
    'place in the export',
    left.map((_, index) => [index]),
  );
  return results;
}

/** Every place of the left export beside every place of the right one: a cursor may hold what an id is. */
function pairsOfFeatures(left: readonly ExportedPerson[], right: readonly ExportedPerson[]): readonly Feature[] {
  const column = (people: readonly ExportedPerson[], name: string) => people.map((person) => person[name] ?? '');
  return Object.keys(left[0] ?? {}).flatMap((one) =>
    Object.keys(right[0] ?? {}).map((other) => ({
      name: `${one} and ${other}`,
      left: column(left, one),
      right: column(right, other),
    })),
  );
}

/** Who has most tokens in common. */
function byTokens({ left, right }: Feature, tokensOf: (text: string) => readonly string[]): Candidates {
  const holders = new Map<string, number[]>();
  right.forEach((text, index) => {
    for (const token of new Set(tokensOf(text))) {
      const known = holders.get(token);
      if (known === undefined) holders.set(token, [index]);
      else known.push(index);
    }
  });
  return left.map((text) => {
    const votes = new Map<number, number>();
    for (const token of new Set(tokensOf(text))) {
      for (const index of holders.get(token) ?? []) votes.set(index, (votes.get(index) ?? 0) + 1);
    }
    const most = Math.max(...votes.values());
    return [...votes].flatMap(([index, count]) => (count === most ? [index] : []));
  });
}

/** Who differs in the fewest bits. */
function byLikeness({ left, right }: Feature): Candidates {
  const others = right.map(decode);
  return left.map((text) => {
    const bytes = decode(text);
    let least = Infinity;
    let found: number[] = [];
    others.forEach((other, index) => {
      const difference = differingBits(bytes, other);
      if (difference < least) [least, found] = [difference, []];
      if (difference === least) found.push(index);
    });
    return found;
  });
}

/** Who stands at the same place when both exports are sorted. */
function byRank({ left, right }: Feature, compare: (one: string, other: string) => number): Candidates {
  const order = (texts: readonly string[]) =>
    texts.map((_, index) => index).toSorted((one, other) => compare(texts[one] ?? '', texts[other] ?? ''));
  const sorted = order(right);
  const candidates: number[][] = left.map(() => []);
  order(left).forEach((index, rank) => candidates[index]?.push(sorted[rank] ?? -1));
  return candidates;
}

function expectedRight(candidates: Candidates, truth: readonly number[]): number {
  return candidates.reduce((sum, found, index) => sum + (found.includes(truth[index] ?? -1) ? 1 / found.length : 0), 0);
}

/** The bytes behind a text, as far as it is one that was made of bytes; what stands before a dot is no part of them. */
function decode(text: string): Buffer {
  const hex = text.replaceAll('-', '');
  if (/^[\da-f]{32}$/.test(hex)) return Buffer.from(hex, 'hex');
  return Buffer.from(text.slice(text.indexOf('.') + 1), 'base64url');
}

/** All parts of a text, as it is and decoded, that are long enough to be no accident. */
function fragments(text: string): readonly string[] {
  const found: string[] = [];
  for (const bytes of [Buffer.from(text), decode(text)]) {
    for (let at = 0; at + FRAGMENT_BYTES <= bytes.length; at++) {
      found.push(bytes.toString('latin1', at, at + FRAGMENT_BYTES));
    }
  }
  return found;
}

function differingBits(one: Buffer, other: Buffer): number {
  let bits = Math.abs(one.length - other.length) * 8;
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    let difference = (one[at] ?? 0) ^ (other[at] ?? 0);
    for (; difference > 0; difference &= difference - 1) bits++;
  }
  return bits;
}
