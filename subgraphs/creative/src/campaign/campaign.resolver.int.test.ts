import { newId } from '@birlik/kernel/identifier';
import { firstDay } from '@birlik/test/testkit/statistic-days';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const federation = newId();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('a campaign tells how many people applied from where, without the smallest groups', async () => {
  const [campaign, discipline] = [newId(), newId()];
  const name = { az: 'Ad' };
  await member.owner.query('insert into discipline values ($1, $2, $3)', [discipline, federation, name]);
  await member.owner.query(
    `insert into campaign (id, organization_id, name, status, seats) values ($1, $2, $3, 'open', 5)`,
    [campaign, federation, name],
  );
  for (const [region, count] of [
    ['capital', 31],
    ['region', 20],
    [null, 4],
  ] as const) {
    await member.owner.query(
      `insert into creative_application (id, organization_id, volunteer_id, campaign_id, discipline_id, region, status, answers, applied_at)
       select gen_random_uuid(), $1, gen_random_uuid(), $2, $3, $4, 'registered', '{}', now() from generate_series(1, $5::integer)`,
      [federation, campaign, discipline, region, count],
    );
  }
  await firstDay(member.owner, 'applicant_summary');
  const { data } = await member.query(
    'query ($id: ID!) { campaign(id: $id) { applicantSummary { people capital elsewhere regions unsaid suppressed } } }',
    { variables: { id: campaign } },
  );
  expect(data).toEqual({
    campaign: {
      applicantSummary: { people: 55, capital: 30, elsewhere: 25, regions: null, unsaid: null, suppressed: true },
    },
  });
});
