import type { BlockingKey } from './blocking-keys.js';
import { seededRandom } from '../numbers/seeded-random.js';

/** Records that share a key in each of these are compared. */
export type BlockingRule = readonly BlockingKey[];

export interface BlockingBudget {
  readonly records: number;
  /** How many candidates a record may have, by all rules together. */
  readonly candidatesPerRecord: number;
}

const mostRules = 48;
const largestRule = 3;
const imaginedPairs = 4096;
/** A rule that would find fewer of the imagined pairs than this is not worth its time. */
const fewestFound = 2;
/** What it is worth to find a pair that another rule finds too: the imagined misprints may be fewer than the real ones. */
const worthOfSecond = 0.3;

/**
 * Chooses rules from the data alone. Pairs of one person are imagined, with gaps as in the data and with misprints as
 * registers have them; of all combinations of up to three keys of different fields, the one comes next that finds most
 * pairs for each comparison that it costs, where a pair counts for less with each rule that finds it already; until the
 * budget is used up. So what a misprint or a gap hides from one rule, another finds.
 */
export function chooseBlocking(keys: readonly BlockingKey[], budget: BlockingBudget): readonly BlockingRule[] {
  const usable = keys.filter(({ hashes }) => hashes.length > 0);
  const selective = usable.filter(({ uProbability }) => uProbability < 0.5);
  const useful = selective.length > 0 ? selective : usable;
  const cost = (rule: BlockingRule): number =>
    rule.reduce((product, { uProbability }) => product * uProbability, budget.records / 2);
  const all = combinations(useful);
  const affordable = all.filter((rule) => cost(rule) <= budget.candidatesPerRecord / 2);
  // Where nothing is selective, the least broad rules must do; their blocks are split or only looked at in part.
  if (affordable.length === 0) return all.toSorted((a, b) => cost(a) - cost(b)).slice(0, 4);
  const agreeing = imaginedAgreement(useful);
  const worth = new Float64Array(imaginedPairs).fill(1);
  const offers = affordable.map((rule) => ({
    rule,
    cost: cost(rule),
    finds: foundBy(rule, agreeing),
    value: Infinity,
  }));
  const chosen: BlockingRule[] = [];
  for (let left = budget.candidatesPerRecord; chosen.length < mostRules;) {
    const best = offers.reduce((best, offer) => (offer.value > best.value ? offer : best));
    if (best.value === 0) break;
    const found = worthOf(best.finds, worth);
    const isOfUse = found >= fewestFound && best.cost <= left && !isWithin(best.rule, chosen);
    // A rule whose cost is next to nothing is taken for what it finds.
    const value = isOfUse ? found / Math.max(best.cost, 0.05) : 0;
    // What a rule is worth only falls; so one that is still the best when looked at anew is the best of all.
    if (value === best.value && value > 0) {
      left -= best.cost;
      chosen.push(best.rule);
      for (const pair of best.finds) worth[pair] = (worth[pair] ?? 0) * worthOfSecond;
    }
    best.value = value;
  }
  return chosen
    .filter(
      (rule) =>
        !isWithin(
          rule,
          chosen.filter((other) => other !== rule),
        ),
    )
    .toSorted((a, b) => cost(a) - cost(b));
}

/** A rule is of no use beside a broader one. */
function isWithin(rule: BlockingRule, others: readonly BlockingRule[]): boolean {
  return others.some((other) => other.every((key) => rule.includes(key)));
}

function combinations(keys: readonly BlockingKey[]): readonly BlockingRule[] {
  let last: readonly BlockingRule[] = keys.map((key) => [key]);
  const all = [...last];
  for (let size = 2; size <= largestRule; size += 1) {
    last = last.flatMap((rule) => {
      const from = Math.max(...rule.map((key) => keys.indexOf(key))) + 1;
      return keys
        .slice(from)
        .filter(({ field }) => rule.every((key) => key.field !== field))
        .map((key) => [...rule, key]);
    });
    all.push(...last);
  }
  return all;
}

/** By key, whether each of the imagined pairs agrees in it. Keys of one field share its gaps and its misprints. */
function imaginedAgreement(keys: readonly BlockingKey[]): ReadonlyMap<BlockingKey, Uint8Array> {
  const random = seededRandom(1);
  const chance = (probability: number): boolean => random(1_000_000) < probability * 1_000_000;
  const agreeing = new Map(keys.map((key) => [key, new Uint8Array(imaginedPairs)]));
  const byField = Map.groupBy(keys, ({ field }) => field);
  for (let pair = 0; pair < imaginedPairs; pair += 1) {
    for (const ofField of byField.values()) {
      const [first] = ofField;
      const isKnown = first !== undefined && chance(Math.max(...ofField.map(({ known }) => known)) ** 2);
      const isClean = isKnown && chance(first.clean);
      for (const key of ofField) {
        const agrees = isClean || (isKnown && chance(key.survives));
        const ofKey = agreeing.get(key);
        if (agrees && ofKey !== undefined) ofKey[pair] = 1;
      }
    }
  }
  return agreeing;
}

function foundBy(rule: BlockingRule, agreeing: ReadonlyMap<BlockingKey, Uint8Array>): Int32Array {
  const found: number[] = [];
  const parts = rule.map((key) => agreeing.get(key));
  for (let pair = 0; pair < imaginedPairs; pair += 1) {
    if (parts.every((part) => part?.[pair] === 1)) found.push(pair);
  }
  return Int32Array.from(found);
}

function worthOf(pairs: Int32Array, worth: Float64Array): number {
  let sum = 0;
  for (const pair of pairs) sum += worth[pair] ?? 0;
  return sum;
}
