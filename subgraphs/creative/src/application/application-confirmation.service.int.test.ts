import { newId } from '@birlik/kernel/identifier';
import { appliedFields, describeGuardianAnswers, type Applied } from '@birlik/test/testkit/guardian-answers';
import {
  officerViewer,
  startMember,
  volunteerViewer,
  type RequestOptions,
  type TestMember,
} from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaign, discipline, reviewScore, selectionCriterion } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
const officer = officerViewer(organization);
let member: TestMember;
let disciplineId: string;

beforeAll(async () => {
  member = await startMember(subgraph);
  disciplineId = (await discipline(member.owner, { organization_id: organization })).id;
});
afterAll(() => member.close());

const offer = async () => (await campaign(member.owner, { organization_id: organization })).id;

async function apply(campaignId: string, options: RequestOptions): Promise<Applied> {
  const { data, errors } = await member.query<{ applied: Applied }>(
    `mutation ($input: ApplyToCampaignInput!) { applied: applyToCampaign(input: $input) {
      ... on Problem { code } ... on CreativeApplication ${appliedFields}
    } }`,
    { ...options, variables: { input: { campaignId, disciplineId } } },
  );
  return data?.applied ?? { code: String(errors?.[0]?.extensions.code) };
}

describeGuardianAnswers({
  member: () => member,
  table: 'creative_application',
  confirmation: 'confirmCampaignApplication',
  type: 'CreativeApplication',
  open: 'REGISTERED',
  offer,
  begin: (id) => member.owner.query(`update campaign set status = 'decided' where id = $1`, [id]),
  apply,
});

function confirm(applicationId: string, said: object, options: RequestOptions, onBehalfOf: string) {
  return member.query<{ said: { status?: string; code?: string } }>(
    `mutation ($id: ID!, $confirm: Boolean!, $reason: GuardianReason, $onBehalfOf: ID) {
      said: confirmCampaignApplication(applicationId: $id, confirm: $confirm, reason: $reason, onBehalfOf: $onBehalfOf) {
        ... on Problem { code } ... on CreativeApplication { status }
      }
    }`,
    { ...options, variables: { id: applicationId, ...said, onBehalfOf } },
  );
}

const elect = (campaignId: string) =>
  member.query<{ elected: { size?: number; code?: string } }>(
    `mutation ($id: ID!) { elected: electCohort(input: { campaignId: $id }) { ... on Problem { code } ... on Cohort { size } } }`,
    { as: officer, variables: { id: campaignId } },
  );

async function scored(campaignId: string, applicationId: string): Promise<void> {
  const { id } = await selectionCriterion(member.owner, { organization_id: organization, campaign_id: campaignId });
  await reviewScore(member.owner, { organization_id: organization, application_id: applicationId, criterion_id: id });
}

const makeEligible = (id: string) =>
  member.owner.query(`update creative_application set status = 'eligible' where id = $1`, [id]);

test('a campaign does not elect who waits, nor whose guardian took the yes back', async () => {
  const [ward, guardian] = [newId(), newId()];
  const asGuardian = { as: volunteerViewer(guardian), decidesFor: [guardian, ward] };
  const wanted = await offer();
  const { id = '' } = await apply(wanted, { as: volunteerViewer(ward), decidesFor: [] });
  await scored(wanted, id);
  await expect(makeEligible(id)).rejects.toThrow('_guardian_awaited');
  await confirm(id, { confirm: true }, asGuardian, ward);
  await makeEligible(id);
  expect((await confirm(id, { confirm: false, reason: 'OTHER' }, asGuardian, ward)).data?.said).toEqual({
    status: 'WITHDRAWN',
  });
  expect((await elect(wanted)).data?.elected).toEqual({ code: 'CONFLICT' });
});

test('a yes comes while the campaign is open', async () => {
  const [ward, guardian] = [newId(), newId()];
  const asGuardian = { as: volunteerViewer(guardian), decidesFor: [guardian, ward] };
  const wanted = await offer();
  const { id = '' } = await apply(wanted, { as: volunteerViewer(ward), decidesFor: [] });
  await member.owner.query(`update campaign set status = 'scoring' where id = $1`, [wanted]);
  expect((await confirm(id, { confirm: true }, asGuardian, ward)).data?.said).toEqual({ code: 'CONFLICT' });
  expect((await confirm(id, { confirm: false, reason: 'OTHER' }, asGuardian, ward)).data?.said).toEqual({
    status: 'WITHDRAWN',
  });
});

test('a no takes the work samples away, and no more are taken', async () => {
  const [ward, guardian] = [newId(), newId()];
  const asWard = { as: volunteerViewer(ward), decidesFor: [] };
  const asGuardian = { as: volunteerViewer(guardian), decidesFor: [guardian, ward] };
  const { id = '' } = await apply(await offer(), asWard);
  const announce = async () => {
    const { data } = await member.query<{ announced: { code?: string } }>(
      `mutation ($input: AnnounceWorkSampleInput!) { announced: announceWorkSample(input: $input) {
        __typename ... on Problem { code }
      } }`,
      {
        ...asWard,
        variables: { input: { applicationId: id, name: 'sketch.png', mediaType: 'image/png', bytes: 100 } },
      },
    );
    return data?.announced;
  };
  const samples = async () => (await member.owner.query('select from file where subject_id = $1', [id])).rowCount;
  expect(await announce()).toEqual({ __typename: 'WorkSampleUpload' });
  expect(await samples()).toBe(1);
  await confirm(id, { confirm: false, reason: 'OTHER' }, asGuardian, ward);
  await expect.poll(samples, { timeout: 20_000 }).toBe(0);
  expect(await announce()).toMatchObject({ code: 'CONFLICT' });
});
