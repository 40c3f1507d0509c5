import { migrate, openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { personalCategories, type PersonalCategory } from '@birlik/trust/personal-category';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../database.js';
import { listPersonalCategories } from './personal-category.service.js';

const health: PersonalCategory = {
  name: 'HEALTH',
  code: 'health',
  owner: 'clinic',
  grantField: 'healthGrant',
  holders: ['foundation', 'ministry'],
  description: 'Vaccinations.',
};

let own: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  own = await createTestDatabase();
  await migrate(database, own.ownerUrl);
  owner = new pg.Client(own.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await own.drop();
});

async function list(categories: readonly PersonalCategory[]): Promise<void> {
  const orm = await openDatabase(database, { url: own.ownerUrl, poolSize: 1, log: null });
  try {
    await orm.em.fork().transactional((em) => listPersonalCategories(em, categories));
  } finally {
    await orm.close();
  }
}

async function holders(): Promise<Record<string, string[]>> {
  const { rows } = await owner.query<{ category: string; kinds: string[] }>(
    `select category, coalesce(array_agg(organization_kind order by organization_kind) filter (where organization_kind is not null), '{}') as kinds
       from personal_category left join category_holder using (category) group by category`,
  );
  return Object.fromEntries(rows.map(({ category, kinds }) => [category, kinds]));
}

/** How many of the categories are decided on for somebody. */
async function decidedOn(...categories: readonly string[]): Promise<number> {
  const viewer = newId();
  const { rowCount } = await owner.query(
    `select from decide_grants($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5, '{}', 'viewer', 'client', $6, null,
                               null, null, 'request')`,
    [categories.map(() => viewer), categories, categories.map(() => null), categories.map(() => null), newId(), viewer],
  );
  return rowCount ?? 0;
}

const ofTable = Object.fromEntries(personalCategories.map(({ code, holders: kinds }) => [code, kinds.toSorted()]));

test('the database lists the categories of the table, and decides on them alone', async () => {
  expect(await holders()).toEqual(ofTable);
  expect(await decidedOn('contact', 'study')).toBe(2);
  expect(await decidedOn('contact', 'health')).toBe(1);
});

test('a further row of the table is a category, and without it there is none', async () => {
  await list([...personalCategories, health]);
  expect(await holders()).toEqual({ ...ofTable, health: ['foundation', 'ministry'] });
  expect(await decidedOn('contact', 'health')).toBe(2);
  await list([...personalCategories, { ...health, holders: ['foundation'] }]);
  expect(await holders()).toEqual({ ...ofTable, health: ['foundation'] });
  await list(personalCategories);
  expect(await holders()).toEqual(ofTable);
  expect(await decidedOn('health')).toBe(0);
});
