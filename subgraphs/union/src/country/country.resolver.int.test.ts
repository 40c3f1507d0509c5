import { newId } from '@birlik/kernel/identifier';
import { firstDay } from '@birlik/test/testkit/statistic-days';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const union = newId();
let member: TestMember;

async function opportunityIn(country: string, organization = union): Promise<string> {
  const [portal, opportunity] = [newId(), newId()];
  const text = { az: 'Mətn' };
  await member.owner.query('insert into portal values ($1, $2, $3, $4)', [portal, organization, portal, text]);
  await member.owner.query(
    `insert into opportunity (id, organization_id, portal_id, title, summary, city, country_code, starts_on, capacity, published)
     values ($1, $2, $3, $4, $4, $4, $5, '2026-01-01', 100, true)`,
    [opportunity, organization, portal, text, country],
  );
  return opportunity;
}

/** Writes one entry for each person into the volunteer book; resolves to their ids. */
async function serve(opportunity: string | null, people: readonly string[], status = 'verified'): Promise<string[]> {
  const { rows } = await member.owner.query<{ id: string }>(
    `insert into service_entry (id, organization_id, volunteer_id, opportunity_id, minutes, worked_on, status)
     select gen_random_uuid(), $1, person, $2, 60, '2026-02-01', $3 from unnest($4::uuid[]) person returning id`,
    [union, opportunity, status, people],
  );
  return rows.map(({ id }) => id);
}

function newPeople(count: number): string[] {
  return Array.from({ length: count }, () => newId());
}

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('a country’s statistic counts each person once, by the entries that count and belong to an opportunity there', async () => {
  const [here, there, abroad] = [await opportunityIn('AZ'), await opportunityIn('AZ'), await opportunityIn('GE')];
  const people = newPeople(25);
  await serve(here, people);
  await serve(there, people, 'recorded');
  await serve(here, newPeople(15), 'recorded');
  await serve(null, newPeople(40));
  await serve(abroad, newPeople(9));
  const [wrong] = await serve(abroad, newPeople(1));
  await member.owner.query(
    `insert into service_entry (id, organization_id, volunteer_id, minutes, worked_on, status, corrects_id)
     select gen_random_uuid(), organization_id, volunteer_id, 30, worked_on, status, id from service_entry where id = $1`,
    [wrong],
  );
  await firstDay(member.owner, 'service_summary');
  const found = await member.entities(
    ['AZ', 'GE', 'TR'].map((code) => ({ __typename: 'Country', code })),
    '{ serviceSummary { people verified unverified suppressed } }',
  );
  const withheld = { serviceSummary: { people: null, verified: null, unverified: null, suppressed: true } };
  expect(found).toEqual([
    { serviceSummary: { people: 40, verified: 25, unverified: 15, suppressed: false } },
    withheld,
    withheld,
  ]);
});
