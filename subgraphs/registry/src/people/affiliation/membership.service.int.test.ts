import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { reaches } from '@birlik/test/testkit/reach';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const keeper = officerViewer(demo.organization('mdu').id);
const other = officerViewer(demo.organization('assoc-italy').id);
const nextPerson = peopleFrom(600);

let member: TestMember;
beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

interface Membership {
  readonly code?: string;
  readonly id?: string;
  readonly role?: string;
  readonly status?: string;
  readonly until?: string | null;
  readonly history?: readonly { readonly kind: string; readonly byPerson: boolean; readonly reason: string | null }[];
}

/** Somebody who has accepted the invitation of the organisation. */
async function joined(): Promise<{ person: Viewer & { volunteerId: string }; affiliationId: string }> {
  const { rows: strangers } = await member.owner.query<{ id: string }>(
    `select id from volunteer where not is_minor(id)
        and not exists (select from affiliation where volunteer_id = volunteer.id and organization_id = $1) order by id limit 1`,
    [keeper.organizationId],
  );
  const id = strangers[0]?.id ?? '';
  const person = { ...volunteerViewer(id), volunteerId: id };
  const { data } = await member.query<{ inviteToMembership: { code: string } }>(
    `mutation { inviteToMembership(input: { role: VOLUNTEER }) { ... on IssuedInvitation { code } } }`,
    { as: keeper },
  );
  await member.query('mutation ($code: String!) { acceptInvitation(code: $code) { __typename } }', {
    as: person,
    variables: { code: data?.inviteToMembership.code },
  });
  const { rows } = await member.owner.query<{ id: string }>(
    'select id from affiliation where organization_id = $1 and volunteer_id = $2',
    [keeper.organizationId, id],
  );
  return { person, affiliationId: rows[0]?.id ?? '' };
}

async function change(as: Viewer, mutation: string, input: object): Promise<Membership> {
  const type = mutation === 'changeMembership' ? 'ChangeMembershipInput' : 'MembershipInput';
  const { data, errors } = await member.query<{ changed: Membership }>(
    `mutation ($input: ${type}!) { changed: ${mutation}(input: $input) {
      ... on Affiliation { id role status until history { kind byPerson reason } } ... on Problem { code }
    } }`,
    { as, variables: { input } },
  );
  return data?.changed ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

const seen = (id: string) => reaches(member, { as: keeper, purpose: 'recruitment', id });

test('a membership begins, changes, is suspended, resumed and ends, and what it opens follows at once', async () => {
  const { person, affiliationId } = await joined();
  const { volunteerId } = person;
  expect(await seen(volunteerId)).toBe(true);
  expect(await change(keeper, 'changeMembership', { affiliationId, role: 'MEMBER' })).toMatchObject({ role: 'MEMBER' });
  expect(await change(keeper, 'suspendMembership', { affiliationId, reason: 'Haqq ödənməyib' })).toMatchObject({
    status: 'SUSPENDED',
  });
  expect(await seen(volunteerId)).toBe(false);
  expect(await change(keeper, 'suspendMembership', { affiliationId })).toEqual({ code: 'CONFLICT' });
  expect(await change(keeper, 'resumeMembership', { affiliationId })).toMatchObject({ status: 'ACTIVE', until: null });
  expect(await seen(volunteerId)).toBe(true);
  expect(await change(keeper, 'endMembership', { affiliationId })).toMatchObject({
    status: 'ENDED',
    history: [
      { kind: 'ENDED', byPerson: false, reason: null },
      { kind: 'RESUMED', byPerson: false, reason: null },
      { kind: 'SUSPENDED', byPerson: false, reason: 'Haqq ödənməyib' },
      { kind: 'CHANGED', byPerson: false, reason: null },
      { kind: 'BEGUN', byPerson: true, reason: null },
    ],
  });
  expect(await seen(volunteerId)).toBe(false);
  for (const mutation of ['suspendMembership', 'resumeMembership', 'endMembership']) {
    expect(await change(keeper, mutation, { affiliationId })).toEqual({ code: 'CONFLICT' });
  }
});

test('the person leaves without anybody’s leave, also while suspended, and nobody else changes it', async () => {
  const { person, affiliationId } = await joined();
  for (const as of [other, volunteerViewer(nextPerson().id)]) {
    expect(await change(as, 'endMembership', { affiliationId })).toEqual({ code: 'NOT_FOUND' });
  }
  expect(await change(other, 'suspendMembership', { affiliationId })).toEqual({ code: 'NOT_FOUND' });
  expect(await change(person, 'suspendMembership', { affiliationId })).toEqual({ code: 'FORBIDDEN' });
  await change(keeper, 'suspendMembership', { affiliationId });
  expect(await change(person, 'endMembership', { affiliationId })).toMatchObject({ status: 'ENDED' });
  expect(await change(keeper, 'resumeMembership', { affiliationId })).toEqual({ code: 'CONFLICT' });
});

test('whoever accepts a second invitation in one role has one membership, and one that ended begins anew as another', async () => {
  const { person, affiliationId } = await joined();
  const accept = async () => {
    const { data } = await member.query<{ inviteToMembership: { code: string } }>(
      `mutation { inviteToMembership(input: { role: VOLUNTEER }) { ... on IssuedInvitation { code } } }`,
      { as: keeper },
    );
    await member.query('mutation ($code: String!) { acceptInvitation(code: $code) { __typename } }', {
      as: person,
      variables: { code: data?.inviteToMembership.code },
    });
  };
  const count = async () =>
    (
      await member.owner.query('select from affiliation where organization_id = $1 and volunteer_id = $2', [
        keeper.organizationId,
        person.volunteerId,
      ])
    ).rowCount;
  await accept();
  expect(await count()).toBe(1);
  await change(person, 'endMembership', { affiliationId });
  await accept();
  expect(await count()).toBe(2);
});
