import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { defineEntity, p } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../database/database.js';
import { sqlState } from '../errors/errors.js';
import { defineRowLoader, defineRowsLoader, rowsBy, rowsWhere } from './rows.js';

const PlaceSchema = defineEntity({
  name: 'PlaceEntity',
  tableName: 'place',
  properties: {
    id: p.uuid().primary(),
    regionCode: p.string(),
    name: p.json<{ az: string }>(),
    title: p.text().fieldName('named').nullable(),
    foundedOn: p.date().nullable(),
    seenAt: p.datetime().nullable(),
    people: p.integer(),
    share: p.decimal('number').nullable(),
    size: p.bigint(),
    height: p.float(),
    open: p.boolean(),
    tags: p.array(),
  },
});
class PlaceEntity extends PlaceSchema.class {}
PlaceSchema.setClass(PlaceEntity);

const id = (number: number) => `019ac8d0-0000-7000-8000-00000000000${number}`;

let database: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`create table place (id uuid primary key, region_code text not null, name jsonb not null, named text,
    founded_on date, seen_at timestamptz, people integer not null, share numeric(5, 2), size bigint not null,
    height real not null, open boolean not null, tags text[] not null)`);
  await owner.query(`insert into place (id, region_code, name, named, founded_on, seen_at, people, share, size, height, open, tags) values
    ('${id(1)}', 'A', '{"az": "Ağdam"}', 'one', '1828-02-29', '2026-01-02T03:04:05.678Z', 3, 12.5, 9007199254740993, 1.5, true, '{x,"y,z"}'),
    ('${id(2)}', 'A', '{"az": "Şuşa"}', null, null, null, 1, null, 1, -0.25, false, '{}'),
    ('${id(3)}', 'B', '{"az": "Xocalı"}', null, null, null, 2, null, 1, 0, true, '{}'),
    ('${id(4)}', 'A', '{"az": "Laçın"}', null, null, null, 2, null, 1, 0, true, '{}')`);
  await owner.query('grant select, update on place to public');
  await owner.end();
  orm = await openDatabase(
    { entities: [PlaceEntity], migrations: [] },
    { url: database.appUrl, poolSize: 2, log: null },
  );
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

const request = () => {
  const em = orm.em.fork();
  return { em, everyone: em };
};
const names = (rows: readonly PlaceEntity[]) => rows.map(({ name }) => name.az);

test('a row has the values that MikroORM reads, whatever their type', async () => {
  const { em } = request();
  const rows = await rowsBy(PlaceEntity, 'id')(em, [id(1), id(2)]);
  const found = await em.fork().find(PlaceEntity, { id: { $in: [id(1), id(2)] } }, { orderBy: { id: 'asc' } });
  expect(rows.flat()).toEqual(found.map((one) => ({ ...one })));
});

test('each key has its own rows in order, the first ones, and those alone that are wanted', async () => {
  const { em } = request();
  const read = rowsBy(PlaceEntity, 'regionCode', {
    orderBy: [{ people: 'desc' }, { id: 'asc' }],
    most: 2,
    where: 'one.people > 1',
  });
  expect((await read(em, ['B', 'none', 'A'])).map(names)).toEqual([['Xocalı'], [], ['Ağdam', 'Laçın']]);
});

test('rows are found by a condition on the key', async () => {
  const read = rowsWhere(PlaceEntity, 'one.tags @> array[wanted.key]');
  expect((await read(request().em, ['y,z', '"', 'x'])).map(names)).toEqual([['Ağdam'], [], ['Ağdam']]);
});

test('in a transaction the rows are as it has left them', async () => {
  const changed = request().em.transactional(async (em) => {
    await em.nativeUpdate(PlaceEntity, { id: id(1) }, { people: 9 });
    const [[row] = []] = await rowsBy(PlaceEntity, 'id')(em, [id(1)]);
    throw new Error(`${row?.people} people`);
  });
  await expect(changed).rejects.toThrow('9 people');
});

test('a row loader gives the row of each key, and a rows loader the first rows of each', async () => {
  const rowById = defineRowLoader(PlaceEntity, 'id');
  const rowsByRegion = defineRowsLoader(PlaceEntity, 'regionCode', {
    orderBy: [{ id: 'asc' }],
    most: 2,
    readers: 'everyone',
  });
  const context = request();
  expect((await rowById.load(context, id(3)))?.name.az).toBe('Xocalı');
  expect(await rowById.load(context, id(9))).toBeNull();
  expect((await Promise.all(['A', 'C'].map((key) => rowsByRegion.load(context, key)))).map(names)).toEqual([
    ['Ağdam', 'Şuşa'],
    [],
  ]);
});

test('a key that is none is refused as a value of a wrong form', async () => {
  const refused = rowsBy(PlaceEntity, 'id')(request().em, ['none']).catch(sqlState);
  expect(await refused).toBe('22P02');
});
