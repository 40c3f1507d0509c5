import { leafNames, wholeName, type Parts } from '../statistic/statistic.js';

/**
 * SQL conditions that hold when a snapshot with the counts `after` may follow one with the counts `before`: what is shown
 * from `least_people` on stays shown, and what shows itself for the first time has twice as many.
 */
export function steadyConditions(parts: Parts): string[] {
  return lines(parts).map((line) => {
    const [before, after] = [smallest('before', line), smallest('after', line)];
    return `case when ${before} >= least_people then ${after} >= least_people
      else ${after} < least_people or ${after} >= 2 * least_people end`;
  });
}

/** Which leaves, by their numbers from 1, a count adds up. */
type Leaves = readonly number[];

/** All counts that have to reach the threshold for a line to be shown: the whole alone, then each whole's parts. */
function lines(parts: Parts): Leaves[][] {
  const found: Leaves[][] = [];
  const visit = (inner: Parts, above: Leaves[], first: number): void => {
    const trees = Object.entries(inner);
    if (trees.length === 0) return;
    let next = first;
    const slices = trees.map(([name, tree]) => {
      const start = next;
      next += leafNames(tree ?? {}, name).length;
      return { tree: tree ?? {}, start, leaves: range(start, next) };
    });
    const line = [...above, ...slices.map(({ leaves }) => leaves)];
    found.push(line);
    for (const { tree, start } of slices) visit(tree, line, start);
  };
  const whole = [range(1, leafNames(parts, wholeName).length + 1)];
  found.push(whole);
  visit(parts, whole, 1);
  return found;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** SQL for the smallest of the counts in an array of leaves. */
function smallest(array: string, line: readonly Leaves[]): string {
  const sums = line.map((leaves) => leaves.map((leaf) => `${array}[${leaf}]`).join(' + '));
  return `least(${sums.join(', ')})`;
}
