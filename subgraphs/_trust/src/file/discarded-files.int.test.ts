import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { openFileStore, type FileStore } from '@birlik/kernel/file-store';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineDatabase } from '../database/database.js';
import { FileMigration } from '../file-migration/file-migration.js';
import { sweepFiles } from './discarded-files.js';
import { FileEntity } from './file-entity.js';

const definition = defineDatabase({ entities: [FileEntity], migrations: [FileMigration] });

let database: TestDatabase;
let orm: MikroORM;
let owner: pg.Pool;
let folder: string;
let store: FileStore;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(definition, database.ownerUrl);
  orm = await openDatabase(definition, { url: database.appUrl, poolSize: 2, log: null });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  owner.on('error', () => {});
  folder = await mkdtemp(join(tmpdir(), 'birlik-sweep-'));
  store = await openFileStore({ FILE_STORE: folder, S3_REGION: 'x' });
});
afterAll(async () => {
  await orm.close();
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function sweep(): Promise<void> {
  for (const { run } of sweepFiles(store)) await run(orm.em.fork());
}

/** A file about somebody that was announced so many minutes ago. */
async function file(state: 'awaited' | 'stored' | 'refused', minutes: number): Promise<{ id: string; key: string }> {
  const [id, key] = [randomUUID(), randomUUID()];
  const at = new Date(Date.now() - minutes * 60_000);
  await owner.query(
    `insert into file (id, organization_id, volunteer_id, kind, subject_id, name, media_type, bytes, state, refusal, sha256,
                       storage_key, put_by, announced_at, awaited_until, settled_at)
     values ($1, $1, $1, 'page', $1, 'x.pdf', 'application/pdf', 1, $2, $3, $4, $5, 'x', $6, $6::timestamptz + interval '1 s', $7)`,
    [
      id,
      state,
      state === 'refused' ? 'not_its_type' : null,
      state === 'stored' ? 'a'.repeat(64) : null,
      state === 'stored' ? key : null,
      at,
      state === 'awaited' ? null : at,
    ],
  );
  return { id, key };
}

/** Bytes under a key that came so many minutes ago. */
async function bytes(key: string, minutes: number): Promise<void> {
  const at = new Date(Date.now() - minutes * 60_000);
  await writeFile(join(folder, key), 'x');
  await utimes(join(folder, key), at, at);
}

test('what was announced and never came goes, as do refusals of yesterday; what is stored stays', async () => {
  const day = 24 * 60;
  const [, , waiting, refused, stored] = [
    await file('awaited', 70),
    await file('refused', day + 1),
    await file('awaited', 50),
    await file('refused', day - 1),
    await file('stored', 1_000 * day),
  ];
  await bytes(stored.key, 1_000 * day);
  await sweep();
  const { rows } = await owner.query<{ id: string }>('select id from file');
  expect(rows.map(({ id }) => id).toSorted()).toEqual([waiting.id, refused.id, stored.id].toSorted());
  expect(await readdir(folder)).toEqual([stored.key]);
});

test('bytes that no row names go once no transfer can be about to name them', async () => {
  const stored = await file('stored', 200);
  const [old, young] = [randomUUID(), randomUUID()];
  await bytes(stored.key, 200);
  await bytes(old, 61);
  await bytes(young, 59);
  await writeFile(join(folder, 'README.txt'), 'of somebody else');
  await sweep();
  const left = await readdir(folder);
  expect(left).toEqual(expect.arrayContaining([stored.key, young, 'README.txt']));
  expect(left).not.toContain(old);
});

test('a row that goes makes one job for its bytes, in the same transaction', async () => {
  const { id, key } = await file('stored', 1);
  const jobs = async () => (await owner.query<{ key: string }>(`select key from job where kind = 'discard file'`)).rows;
  await owner.query('begin');
  await owner.query('delete from file where id = $1', [id]);
  await owner.query('rollback');
  expect(await jobs()).toEqual([]);
  await owner.query('delete from file where id = $1', [id]);
  expect(await jobs()).toEqual([{ key }]);
  const { id: awaited } = await file('awaited', 1);
  await owner.query('delete from file where id = $1', [awaited]);
  expect(await jobs()).toEqual([{ key }]);
});

test('nobody reads, settles or removes a file who is none of those that the database names', async () => {
  const { id } = await file('stored', 1);
  const about = id;
  const changed = async (sql: string, variables: Readonly<Record<string, string>> = {}) => {
    const em = orm.em.fork();
    em.setSessionContext({ variables });
    return em.execute<unknown[]>(`${sql} where id = ? returning id`, [id]).then(
      (rows) => rows.length,
      (error: unknown) => (error as { code: string }).code,
    );
  };
  const seen = async (variables: Readonly<Record<string, string>> = {}) => {
    const em = orm.em.fork();
    em.setSessionContext({ variables });
    return (await em.execute<unknown[]>('select id from file where id = ?', [id])).length;
  };
  const grants = (person: string, ...tenants: readonly string[]) => ({
    'app.grants': JSON.stringify({ request: null, grants: [{ person, tenants, log: randomUUID() }] }),
  });
  const strangers = [
    {},
    { 'app.organization': about },
    ...['app.volunteer', 'app.file', 'app.about', 'app.erased'].map((name) => ({ [name]: randomUUID() })),
    grants(about, randomUUID()),
    grants(randomUUID(), '*'),
  ];
  for (const variables of strangers) {
    const took = [await seen(variables), await changed(`update file set state = 'refused'`, variables)];
    expect([variables, ...took, await changed('delete from file', variables)]).toEqual([variables, 0, 0, 0]);
  }
  // A grant opens it for reading, an export too, and the transfer says no second time what became of it.
  for (const variables of [grants(about, '*'), grants(about, about), { 'app.about': about }]) {
    const took = [await seen(variables), await changed(`update file set state = 'refused'`, variables)];
    expect([...took, await changed('delete from file', variables)]).toEqual([1, 0, 0]);
  }
  expect(await changed(`update file set state = 'refused'`, { 'app.file': id })).toBe('23514');
  expect(await changed('delete from file', { 'app.file': id })).toBe(0);
  expect(await changed('delete from file', { 'app.volunteer': about })).toBe(1);
});

test('a person announces files about themself alone, and none that is there already', async () => {
  const announce = (volunteerId: string, state: string) => {
    const em = orm.em.fork();
    em.setSessionContext({ variables: { 'app.volunteer': person, 'app.organization': person } });
    return em.execute(
      `insert into file (id, organization_id, volunteer_id, kind, subject_id, name, media_type, bytes, state, refusal, put_by,
                         announced_at, awaited_until, settled_at)
       values (uuidv7(), ?, ?, 'page', uuidv7(), 'x.pdf', 'application/pdf', 1, ?, ?, 'x', now(), now() + interval '1 minute', ?)`,
      [
        person,
        volunteerId,
        state,
        state === 'refused' ? 'not_its_type' : null,
        state === 'refused' ? new Date() : null,
      ],
    );
  };
  const person = randomUUID();
  await announce(person, 'awaited');
  await expect(announce(randomUUID(), 'awaited')).rejects.toThrow('row-level security');
  await expect(announce(person, 'refused')).rejects.toThrow('row-level security');
});
