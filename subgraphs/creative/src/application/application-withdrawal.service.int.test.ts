import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
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
let member: TestMember;
let disciplineId: string;

beforeAll(async () => {
  member = await startMember(subgraph);
  disciplineId = (await discipline(member.owner, { organization_id: organization })).id;
});
afterAll(() => member.close());

interface Outcome {
  readonly id?: string;
  readonly code?: string;
  readonly status?: string;
  readonly size?: number;
  readonly withdrawnAt?: string | null;
}

const application = '... on CreativeApplication { id status withdrawnAt }';

async function mutate(call: string, options: RequestOptions, fields = application): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ${fields} } }`,
    options,
  );
  return data?.done ?? { code: String(errors?.[0]?.extensions.code) };
}

const offer = async () => (await campaign(member.owner, { organization_id: organization })).id;
const apply = (id: string, options: RequestOptions) =>
  mutate(`applyToCampaign(input: { campaignId: "${id}", disciplineId: "${disciplineId}" })`, options);
const withdraw = (id: string | undefined, options: RequestOptions) =>
  mutate(`withdrawCampaignApplication(applicationId: "${id}")`, options);
const elect = (id: string) =>
  mutate(`electCohort(input: { campaignId: "${id}" })`, { as: officerViewer(organization) }, '... on Cohort { size }');
const somebody = () => ({ as: volunteerViewer(newId()) });

/** Somebody's eligible application with a score. */
async function eligible(campaignId: string, person: RequestOptions): Promise<string> {
  const { id = '' } = await apply(campaignId, person);
  const own = { organization_id: organization };
  const criterion = await selectionCriterion(member.owner, { ...own, campaign_id: campaignId });
  await reviewScore(member.owner, { ...own, application_id: id, criterion_id: criterion.id });
  await member.owner.query(`update creative_application set status = 'eligible' where id = $1`, [id]);
  return id;
}

test('an applicant takes an application back, once, and may apply anew', async () => {
  const [person, wanted] = [somebody(), await offer()];
  const { id } = await apply(wanted, person);
  expect(await withdraw(id, person)).toEqual({ id, status: 'WITHDRAWN', withdrawnAt: expect.any(String) as string });
  expect(await withdraw(id, person)).toEqual({ code: 'CONFLICT' });
  expect(await apply(wanted, person)).toMatchObject({ status: 'REGISTERED' });
  expect(await withdraw(id, somebody())).toEqual({ code: 'NOT_FOUND' });
});

test('who took it back is not elected, and after the election nobody takes it back', async () => {
  const [gone, stays, wanted] = [somebody(), somebody(), await offer()];
  const [one, other] = [await eligible(wanted, gone), await eligible(wanted, stays)];
  expect(await withdraw(one, gone)).toMatchObject({ status: 'WITHDRAWN' });
  await member.owner.query('delete from review_score where application_id = $1', [one]);
  await member.owner.query(
    `delete from selection_criterion where campaign_id = $1 and id not in (select criterion_id from review_score)`,
    [wanted],
  );
  expect(await elect(wanted)).toEqual({ size: 1 });
  expect(await withdraw(other, stays)).toEqual({ code: 'CONFLICT' });
});

test('a withdrawal and an election at once end in one or the other', async () => {
  const [person, wanted] = [somebody(), await offer()];
  const id = await eligible(wanted, person);
  const [elected, withdrawn] = await meetAtLock(
    member,
    { hold: ['select from creative_application where id = $1 for update', id] },
    [() => elect(wanted), () => withdraw(id, person)],
  );
  expect([elected?.size === 1, withdrawn?.status === 'WITHDRAWN'].filter(Boolean)).toHaveLength(1);
});

test('what was sent with it goes', async () => {
  const person = somebody();
  const { id } = await apply(await offer(), person);
  await member.query(
    `mutation { announceWorkSample(input: { applicationId: "${id}", name: "a.png", mediaType: "image/png", bytes: 9 }) {
      __typename
    } }`,
    person,
  );
  const samples = async () => (await member.owner.query('select from file where subject_id = $1', [id])).rowCount;
  expect(await samples()).toBe(1);
  await withdraw(id, person);
  await expect.poll(samples, { timeout: 20_000 }).toBe(0);
});

test('a campaign takes five applications of one person that they take back, and no sixth', async () => {
  const [person, wanted] = [somebody(), await offer()];
  for (let time = 0; time < 5; time += 1) await withdraw((await apply(wanted, person)).id, person);
  expect(await apply(wanted, person)).toEqual({ code: 'LIMIT_REACHED' });
});
