import { readFile } from 'node:fs/promises';
import { publicSchema } from '@birlik/schema/public-schema';
import { isInterfaceType } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextDay } from '../testkit/statistic-days.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { attack, countNames, countsOf, type Cells, type Seen } from './statistic-attack.js';
import { cellsOf, releasedStatistics, type ReleasedStatistic } from './released-statistics.js';

const threshold = 10;
/** By subject and organisation. */
type Truth = ReadonlyMap<string, ReadonlyMap<string, Cells>>;

let stack: TestStack;
const databases = new Map<string, pg.Pool>();

function ownerOf({ member }: ReleasedStatistic): pg.Pool {
  const pool = databases.get(member);
  if (!pool) throw new Error(`${member} has no database.`);
  return pool;
}

async function truthOf(statistic: ReleasedStatistic): Promise<Truth> {
  const { rows } = await ownerOf(statistic).query<{ organization: string; subject: string; leaf: string }>(
    statistic.truth,
  );
  return cellsOf(statistic, rows);
}

beforeAll(async () => {
  stack = await startTestStack();
  for (const { member } of releasedStatistics) {
    const pool = new pg.Pool({ connectionString: stack.stack.databases[member]?.ownerUrl, max: 1 });
    pool.on('error', () => {});
    databases.set(member, pool);
  }
});
afterAll(async () => {
  await Promise.all([...databases.values()].map((pool) => pool.end()));
  await stack.close();
});

/** Attacks each organisation on each subject, all the others known. */
function attackAll(
  statistic: ReleasedStatistic,
  seen: ReadonlyMap<string, Seen>,
  truth: Truth,
  { rounding = 2, nullIsSmall = false } = {},
): string[] {
  const knowledge = { wholes: statistic.wholes, threshold, rounding, nullIsSmall };
  return [...truth].flatMap(([subject, organizations]) =>
    attack(seen.get(subject) ?? {}, [...organizations.values()], knowledge).map((found) => `${subject}: ${found}`),
  );
}

/** What a naive member would publish of the same truth: sums over organisations, each judged alone. */
function naively(statistic: ReleasedStatistic, truth: Truth, rounded: boolean): ReadonlyMap<string, Seen> {
  return new Map(
    [...truth].map(([subject, organizations]) => {
      const all = [...organizations.values()].map((cells) => countsOf(cells, statistic.wholes));
      const shown = countNames(statistic.wholes).map((name) => {
        const count = all.reduce((total, counts) => total + (counts[name] ?? 0), 0);
        return [name, count < threshold ? null : rounded ? Math.round(count / 5) * 5 : count];
      });
      return [subject, Object.fromEntries(shown) as Seen];
    }),
  );
}

test('every statistic of the graph is attacked', async () => {
  const supergraph = await readFile(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const schema = publicSchema(supergraph);
  const type = schema.getType('ReleasedStatistic');
  if (!isInterfaceType(type)) throw new Error('There is no interface ReleasedStatistic.');
  const implementations = schema.getImplementations(type).objects;
  expect(implementations.map(({ name }) => name).toSorted()).toEqual(
    releasedStatistics.map((statistic) => statistic.type).toSorted(),
  );
  const commonFields = new Set(['suppressed', 'asOf', 'threshold']);
  for (const implementation of implementations) {
    const wholes = releasedStatistics.find((statistic) => statistic.type === implementation.name)?.wholes ?? {};
    const fields = Object.keys(implementation.getFields()).filter((field) => !commonFields.has(field));
    expect(fields.toSorted()).toEqual(countNames(wholes).toSorted());
  }
});

describe.each(releasedStatistics)('$type', (statistic) => {
  test('gives away no count below the threshold to someone who knows all organisations but one', async () => {
    const seen = await statistic.ask(stack.ask);
    const truth = await truthOf(statistic);
    expect(truth.size).toBeGreaterThan(0);
    expect([...seen.values()].some(({ people }) => people !== null)).toBe(true);
    expect(attackAll(statistic, seen, truth)).toEqual([]);
  });

  test('does not move when one person comes, goes or comes back', async () => {
    const before = await statistic.ask(stack.ask);
    const truth = await truthOf(statistic);
    const asked = [...truth].flatMap(([subject, organizations]) =>
      [...organizations.keys()].slice(0, 1).map((organization) => [organization, subject]),
    );
    let last = truth;
    for (const statement of [statistic.add, statistic.remove, statistic.remove, statistic.add]) {
      for (const place of asked) await ownerOf(statistic).query(statement, place);
      const now = await truthOf(statistic);
      expect(now).not.toEqual(last);
      last = now;
      await nextDay(ownerOf(statistic), statistic.name);
      expect(await statistic.ask(stack.ask)).toEqual(before);
    }
  });
});

describe('the same attacker against naive statistics of the same people', () => {
  test('breaks a threshold without more', async () => {
    const found = [];
    for (const statistic of releasedStatistics) {
      const truth = await truthOf(statistic);
      found.push(...attackAll(statistic, naively(statistic, truth, false), truth, { rounding: 0, nullIsSmall: true }));
    }
    expect(found).not.toEqual([]);
  });

  test('breaks a threshold with rounding, but without complementary suppression', async () => {
    const found = [];
    for (const statistic of releasedStatistics) {
      const truth = await truthOf(statistic);
      found.push(...attackAll(statistic, naively(statistic, truth, true), truth, { nullIsSmall: true }));
    }
    expect(found).not.toEqual([]);
  });

  test('sees a live count move when one person comes', async () => {
    const moved = [];
    for (const statistic of releasedStatistics) {
      const truth = await truthOf(statistic);
      const before = naively(statistic, truth, true);
      for (const [subject, organizations] of truth) {
        const [organization] = organizations.keys();
        await ownerOf(statistic).query(statistic.add, [organization, subject]);
      }
      const after = naively(statistic, await truthOf(statistic), true);
      moved.push(
        ...[...before].filter(([subject, seen]) => JSON.stringify(after.get(subject)) !== JSON.stringify(seen)),
      );
    }
    expect(moved).not.toEqual([]);
  });
});
