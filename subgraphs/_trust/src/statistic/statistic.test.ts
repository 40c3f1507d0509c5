import { describe, expect, test } from 'vitest';
import { defineStatistic, leafNames, releaseCount, releaseStatistic, type Statistic } from './statistic.js';

type Snapshot = readonly number[];
/** Makes what everyone sees out of the organisations' snapshots. */
type Publication = (snapshots: readonly Snapshot[]) => unknown;

const flat = defineStatistic('flat', { a: null, b: null });
const three = defineStatistic('three', { a: null, b: null, c: null });
const nested = defineStatistic('nested', { bachelor: null, postgraduate: { master: null, doctorate: null } });
const whole = defineStatistic('whole', {});

describe('a declaration', () => {
  test('counts leaves in the order in which they stand', () => {
    expect(leafNames(nested.parts)).toEqual(['bachelor', 'master', 'doctorate']);
    expect(nested.partNames).toEqual(['bachelor', 'postgraduate', 'master', 'doctorate']);
    expect(leafNames(whole.parts)).toEqual(['people']);
  });

  test('refuses a part that is its whole, and a name that stands twice', () => {
    expect(() => defineStatistic('one', { a: null, b: { c: null } })).toThrow('only part');
    expect(() => defineStatistic('twice', { a: null, b: { a: null, c: null } })).toThrow('one name to two');
    expect(() => defineStatistic('taken', { people: null, b: null })).toThrow('one name to two');
  });
});

describe('a release', () => {
  test('gives all parts of a whole or none, at each depth by itself', () => {
    expect(releaseStatistic(nested, [[100, 40, 3]], 10)).toEqual({
      people: 145,
      bachelor: 100,
      postgraduate: 45,
      master: null,
      doctorate: null,
    });
    expect(releaseStatistic(nested, [[9, 40, 30]], 10)).toEqual({
      people: 80,
      bachelor: null,
      postgraduate: null,
      master: null,
      doctorate: null,
    });
  });

  test('shows nobody, few and nothing alike', () => {
    const withheld = { people: null, a: null, b: null };
    expect(releaseStatistic(flat, [], 10)).toEqual(withheld);
    expect(releaseStatistic(flat, [[0, 0]], 10)).toEqual(withheld);
    expect(releaseStatistic(flat, [[4, 5]], 10)).toEqual(withheld);
  });

  test('a part without anyone hides its siblings: that nobody is there is news too', () => {
    expect(releaseStatistic(flat, [[50, 0]], 10)).toEqual({ people: 50, a: null, b: null });
  });

  test('adds up those organisations that show the statistic, and its parts where all of them do', () => {
    const snapshots = [
      [20, 31],
      [4, 5],
      [10, 11],
    ];
    expect(releaseStatistic(flat, snapshots, 10)).toEqual({ people: 70, a: 30, b: 40 });
    expect(releaseStatistic(flat, [...snapshots, [50, 1]], 10)).toEqual({ people: 125, a: null, b: null });
  });

  test('rounds to the nearest five, never to less than the threshold', () => {
    const counts = [10, 12, 13, 17, 18].map((count) => releaseStatistic(whole, [[count]], 10).people);
    expect(counts).toEqual([10, 10, 15, 15, 20]);
    expect([9, 10, 12].map((count) => releaseCount(count, 10))).toEqual([null, 10, 10]);
  });

  test('fails for a snapshot of another form', () => {
    expect(() => releaseStatistic(flat, [[20, 20, 20]], 10)).toThrow('leaves');
  });
});

/** All snapshots with counts from 0 to the most. */
function* allSnapshots(leaves: number, most: number): Generator<number[]> {
  if (leaves === 0) return yield [];
  for (const rest of allSnapshots(leaves - 1, most)) {
    for (let count = 0; count <= most; count += 1) yield [...rest, count];
  }
}

/** Every count in a statistic that somebody could be after: the leaves and all their sums up to the whole. */
function cells(statistic: Statistic, snapshot: Snapshot): number[] {
  const leaves = leafNames(statistic.parts);
  const count = (name: string) => snapshot[leaves.indexOf(name)] ?? 0;
  const inner = statistic.partNames.includes('postgraduate' as never) ? [count('master') + count('doctorate')] : [];
  return [...leaves.map(count), ...inner, snapshot.reduce((total, one) => total + one, 0)];
}

/**
 * The strongest attacker there is on one publication: knows the rules, the threshold and the snapshots of all organisations
 * but one, and goes through every snapshot that the last one could have. What remains possible for a cell is all that it cannot know.
 *
 * @returns each cell below the threshold of which some value from 0 up to the threshold is ruled out
 */
function attack(
  statistic: Statistic,
  publish: Publication,
  { threshold, most, others }: { threshold: number; most: number; others: readonly Snapshot[] },
): string[] {
  const candidates = [...allSnapshots(leafNames(statistic.parts).length, most)];
  const byView = Map.groupBy(candidates, (snapshot) => JSON.stringify(publish([snapshot, ...others])));
  const possible = new Map(
    [...byView].map(([view, snapshots]) => {
      const columns = snapshots.map((snapshot) => cells(statistic, snapshot));
      return [view, (columns[0] ?? []).map((_, cell) => new Set(columns.map((column) => column[cell])))] as const;
    }),
  );
  return candidates.flatMap((snapshot) => {
    // Beyond this, what else would be possible lies outside the snapshots that are gone through.
    if (snapshot.reduce((total, one) => total + one, 0) > most) return [];
    const open = possible.get(JSON.stringify(publish([snapshot, ...others]))) ?? [];
    return cells(statistic, snapshot).flatMap((count, cell) => {
      const ruledOut = Array.from({ length: threshold }, (_, value) => value).filter(
        (value) => !open[cell]?.has(value),
      );
      return count < threshold && ruledOut.length > 0
        ? [`${snapshot.join(',')} gives away cell ${cell}: not ${ruledOut.join(',')}`]
        : [];
    });
  });
}

const round = (count: number) => Math.round(count / 5) * 5;
const sum = (snapshot: Snapshot) => snapshot.reduce((total, one) => total + one, 0);
const added = (snapshots: readonly Snapshot[]) =>
  (snapshots[0] ?? []).map((_, leaf) => sum(snapshots.map((snapshot) => snapshot[leaf] ?? 0)));

describe('an attacker who knows the rules and all organisations but one', () => {
  const threshold = 3;
  const settings = [
    { name: 'a whole', statistic: whole, most: 20, others: [] },
    { name: 'two parts', statistic: flat, most: 16, others: [] },
    { name: 'three parts', statistic: three, most: 12, others: [] },
    { name: 'parts of parts', statistic: nested, most: 12, others: [] },
    { name: 'two parts beside a large organisation', statistic: flat, most: 16, others: [[20, 30]] },
    { name: 'two parts beside a lopsided organisation', statistic: flat, most: 16, others: [[20, 1]] },
    { name: 'two parts beside a small organisation', statistic: flat, most: 16, others: [[1, 1]] },
    {
      name: 'parts of parts beside two organisations',
      statistic: nested,
      most: 12,
      others: [
        [9, 4, 5],
        [7, 3, 0],
      ],
    },
  ];

  test.each(settings)('rules out no value of any small cell: $name', ({ statistic, most, others }) => {
    const publish: Publication = (snapshots) => releaseStatistic(statistic, snapshots, threshold);
    expect(attack(statistic, publish, { threshold, most, others })).toEqual([]);
  });

  test('rules out no value with the threshold and the rounding of production either', () => {
    const publish: Publication = (snapshots) => releaseStatistic(flat, snapshots, 10);
    expect(attack(flat, publish, { threshold: 10, most: 45, others: [] })).toEqual([]);
    expect(attack(flat, publish, { threshold: 10, most: 45, others: [[30, 12]] })).toEqual([]);
  });

  test('breaks a threshold on each cell alone', () => {
    const alone: Publication = ([snapshot = []]) =>
      [...snapshot, sum(snapshot)].map((count) => (count < threshold ? null : count));
    const found = attack(flat, alone, { threshold, most: 16, others: [] });
    expect(found).toContain('10,1 gives away cell 1: not 0,2');
  });

  test('breaks a threshold on each cell with rounding, but without the siblings', () => {
    const lonely: Publication = ([snapshot = []]) =>
      [...snapshot, sum(snapshot)].map((count) => (count < threshold ? null : round(count)));
    expect(attack(flat, lonely, { threshold, most: 16, others: [] })).not.toEqual([]);
  });

  test('breaks the hiding of the smallest sibling only, since that depends on sizes', () => {
    const smallest: Publication = ([snapshot = []]) => {
      const hidden = new Set([...snapshot.keys()].filter((leaf) => (snapshot[leaf] ?? 0) < threshold));
      const siblings = [...snapshot.keys()].filter((leaf) => !hidden.has(leaf));
      if (hidden.size > 0) {
        const next = siblings.toSorted((one, other) => (snapshot[one] ?? 0) - (snapshot[other] ?? 0))[0];
        if (next !== undefined) hidden.add(next);
      }
      const people = sum(snapshot);
      return people < threshold
        ? null
        : [...snapshot.map((count, leaf) => (hidden.has(leaf) ? null : round(count))), round(people)];
    };
    expect(attack(three, smallest, { threshold, most: 12, others: [] })).not.toEqual([]);
  });

  test('breaks zeros that are shown', () => {
    const zeros: Publication = ([snapshot = []]) =>
      snapshot.some((count) => count > 0 && count < threshold) ? [round(sum(snapshot))] : snapshot.map(round);
    expect(attack(flat, zeros, { threshold, most: 16, others: [] })).not.toEqual([]);
  });

  test('breaks a threshold on the sum over organisations', () => {
    const together: Publication = (snapshots) => releaseStatistic(flat, [added(snapshots)], threshold);
    expect(attack(flat, together, { threshold, most: 16, others: [[20, 30]] })).not.toEqual([]);
  });
});
