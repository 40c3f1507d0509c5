import { solve, type Constraint } from 'yalps';

/** The counts of one organisation on one subject, by the names of the leaves: what an attacker is after. */
export type Cells = Readonly<Record<string, number>>;

/** The counts of a subject as they are or as someone sees them, by name; null is withheld. */
export type Seen = Readonly<Record<string, number | null>>;

/** A statistic as an attacker knows it: the wholes with their parts, `people` first. A statistic without parts has no wholes. */
export type Wholes = Readonly<Record<string, readonly string[]>>;

export interface Knowledge {
  readonly wholes: Wholes;
  readonly threshold: number;
  /** How far a count may be from the truth. */
  readonly rounding: number;
  /** Whether a count that is withheld is known to be below the threshold. */
  readonly nullIsSmall: boolean;
}

/** What remains possible for a count: all whole numbers from one to the other. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

interface System {
  readonly leaves: readonly string[];
  readonly constraints: readonly { readonly over: readonly string[]; readonly range: Constraint }[];
}

const whole = 'people';

/** The names of all counts of a statistic. */
export function countNames(wholes: Wholes): string[] {
  return [whole, ...Object.values(wholes).flat()];
}

/** The parts without parts that a count adds up. */
export function leavesOf(wholes: Wholes, name: string = whole): string[] {
  return wholes[name]?.flatMap((part) => leavesOf(wholes, part)) ?? [name];
}

/** All counts of one organisation as they are. */
export function countsOf(cells: Cells, wholes: Wholes): Readonly<Record<string, number>> {
  const add = (name: string) => leavesOf(wholes, name).reduce((total, leaf) => total + (cells[leaf] ?? 0), 0);
  return Object.fromEntries(countNames(wholes).map((name) => [name, add(name)]));
}

/** The exact counts that the rules let an organisation show: the rules as they are published, written once more. */
function shownBy(cells: Cells, { wholes, threshold }: Knowledge): Seen {
  const counts = countsOf(cells, wholes);
  const shown: Record<string, number> = {};
  const show = (name: string): void => {
    shown[name] = counts[name] ?? 0;
    const parts = wholes[name] ?? [];
    if (parts.every((part) => (counts[part] ?? 0) >= threshold)) for (const part of parts) show(part);
  };
  if ((counts[whole] ?? 0) >= threshold) show(whole);
  return Object.fromEntries(countNames(wholes).map((name) => [name, shown[name] ?? null]));
}

/** What several organisations show together: those that show nothing are not counted. */
function together(shown: readonly Seen[], wholes: Wholes): Seen {
  const counted = shown.filter((one) => one[whole] != null);
  return Object.fromEntries(
    countNames(wholes).map((name) => {
      const counts = counted.flatMap((one) => one[name] ?? []);
      const complete = counts.length > 0 && counts.length === counted.length;
      return [name, complete ? counts.reduce((total, count) => total + count, 0) : null];
    }),
  );
}

/** The least and the most that a sum of cells can be; null if nothing fulfils the system. */
function bounds({ leaves, constraints }: System, over: readonly string[]): Interval | null {
  const variables = Object.fromEntries(
    leaves.map((leaf) => {
      const rows = constraints.flatMap((one, row) => (one.over.includes(leaf) ? [[`row${row}`, 1] as const] : []));
      return [leaf, Object.fromEntries([...rows, ...(over.includes(leaf) ? [['goal', 1] as const] : [])])];
    }),
  );
  const model = {
    objective: 'goal',
    constraints: Object.fromEntries(constraints.map(({ range }, row) => [`row${row}`, range])),
    variables,
    integers: true,
  } as const;
  const least = solve({ ...model, direction: 'minimize' });
  const most = solve({ ...model, direction: 'maximize' });
  if (least.status === 'infeasible') return null;
  return { from: least.result, to: most.status === 'unbounded' ? Infinity : most.result };
}

/**
 * Bounds every count of one organisation by integer programming, for an attacker who has the cells of all others: either the
 * organisation is counted and the counts less the others' are its own up to rounding, or it has fewer people than the threshold.
 *
 * @param others the cells of all other organisations
 */
export function boundCounts(seen: Seen, others: readonly Cells[], knowledge: Knowledge): ReadonlyMap<string, Interval> {
  const { wholes, threshold, rounding, nullIsSmall } = knowledge;
  const leaves = leavesOf(wholes);
  const known = together(
    others.map((cells) => shownBy(cells, knowledge)),
    wholes,
  );
  const systems: System[] = [];
  if (seen[whole] != null) {
    const constraints = countNames(wholes).flatMap((name) => {
      const over = leavesOf(wholes, name);
      const count = seen[name];
      if (count == null) return nullIsSmall ? [{ over, range: { max: threshold - 1 } }] : [];
      const own = count - (known[name] ?? 0);
      return [{ over, range: { min: Math.max(own - rounding, threshold), max: own + rounding } }];
    });
    systems.push({ leaves, constraints });
  }
  const couldBeMissing = countNames(wholes).every((name) => {
    const [all, without] = [seen[name] ?? null, known[name] ?? null];
    return all === null || without === null ? all === without : Math.abs(all - without) <= rounding;
  });
  if (couldBeMissing) systems.push({ leaves, constraints: [{ over: leaves, range: { max: threshold - 1 } }] });
  return new Map(
    countNames(wholes).map((name) => {
      const found = systems.flatMap((system) => bounds(system, leavesOf(wholes, name)) ?? []);
      return [name, { from: Math.min(...found.map(({ from }) => from)), to: Math.max(...found.map(({ to }) => to)) }];
    }),
  );
}

/**
 * Attacks each organisation on one subject, all the others known.
 *
 * @returns each count below the threshold of which the attacker can rule out some value from 0 up to the threshold
 */
export function attack(seen: Seen, organizations: readonly Cells[], knowledge: Knowledge): string[] {
  const { wholes, threshold } = knowledge;
  return organizations.flatMap((victim) => {
    const others = organizations.filter((other) => other !== victim);
    const truth = countsOf(victim, wholes);
    return [...boundCounts(seen, others, knowledge)].flatMap(([name, { from, to }]) => {
      const count = truth[name] ?? 0;
      if (count >= threshold || (from <= 0 && to >= threshold - 1)) return [];
      return [`${name} is ${count}, known to be ${from} to ${to}`];
    });
  });
}
