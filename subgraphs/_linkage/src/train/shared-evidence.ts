import type { PairComparison } from '../compare/pair-comparison.js';
import type { LevelProbabilities, SharedEvidence } from '../model/linkage-model.js';
import { seededRandom } from '../numbers/seeded-random.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import type { Field } from '../table/record-table.js';

const places: ReadonlySet<ComparisonKind> = new Set(['postcode', 'address', 'string', 'exact']);
const names: ReadonlySet<ComparisonKind> = new Set(['given-name', 'family-name', 'full-name']);
const pairsPerField = 50_000;
/** Fewer pairs than these tell nothing. */
const fewestPairs = 1000;
const different = 1;

/**
 * Finds what two fields say in common: people of one town have one postcode far more often than strangers, and the street
 * of one house number is often the same, so both together are less evidence than their weights add up to. It is learned
 * from pairs that share the first value and no name.
 */
export function sharedEvidence(training: {
  readonly fields: readonly Field[];
  readonly comparison: PairComparison;
  readonly records: number;
  readonly seed: number;
  readonly uProbabilities: LevelProbabilities;
}): readonly SharedEvidence[] {
  const { fields, comparison, uProbabilities } = training;
  const told = fields.flatMap(({ kind }, field) => (places.has(kind) ? [field] : []));
  const named = fields.flatMap(({ kind }, field) => (names.has(kind) ? [field] : []));
  if (told.length < 2 || named.length === 0) return [];
  const levels = new Uint8Array(fields.length);
  const random = seededRandom(training.seed);
  return told.flatMap((first, at) => {
    const seconds = told.slice(at + 1);
    if (seconds.length === 0) return [];
    const counts = new Map(
      seconds.map((field) => [field, new Float64Array(comparison.levelNames[field]?.length ?? 0)]),
    );
    for (const [left, right] of pairsOfOneValue(fields[first]?.values ?? new Int32Array(), random)) {
      comparison.compare(left, right, levels);
      if (!named.every((field) => levels[field] === different)) continue;
      for (const [field, ofField] of counts) {
        const level = levels[field] ?? 0;
        if (level > 0) ofField[level] = (ofField[level] ?? 0) + 1;
      }
    }
    return [...counts].flatMap(([second, ofSecond]): readonly SharedEvidence[] => {
      const pairs = ofSecond.reduce((sum, count) => sum + count, 0);
      if (pairs < fewestPairs) return [];
      const bits = ofSecond.map((count, level) => {
        const share = uProbabilities[second]?.[level] ?? 1;
        return level < 2 || count === 0 ? 0 : Math.max(0, Math.log2(count / pairs / share));
      });
      return [{ first, second, bits }];
    });
  });
}

/** Random pairs of records that have one value. */
function* pairsOfOneValue(values: Int32Array, random: (below: number) => number): Generator<readonly [number, number]> {
  const order = Int32Array.from(values.keys()).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const known = order.findIndex((record) => values[record] !== 0);
  if (known < 0) return;
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (let at = known; at < order.length; at += 1) {
    const value = values[order[at] ?? 0] ?? 0;
    if (!starts.has(value)) starts.set(value, at);
    ends.set(value, at + 1);
  }
  for (let pair = 0; pair < pairsPerField; pair += 1) {
    const left = order[known + random(order.length - known)] ?? 0;
    const [from = 0, to = 0] = [starts.get(values[left] ?? 0), ends.get(values[left] ?? 0)];
    const right = order[from + random(to - from)] ?? 0;
    if (left !== right) yield [left, right];
  }
}
