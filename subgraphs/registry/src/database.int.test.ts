import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { migrate, sqlFolderOf } from '@birlik/kernel/database';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from './database.js';

/** The functions that every member has from the framework's own migrations. */
const frameworkFunctions = [
  'app_about',
  'app_erased',
  'app_grants',
  'app_idempotency_key',
  'app_now',
  'app_today',
  'app_volunteer',
  'app_working',
  'day_in',
  'is_time_zone',
  'open_grants',
  'person_digest',
  'refuse_erased_people',
  'refuse_erased_person',
];

const folder = sqlFolderOf(import.meta.url);
/** Leaves out what extensions bring along. */
const ownFunctions = `pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')`;
const definitions = `
  select proname as name, pg_get_functiondef(oid) as definition from pg_proc where ${ownFunctions}
   union all
  select relname, concat(pg_get_viewdef(oid), reloptions::text) from pg_class
   where relnamespace = 'public'::regnamespace and relkind = 'v'
   order by name`;

let fresh: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  fresh = await createTestDatabase();
  await migrate(database, fresh.ownerUrl);
  client = new pg.Client(fresh.ownerUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await fresh.drop();
});

async function readTexts(): Promise<ReadonlyMap<string, string>> {
  const files = await Promise.all(
    ['functions', 'views'].map(async (area) =>
      (await readdir(join(folder, area))).map((file) => join(folder, area, file)),
    ),
  );
  const texts = files.flat().map(async (path) => [basename(path, '.sql'), await readFile(path, 'utf8')] as const);
  return new Map(await Promise.all(texts));
}

test('every function and view of the registry has a text, and nothing in the database is older than it', async () => {
  const texts = await readTexts();
  const before = await client.query<{ name: string }>(definitions);
  expect(before.rows.map(({ name }) => name)).toEqual([...texts.keys(), ...frameworkFunctions].toSorted());
  await client.query('begin');
  for (const text of texts.values()) await client.query(text);
  const after = await client.query(definitions);
  await client.query('rollback');
  expect(before.rows).toEqual(after.rows);
});

test('a second migrate applies nothing', async () => {
  const applied = 'select kind, name, digest, applied_at::text from sql_object order by kind, name';
  const before = await client.query(applied);
  expect(await migrate(database, fresh.ownerUrl)).toEqual([]);
  expect(before.rows.length).toBeGreaterThan(20);
  expect((await client.query(applied)).rows).toEqual(before.rows);
});

/** Everything that decides in a database: columns, conditions, policies, triggers, functions, views and rights. */
async function describeDatabase({ ownerUrl }: TestDatabase): Promise<object> {
  const one = new pg.Client(ownerUrl);
  await one.connect();
  const names = new RegExp(`${new URL(ownerUrl).pathname.slice(1)}`, 'g');
  const read = async (statement: string): Promise<string> =>
    JSON.stringify((await one.query(statement)).rows, null, 1).replaceAll(names, 'database');
  const inPublic = `'public'::regnamespace`;
  try {
    return {
      columns: await read(
        `select attrelid::regclass::text as "table", attname, atttypid::regtype::text as type, attnotnull,
                pg_get_expr(adbin, adrelid) as value
           from pg_attribute a join pg_class c on c.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
          where relnamespace = ${inPublic} and attnum > 0 and not attisdropped order by 1, 2`,
      ),
      constraints: await read(
        `select conrelid::regclass::text as "table", conname, pg_get_constraintdef(oid) as definition
           from pg_constraint where connamespace = ${inPublic} order by 1, 2`,
      ),
      indexes: await read(`select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`),
      policies: await read(
        `select tablename, policyname, roles::text, cmd, qual, with_check from pg_policies order by 1, 2`,
      ),
      triggers: await read(
        `select tgrelid::regclass::text as "table", tgname, pg_get_triggerdef(oid) as definition
           from pg_trigger where not tgisinternal order by 1, 2`,
      ),
      definitions: await read(definitions),
      rights: await read(
        `select name, array_agg(concat_ws(' ', grantee::regrole, privilege_type) order by grantee, privilege_type) as rights
           from (select proname as name, coalesce(proacl, acldefault('f', proowner)) as acl from pg_proc
                  where ${ownFunctions}
                 union all
                 select relname, coalesce(relacl, acldefault('r', relowner)) from pg_class
                  where relnamespace = ${inPublic} and relkind in ('r', 'v')) one, aclexplode(acl)
          group by name order by name`,
      ),
      categories: await read(`select * from category_holder order by 1, 2`),
    };
  } finally {
    await one.end();
  }
}

test('a database that was there before the texts becomes like a fresh one', async () => {
  const old = await createTestDatabase();
  try {
    const texts = database.migrations.findIndex(({ name }) => name === 'Migration20261129_personal_categories');
    const before = { entities: database.entities, migrations: database.migrations.slice(0, texts) };
    expect(await migrate(before, old.ownerUrl)).toHaveLength(texts);
    await migrate(database, old.ownerUrl);
    expect(await describeDatabase(old)).toEqual(await describeDatabase(fresh));
  } finally {
    await old.drop();
  }
});
