import { peopleIn, type ListedNode } from '@birlik/test/testkit/listed';
import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaign, discipline } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
let member: TestMember;

/** A campaign in a status, and a discipline of the organisation that runs it. */
async function campaignThatIs(
  status: string,
  tenant = organization,
): Promise<{ campaign: string; discipline: string }> {
  const { id: disciplineId } = await discipline(member.owner, { organization_id: tenant });
  const { id: campaignId } = await campaign(member.owner, { organization_id: tenant, status });
  return { campaign: campaignId, discipline: disciplineId };
}

function apply(to: { campaign: string; discipline: string; region?: string }, viewer = volunteerViewer(newId())) {
  return member.query<{ applyToCampaign: { __typename: string; code?: string } }>(
    `mutation ($input: ApplyToCampaignInput!) {
      applyToCampaign(input: $input) {
        __typename
        ... on Problem { code message }
        ... on CreativeApplication { status region meanScore electedOn campaign { id } discipline { id } }
      }
    }`,
    {
      as: viewer,
      language: 'en',
      variables: { input: { campaignId: to.campaign, disciplineId: to.discipline, region: to.region } },
    },
  );
}

function applicants(campaign: string, viewer: ReturnType<typeof officerViewer>, status?: string) {
  return member.query<{ creativeApplicants: { nodes: ListedNode[] } | null }>(
    `query ($campaign: ID!, $status: CreativeApplicationStatus) {
      creativeApplicants(campaignId: $campaign, status: $status) { nodes { statement } }
    }`,
    { as: viewer, variables: { campaign, status } },
  );
}

async function countOf(campaign: string): Promise<number> {
  const { rows } = await member.owner.query('select from creative_application where campaign_id = $1', [campaign]);
  return rows.length;
}

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('a volunteer applies to an open campaign, once', async () => {
  const open = await campaignThatIs('open');
  const viewer = volunteerViewer(newId());
  expect((await apply({ ...open, region: 'REGION' }, viewer)).data?.applyToCampaign).toEqual({
    __typename: 'CreativeApplication',
    status: 'REGISTERED',
    region: 'REGION',
    meanScore: null,
    electedOn: null,
    campaign: { id: open.campaign },
    discipline: { id: open.discipline },
  });
  expect((await apply(open, viewer)).data?.applyToCampaign).toMatchObject({ code: 'CONFLICT' });
});

test('the region may be left unsaid', async () => {
  const answer = await apply(await campaignThatIs('open'));
  expect(answer.data?.applyToCampaign).toMatchObject({ __typename: 'CreativeApplication', region: null });
});

test('concurrent applications of one volunteer leave one', async () => {
  const open = await campaignThatIs('open');
  const viewer = volunteerViewer(newId());
  const answers = await meetAtLock(
    member,
    { hold: ['select from campaign where id = $1 for update', open.campaign] },
    Array.from({ length: 6 }, () => () => apply(open, viewer)),
  );
  const kinds = answers.map((answer) => answer.data?.applyToCampaign.code ?? answer.data?.applyToCampaign.__typename);
  expect(kinds.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'CONFLICT'), 'CreativeApplication']);
  expect(await countOf(open.campaign)).toBe(1);
});

test('a campaign that is scored or decided takes no more applications', async () => {
  for (const status of ['scoring', 'decided']) {
    const closed = await campaignThatIs(status);
    expect((await apply(closed)).data?.applyToCampaign).toMatchObject({ code: 'CONFLICT' });
    expect(await countOf(closed.campaign)).toBe(0);
  }
});

test('an application that waits for the decision is refused after it', async () => {
  const open = await campaignThatIs('open');
  const [answer] = await meetAtLock(
    member,
    {
      hold: ['select from campaign where id = $1 for update', open.campaign],
      change: [`update campaign set status = 'decided' where id = $1`, open.campaign],
    },
    [() => apply(open)],
  );
  expect(answer?.data?.applyToCampaign).toMatchObject({ code: 'CONFLICT' });
  expect(await countOf(open.campaign)).toBe(0);
});

test('an unknown campaign and another organisation’s discipline are not found', async () => {
  const open = await campaignThatIs('open');
  const elsewhere = await campaignThatIs('open', newId());
  for (const to of [
    { ...open, campaign: newId() },
    { ...open, discipline: elsewhere.discipline },
  ]) {
    expect((await apply(to)).data?.applyToCampaign).toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('an officer, and a token that may only read, are forbidden to apply', async () => {
  const open = await campaignThatIs('open');
  const readOnly = { ...volunteerViewer(newId()), scopes: ['graph:read'] };
  for (const viewer of [officerViewer(organization), readOnly]) {
    expect((await apply(open, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect(await countOf(open.campaign)).toBe(0);
});

test('an id that is none is answered with a coded error that names the rule', async () => {
  const answer = await apply({ ...(await campaignThatIs('open')), campaign: 'no-id' });
  expect(answer.errors?.[0]).toMatchObject({
    message: expect.stringContaining('campaignId must be a UUID') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('an officer sees who applied to the own organisation’s campaign, by status', async () => {
  const open = await campaignThatIs('open');
  const person = newId();
  await apply(open, volunteerViewer(person));
  const officer = officerViewer(organization);
  const listed = async (status?: string) =>
    peopleIn((await applicants(open.campaign, officer, status)).data?.creativeApplicants?.nodes);
  expect(await listed()).toEqual([person]);
  expect(await listed('REGISTERED')).toEqual([person]);
  expect(await listed('ELECTED')).toEqual([]);
  const otherOfficer = { ...officerViewer(newId()), volunteerId: person };
  expect((await applicants(open.campaign, otherOfficer)).data?.creativeApplicants?.nodes).toEqual([]);
  const volunteer = await applicants(open.campaign, volunteerViewer(person));
  expect(volunteer).toMatchObject({
    data: { creativeApplicants: null },
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
});
