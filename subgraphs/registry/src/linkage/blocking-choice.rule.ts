import type { BlockingKey } from './blocking-key.rule.js';

/** Records that share a key in each of these are compared. */
export type BlockingRule = readonly BlockingKey[];

export interface BlockingBudget {
  readonly records: number;
  /** How many candidates a record may have, by all rules together. */
  readonly candidatesPerRecord: number;
}

const mostRules = 48;
const largestRule = 3;

/**
 * Chooses rules from the data alone: the shortest combinations of keys of different fields that are selective enough for
 * so many records, the most selective first, until the budget is used up. Every key has its chance: what a misprint hides
 * from one rule, another finds.
 */
export function chooseBlocking(keys: readonly BlockingKey[], budget: BlockingBudget): readonly BlockingRule[] {
  const limit = budget.candidatesPerRecord / 3;
  const expected = (rule: BlockingRule): number =>
    rule.reduce((product, { coincidence }) => product * coincidence, budget.records / 2);
  const useful = keys.filter(({ coincidence, hashes }) => hashes.length > 0 && coincidence < 0.5);
  const selective: BlockingRule[] = [];
  let broad: readonly BlockingRule[] = [[]];
  for (let size = 1; size <= largestRule; size += 1) {
    const longer = broad.flatMap((rule) => extensions(rule, useful));
    const fresh = longer.filter((rule) => !selective.some((known) => known.every((key) => rule.includes(key))));
    selective.push(...fresh.filter((rule) => expected(rule) <= limit));
    const tooBroad = fresh.filter((rule) => expected(rule) > limit);
    if (tooBroad.length === 0) break;
    broad = tooBroad;
  }
  // Where nothing is selective, the least broad rules must do; their blocks are split or only looked at in part.
  if (selective.length === 0) return broad.toSorted((a, b) => expected(a) - expected(b)).slice(0, 4);
  let left = budget.candidatesPerRecord;
  return selective
    .toSorted((a, b) => expected(a) - expected(b))
    .filter((rule) => {
      left -= expected(rule);
      return left >= 0;
    })
    .slice(0, mostRules);
}

function extensions(rule: BlockingRule, keys: readonly BlockingKey[]): readonly BlockingRule[] {
  const last = rule.at(-1);
  const from = last === undefined ? 0 : keys.indexOf(last) + 1;
  return keys
    .slice(from)
    .filter(({ field }) => field !== last?.field)
    .map((key) => [...rule, key]);
}
