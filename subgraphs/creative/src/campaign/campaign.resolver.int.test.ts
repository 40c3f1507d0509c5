import { newId } from '@birlik/kernel/identifier';
import { firstDay } from '@birlik/test/testkit/statistic-days';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, campaign, discipline } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const federation = newId();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('a campaign tells how many people applied from where, without the smallest groups', async () => {
  const { id } = await campaign(member.owner, { organization_id: federation });
  const { id: disciplineId } = await discipline(member.owner, { organization_id: federation });
  for (const [region, count] of [
    ['capital', 31],
    ['region', 20],
    [null, 4],
  ] as const) {
    const facts = { organization_id: federation, campaign_id: id, discipline_id: disciplineId, region };
    await application.many(
      member.owner,
      Array.from({ length: count }, () => facts),
    );
  }
  await firstDay(member.owner, 'applicant_summary');
  const { data } = await member.query(
    'query ($id: ID!) { campaign(id: $id) { applicantSummary { people capital elsewhere regions unsaid suppressed } } }',
    { variables: { id } },
  );
  expect(data).toEqual({
    campaign: {
      applicantSummary: { people: 55, capital: 30, elsewhere: 25, regions: null, unsaid: null, suppressed: true },
    },
  });
});
