import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alumnus, mentorProfile } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
const other = newId();
let member: TestMember;

/** An alumnus of an association. */
async function alumnusOf(association: string): Promise<string> {
  return (await alumnus(member.owner, { organization_id: association })).volunteer_id;
}

/** An alumnus who mentors, in an association other than the mentees'. */
async function mentorFor(capacity: number, paused = false): Promise<string> {
  const volunteer = await alumnusOf(other);
  await mentorProfile(member.owner, { organization_id: other, volunteer_id: volunteer, capacity, paused });
  return volunteer;
}

function request(mentor: string, mentee: string, viewer = volunteerViewer(mentee), message?: string) {
  return member.query<{ requestMentorship: Record<string, unknown> }>(
    `mutation ($input: RequestMentorshipInput!) {
      requestMentorship(input: $input) {
        __typename
        ... on Problem { code message }
        ... on Mentorship { status startedOn menteeMessage mentor { id } organization { id } }
      }
    }`,
    {
      as: viewer,
      language: 'en',
      variables: { input: { mentorId: mentor, ...(message === undefined ? {} : { message }) } },
    },
  );
}

/** The mentor's counters as the database keeps them. */
async function counters(mentor: string): Promise<unknown> {
  const { rows } = await member.owner.query(
    `select active_mentorships as active, proposed_mentorships as proposed, free_places as free
       from mentor_profile where volunteer_id = $1`,
    [mentor],
  );
  return rows[0];
}

async function become(status: string, mentee: string): Promise<void> {
  await member.owner.query(
    `update mentorship set status = $1, started_on = coalesce(started_on, '2026-01-01') where volunteer_id = $2`,
    [status, mentee],
  );
}

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('an alumnus asks a mentor of another association, once while the request is open', async () => {
  const [mentor, mentee] = [await mentorFor(5), await alumnusOf(organization)];
  expect((await request(mentor, mentee, volunteerViewer(mentee), 'Salam')).data?.requestMentorship).toEqual({
    __typename: 'Mentorship',
    status: 'PROPOSED',
    startedOn: null,
    menteeMessage: 'Salam',
    mentor: null,
    organization: { id: organization },
  });
  expect((await request(mentor, mentee)).data?.requestMentorship).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('already') as string,
  });
  await become('ended', mentee);
  expect((await request(mentor, mentee)).data?.requestMentorship).toMatchObject({ status: 'PROPOSED' });
});

test('concurrent requests fill a mentor’s places exactly', async () => {
  const mentor = await mentorFor(3);
  const mentees = await Promise.all(Array.from({ length: 12 }, () => alumnusOf(organization)));
  const answers = await meetAtLock(
    member,
    { hold: ['select from mentor_profile where volunteer_id = $1 for update', mentor] },
    mentees.map((mentee) => () => request(mentor, mentee)),
  );
  const made = answers.filter((answer) => answer.data?.requestMentorship['__typename'] === 'Mentorship');
  const full = answers.filter((answer) => answer.data?.requestMentorship['code'] === 'CONFLICT');
  expect([made.length, full.length]).toEqual([3, 9]);
  expect(await counters(mentor)).toEqual({ active: 0, proposed: 3, free: 0 });
});

test('active mentorships take places, and ended ones give them back', async () => {
  const mentor = await mentorFor(1);
  const [first, second] = [await alumnusOf(organization), await alumnusOf(organization)];
  await request(mentor, first);
  await become('active', first);
  expect(await counters(mentor)).toEqual({ active: 1, proposed: 0, free: 0 });
  expect((await request(mentor, second)).data?.requestMentorship).toMatchObject({
    code: 'CONFLICT',
    message: 'The mentor has no free place.',
  });
  await become('ended', first);
  expect((await request(mentor, second)).data?.requestMentorship).toMatchObject({ status: 'PROPOSED' });
  await member.owner.query('delete from mentorship where mentor_volunteer_id = $1', [mentor]);
  expect(await counters(mentor)).toEqual({ active: 0, proposed: 0, free: 1 });
});

test('a paused mentor gets no request', async () => {
  const [mentor, mentee] = [await mentorFor(5, true), await alumnusOf(organization)];
  expect((await request(mentor, mentee)).data?.requestMentorship).toMatchObject({
    code: 'CONFLICT',
    message: 'The mentor takes no requests for now.',
  });
  expect(await counters(mentor)).toEqual({ active: 0, proposed: 0, free: 5 });
});

test('a person who is not a mentor is not found', async () => {
  const [mentee, plain] = [await alumnusOf(organization), await alumnusOf(other)];
  for (const nobody of [plain, newId()]) {
    expect((await request(nobody, mentee)).data?.requestMentorship).toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('a mentor cannot ask themselves, and a stranger to the platform cannot ask anyone', async () => {
  const mentor = await mentorFor(5);
  for (const mentee of [mentor, newId()]) {
    expect((await request(mentor, mentee)).data?.requestMentorship).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
});

test('an officer, and a token that may only read, are forbidden', async () => {
  const [mentor, mentee] = [await mentorFor(5), await alumnusOf(organization)];
  const readOnly = { ...volunteerViewer(mentee), scopes: ['graph:read'] };
  for (const viewer of [officerViewer(organization), officerViewer(other), readOnly]) {
    expect((await request(mentor, mentee, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});

test('an id that is none, and a message that is too long, are answered with a coded error that names the rule', async () => {
  const mentee = await alumnusOf(organization);
  expect((await request('no-id', mentee)).errors?.[0]).toMatchObject({
    message: expect.stringContaining('mentorId must be a UUID') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
  const long = await request(newId(), mentee, volunteerViewer(mentee), 'a'.repeat(1001));
  expect(long.errors?.[0]).toMatchObject({
    message: expect.stringContaining('message must be shorter') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

interface Mentees {
  readonly myMentees: { readonly nodes: readonly { readonly status: string; readonly counterpart: object | null }[] };
}

test('mentor and mentee have to do with each other as long as the mentorship is active, and nobody else does', async () => {
  const [mentor, mentee, stranger] = [await mentorFor(5), await alumnusOf(organization), newId()];
  await request(mentor, mentee);
  const asMentor = async () => {
    const { data } = await member.query<Mentees>('{ myMentees { nodes { status counterpart { __typename } } } }', {
      as: volunteerViewer(mentor),
    });
    return data?.myMentees.nodes;
  };
  const asSeenBy = async (volunteer: string, basis: 'self' | 'owner' = 'self') => {
    const viewer = volunteerViewer(volunteer);
    const alumniGrant = member.grant({ person: mentee, viewer, basis });
    const [found] = await member.entities<{ mentorships: { counterpart: object | null }[] }>(
      [{ __typename: 'Volunteer', id: mentee, alumniGrant }],
      '{ mentorships { counterpart { __typename } } }',
      { as: viewer },
    );
    return found?.mentorships;
  };
  const shown = { counterpart: { __typename: 'RelatedPerson' } };
  expect(await asMentor()).toEqual([{ status: 'PROPOSED', counterpart: null }]);
  await become('active', mentee);
  expect(await asMentor()).toEqual([{ status: 'ACTIVE', ...shown }]);
  expect(await asSeenBy(mentee)).toEqual([shown]);
  expect(await asSeenBy(stranger)).toEqual([{ counterpart: null }]);
  // With an organisation's eyes the person sees what it sees.
  expect(await asSeenBy(mentee, 'owner')).toEqual([{ counterpart: null }]);
  await become('ended', mentee);
  expect(await asMentor()).toEqual([{ status: 'ENDED', counterpart: null }]);
  expect(await asSeenBy(mentee)).toEqual([{ counterpart: null }]);
});

test('each mentor lists the own mentees alone, and an officer none', async () => {
  const [mentor, another, mentee] = [await mentorFor(5), await mentorFor(5), await alumnusOf(organization)];
  await request(mentor, mentee);
  const list = (as = volunteerViewer(another)) =>
    member.query<Mentees>('{ myMentees { nodes { status counterpart { __typename } } } }', { as });
  expect((await list()).data?.myMentees.nodes).toEqual([]);
  expect((await list(volunteerViewer(mentor))).data?.myMentees.nodes).toHaveLength(1);
  expect((await list(officerViewer(organization))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
