import { defineStatistic, releaseStatistic } from '@birlik/trust/statistic';
import { random } from '@birlik/demo-data';
import { describe, expect, test } from 'vitest';
import { attack, boundCounts, countsOf, leavesOf, type Cells, type Knowledge, type Seen } from './statistic-attack.js';

const ours: Knowledge = { wholes: { people: ['a', 'b'] }, threshold: 10, rounding: 2, nullIsSmall: false };

describe('an attacker by integer programming', () => {
  test('learns nothing but the whole when all parts are withheld', () => {
    const seen = { people: 45, a: null, b: null };
    expect(Object.fromEntries(boundCounts(seen, [], ours))).toEqual({
      people: { from: 43, to: 47 },
      a: { from: 0, to: 47 },
      b: { from: 0, to: 47 },
    });
    expect(attack(seen, [{ a: 43, b: 1 }], ours)).toEqual([]);
  });

  test('learns only that it is below the threshold when all is withheld', () => {
    const seen = { people: null, a: null, b: null };
    expect(boundCounts(seen, [], ours).get('a')).toEqual({ from: 0, to: 9 });
    expect(attack(seen, [{ a: 0, b: 9 }], ours)).toEqual([]);
  });

  test('recovers a part that is withheld alone', () => {
    const cells = { a: 41, b: 3 };
    expect(attack({ people: 44, a: 41, b: null }, [cells], { ...ours, rounding: 0 })).toEqual([
      'b is 3, known to be 3 to 3',
    ]);
    expect(attack({ people: 45, a: 40, b: null }, [cells], ours)).toEqual(['b is 3, known to be 1 to 9']);
  });

  test('recovers an organisation from a sum that counts the small ones too', () => {
    const [large, small] = [
      { a: 30, b: 38 },
      { a: 5, b: 3 },
    ];
    expect(attack({ people: 75, a: 35, b: 40 }, [large, small], ours)).not.toEqual([]);
  });
});

describe('over 300 random tables of up to four organisations', () => {
  const wholes = { people: ['bachelor', 'postgraduate'], postgraduate: ['master', 'doctorate'] };
  const knowledge = { ...ours, wholes };
  const statistic = defineStatistic('random', { bachelor: null, postgraduate: { master: null, doctorate: null } });
  const leaves = leavesOf(wholes);
  const tables = Array.from({ length: 300 }, (_, number) => {
    const stream = random('table', number);
    const count = () =>
      stream.weighted([
        [0, 1],
        [stream.int(1, 9), 3],
        [stream.int(10, 60), 5],
      ] as const);
    return Array.from({ length: stream.int(1, 4) }, () => Object.fromEntries(leaves.map((leaf) => [leaf, count()])));
  });
  const snapshot = (cells: Cells) => leaves.map((leaf) => cells[leaf] ?? 0);
  const found = (publish: (organizations: readonly Cells[]) => Seen) =>
    tables.flatMap((organizations) => attack(publish(organizations), organizations, knowledge));

  test('the attacker recovers no count below the threshold from what is released', () => {
    expect(found((organizations) => releaseStatistic(statistic, organizations.map(snapshot), 10))).toEqual([]);
  });

  test('the attacker recovers counts when small organisations are in the sum, and when each count stands for itself', () => {
    const sum = (organizations: readonly Cells[]): Cells =>
      Object.fromEntries(
        leaves.map((leaf) => [leaf, organizations.reduce((total, cells) => total + (cells[leaf] ?? 0), 0)]),
      );
    const alone = (organizations: readonly Cells[]): Seen =>
      Object.fromEntries(
        Object.entries(countsOf(sum(organizations), wholes)).map(([name, count]) => [
          name,
          count < 10 ? null : Math.round(count / 5) * 5,
        ]),
      );
    expect(
      found((organizations) => releaseStatistic(statistic, [snapshot(sum(organizations))], 10)).length,
    ).toBeGreaterThan(100);
    expect(found(alone).length).toBeGreaterThan(100);
  });
});
