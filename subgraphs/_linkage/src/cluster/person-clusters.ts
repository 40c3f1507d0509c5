/** One link between two records, by their numbers. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

export interface Clustering {
  readonly records: number;
  /** The strongest first; links of equal weight by their records. */
  readonly links: Iterable<Link>;
  /** Whether two records can't be one person, whatever speaks for it. */
  readonly cannotLink: readonly (readonly [number, number])[];
  /** By record, its source, where that holds each person at most once; -1 elsewhere. */
  readonly uniqueSource: Int32Array;
  /** Whether two groups of several records, by what is said of their pairs, may be one person. @default they may */
  readonly areAlike?: (left: readonly number[], right: readonly number[]) => boolean;
  /** In the same order, pairs that are too weak for a link, unless a group of several records speaks for them. */
  readonly questions?: Iterable<Link>;
}

/**
 * Puts records into clusters, each meant to be one person, and gives for each record the smallest record of its cluster.
 * Links are taken by weight. A link that would bring two records of a unique source together, or two that are kept apart,
 * is left out: so a record gets its best partner in each source, and the next best none. So is a link that would bring two
 * groups together whose records are not alike, which is how chains of links come about.
 */
export function personClusters({
  records,
  links,
  cannotLink,
  uniqueSource,
  areAlike,
  questions = [],
}: Clustering): Int32Array {
  const parent = Int32Array.from({ length: records }, (_, record) => record);
  const rootOf = (record: number): number => {
    let root = record;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = record; parent[at] !== root;) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const sources = new Map<number, Set<number>>();
  const enemies = new Map<number, Set<number>>();
  for (const [record, source] of uniqueSource.entries()) if (source >= 0) sources.set(record, new Set([source]));
  for (const [a, b] of cannotLink) {
    enemies.set(a, (enemies.get(a) ?? new Set()).add(b));
    enemies.set(b, (enemies.get(b) ?? new Set()).add(a));
  }
  const members = new Map<number, readonly number[]>();
  const membersOf = (root: number): readonly number[] => members.get(root) ?? [root];
  const mayMerge = (a: number, b: number): boolean => {
    const known = sources.get(a);
    for (const source of sources.get(b) ?? []) if (known?.has(source) === true) return false;
    for (const enemy of enemies.get(a) ?? []) if (rootOf(enemy) === b) return false;
    return true;
  };
  const take = ({ left, right }: Link, isSure: boolean): void => {
    const a = Math.min(rootOf(left), rootOf(right));
    const b = Math.max(rootOf(left), rootOf(right));
    if (a === b || !mayMerge(a, b)) return;
    const [one, other] = [membersOf(a), membersOf(b)];
    const areSeveral = one.length + other.length > 2;
    if (areSeveral ? areAlike?.(one, other) === false : !isSure) return;
    members.set(a, [...one, ...other]);
    members.delete(b);
    parent[b] = a;
    unite(sources, a, b);
    unite(enemies, a, b);
  };
  for (const link of links) take(link, true);
  for (const question of questions) take(question, false);
  return parent.map((_, record) => rootOf(record));
}

function unite(sets: Map<number, Set<number>>, into: number, from: number): void {
  const moved = sets.get(from);
  if (moved === undefined) return;
  const target = sets.get(into);
  sets.delete(from);
  if (target === undefined) sets.set(into, moved);
  else for (const one of moved) target.add(one);
}
