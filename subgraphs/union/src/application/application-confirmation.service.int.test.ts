import { newId } from '@birlik/kernel/identifier';
import { appliedFields, describeGuardianAnswers, type Applied } from '@birlik/test/testkit/guardian-answers';
import { peopleIn, type ListedNode } from '@birlik/test/testkit/listed';
import {
  officerViewer,
  startMember,
  volunteerViewer,
  type RequestOptions,
  type TestMember,
} from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opportunity, portal } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
const officer = officerViewer(organization);
let member: TestMember;
let portalId: string;

beforeAll(async () => {
  member = await startMember(subgraph);
  portalId = (await portal(member.owner, { organization_id: organization })).id;
});
afterAll(() => member.close());

async function offer(): Promise<string> {
  const facts = { organization_id: organization, portal_id: portalId, starts_on: '2099-01-01' };
  return (await opportunity(member.owner, { ...facts, title: { az: 'Ağacəkmə', en: 'Tree planting' } })).id;
}

async function apply(opportunityId: string, options: RequestOptions): Promise<Applied> {
  const { data, errors } = await member.query<{ applied: Applied }>(
    `mutation ($id: ID!) { applied: applyToOpportunity(input: { opportunityId: $id }) {
      ... on Problem { code } ... on OpportunityApplication ${appliedFields}
    } }`,
    { ...options, variables: { id: opportunityId } },
  );
  return data?.applied ?? { code: String(errors?.[0]?.extensions.code) };
}

describeGuardianAnswers({
  member: () => member,
  table: 'opportunity_application',
  confirmation: 'confirmOpportunityApplication',
  type: 'OpportunityApplication',
  open: 'SUBMITTED',
  offer,
  begin: (id) => member.owner.query(`update opportunity set starts_on = '2020-01-01' where id = $1`, [id]),
  apply,
});

function decide(applicationId: string) {
  return member.query<{ decided: { code?: string; message?: string; status?: string } }>(
    `mutation ($input: DecideApplicationInput!) { decided: decideApplication(input: $input) {
      ... on Problem { code message } ... on OpportunityApplication { status }
    } }`,
    { as: officer, language: 'en', variables: { input: { applicationId, accept: true } } },
  );
}

async function applicants(opportunityId: string): Promise<string[]> {
  const { data } = await member.query<{ applicantVolunteers: { nodes: ListedNode[] } }>(
    'query ($id: ID!) { applicantVolunteers(opportunityId: $id) { nodes { statement } } }',
    { as: officer, variables: { id: opportunityId } },
  );
  return peopleIn(data?.applicantVolunteers.nodes);
}

function confirm(applicationId: string, said: object, options: RequestOptions, onBehalfOf: string) {
  return member.query<{ said: { status?: string; decidedAt?: string | null } }>(
    `mutation ($id: ID!, $confirm: Boolean!, $reason: GuardianReason, $onBehalfOf: ID) {
      said: confirmOpportunityApplication(applicationId: $id, confirm: $confirm, reason: $reason, onBehalfOf: $onBehalfOf) {
        ... on OpportunityApplication { status decidedAt }
      }
    }`,
    { ...options, variables: { id: applicationId, ...said, onBehalfOf } },
  );
}

async function bodies(): Promise<string[]> {
  const { rows } = await member.owner.query<{ body: { en: string } }>('select body from message order by id');
  return rows.map(({ body }) => body.en);
}

test('an organisation neither lists nor accepts it before a guardian’s yes, and loses it when the yes is taken back', async () => {
  const [ward, guardian] = [newId(), newId()];
  const asGuardian = { as: volunteerViewer(guardian), decidesFor: [guardian, ward] };
  const wanted = await offer();
  const { id = '' } = await apply(wanted, { as: volunteerViewer(ward), decidesFor: [] });
  expect(await applicants(wanted)).toEqual([]);
  expect((await decide(id)).data?.decided).toEqual({
    code: 'CONFLICT',
    message: 'The application is a minor’s and waits for a guardian.',
  });
  await confirm(id, { confirm: true }, asGuardian, ward);
  expect(await applicants(wanted)).toEqual([ward]);
  expect((await decide(id)).data?.decided).toEqual({ status: 'ACCEPTED' });
  const taken = await confirm(id, { confirm: false, reason: 'OTHER' }, asGuardian, ward);
  expect(taken.data?.said).toEqual({ status: 'WITHDRAWN', decidedAt: null });
  const other = await apply(wanted, { as: volunteerViewer(newId()) });
  expect((await decide(other.id ?? '')).data?.decided).toEqual({ status: 'ACCEPTED' });
});

test('the applicant is told that a guardian is asked, and what a guardian said, in the name of the organisation', async () => {
  const [ward, guardian] = [newId(), newId()];
  const asGuardian = { as: volunteerViewer(guardian), decidesFor: [guardian, ward] };
  const { id = '' } = await apply(await offer(), { as: volunteerViewer(ward), decidesFor: [] });
  await confirm(id, { confirm: true }, asGuardian, ward);
  const kinds = async () => {
    const { rows } = await member.owner.query<{ kind: string }>(
      'select kind from message where volunteer_id = $1 and organization_id = $2 order by kind',
      [ward, organization],
    );
    return rows.map(({ kind }) => kind);
  };
  await expect.poll(kinds).toEqual(['application-guardian-answered', 'application-guardian-asked']);
  expect(await bodies()).toContainEqual(expect.stringContaining('a guardian said yes'));
});
