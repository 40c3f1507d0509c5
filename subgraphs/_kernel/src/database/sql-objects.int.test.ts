import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { MikroORM } from '@mikro-orm/postgresql';
import { Migration } from '@mikro-orm/migrations';
import { defineEntity, p } from '@mikro-orm/core';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './database.js';
import { applySqlObjects } from './sql-objects.js';

let database: TestDatabase;
let owner: pg.Pool;
let orm: MikroORM;
let folder: string;

const PlaceSchema = defineEntity({
  name: 'PlaceEntity',
  tableName: 'place',
  properties: { id: p.integer().primary() },
});
class PlaceEntity extends PlaceSchema.class {}
PlaceSchema.setClass(PlaceEntity);

class MigrationPlace extends Migration {
  override up(): void {
    this.addSql('create table place (id integer primary key, name text)');
    this.addSql(`create function seats(place integer) returns integer language sql stable return 1`);
    this.addSql('revoke all on function seats from public');
    this.addSql('create function is_open(place integer) returns boolean language sql stable return seats(place) > 0');
    this.addSql('create view open_place as select id from place where is_open(id)');
  }
}

const files = {
  'functions/seats': 'create or replace function seats(place integer) returns integer language sql stable return 2;',
  'functions/is_open': `-- Whether there is a seat.
create or replace function is_open(place integer) returns boolean language sql stable return seats(place) > 1;`,
  'views/open_place': 'create or replace view open_place as select id from place where is_open(id);',
};

async function write(texts: Readonly<Record<string, string | null>>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    const path = join(folder, `${name}.sql`);
    await (text === null ? rm(path) : writeFile(path, text));
  }
}

const apply = (): Promise<string[]> => orm.em.fork().transactional((em) => applySqlObjects(em, folder));

async function valueOf<Value>(statement: string): Promise<Value> {
  const { rows } = await owner.query<{ value: Value }>(`select (${statement}) as value`);
  const [row] = rows;
  if (!row) throw new Error('The statement returned nothing.');
  return row.value;
}

beforeEach(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  owner.on('error', () => {});
  folder = await mkdtemp(join(tmpdir(), 'birlik-sql-'));
  await Promise.all(['functions', 'views'].map((area) => mkdir(join(folder, area))));
  await migrate({ entities: [PlaceEntity], migrations: [MigrationPlace] }, database.ownerUrl);
  orm = await MikroORM.init({ clientUrl: database.ownerUrl, entities: [PlaceEntity] });
  await write(files);
});

afterEach(async () => {
  await orm.close();
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

test('texts win over what migrations made, once', async () => {
  expect((await apply()).toSorted()).toEqual(['is_open', 'open_place', 'seats']);
  expect(await valueOf('seats(1)')).toBe(2);
  expect(await apply()).toEqual([]);
});

test('a text that has changed is applied once, and no other one', async () => {
  await apply();
  await write({ 'functions/seats': files['functions/seats'].replace('return 2', 'return 3') });
  expect(await apply()).toEqual(['seats']);
  expect(await valueOf('seats(1)')).toBe(3);
  expect(await apply()).toEqual([]);
});

test('what was changed beside its text goes back to it', async () => {
  await apply();
  await owner.query('create or replace function seats(place integer) returns integer language sql stable return 9');
  expect(await apply()).toEqual(['seats']);
  expect(await valueOf('seats(1)')).toBe(2);
});

test('another result or another column takes its dependents along, and all keep their rights', async () => {
  await apply();
  const rights = `select array_agg(format('%s %s %s', name, grantee, privilege_type) order by name, grantee, privilege_type)
    from (select proname as name, proacl as acl from pg_proc where proname in ('seats', 'is_open')
          union all select relname, relacl from pg_class where relname = 'open_place') one, aclexplode(acl)`;
  const before = await valueOf(rights);
  await write({
    'functions/seats': 'create or replace function seats(place integer) returns bigint language sql stable return 2;',
    'views/open_place': 'create or replace view open_place as select name, id from place where is_open(id);',
  });
  expect((await apply()).toSorted()).toEqual(['open_place', 'seats']);
  expect(await valueOf('pg_typeof(seats(1))::text')).toBe('bigint');
  expect(await valueOf(rights)).toEqual(before);
  expect(await apply()).toEqual([]);
});

test('other arguments leave no second function of the name', async () => {
  await apply();
  await write({
    'functions/seats': 'create or replace function seats(place bigint) returns integer language sql stable return 2;',
  });
  expect(await apply()).toEqual(['seats']);
  expect(await valueOf(`select count(*)::integer from pg_proc where proname = 'seats'`)).toBe(1);
  expect(await apply()).toEqual([]);
});

test('texts that need each other come in any order, and a new function is for nobody who is not named', async () => {
  await write({
    'functions/a_first': `create or replace function a_first() returns integer language sql stable return z_last();`,
    'functions/z_last': `create or replace function z_last() returns integer language sql stable return 7;`,
  });
  await apply();
  expect(await valueOf('a_first()')).toBe(7);
  expect(await valueOf(`select bool_or(grantee = 0) from pg_proc, aclexplode(proacl) where proname = 'a_first'`)).toBe(
    false,
  );
});

test('what has no text any more is taken out, unless something needs it', async () => {
  await apply();
  await write({ 'views/open_place': null });
  expect(await apply()).toEqual(['open_place']);
  await write({ 'functions/seats': null });
  await expect(apply()).rejects.toThrow('is_open');
});

test('what a policy needs is left to a migration', async () => {
  await apply();
  await owner.query('create policy place_open on place using (is_open(id))');
  await write({
    'functions/is_open':
      'create or replace function is_open(place integer) returns text language sql stable return 1::text;',
  });
  await expect(apply()).rejects.toThrow('policy place_open on table place needs it');
});

test.for([
  ['makes something else', 'create or replace function other() returns integer language sql return 1;'],
  ['would fail the second time', 'create function seats(place integer) returns integer language sql return 1;'],
] as const)('a text that %s is refused, and nothing is applied', async ([, text]) => {
  await apply();
  await write({ 'functions/seats': text, 'functions/is_open': files['functions/is_open'].replace('> 1', '> 5') });
  await expect(apply()).rejects.toThrow('create or replace function seats');
  expect(await valueOf('is_open(1)')).toBe(true);
});
