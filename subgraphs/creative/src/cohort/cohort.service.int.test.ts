import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, campaign, discipline, reviewScore, selectionCriterion } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
let member: TestMember;

/** A campaign with one criterion, and an eligible application for each score; null stands for one without a score. */
async function campaignWith(seats: number, scores: readonly (number | null)[]) {
  const own = { organization_id: organization };
  const { id: campaignId } = await campaign(member.owner, { ...own, status: 'scoring', seats });
  const { id: disciplineId } = await discipline(member.owner, own);
  const { id: criterionId } = await selectionCriterion(member.owner, { ...own, campaign_id: campaignId });
  const applications = scores.map((score) => ({ id: newId(), person: newId(), score }));
  const facts = { ...own, campaign_id: campaignId, discipline_id: disciplineId, status: 'eligible' };
  await application.many(
    member.owner,
    applications.map(({ id, person }) => ({ ...facts, id, volunteer_id: person })),
  );
  await reviewScore.many(
    member.owner,
    applications.flatMap(({ id, score }) =>
      score === null ? [] : [{ ...own, application_id: id, criterion_id: criterionId, score }],
    ),
  );
  return { campaign: campaignId, applications };
}

function elect(campaign: string, viewer = officerViewer(organization)) {
  return member.query<{ electCohort: { __typename: string; code?: string; electedOn?: string } }>(
    `mutation ($input: ElectCohortInput!) {
      electCohort(input: $input) {
        __typename
        ... on Problem { code message }
        ... on Cohort { size unranked electedOn campaign { status } }
      }
    }`,
    { as: viewer, language: 'en', variables: { input: { campaignId: campaign } } },
  );
}

interface Decided {
  id: string;
  status: string;
  mean_score: string | null;
  elected: string | null;
}

async function decisions(campaign: string): Promise<Decided[]> {
  const { rows } = await member.owner.query<Decided>(
    `select id, status, mean_score, elected_on::text as elected from creative_application
      where campaign_id = $1 order by id`,
    [campaign],
  );
  return rows;
}

async function statusOf(campaign: string): Promise<string | undefined> {
  const { rows } = await member.owner.query<{ status: string }>('select status from campaign where id = $1', [
    campaign,
  ]);
  return rows[0]?.status;
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

test('an officer elects the best for the seats, and the others stay eligible', async () => {
  const { campaign, applications } = await campaignWith(2, [40, 90, null, 70]);
  const answer = await elect(campaign);
  expect(answer.data?.electCohort).toEqual({
    __typename: 'Cohort',
    size: 2,
    unranked: 1,
    electedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    campaign: { status: 'DECIDED' },
  });
  const day = answer.data?.electCohort.electedOn ?? null;
  const expected: Omit<Decided, 'id'>[] = [
    { status: 'eligible', mean_score: '40.00', elected: null },
    { status: 'elected', mean_score: '90.00', elected: day },
    { status: 'eligible', mean_score: null, elected: null },
    { status: 'elected', mean_score: '70.00', elected: day },
  ];
  expect(await decisions(campaign)).toEqual(
    applications.map(({ id }, index) => ({ id, ...expected[index] })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
});

test('a campaign is decided once: a second call is a conflict and changes nothing', async () => {
  const { campaign } = await campaignWith(1, [40, 90]);
  await elect(campaign);
  const before = await decisions(campaign);
  expect((await elect(campaign)).data?.electCohort).toMatchObject({ code: 'CONFLICT' });
  expect(await decisions(campaign)).toEqual(before);
});

test('of concurrent calls one decides the campaign, for its seats exactly', async () => {
  const { campaign } = await campaignWith(3, [10, 20, 30, 40, 50, 60]);
  const answers = await meetAtLock(
    member,
    { hold: ['select from campaign where id = $1 for update', campaign] },
    Array.from({ length: 4 }, () => () => elect(campaign)),
  );
  const kinds = answers.map(({ data }) => data?.electCohort.code ?? data?.electCohort.__typename);
  expect(kinds.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'Cohort']);
  const elected = (await decisions(campaign)).filter(({ status }) => status === 'elected');
  expect(elected).toHaveLength(3);
});

test('a campaign without a ranked application stays undecided', async () => {
  for (const scores of [[], [null, null]]) {
    const { campaign } = await campaignWith(3, scores);
    expect((await elect(campaign)).data?.electCohort).toMatchObject({ code: 'CONFLICT' });
    expect(await statusOf(campaign)).toBe('scoring');
  }
});

test('only eligible applications are elected, whatever the others score', async () => {
  const { campaign, applications } = await campaignWith(3, [90, 50]);
  await member.owner.query(`update creative_application set status = 'declined' where id = $1`, [applications[0]?.id]);
  expect((await elect(campaign)).data?.electCohort).toMatchObject({ size: 1, unranked: 0 });
  const declined = (await decisions(campaign)).find(({ id }) => id === applications[0]?.id);
  expect(declined).toMatchObject({ status: 'declined', mean_score: null });
});

test('another organisation’s officer does not find the campaign', async () => {
  const { campaign } = await campaignWith(1, [50]);
  const answer = await elect(campaign, officerViewer(newId()));
  expect(answer.data?.electCohort).toMatchObject({ code: 'NOT_FOUND' });
  expect(await statusOf(campaign)).toBe('scoring');
});

test('a volunteer, a system, and a token that may only read, are forbidden', async () => {
  const { campaign } = await campaignWith(1, [50]);
  const readOnly = { ...officerViewer(organization), scopes: ['graph:read'] };
  for (const viewer of [volunteerViewer(newId()), officerViewer(organization, ['system']), readOnly]) {
    expect((await elect(campaign, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect(await statusOf(campaign)).toBe('scoring');
});

test('an id that is none is answered with a coded error that names the rule', async () => {
  const answer = await elect('no-id');
  expect(answer.errors?.[0]).toMatchObject({
    message: expect.stringContaining('campaignId must be a UUID') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('the demo data’s 30 follow from its scores: deciding the movement again elects the same', async () => {
  const demo = createDemoData();
  const officer = officerViewer(demo.organization('afci').id);
  const movement = await member.owner.query<{ id: string }>(
    `update campaign set status = 'scoring' where status = 'decided' and registered_over is not null returning id`,
  );
  const campaign = movement.rows[0]?.id ?? '';
  const before = await decisions(campaign);
  expect(before.length).toBeGreaterThan(500);
  expect(before.filter(({ status }) => status === 'elected')).toHaveLength(30);
  await member.owner.query(
    `update creative_application set status = 'eligible', mean_score = null where campaign_id = $1 and status = 'elected'`,
    [campaign],
  );
  expect((await elect(campaign, officer)).data?.electCohort).toMatchObject({ size: 30, unranked: 0 });
  const after = await decisions(campaign);
  const withoutDay = (decided: Decided) => [decided.id, decided.status, decided.mean_score];
  expect(after.map(withoutDay)).toEqual(before.map(withoutDay));
});
