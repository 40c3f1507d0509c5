/** What a request has cost in one round, in milliseconds. */
export interface Costs {
  /** Processor time, by process. */
  readonly processes: ReadonlyMap<string, number>;
  /** What the client waited. */
  readonly waited: number;
}

/** What was measured of one tree. */
export interface Measured {
  readonly name: string;
  /** One a round; the rounds of two trees are pairs. */
  readonly costs: readonly Costs[];
  /** Statements of one request, by member. */
  readonly statements: ReadonlyMap<string, number>;
}

/** Processes of the stack that are no members. */
const apart: ReadonlySet<string> = new Set(['gateway', 'postgres', 'identity-provider']);

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function membersTogether({ processes }: Costs): number {
  return sum([...processes].flatMap(([name, ms]) => (apart.has(name) ? [] : [ms])));
}

function allTogether({ processes }: Costs): number {
  return sum(processes.values());
}

/** A table with a column for each tree, the middle one of its rounds; for two trees also how they compare in pairs. */
export function costReport(trees: readonly Measured[]): string {
  const line = (label: string, cell: (tree: Measured) => string) =>
    `  ${label.padEnd(24)}${trees.map((tree) => cell(tree).padStart(12)).join('')}\n`;
  const costLine = (label: string, of: (costs: Costs) => number) =>
    line(label, ({ costs }) => median(costs.map(of)).toFixed(2));
  const names = [...(trees[0]?.costs[0]?.processes.keys() ?? [])];
  const lines = [
    line('', ({ name }) => name),
    ...names.map((name) => costLine(`${name}, ms`, ({ processes }) => processes.get(name) ?? 0)),
    costLine('members together, ms', membersTogether),
    costLine('all processes, ms', allTogether),
    costLine('time of an answer, ms', ({ waited }) => waited),
    ...[...(trees[0]?.statements.keys() ?? [])].map((name) =>
      line(`${name}, statements`, ({ statements }) => String(statements.get(name) ?? 0)),
    ),
    line('all statements', ({ statements }) => String(sum(statements.values()))),
  ];
  const [before, after] = trees;
  if (before === undefined || after === undefined) return lines.join('');
  const ratio = (of: (costs: Costs) => number) =>
    median(before.costs.flatMap((costs, round) => (after.costs[round] ? [of(after.costs[round]) / of(costs)] : [])));
  const compared = `members ${ratio(membersTogether).toFixed(2)}, all processes ${ratio(allTogether).toFixed(2)}`;
  return `${lines.join('')}  ${after.name} as a share of ${before.name}, in pairs: ${compared}\n`;
}
