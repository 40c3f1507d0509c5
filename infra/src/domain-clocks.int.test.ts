import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { moveDomainClocks, type MemberDatabase } from './domain-clocks.js';
import { createTestDatabase, type TestDatabase } from './test-postgres.js';

const names = ['one', 'two', 'three'];
let databases: readonly TestDatabase[];
let members: readonly MemberDatabase[];

async function onDatabase(index: number, statement: string): Promise<pg.QueryResult<{ seconds: string }>> {
  const client = new pg.Client({ connectionString: databases[index]?.ownerUrl });
  await client.connect();
  try {
    return await client.query<{ seconds: string }>(statement);
  } finally {
    await client.end();
  }
}

/** How far each clock is, in seconds. */
async function shifts(): Promise<number[]> {
  const ask = 'select extract(epoch from shift) as seconds from domain_clock';
  const found = await Promise.all(databases.map((_, index) => onDatabase(index, ask)));
  return found.map(({ rows }) => Number(rows[0]?.seconds ?? 0));
}

beforeEach(async () => {
  databases = await Promise.all(names.map(() => createTestDatabase()));
  members = databases.map(({ ownerUrl }, index) => ({ name: names[index] ?? '', ownerUrl }));
  const table = `create table domain_clock (
    id boolean primary key default true check (id),
    shift interval not null check (shift >= interval '0')
  )`;
  await Promise.all(databases.map((_, index) => onDatabase(index, table)));
});
afterEach(async () => {
  await Promise.all(databases.map((database) => database.drop()));
});

test('all clocks are moved, further each time, and back to the real time', async () => {
  const before = Date.now();
  const { times, agree } = await moveDomainClocks(members, '+3d');
  expect(agree).toBe(true);
  expect(times.map(({ name }) => name)).toEqual(names);
  for (const { now } of times) expect(now.getTime() - before).toBeGreaterThanOrEqual(259_200_000);
  await moveDomainClocks(members, '+1d12h30m5s');
  expect(await shifts()).toEqual([390_605, 390_605, 390_605]);
  await moveDomainClocks(members, 'reset');
  expect(await shifts()).toEqual([0, 0, 0]);
});

test('a database that is away leaves every clock as it was', async () => {
  await moveDomainClocks(members, '+1d');
  const [first, second, third] = members;
  const away = { name: 'three', ownerUrl: third?.ownerUrl.replace(/@[^/]+/, '@127.0.0.1:9') ?? '' };
  const moving = moveDomainClocks(
    [first, second, away].flatMap((member) => member ?? []),
    '+3d',
  );
  await expect(moving).rejects.toMatchObject({
    message: 'The database of three did not take part, so no clock was moved.',
    cure: expect.stringContaining('say the same again'),
  });
  expect(await shifts()).toEqual([86_400, 86_400, 86_400]);
});

test('a database that refuses the move leaves every clock as it was', async () => {
  await onDatabase(2, `alter table domain_clock add check (shift < interval '2 days')`);
  await expect(moveDomainClocks(members, '+3d')).rejects.toThrow('three did not take part');
  expect(await shifts()).toEqual([0, 0, 0]);
});

test('a move that is not confirmed by one database says which clocks were moved, and the next one brings all together', async () => {
  await onDatabase(
    1,
    `create function refuse() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
     create constraint trigger refuse after insert on domain_clock initially deferred for each row execute function refuse()`,
  );
  await expect(moveDomainClocks(members, '+3d')).rejects.toMatchObject({
    message: 'The clocks were moved in part. Moved: one; not confirmed: two; not moved: three.',
    cure: expect.stringContaining('npm run clock -- +0s'),
  });
  expect(await shifts()).toEqual([259_200, 0, 0]);
  expect(await moveDomainClocks(members, undefined)).toMatchObject({ agree: false });
  await onDatabase(1, 'drop trigger refuse on domain_clock');
  expect(await moveDomainClocks(members, '+0s')).toMatchObject({ agree: true });
  expect(await shifts()).toEqual([259_200, 259_200, 259_200]);
});

test('two moves at once are both made', async () => {
  await Promise.all([moveDomainClocks(members, '+1d'), moveDomainClocks(members, '+1h')]);
  expect(await shifts()).toEqual([90_000, 90_000, 90_000]);
});
