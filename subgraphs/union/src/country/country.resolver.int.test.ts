import { newId } from '@birlik/kernel/identifier';
import { firstDay } from '@birlik/test/testkit/statistic-days';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opportunity, portal, serviceEntry } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const union = newId();
let member: TestMember;

async function opportunityIn(country: string, organization = union): Promise<string> {
  const { id: portalId } = await portal(member.owner, { organization_id: organization });
  const facts = { organization_id: organization, portal_id: portalId, country_code: country };
  return (await opportunity(member.owner, facts)).id;
}

/** Writes one entry for each person into the volunteer book; resolves to them. */
function serve(opportunityId: string | null, people: readonly string[], status = 'verified') {
  const facts = { organization_id: union, opportunity_id: opportunityId, status };
  return serviceEntry.many(
    member.owner,
    people.map((person) => ({ ...facts, volunteer_id: person })),
  );
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
  await serviceEntry(member.owner, {
    organization_id: union,
    volunteer_id: wrong?.volunteer_id,
    corrects_id: wrong?.id,
  });
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
