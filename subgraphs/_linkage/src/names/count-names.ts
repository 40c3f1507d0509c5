import { type NameKind, nameKinds, readingOfKind } from '../text/name-kind.js';

/** A name and how many people have it. */
export interface NameCount {
  readonly kind: NameKind;
  readonly name: string;
  readonly count: number;
}

/** A name of a list that says only which names are more frequent; 1 is the most frequent. */
export interface RankedName {
  readonly kind: NameKind;
  readonly name: string;
  readonly rank: number;
  /** The share of people whose names the list ranks: a half for a list of women's names. */
  readonly of: number;
}

/** A name, empty for any other, with the share of the people who have it. */
export interface NameShare {
  readonly kind: NameKind;
  readonly name: string;
  readonly share: number;
}

/** The ranked lists count like a register of so many people beside those that are counted. */
const peopleOfRanks = 20_000;

/** Names that are on no list: so many are assumed to share what the listed ones leave. */
const unlistedNames: Readonly<Record<NameKind, number>> = {
  'given-name': 2000,
  'family-name': 4000,
  patronymic: 2000,
};

/**
 * Zipf's law as Mandelbrot has it, with numbers that give Məmmədov, the most frequent family name of Azerbaijan, 4 % of the people, and
 * the hundred most frequent ones a half.
 */
function shareOfRank(rank: number): number {
  return 0.3 / (rank + 5) ** 1.15;
}

/**
 * The share of each name, the most frequent first, from ranked lists and from counts of people. Spellings of one name are
 * added up under the first that came.
 */
export function countNames(ranked: readonly RankedName[], counted: readonly NameCount[]): readonly NameShare[] {
  return nameKinds.flatMap((kind) => {
    const counts = new Map<string, { readonly name: string; count: number }>();
    const add = (name: string, count: number): void => {
      const reading = readingOfKind(name, kind);
      const known = counts.get(reading);
      if (known !== undefined) known.count += count;
      else if (reading !== '') counts.set(reading, { name, count });
    };
    for (const one of ranked) if (one.kind === kind) add(one.name, peopleOfRanks * one.of * shareOfRank(one.rank));
    const own = counted.filter((one) => one.kind === kind);
    for (const { name, count } of own) add(name, count);
    const people = peopleOfRanks + own.reduce((sum, { count }) => sum + count, 0);
    const shares = [...counts.values()]
      .map(({ name, count }) => ({ kind, name, share: significant(count / people) }))
      .toSorted((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
    const rest = Math.max(0, 1 - shares.reduce((sum, { share }) => sum + share, 0));
    const unknown = Math.min(significant(rest / unlistedNames[kind]), shares.at(-1)?.share ?? 1);
    return [...shares, { kind, name: '', share: Math.max(unknown, 0.1 / people) }];
  });
}

function significant(share: number): number {
  return Number(share.toPrecision(3));
}
