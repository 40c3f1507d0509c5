import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { isListed } from '@birlik/test/testkit/reach';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const roles = ['safeguarding_lead'];
const union = demo.organization('uvoa').id;
const lead: Viewer = { ...officerViewer(union, roles), sub: 'lead' };
const officer = officerViewer(union);
const otherLead: Viewer = { ...officerViewer(demo.organization('asan').id, roles), sub: 'other-lead' };
const purpose = 'safeguarding';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
let member: TestMember;
/** Somebody with a tie to the union. */
let person: string;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  person = peopleFrom(900)().id;
  await member.owner.query('delete from affiliation where volunteer_id = $1', [person]);
  await member.owner.query(
    `insert into affiliation (id, organization_id, volunteer_id, role, since) values ($1, $2, $3, 'member', '2020-01-01')`,
    [newId(), union, person],
  );
});
afterAll(() => member.close());

beforeEach(async () => {
  await member.owner.query(`update safeguarding_case set closed_at = now(), closed_by = 'x' where closed_at is null`);
});

interface Outcome {
  readonly id?: string;
  readonly code?: string;
}

async function mutate(viewer: Viewer | null, call: string, declare: string, variables: object): Promise<Outcome> {
  const { data, errors } = await member.query<{ outcome: Outcome }>(
    `mutation (${declare}) { outcome: ${call} { ... on SafeguardingCase { id } ... on Problem { code } } }`,
    { as: viewer, variables: { ...variables } },
  );
  return data?.outcome ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

const open = (viewer: Viewer | null, input: object = {}) =>
  mutate(viewer, 'openSafeguardingCase(input: $input)', '$input: OpenSafeguardingCaseInput!', {
    input: { reason: 'A threat', endsAt: inDays(30), ...input },
  });
const close = (viewer: Viewer | null, id: string | undefined) =>
  mutate(viewer, 'closeSafeguardingCase(id: $id)', '$id: ID!', { id });

/** Why the contact is withheld from the viewer, or that it is shown; and whether the person is in the list. */
async function read(viewer: Viewer, operation = 'Read') {
  const reads = { here: [{ at: ['_entities'], read: { '': ['contact'] } }] };
  const [profile] = await member.entities<{ contact: object | null; withheld: { reason: string }[] }>(
    [{ __typename: 'Volunteer', id: person }],
    '{ contact { email } withheld { reason } }',
    { as: viewer, purpose, operation, reads },
  );
  const listed = await isListed(member, { as: viewer, purpose, id: person });
  return { contact: profile?.contact == null ? profile?.withheld[0]?.reason : 'shown', listed };
}

const closed = { contact: 'SAFEGUARDING_CASE_MISSING', listed: false };

test('as long as a case is open who protects people reads and lists for it, and nobody else', async () => {
  expect(await read(lead)).toEqual(closed);
  const { id } = await open(lead);
  expect(await read(lead)).toEqual({ contact: 'shown', listed: true });
  expect(await read(officer)).toEqual({ contact: 'ROLE_NOT_ALLOWED', listed: false });
  expect(await read(otherLead)).toEqual(closed);
  expect(await close(otherLead, id)).toEqual({ code: 'NOT_FOUND' });
  expect(await close(lead, id)).toEqual({ id });
  expect(await read(lead)).toEqual(closed);
  expect(await close(lead, id)).toEqual({ code: 'CONFLICT' });
});

test('it ends by itself', async () => {
  const { id } = await open(lead, { endsAt: inDays(1) });
  await member.owner.query(
    `update safeguarding_case set opened_at = now() - interval '2 days', ends_at = now() - interval '1 second' where id = $1`,
    [id],
  );
  expect(await read(lead)).toEqual(closed);
  expect(await close(lead, id)).toEqual({ code: 'CONFLICT' });
});

test('the person sees at once who tried without a case, and who read with one after the delay', async () => {
  await read(lead, 'Tried');
  await open(lead);
  await read(lead, 'Protected');
  const seen = async () => {
    const { data } = await member.query<{ me: { whoViewedMyData: { nodes: { operation: string }[] } } }>(
      '{ me { whoViewedMyData(first: 50) { nodes { operation } } } }',
      { as: volunteerViewer(person) },
    );
    return new Set(data?.me.whoViewedMyData.nodes.map(({ operation }) => operation));
  };
  expect(await seen()).toContain('Tried');
  expect(await seen()).not.toContain('Protected');
});

test('it is opened in a role for it, by an organisation that may state the purpose, with an end within thirty days', async () => {
  expect(await open(officer)).toEqual({ code: 'FORBIDDEN' });
  expect(await open(officerViewer(union, ['admin']))).toEqual({ code: 'FORBIDDEN' });
  expect(await open({ ...lead, scopes: ['graph:read'] })).toEqual({ code: 'FORBIDDEN' });
  expect(await open(volunteerViewer(person))).toEqual({ code: 'FORBIDDEN' });
  expect(await open(null)).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await open(officerViewer(demo.organization('ivc').id, roles))).toEqual({
    code: 'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE',
  });
  expect(await open(lead, { endsAt: inDays(31) })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await open(lead, { endsAt: inDays(-1) })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await open(lead, { reason: '' })).toEqual({ code: 'BAD_USER_INPUT' });
});

test('an organisation sees its own, the newest first, and the office those of all', async () => {
  const { id } = await open(lead);
  const { id: other } = await open(otherLead);
  const list = async (viewer: Viewer) => {
    const { data, errors } = await member.query<{ safeguardingCases: { nodes: { id: string }[] } | null }>(
      '{ safeguardingCases(first: 50) { nodes { id reason openedBy closedAt organization { id } } } }',
      { as: viewer },
    );
    return data?.safeguardingCases?.nodes.map((node) => node.id) ?? [errors?.[0]?.extensions.code];
  };
  expect((await list(lead))[0]).toBe(id);
  expect(await list(lead)).not.toContain(other);
  expect(await list(officerViewer(demo.organization('registry-office').id, ['admin']))).toEqual(
    expect.arrayContaining([id, other]),
  );
  expect(await list(officer)).toEqual(['FORBIDDEN']);
});

test('it says whether it is open', async () => {
  const { id } = await open(lead);
  const isOpen = async () => {
    const { data } = await member.query<{ safeguardingCases: { nodes: { id: string; open: boolean }[] } }>(
      '{ safeguardingCases(first: 50) { nodes { id open } } }',
      { as: lead },
    );
    return data?.safeguardingCases.nodes.find((node) => node.id === id)?.open;
  };
  expect(await isOpen()).toBe(true);
  await close(lead, id);
  expect(await isOpen()).toBe(false);
});
