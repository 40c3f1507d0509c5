import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { DomainClock } from '@birlik/kernel/clock';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { Migration } from '@mikro-orm/migrations';
import { defineEntity, p } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RequestContext } from '../context/context.js';
import { defineDatabase } from '../database/database.js';
import type { Grant } from '../grant/grant.js';
import { personTable, tenantTable } from '../row-level-security/row-level-security.js';
import {
  assertPersonalDataDeclared,
  exportedId,
  exportRows,
  mostRows,
  type PersonalData,
} from '../personal-data/personal-data.js';
import { erasePerson, unlessBusy } from './erasure.js';

const reason = { az: 'Qanun', en: 'A law', ru: 'Закон', tr: 'Yasa' };

const personalData: PersonalData = {
  member: 'library',
  grantField: 'studyGrant',
  tables: [
    { name: 'page', through: { table: 'note', column: 'note_id' }, omit: ['reader'], erasure: 'delete' },
    { name: 'note', erasure: 'delete' },
    { name: 'note', person: 'friend_volunteer_id', omit: ['text'], erasure: 'delete' },
    { name: 'card', erasure: { overwrite: { name: '', phone: null } } },
    { name: 'loan', erasure: { reason, where: 'not returned', until: { since: 'due_on', years: 5 } } },
  ],
};

class LibraryMigration extends Migration {
  override up(): void {
    const own = 'id uuid primary key default uuidv7(), organization_id uuid not null, volunteer_id uuid not null';
    this.addSql(`create table note (${own}, friend_volunteer_id uuid, text text not null)`);
    this.addSql(`create table page (
      id uuid primary key default uuidv7(), organization_id uuid not null, note_id uuid not null references note, reader text)`);
    this.addSql(`create table card (${own}, name text not null, phone text)`);
    this.addSql(`create table loan (${own}, due_on date not null, returned boolean not null)`);
    for (const statement of [
      ...tenantTable({ name: 'page', readers: 'tenant' }),
      ...['note', 'card', 'loan'].flatMap((name) => tenantTable({ name, readers: 'person' })),
      ...personTable({ name: 'page', through: { table: 'note', column: 'note_id' } }),
      ...['note', 'card', 'loan'].flatMap((name) => personTable({ name })),
      ...personTable({ name: 'note', person: 'friend_volunteer_id' }),
    ]) {
      this.addSql(statement);
    }
  }
}

const NoteSchema = defineEntity({ name: 'NoteEntity', tableName: 'note', properties: { id: p.uuid().primary() } });
class NoteEntity extends NoteSchema.class {}
NoteSchema.setClass(NoteEntity);

const definition = defineDatabase({ entities: [NoteEntity], migrations: [LibraryMigration] });

const organization = randomUUID();
let database: TestDatabase;
let orm: MikroORM;
let owner: pg.Pool;
let person: string;
let friend: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(definition, database.ownerUrl);
  orm = await openDatabase(definition, { url: database.appUrl, poolSize: 4, log: null });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  owner.on('error', () => {});
});
afterAll(async () => {
  await orm.close();
  await owner.end();
  await database.drop();
});
beforeEach(() => {
  [person, friend] = [randomUUID(), randomUUID()];
});
afterEach(() => owner.query('truncate note, page, card, loan, erasure'));

/** The grant by which somebody reads what is about them. */
const ownGrant = (of: string): Grant => ({ sub: of, viewer: of, basis: 'self', tenants: '*', log: randomUUID() });

function context(): RequestContext {
  return new RequestContext({
    assertion: {
      iss: 'birlik-gateway',
      jti: randomUUID(),
      bdg: '',
      viewer: null,
      purpose: null,
      operation: null,
      operationId: randomUUID(),
      reads: { here: [], elsewhere: {} },
      request: randomUUID(),
    },
    acceptLanguage: undefined,
    orm,
    member: {
      name: 'library',
      grantKey: null,
      releaseThreshold: 10,
      freshSignInSeconds: 300,
      clock: new DomainClock(),
      timeZone: 'UTC',
      secrets: new Map(),
    },
  });
}

async function write(table: string, row: Record<string, unknown>): Promise<string> {
  const columns = ['organization_id', ...Object.keys(row)];
  const { rows } = await owner.query<{ id: string }>(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning id`,
    [organization, ...Object.values(row)],
  );
  return rows[0]?.id ?? '';
}

function erase(id = randomUUID(), number = 1) {
  const order = { id, number, person, requestedAt: new Date().toISOString() };
  return unlessBusy(() =>
    context()
      .erasing(person)
      .transactional((em) => erasePerson(em, personalData, { order, encrypted: 'encrypted' })),
  );
}

async function count(table: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? 0;
}

const done = { erased: 0, overwritten: 0, kept: 0, reason: null, keptUntil: null };

describe('an erasure', () => {
  test('deletes, overwrites and keeps what is declared, of this person alone', async () => {
    const note = await write('note', { volunteer_id: person, friend_volunteer_id: friend, text: 'a' });
    await write('page', { note_id: note, reader: 'somebody' });
    await write('note', { volunteer_id: friend, friend_volunteer_id: person, text: 'b' });
    await write('note', { volunteer_id: friend, text: 'c' });
    for (const volunteer_id of [person, friend]) await write('card', { volunteer_id, name: 'Name', phone: '+994' });
    for (const returned of [true, false]) await write('loan', { volunteer_id: person, due_on: '2999-01-31', returned });
    await write('loan', { volunteer_id: person, due_on: '2001-01-31', returned: false });

    const id = randomUUID();
    const outcome = [
      { ...done, name: 'page', erased: 1 },
      { ...done, name: 'note', erased: 1 },
      { ...done, name: 'note.friend_volunteer_id', erased: 1 },
      { ...done, name: 'card', overwritten: 1 },
      { ...done, name: 'loan', erased: 2, kept: 1, reason, keptUntil: '3004-01-31' },
    ];
    expect(await erase(id)).toEqual(outcome);
    expect(await erase(id)).toEqual(outcome);
    const { rows: cards } = await owner.query('select volunteer_id, name, phone from card order by name');
    expect(cards).toEqual([
      { volunteer_id: person, name: '', phone: null },
      { volunteer_id: friend, name: 'Name', phone: '+994' },
    ]);
    const { rows: notes } = await owner.query('select text from note');
    expect(notes).toEqual([{ text: 'c' }]);
    expect(await count('loan')).toBe(1);
  });

  test('refuses new rows about the person, in each column, alone and among others, and a change to them', async () => {
    await erase();
    const refused = { code: 'BE001' };
    await expect(write('note', { volunteer_id: person, text: 'a' })).rejects.toMatchObject(refused);
    await expect(write('note', { volunteer_id: friend, friend_volunteer_id: person, text: 'a' })).rejects.toMatchObject(
      refused,
    );
    const many = owner.query(
      `insert into note (organization_id, volunteer_id, text) select $1, one, 'a' from unnest($2::uuid[]) one`,
      [organization, [friend, person]],
    );
    await expect(many).rejects.toMatchObject(refused);
    await write('note', { volunteer_id: friend, text: 'a' });
    await expect(owner.query('update note set volunteer_id = $1', [person])).rejects.toMatchObject(refused);
    await owner.query(`update note set text = 'b'`);
  });

  test('gives way to a row that is being written, and takes it the next time', async () => {
    const writer = await owner.connect();
    await writer.query('begin');
    await writer.query(`insert into note (organization_id, volunteer_id, text) values ($1, $2, 'a')`, [
      organization,
      person,
    ]);
    await expect(erase()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await count('erasure')).toBe(0);
    await writer.query('commit');
    writer.release();
    await erase();
    expect(await count('note')).toBe(0);
  });

  test('makes a row wait that comes while it runs, and refuses it', async () => {
    const order = { id: randomUUID(), number: 1, person, requestedAt: new Date().toISOString() };
    let late: Promise<unknown> = Promise.resolve();
    await context()
      .erasing(person)
      .transactional(async (em) => {
        await erasePerson(em, personalData, { order, encrypted: null });
        late = write('note', { volunteer_id: person, text: 'a' }).catch((error: unknown) => error);
        const waiting = async () =>
          (await owner.query('select from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0')).rowCount;
        await expect.poll(waiting).toBe(1);
      });
    expect(await late).toMatchObject({ code: 'BE001' });
    expect(await count('note')).toBe(0);
  });

  test('opens nothing to a session that only reads for an export', async () => {
    await write('note', { volunteer_id: person, text: 'a' });
    await write('note', { volunteer_id: friend, text: 'a' });
    const em = context().about(ownGrant(person));
    expect(await em.execute('select text from note')).toEqual([{ text: 'a' }]);
    await em.execute('delete from note');
    await em.execute(`update note set text = 'b'`);
    const { rows } = await owner.query('select text from note');
    expect(rows).toEqual([{ text: 'a' }, { text: 'a' }]);
    const forged = `insert into erasure (order_id, number, person, outcome) values (uuidv7(), 1, person_digest('${friend}'), '[]')`;
    await expect(em.execute(forged)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an export', () => {
  test('has every declared table, leaves out what is about others, and says how much there is', async () => {
    const note = await write('note', { volunteer_id: person, friend_volunteer_id: friend, text: 'mine' });
    await write('page', { note_id: note, reader: 'somebody' });
    await write('note', { volunteer_id: friend, friend_volunteer_id: person, text: 'not mine' });
    await owner.query(
      `insert into card (organization_id, volunteer_id, name) select $1, $2, number::text from generate_series(1, $3) number`,
      [organization, person, mostRows + 2],
    );
    const tables = await exportRows(context().about(ownGrant(person)), personalData, { person, withSecrets: true });
    expect(tables.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['page', 1],
      ['note', 1],
      ['note.friend_volunteer_id', 1],
      ['card', mostRows + 2],
      ['loan', 0],
    ]);
    const [pages, notes, mentions, cards] = tables;
    const noted = exportedId(person, note);
    expect(pages?.rows).toEqual([{ id: expect.any(String) as string, organization_id: organization, note_id: noted }]);
    expect(notes?.rows).toEqual([{ id: noted, organization_id: organization, text: 'mine' }]);
    expect(Object.keys(mentions?.rows[0] ?? {})).toEqual(['id', 'organization_id']);
    expect(cards?.rows).toHaveLength(mostRows);
    expect(cards?.rows.at(-1)).toMatchObject({ name: String(mostRows + 2) });
  });

  test('has no id by which it could be put together with the export of somebody else, wherever ids stand', async () => {
    const shared = await write('note', { volunteer_id: person, friend_volunteer_id: friend, text: 'ours' });
    const mentioned = await write('note', { volunteer_id: friend, friend_volunteer_id: person, text: `see ${shared}` });
    const exportOf = async (of: string) =>
      JSON.stringify(await exportRows(context().about(ownGrant(of)), personalData, { person: of, withSecrets: true }));
    const idsIn = (text: string) => new Set(text.match(/x1\.[\w-]{22}|[0-9a-f]{8}-[0-9a-f-]{27}/g));
    const [own, others] = [await exportOf(person), await exportOf(friend)];
    expect(idsIn(own).size).toBeGreaterThan(2);
    expect([...idsIn(own)].filter((id) => idsIn(others).has(id))).toEqual([organization]);
    expect(own).toContain(exportedId(person, mentioned));
    expect(others).toContain(`see ${exportedId(friend, shared)}`);
    expect(await exportOf(person)).toBe(own);
  });
});

describe('a member’s process', () => {
  const check = (tables: PersonalData['tables']) =>
    assertPersonalDataDeclared(orm.em.fork(), { ...personalData, tables });

  test('starts when everything about people is declared and opened', async () => {
    await expect(check(personalData.tables)).resolves.toBeUndefined();
  });

  test('does not start while a column with people’s ids is not declared', async () => {
    await expect(check(personalData.tables.filter(({ person }) => !person))).rejects.toThrow(
      'src/personal-data.ts does not declare: note.friend_volunteer_id.',
    );
  });

  test('does not start while no migration has opened what is declared', async () => {
    await expect(
      check([...personalData.tables, { name: 'erasure', person: 'order_id', erasure: 'delete' }]),
    ).rejects.toThrow('personTable): erasure.order_id.');
  });
});
