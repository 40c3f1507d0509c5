import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { statisticTables, type StatisticTables } from '../statistic-migration/statistic-migration.js';
import { figureTables, figureTablesRenamed } from './migrations.js';

const tables: StatisticTables = {
  name: 'visitors',
  parts: { adults: null, minors: null },
  source: 'select organization_id, subject, person, leaf from visit',
};

/** A member's database with one table to count in. */
interface Member {
  readonly database: TestDatabase;
  readonly client: pg.Client;
}

async function open(): Promise<Member> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query('create table visit (organization_id uuid, subject text, person uuid, leaf text)');
  return { database, client };
}

let old: Member;
let fresh: Member;
beforeEach(async () => {
  [old, fresh] = await Promise.all([open(), open()]);
});
afterEach(async () => {
  for (const { client, database } of [old, fresh]) {
    await client.end();
    await database.drop();
  }
});

async function run({ client }: Member, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/** Everything that was made in a database, by its definition; names of roles are each database's own. */
async function definitions({ client }: Member): Promise<unknown[]> {
  const { rows } = await client.query(
    `select 'function' as kind, proname::text as name, pg_get_functiondef(oid) as definition, proacl::text as rights
       from pg_proc where pronamespace = 'public'::regnamespace
     union all
     select 'column', attrelid::regclass || '.' || attname, format_type(atttypid, atttypmod), relacl::text
       from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
     union all
     select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid), null
       from pg_constraint where connamespace = 'public'::regnamespace
     union all
     select 'index', indexname::text, indexdef, null from pg_indexes where schemaname = 'public'
     union all
     select 'policy', tablename || '.' || policyname, concat_ws(' ', cmd, qual, with_check), null
       from pg_policies where schemaname = 'public'
     union all
     select 'table', relname::text, concat_ws(' ', relrowsecurity, relforcerowsecurity), null
       from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     order by 1, 2, 3`,
  );
  return rows.map((row: { rights: string | null }) => ({
    ...row,
    rights: row.rights?.replaceAll(/test_\w+_(owner|app)/g, '$1') ?? null,
  }));
}

test('a database that had pictures ends equal to one that has had snapshots from the start', async () => {
  await run(old, figureTables(tables));
  await run(old, figureTablesRenamed(tables));
  await run(fresh, statisticTables(tables));
  const made = await definitions(fresh);
  expect(made.length).toBeGreaterThan(10);
  expect(await definitions(old)).toEqual(made);
});

test('the counts that were taken stay, with the day on which they were', async () => {
  await run(old, [
    ...figureTables(tables),
    `insert into visit (organization_id, subject, person, leaf)
       select '00000000-0000-7000-8000-000000000001', 'AZ', gen_random_uuid(), 'adults' from generate_series(1, 12)`,
    'select take_visitors_pictures(10)',
    `update visitors_picture set taken_at = '2026-01-02Z'`,
    `update visitors_look set looked_at = '2026-11-28Z'`,
    ...figureTablesRenamed(tables),
  ]);
  const { rows } = await old.client.query(`select * from visitors_snapshots('["AZ"]')`);
  const [takenAt, refreshedAt] = [new Date('2026-01-02Z'), new Date('2026-11-28Z')];
  expect(rows).toEqual([{ subject: 'AZ', counts: [12, 0], taken_at: takenAt, refreshed_at: refreshedAt }]);
});
