import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { reaches } from '@birlik/test/testkit/reach';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = demo.organization('registry-office').id;
const admin = officerViewer(office, ['admin']);
/** A center may not match mentors by its kind. */
const center = officerViewer(demo.organization('ivc').id);
const purpose = 'mentoring';
let member: TestMember;
/** Consented that every accredited member may read their studies to match mentors. */
let person: string;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  person = peopleFrom(900)().id;
  await member.query(`mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }`, {
    as: volunteerViewer(person),
    variables: { input: { purpose, category: 'STUDY' } },
  });
});
afterAll(() => member.close());

interface Outcome {
  readonly id?: string;
  readonly code?: string;
}

async function decide(viewer: Viewer | null, name: 'permitPurpose' | 'forbidPurpose', input: object = {}) {
  const { data, errors } = await member.query<{ outcome: Outcome }>(
    `mutation ($input: OrganizationPurposeInput!) {
       outcome: ${name}(input: $input) { ... on Organization { id } ... on Problem { code } }
     }`,
    { as: viewer, variables: { input: { organizationId: center.organizationId, purpose, ...input } } },
  );
  return data?.outcome ?? { code: errors?.[0]?.extensions.code };
}

const reads = () => reaches(member, { as: center, purpose, id: person });

async function published(): Promise<string[]> {
  const { data } = await member.query<{ organization: { purposes: { code: string }[] } }>(
    `query ($id: ID!) { organization(id: $id) { purposes { code } } }`,
    { variables: { id: center.organizationId } },
  );
  return data?.organization.purposes.map(({ code }) => code) ?? [];
}

test('an organisation reads for a purpose from the request after the office permits it, and no longer after it is forbidden', async () => {
  const ofItsKind = ['recruitment', 'placement', 'certification', 'emergency', 'reporting'];
  expect([await reads(), await published()]).toEqual([false, ofItsKind]);
  expect(await decide(admin, 'permitPurpose')).toEqual({ id: center.organizationId });
  expect(await reads()).toBe(true);
  expect((await published()).toSorted()).toEqual([...ofItsKind, purpose].toSorted());
  expect(await decide(admin, 'forbidPurpose', { purpose: 'MENTORING' })).toEqual({ id: center.organizationId });
  expect([await reads(), await published()]).toEqual([false, ofItsKind]);
  expect(await decide(admin, 'forbidPurpose', { purpose: 'placement' })).toEqual({ id: center.organizationId });
  expect(await published()).not.toContain('placement');
  const { data } = await member.query<{ organization: { events: { nodes: object[] } } }>(
    `query ($id: ID!) { organization(id: $id) { events(first: 3) { nodes { kind concerns actor } } } }`,
    { as: center, variables: { id: center.organizationId } },
  );
  expect(data?.organization.events.nodes).toEqual([
    { kind: 'PURPOSE_FORBIDDEN', concerns: 'placement', actor: admin.sub },
    { kind: 'PURPOSE_FORBIDDEN', concerns: purpose, actor: admin.sub },
    { kind: 'PURPOSE_PERMITTED', concerns: purpose, actor: admin.sub },
  ]);
});

test('only admins of the office decide, on what there is, once', async () => {
  for (const viewer of [officerViewer(office), center, officerViewer(center.organizationId ?? '', ['admin'])])
    expect(await decide(viewer, 'permitPurpose')).toEqual({ code: 'FORBIDDEN' });
  expect(await decide({ ...admin, scopes: ['graph:read'] }, 'permitPurpose')).toEqual({ code: 'FORBIDDEN' });
  expect(await decide(null, 'permitPurpose')).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await decide(admin, 'permitPurpose', { organizationId: newId() })).toEqual({ code: 'NOT_FOUND' });
  expect(await decide(admin, 'permitPurpose', { purpose: 'marketing' })).toEqual({ code: 'NOT_FOUND' });
  expect(await decide(admin, 'permitPurpose', { purpose: 'recruitment' })).toEqual({ code: 'CONFLICT' });
  expect(await decide(admin, 'forbidPurpose', { purpose: 'safeguarding' })).toEqual({ code: 'CONFLICT' });
});

test('the purposes of many organisations cost as many statements as those of a few', async () => {
  const ask = async (first: number) => {
    const { data } = await member.query<{ organizations: { nodes: { purposes: object[] }[] } }>(
      'query ($first: Int) { organizations(first: $first) { nodes { purposes { code name } } } }',
      { variables: { first } },
    );
    expect(data?.organizations.nodes).toHaveLength(first);
    return member.statements();
  };
  expect(await ask(20)).toBe(await ask(2));
});
