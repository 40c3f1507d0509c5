import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contingent, enrolment, faculty, programme } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
const other = newId();
let member: TestMember;

/** A contingent with room for `capacity` students, and as many current students as are asked for. */
async function contingentWith(capacity: number, students: number): Promise<{ contingent: string; people: string[] }> {
  const own = { organization_id: organization };
  const { id: facultyId } = await faculty(member.owner, own);
  const { id: programmeId } = await programme(member.owner, { ...own, faculty_id: facultyId });
  const { id } = await contingent(member.owner, { ...own, target_organization_id: other, capacity });
  const facts = { ...own, programme_id: programmeId };
  const enrolled = await enrolment.many(
    member.owner,
    Array.from({ length: students }, () => facts),
  );
  return { contingent: id, people: enrolled.map(({ volunteer_id: person }) => person) };
}

function nominate(contingent: string, volunteer: string | undefined, viewer = officerViewer(organization)) {
  return member.query<{ nominateVolunteer: { __typename: string; code?: string } }>(
    `mutation ($input: NominateVolunteerInput!) {
      nominateVolunteer(input: $input) { __typename ... on Problem { code message } ... on Nomination { id nominatedAt } }
    }`,
    { as: viewer, language: 'en', variables: { input: { contingentId: contingent, volunteerId: volunteer } } },
  );
}

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('an officer nominates a current student, once', async () => {
  const { contingent, people } = await contingentWith(5, 1);
  expect((await nominate(contingent, people[0])).data?.nominateVolunteer.__typename).toBe('Nomination');
  expect((await nominate(contingent, people[0])).data?.nominateVolunteer).toMatchObject({ code: 'CONFLICT' });
});

test('concurrent nominations fill a contingent exactly', async () => {
  const { contingent, people } = await contingentWith(3, 12);
  const answers = await meetAtLock(
    member,
    { hold: ['select from contingent where id = $1 for update', contingent] },
    people.map((person) => () => nominate(contingent, person)),
  );
  const made = answers.filter((answer) => answer.data?.nominateVolunteer.__typename === 'Nomination');
  expect(made).toHaveLength(3);
  const { rows } = await member.owner.query('select from nomination where contingent_id = $1', [contingent]);
  expect(rows).toHaveLength(3);
});

test('a person who does not study at the university is refused as invalid input', async () => {
  const { contingent } = await contingentWith(3, 0);
  expect((await nominate(contingent, newId())).data?.nominateVolunteer).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('another university’s officer does not find the contingent', async () => {
  const { contingent, people } = await contingentWith(3, 1);
  const answer = await nominate(contingent, people[0], officerViewer(other));
  expect(answer.data?.nominateVolunteer).toMatchObject({ code: 'NOT_FOUND' });
});

test('a volunteer, and a token that may only read, are forbidden', async () => {
  const { contingent, people } = await contingentWith(3, 1);
  const readOnly = { ...officerViewer(organization), scopes: ['graph:read'] };
  for (const viewer of [volunteerViewer(newId()), readOnly]) {
    const answer = await nominate(contingent, people[0], viewer);
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});

test('an id that is none is answered with a coded error that names the rule', async () => {
  const answer = await nominate('no-id', newId());
  expect(answer.errors?.[0]).toMatchObject({
    message: expect.stringContaining('contingentId must be a UUID') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
