import { newId } from '@birlik/kernel/identifier';
import { firstDay, nextDay } from '@birlik/test/testkit/statistic-days';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { alumnus } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

interface Summary {
  people: number | null;
  studentsAbroad: number | null;
  alumni: number | null;
  suppressed: boolean;
  asOf: string | null;
  threshold: number;
}

const statistic = 'alumni_summary';
const withheld = { people: null, studentsAbroad: null, alumni: null, suppressed: true };
let member: TestMember;

/** People of one association who study in a country, or studied there when a year of graduation is given. */
async function people(
  country: string,
  count: number,
  { graduationYear = null, organization = newId() }: { graduationYear?: number | null; organization?: string } = {},
): Promise<string> {
  const facts = { organization_id: organization, country_code: country, graduation_year: graduationYear };
  await alumnus.many(
    member.owner,
    Array.from({ length: count }, () => facts),
  );
  return organization;
}

async function summaries(...codes: string[]): Promise<Summary[]> {
  const found = await member.entities<{ alumniSummary: Summary }>(
    codes.map((code) => ({ __typename: 'Country', code })),
    '{ alumniSummary { people studentsAbroad alumni suppressed asOf threshold } }',
  );
  return found.flatMap((country) => country?.alumniSummary ?? []);
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

beforeAll(async () => {
  member = await startMember(subgraph);
});
beforeEach(async () => {
  await member.owner.query('delete from alumnus');
});
afterAll(() => member.close());

test('a process that listens has refreshed its snapshots', async () => {
  const { rows } = await member.owner.query(
    `select refreshed_at > now() - interval '1 hour' as now from ${statistic}_refresh`,
  );
  expect(rows).toEqual([{ now: true }]);
});

test('before the first refresh all is withheld, and no day is given', async () => {
  await member.owner.query(`update ${statistic}_refresh set refreshed_at = '-infinity'`);
  expect(await summaries('FR')).toEqual([{ ...withheld, asOf: null, threshold: 10 }]);
});

test('a statistic adds up the associations that have ten people, and leaves the others out', async () => {
  const one = await people('FR', 13);
  await people('FR', 12, { graduationYear: 2024, organization: one });
  const other = await people('FR', 10);
  await people('FR', 10, { graduationYear: 2024, organization: other });
  await people('FR', 9);
  await people('ES', 6);
  await people('ES', 7);
  await firstDay(member.owner, statistic);
  const common = { asOf: daysAgo(0), threshold: 10 };
  expect(await summaries('FR', 'ES', 'AQ')).toEqual([
    { people: 45, studentsAbroad: 25, alumni: 20, suppressed: false, ...common },
    { ...withheld, ...common },
    { ...withheld, ...common },
  ]);
});

test('one small part hides the other one too, and the whole stays', async () => {
  const one = await people('ES', 30);
  await people('ES', 9, { graduationYear: 2024, organization: one });
  await people('PT', 30);
  await firstDay(member.owner, statistic);
  const hidden = { studentsAbroad: null, alumni: null, suppressed: true };
  expect(await summaries('ES', 'PT')).toMatchObject([
    { people: 40, ...hidden },
    { people: 30, ...hidden },
  ]);
});

test('changes show on the next day at the earliest, however often a process refreshes them', async () => {
  const organization = await people('PT', 20);
  await firstDay(member.owner, statistic);
  await people('PT', 20, { organization });
  await member.owner.query(`select refresh_${statistic}_snapshots(10)`);
  expect(await summaries('PT')).toMatchObject([{ people: 20 }]);
  await nextDay(member.owner, statistic);
  expect(await summaries('PT')).toMatchObject([{ people: 40 }]);
});

test('people who come or go one by one show in no statistic before they are ten', async () => {
  const organization = await people('PT', 22);
  await firstDay(member.owner, statistic);
  const before = await summaries('PT');
  for (let come = 1; come <= 9; come += 1) {
    await people('PT', 1, { organization });
    await nextDay(member.owner, statistic);
    expect(await summaries('PT')).toEqual(before);
  }
  await people('PT', 1, { organization });
  await nextDay(member.owner, statistic);
  expect(await summaries('PT')).toMatchObject([{ people: 30 }]);
});

test('a statistic never shows itself or goes at the threshold, where its coming would tell the number', async () => {
  const small = await people('NO', 9);
  const shrinking = await people('SE', 15);
  await firstDay(member.owner, statistic);
  expect(await summaries('NO', 'SE')).toMatchObject([withheld, { people: 15 }]);
  await people('NO', 10, { organization: small });
  await member.owner.query(
    'delete from alumnus where id in (select id from alumnus where organization_id = $1 limit 12)',
    [shrinking],
  );
  await nextDay(member.owner, statistic);
  expect(await summaries('NO', 'SE')).toMatchObject([withheld, { people: 15 }]);
  await people('NO', 1, { organization: small });
  await nextDay(member.owner, statistic);
  expect(await summaries('NO')).toMatchObject([{ people: 20 }]);
});

test('a statistic that went below the threshold is taken back after a year, and says until then how old it is', async () => {
  const organization = await people('SE', 15);
  await firstDay(member.owner, statistic);
  await member.owner.query('delete from alumnus where organization_id = $1', [organization]);
  await member.owner.query(`update ${statistic}_snapshot set taken_at = now() - interval '364 days'`);
  await nextDay(member.owner, statistic);
  expect(await summaries('SE')).toMatchObject([{ people: 15, asOf: daysAgo(364) }]);
  await member.owner.query(`update ${statistic}_snapshot set taken_at = now() - interval '367 days'`);
  await nextDay(member.owner, statistic);
  expect(await summaries('SE')).toMatchObject([{ ...withheld, asOf: daysAgo(0) }]);
});

test('of two processes that refresh at once one takes the snapshots, and nobody waits', async () => {
  const organization = await people('DE', 20);
  await firstDay(member.owner, statistic);
  await people('DE', 20, { organization });
  await member.owner.query(`update ${statistic}_refresh set refreshed_at = now() - interval '1 day'`);
  const first = await member.owner.connect();
  try {
    await first.query('begin');
    await first.query(`select refresh_${statistic}_snapshots(10)`);
    await member.owner.query(`select refresh_${statistic}_snapshots(10)`);
    expect(await summaries('DE')).toMatchObject([{ people: 20 }]);
    await first.query('commit');
  } finally {
    first.release();
  }
  expect(await summaries('DE')).toMatchObject([{ people: 40 }]);
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
