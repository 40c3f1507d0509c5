import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { dayIn, isTimeZone } from '@birlik/kernel/time-zone';
import { defineEntity, p } from '@mikro-orm/core';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineDatabase } from './database.js';

const LoadSchema = defineEntity({
  name: 'LoadEntity',
  tableName: 'demo_load',
  properties: { scale: p.integer().primary() },
});
class LoadEntity extends LoadSchema.class {}
LoadSchema.setClass(LoadEntity);
const definition = defineDatabase({ entities: [LoadEntity], migrations: [] });
let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(definition, database.ownerUrl);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const zones = [
  'UTC',
  'Asia/Baku',
  'Europe/Vilnius',
  'Europe/London',
  'Europe/Istanbul',
  'Africa/Cairo',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Niue',
];

/** Around every change of the clocks of these zones in the years, and around the midnights of each of them. */
function instants(): string[] {
  const hour = 3_600_000;
  const from = Date.UTC(2024, 0, 1);
  const hours = Array.from({ length: 3 * 366 * 24 }, (_, index) => from + index * hour);
  const early = [Date.UTC(2011, 11, 30, 9, 59, 59, 999), Date.UTC(2011, 11, 30, 10), Date.UTC(1999, 11, 31, 20)];
  return [...hours.flatMap((instant) => [instant - 1, instant, instant + hour / 2]), ...early].map((instant) =>
    new Date(instant).toISOString(),
  );
}

test.each(zones)('the database and the process have the same day in %s at every instant', async (zone) => {
  const all = instants();
  const { rows } = await owner.query<{ instant: string; day: string }>(
    `select instant, day_in($1, instant::timestamptz)::text as day from unnest($2::text[]) as instant`,
    [zone, all],
  );
  expect(rows).toHaveLength(all.length);
  expect(rows.filter(({ instant, day }) => day !== dayIn(zone, new Date(instant)))).toEqual([]);
});

test.each(['Asia/Baku', 'UTC', '+04:00', 'EST', 'Asia/Nowhere', 'asia/baku', ''])(
  'the database and the process agree whether "%s" is a time zone',
  async (zone) => {
    const { rows } = await owner.query<{ is: boolean }>('select is_time_zone($1) as is', [zone]);
    expect(rows[0]?.is).toBe(isTimeZone(zone));
  },
);

test('a session is in UTC and has the member’s day, whatever the server’s own zone is', async () => {
  const name = new URL(database.ownerUrl).pathname.slice(1);
  await owner.query(`alter database ${name} set timezone = 'America/New_York'`);
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
    const orm = await openDatabase(definition, { url: database.appUrl, poolSize: 1, log: null, timeZone });
    try {
      const [row] = await orm.em
        .fork()
        .execute<{ zone: string; today: string }[]>(
          `select current_setting('timezone') as zone, app_today()::text as today`,
        );
      expect(row).toEqual({ zone: 'UTC', today: dayIn(timeZone, new Date()) });
    } finally {
      await orm.close();
    }
  }
});
