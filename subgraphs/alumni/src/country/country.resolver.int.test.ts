import { newId } from '@birlik/kernel/identifier';
import { startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.js';
import { database } from '../database.js';
import { createServer } from '../server.js';

let member: TestMember;

/** People of one association who study in a country, or studied there when a year of graduation is given. */
async function people(country: string, count: number, graduationYear: number | null = null): Promise<string> {
  const organization = newId();
  await member.owner.query(
    `insert into alumnus select gen_random_uuid(), $1, gen_random_uuid(), $2, 'University', 'master', '06', $4::integer, false, null
       from generate_series(1, $3::integer)`,
    [organization, country, count, graduationYear],
  );
  return organization;
}

async function summaries(...codes: string[]): Promise<unknown[]> {
  const found = await member.entities<{ alumniSummary: unknown }>(
    codes.map((code) => ({ __typename: 'Country', code })),
    '{ alumniSummary { studentsAbroad alumni } }',
  );
  return found.map((country) => country?.alumniSummary);
}

const withheld = { studentsAbroad: null, alumni: null };

beforeAll(async () => {
  member = await startMember({ name: 'alumni', database, readConfig, createServer });
});
afterAll(() => member.close());

test('a country’s figures add up all associations and are held back below ten', async () => {
  await people('FR', 6);
  await people('FR', 7);
  await people('FR', 12, 2024);
  await people('ES', 30);
  await people('ES', 9, 2024);
  expect(await summaries('FR', 'ES', 'AQ')).toEqual([
    { studentsAbroad: 13, alumni: 12 },
    withheld,
    { studentsAbroad: 0, alumni: 0 },
  ]);
});

test('a country’s figures follow every change of the people behind them', async () => {
  const organization = await people('PT', 20);
  expect(await summaries('PT')).toEqual([{ studentsAbroad: 20, alumni: 0 }]);
  const half = '(select id from alumnus where organization_id = $1 and graduation_year is null limit 10)';
  await member.owner.query(`update alumnus set graduation_year = 2026 where id in ${half}`, [organization]);
  expect(await summaries('PT')).toEqual([{ studentsAbroad: 10, alumni: 10 }]);
  await member.owner.query(`update alumnus set country_code = 'SE' where id in ${half}`, [organization]);
  expect(await summaries('PT', 'SE')).toEqual([
    { studentsAbroad: 0, alumni: 10 },
    { studentsAbroad: 10, alumni: 0 },
  ]);
  await member.owner.query('delete from alumnus where organization_id = $1', [organization]);
  expect(await summaries('PT', 'SE')).toEqual([
    { studentsAbroad: 0, alumni: 0 },
    { studentsAbroad: 0, alumni: 0 },
  ]);
});

test('a confirmation moves no figure, and locks none', async () => {
  const organization = await people('NO', 15);
  const { rows } = await member.owner.query<{ id: string }>(
    'select volunteer_id as id from alumnus where organization_id = $1 limit 1',
    [organization],
  );
  const blocker = await member.owner.connect();
  try {
    await blocker.query('begin');
    await blocker.query(`select from country_summary where country_code = 'NO' for update`);
    const answer = await member.query(`mutation { confirmAlumniFacts { __typename } }`, {
      as: volunteerViewer(rows[0]?.id ?? ''),
    });
    expect(answer.data).toEqual({ confirmAlumniFacts: { __typename: 'AlumniProfile' } });
  } finally {
    await blocker.query('rollback');
    blocker.release();
  }
  expect(await summaries('NO')).toEqual([{ studentsAbroad: 15, alumni: 0 }]);
});

test('a list of 50 countries costs the same number of statements as a list of 5', async () => {
  const codes = Array.from(
    { length: 50 },
    (_, index) => `${index < 26 ? 'X' : 'Q'}${String.fromCharCode(65 + (index % 26))}`,
  );
  await summaries(...codes.slice(0, 5));
  const few = member.statements();
  await summaries(...codes);
  expect(few).toBeGreaterThan(0);
  expect(member.statements()).toBe(few);
});
