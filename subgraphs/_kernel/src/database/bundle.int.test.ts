import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqlState } from '../errors/errors.js';
import { runStatement } from '../statement/statement.js';
import { Cost } from '../telemetry/cost.js';
import { openDatabase } from './database.js';

const PlaceSchema = defineEntity({
  name: 'PlaceEntity',
  tableName: 'place',
  properties: { id: p.integer().primary(), name: p.text() },
});
class PlaceEntity extends PlaceSchema.class {}
PlaceSchema.setClass(PlaceEntity);

let database: TestDatabase;
let orm: MikroORM;
let owner: pg.Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl });
  await owner.query(`create table place (id integer primary key, name text not null)`);
  await owner.query(`insert into place (id, name) values (1, 'Ağdam'), (2, 'Şuşa')`);
  await owner.query(`grant select, insert, update on place to public`);
  orm = await openDatabase(
    { entities: [PlaceEntity], migrations: [] },
    { url: database.appUrl, poolSize: 1, log: null },
  );
});

afterEach(async () => {
  await orm.close();
  await owner.end();
  await database.drop();
});

/** A request whose viewer is told to the database. */
function request(viewer: string, cost = new Cost()): EntityManager {
  const em = orm.em.fork({ loggerContext: { cost } });
  em.setSessionContext({ variables: { 'app.viewer': viewer } });
  return em;
}

const whoAsks = `select current_setting('app.viewer', true) as viewer, pg_current_xact_id()::text as transaction`;
const ask = async (em: EntityManager) => (await runStatement<{ viewer: string; transaction: string }>(em, whoAsks))[0];

test('what a request reads at the same time is one transaction, with one statement for who asks', async () => {
  const cost = new Cost();
  const em = request('aysel', cost);
  const [one, other, places] = await Promise.all([
    ask(em),
    ask(em),
    em.find(PlaceEntity, {}, { orderBy: { id: 'asc' } }),
  ]);
  expect(one).toEqual(other);
  expect(one?.viewer).toBe('aysel');
  expect(places.map(({ name }) => name)).toEqual(['Ağdam', 'Şuşa']);
  expect(cost.statements).toBe(4);
});

test('requests of several viewers never meet, and nothing of a viewer is left on the connection', async () => {
  const viewers = ['aysel', 'rauf', 'leyla'];
  const answers = await Promise.all(viewers.map((viewer) => ask(request(viewer))));
  expect(answers.map((answer) => answer?.viewer)).toEqual(viewers);
  expect(new Set(answers.map((answer) => answer?.transaction)).size).toBe(3);
  expect((await ask(orm.em.fork()))?.viewer ?? '').toBe('');
});

test('one request under two views of the database has a transaction for each', async () => {
  const cost = new Cost();
  const answers = await Promise.all([ask(request('aysel', cost)), ask(request('rauf', cost))]);
  expect(answers.map((answer) => answer?.viewer)).toEqual(['aysel', 'rauf']);
  expect(answers[0]?.transaction).not.toBe(answers[1]?.transaction);
});

test('a statement that is refused fails alone, and what it was sent with is answered', async () => {
  const em = request('aysel');
  const refused = (value: unknown) => runStatement(em, 'select ?::integer', [value]).catch(sqlState);
  const all = await Promise.all([
    ask(em),
    refused('none'),
    em.find(PlaceEntity, { id: 2 }),
    refused('7 of them'),
    ask(em),
  ]);
  expect(all[0]?.viewer).toBe('aysel');
  expect([all[1], all[3]]).toEqual(['22P02', '22P02']);
  expect(all[2]).toMatchObject([{ name: 'Şuşa' }]);
  expect(all[4]).toEqual(all[0]);
});

test('a change outside a transaction is kept, and is told how many rows it concerned', async () => {
  expect(await request('aysel').nativeUpdate(PlaceEntity, { id: 1 }, { name: 'Laçın' })).toBe(1);
  expect((await owner.query('select name from place where id = 1')).rows).toEqual([{ name: 'Laçın' }]);
});

test('of a bundle with a refused change nothing is kept but what comes after it', async () => {
  const em = request('aysel');
  const insert = (id: number) =>
    runStatement(em, `insert into place (id, name) values (?, 'Xocalı')`, [id]).catch(sqlState);
  expect(await Promise.all([insert(3), insert(1), insert(4)])).toEqual([[], '23505', []]);
  expect((await owner.query('select id from place order by id')).rows.map(({ id }) => id as number)).toEqual([
    1, 2, 3, 4,
  ]);
});

test('a session that has forgotten what it kept, or behind which a table has changed, is asked anew', async () => {
  const read = () => runStatement(request('aysel'), 'select * from place where id = ?', [1]);
  expect(await read()).toEqual([{ id: 1, name: 'Ağdam' }]);
  await orm.em.fork().execute('deallocate all');
  expect(await read()).toEqual([{ id: 1, name: 'Ağdam' }]);
  await owner.query('alter table place add column region text');
  expect(await read()).toEqual([{ id: 1, name: 'Ağdam', region: null }]);
  expect(await read()).toEqual([{ id: 1, name: 'Ağdam', region: null }]);
});

test('lists, dates, objects and nothing arrive as they are', async () => {
  const [row] = await runStatement(
    request('aysel'),
    'select ?::text[] as list, ?::timestamptz = ?::timestamptz as same, ?::jsonb as object, ?::text as nothing, ?::boolean as yes',
    [['a,b', '"', '\\', null, 'Ə'], new Date(0), '1970-01-01T00:00:00Z', { a: [1] }, null, true],
  );
  expect(row).toEqual({
    list: ['a,b', '"', '\\', null, 'Ə'],
    same: true,
    object: { a: [1] },
    nothing: null,
    yes: true,
  });
});
