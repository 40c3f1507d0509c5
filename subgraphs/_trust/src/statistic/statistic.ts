/** The parts of a whole in their order; a part is null, or a whole that falls into parts itself. */
export interface Parts {
  readonly [name: string]: Parts | null;
}

type PartName<Tree> = {
  [Name in keyof Tree & string]: Name | (Tree[Name] extends null ? never : PartName<Tree[Name]>);
}[keyof Tree & string];

/**
 * A statistic that may be asked for: people as a whole and the parts that the whole falls into, each person in one part.
 * Statistics are declared in code; nothing else about people is counted for outsiders, and there is no filter.
 */
export interface Statistic<Name extends string = string> {
  /** Also the prefix of the statistic's tables and function in the database. */
  readonly name: string;
  readonly parts: Parts;
  /** The names of all parts, and of their parts. */
  readonly partNames: readonly Name[];
}

/** The name of the whole in what is released. */
export const wholeName = 'people';

/**
 * Every released count is a multiple of this, the nearest one to the truth. It is also the smallest threshold that a member
 * can set, so that rounding leaves no count at 0.
 */
export const roundingBase = 5;

/** A statistic as anyone may see it; null is withheld. */
export type ReleasedCounts<Name extends string = string> = Readonly<Record<Name | typeof wholeName, number | null>>;

/**
 * Declares a statistic.
 *
 * @throws Error for a name that stands twice and for a whole with one part, which would be the whole again
 */
export function defineStatistic<const Tree extends Parts>(name: string, parts: Tree): Statistic<PartName<Tree>> {
  const partNames = namesBelow(parts);
  if (new Set([wholeName, ...partNames]).size <= partNames.length) {
    throw new Error(`The statistic ${name} gives one name to two of its parts.`);
  }
  return { name, parts, partNames: partNames as PartName<Tree>[] };
}

function namesBelow(parts: Parts): string[] {
  const names = Object.keys(parts);
  if (names.length === 1) throw new Error(`A whole cannot have ${names[0]} as its only part.`);
  return names.flatMap((name) => [name, ...namesBelow(parts[name] ?? {})]);
}

/** The parts that fall into no further parts, in the order in which a snapshot counts them. */
export function leafNames(parts: Parts, whole: string = wholeName): string[] {
  const names = Object.keys(parts);
  return names.length === 0 ? [whole] : names.flatMap((name) => leafNames(parts[name] ?? {}, name));
}

/**
 * What anyone may see of a statistic.
 *
 * Each organisation's snapshot is judged alone, so that organisations which know their own counts learn of another one no
 * more than everybody may: fewer people than the threshold are left out, and the parts of a whole are shown if all of them reach
 * the threshold, none otherwise. What is shown is added up over the organisations, where all of them show it, and rounded.
 *
 * @param snapshots by organisation the people in each leaf
 * @throws Error for a snapshot with another number of leaves
 */
export function releaseStatistic<Name extends string>(
  statistic: Statistic<Name>,
  snapshots: readonly (readonly number[])[],
  threshold: number,
): ReleasedCounts<Name> {
  const leaves = leafNames(statistic.parts).length;
  if (snapshots.some((counts) => counts.length !== leaves)) {
    throw new Error(`A snapshot of ${statistic.name} counts its ${leaves} leaves.`);
  }
  const shown = snapshots
    .map((counts) => showSnapshot(statistic.parts, counts, threshold))
    .filter(({ size }) => size > 0);
  const released = [wholeName, ...statistic.partNames].map((name) => {
    const counts = shown.flatMap((snapshot) => snapshot.get(name) ?? []);
    return [name, counts.length > 0 && counts.length === shown.length ? round(sum(counts)) : null];
  });
  return Object.fromEntries(released) as ReleasedCounts<Name>;
}

/** A count of people that stands alone, such as one that an organiser reports; null if it is below the threshold. */
export function releaseCount(count: number, threshold: number): number | null {
  return count < threshold ? null : round(count);
}

/** Whether any of a statistic's counts is shown, which then include this snapshot's. */
export function isShown(snapshot: readonly number[], threshold: number): boolean {
  return sum(snapshot) >= threshold;
}

/** The exact counts of one organisation that are fit to be shown, by name; none if it has fewer people than the threshold. */
function showSnapshot(parts: Parts, counts: readonly number[], threshold: number): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  if (isShown(counts, threshold)) showWhole(wholeName, parts, counts);
  return shown;

  function showWhole(whole: string, inner: Parts, leaves: readonly number[]): void {
    shown.set(whole, sum(leaves));
    let from = 0;
    const slices = Object.entries(inner).map(([name, tree]) => {
      const to = from + leafNames(tree ?? {}, name).length;
      const slice = { name, tree: tree ?? {}, leaves: leaves.slice(from, to) };
      from = to;
      return slice;
    });
    // One part alone would be known from the whole and its siblings, and which one is small from which ones are hidden.
    if (slices.some(({ leaves }) => sum(leaves) < threshold)) return;
    for (const { name, tree, leaves } of slices) showWhole(name, tree, leaves);
  }
}

function round(count: number): number {
  return Math.round(count / roundingBase) * roundingBase;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
