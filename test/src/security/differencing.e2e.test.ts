import { readFile } from 'node:fs/promises';
import { publicSchema } from '@birlik/schema/public-schema';
import { isInterfaceType } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextDay } from '../testkit/figure-days.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { attack, countNames, countsOf, type Cells, type Seen } from './figure-attack.js';
import { cellsOf, releasedFigures, type ReleasedFigure } from './released-figures.js';

const threshold = 10;
/** By subject and organisation. */
type Truth = ReadonlyMap<string, ReadonlyMap<string, Cells>>;

let stack: TestStack;
const databases = new Map<string, pg.Pool>();

function ownerOf({ member }: ReleasedFigure): pg.Pool {
  const pool = databases.get(member);
  if (!pool) throw new Error(`${member} has no database.`);
  return pool;
}

async function truthOf(figure: ReleasedFigure): Promise<Truth> {
  const { rows } = await ownerOf(figure).query<{ organization: string; subject: string; leaf: string }>(figure.truth);
  return cellsOf(figure, rows);
}

beforeAll(async () => {
  stack = await startTestStack();
  for (const { member } of releasedFigures) {
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
  figure: ReleasedFigure,
  seen: ReadonlyMap<string, Seen>,
  truth: Truth,
  { rounding = 2, nullIsSmall = false } = {},
): string[] {
  const knowledge = { wholes: figure.wholes, threshold, rounding, nullIsSmall };
  return [...truth].flatMap(([subject, organizations]) =>
    attack(seen.get(subject) ?? {}, [...organizations.values()], knowledge).map((found) => `${subject}: ${found}`),
  );
}

/** What a naive member would publish of the same truth: sums over organisations, each judged alone. */
function naively(figure: ReleasedFigure, truth: Truth, rounded: boolean): ReadonlyMap<string, Seen> {
  return new Map(
    [...truth].map(([subject, organizations]) => {
      const all = [...organizations.values()].map((cells) => countsOf(cells, figure.wholes));
      const shown = countNames(figure.wholes).map((name) => {
        const count = all.reduce((total, counts) => total + (counts[name] ?? 0), 0);
        return [name, count < threshold ? null : rounded ? Math.round(count / 5) * 5 : count];
      });
      return [subject, Object.fromEntries(shown) as Seen];
    }),
  );
}

test('every figure of the graph is attacked', async () => {
  const supergraph = await readFile(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const schema = publicSchema(supergraph);
  const type = schema.getType('ReleasedFigures');
  if (!isInterfaceType(type)) throw new Error('There is no interface ReleasedFigures.');
  const carriers = schema.getImplementations(type).objects;
  expect(carriers.map(({ name }) => name).toSorted()).toEqual(releasedFigures.map((figure) => figure.type).toSorted());
  const commonFields = new Set(['suppressed', 'asOf', 'threshold']);
  for (const carrier of carriers) {
    const wholes = releasedFigures.find((figure) => figure.type === carrier.name)?.wholes ?? {};
    const fields = Object.keys(carrier.getFields()).filter((field) => !commonFields.has(field));
    expect(fields.toSorted()).toEqual(countNames(wholes).toSorted());
  }
});

describe.each(releasedFigures)('$type', (figure) => {
  test('gives away no count below the threshold to someone who knows all organisations but one', async () => {
    const seen = await figure.ask(stack.ask);
    const truth = await truthOf(figure);
    expect(truth.size).toBeGreaterThan(0);
    expect([...seen.values()].some(({ people }) => people !== null)).toBe(true);
    expect(attackAll(figure, seen, truth)).toEqual([]);
  });

  test('does not move when one person comes, goes or comes back', async () => {
    const before = await figure.ask(stack.ask);
    const truth = await truthOf(figure);
    const asked = [...truth].flatMap(([subject, organizations]) =>
      [...organizations.keys()].slice(0, 1).map((organization) => [organization, subject]),
    );
    let last = truth;
    for (const statement of [figure.add, figure.remove, figure.remove, figure.add]) {
      for (const place of asked) await ownerOf(figure).query(statement, place);
      const now = await truthOf(figure);
      expect(now).not.toEqual(last);
      last = now;
      await nextDay(ownerOf(figure), figure.name);
      expect(await figure.ask(stack.ask)).toEqual(before);
    }
  });
});

describe('the same attacker against naive figures of the same people', () => {
  test('breaks a threshold without more', async () => {
    const found = [];
    for (const figure of releasedFigures) {
      const truth = await truthOf(figure);
      found.push(...attackAll(figure, naively(figure, truth, false), truth, { rounding: 0, nullIsSmall: true }));
    }
    expect(found).not.toEqual([]);
  });

  test('breaks a threshold with rounding, but without complementary suppression', async () => {
    const found = [];
    for (const figure of releasedFigures) {
      const truth = await truthOf(figure);
      found.push(...attackAll(figure, naively(figure, truth, true), truth, { nullIsSmall: true }));
    }
    expect(found).not.toEqual([]);
  });

  test('sees a live count move when one person comes', async () => {
    const moved = [];
    for (const figure of releasedFigures) {
      const truth = await truthOf(figure);
      const before = naively(figure, truth, true);
      for (const [subject, organizations] of truth) {
        const [organization] = organizations.keys();
        await ownerOf(figure).query(figure.add, [organization, subject]);
      }
      const after = naively(figure, await truthOf(figure), true);
      moved.push(
        ...[...before].filter(([subject, seen]) => JSON.stringify(after.get(subject)) !== JSON.stringify(seen)),
      );
    }
    expect(moved).not.toEqual([]);
  });
});
