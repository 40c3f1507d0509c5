import { peopleIn, type ListedNode } from '@birlik/test/testkit/listed';
import { newId } from '@birlik/kernel/identifier';
import { describeClosedDoor } from '@birlik/test/testkit/closed-door';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { peopleWith } from '@birlik/test/testkit/people';
import { describePersonalFields, readPerson, type PersonalFields } from '@birlik/test/testkit/personal-fields';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mentorship } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const mentee = demo.person(0);
const mentor = demo.person(1);
const association = demo.organization('assoc-lithuania').id;
const viewer = officerViewer(demo.organization('uvoa').id);
const selection = `{
  id
  alumniProfile { university organization { id } studyCountry { code alumniSummary { alumni } } mentor { capacity activeMentorships paused } }
  mentorships { status startedOn menteeMessage organization { id } mentor { id } }
}`;
let member: TestMember;

interface Profile {
  id: string;
  alumniProfile: { university: string; mentor: { capacity: number } | null } | null;
  mentorships: { status: string; menteeMessage: string | null; mentor: { id: string } }[] | null;
}

const subject: PersonalFields = {
  member: () => member,
  grantField: 'alumniGrant',
  fields: ['alumniProfile', 'mentorships'],
  selection,
  viewer,
  person: mentee.id,
  otherPerson: mentor.id,
  expected: {
    alumniProfile: {
      university: 'Vilnius University',
      organization: { id: association },
      studyCountry: { code: 'LT' },
      mentor: null,
    },
    mentorships: [{ status: 'ACTIVE', organization: { id: association }, mentor: { id: mentor.id } }],
  },
  empty: { alumniProfile: null, mentorships: [] },
  byTenant: {
    [association]: {
      alumniProfile: { organization: { id: association } },
      mentorships: [{ organization: { id: association } }],
    },
  },
  people: peopleWith((one) => one.alumni),
};

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describePersonalFields(subject);

test('a mentor’s profile shows how much the mentor has to do without naming a mentee', async () => {
  const found = await readPerson<Profile>(subject, mentor.id);
  const { rows } = await member.owner.query<{ active: number }>(
    `select count(*)::integer as active from mentorship where mentor_volunteer_id = $1 and status = 'active'`,
    [mentor.id],
  );
  expect(rows[0]?.active).toBeGreaterThan(0);
  expect(found.alumniProfile?.mentor).toEqual({
    capacity: 3,
    activeMentorships: rows[0]?.active,
    paused: false,
  });
  expect(found.mentorships).toEqual([]);
});

test('the newest 50 mentorships of a person who has had more are shown', async () => {
  const person = newId();
  await mentorship.many(
    member.owner,
    Array.from({ length: 60 }, (_, index) => ({
      organization_id: association,
      volunteer_id: person,
      mentor_volunteer_id: mentor.id,
      mentee_message: String(index + 1),
    })),
  );
  const found = await readPerson<Profile>(subject, person);
  const newest = Array.from({ length: 50 }, (_, index) => String(60 - index));
  expect(found.mentorships?.map(({ menteeMessage }) => menteeMessage)).toEqual(newest);
});

describe('work lists', () => {
  const officer = officerViewer(association, ['coordinator']);

  test('name the people and the free mentors of the viewer’s own association only', async () => {
    const answer = await member.query<Record<'alumniVolunteers' | 'mentors', { nodes: ListedNode[] }>>(
      `{ alumniVolunteers(first: 100) { nodes { statement } } mentors(first: 100) { nodes { statement } } }`,
      { as: officer },
    );
    const { rows: own } = await member.owner.query<{ id: string }>(
      'select volunteer_id as id from alumnus where organization_id = $1 order by alumnus.id limit 100',
      [association],
    );
    const { rows: free } = await member.owner.query<{ id: string }>(
      `select volunteer_id as id from mentor_profile mentor where organization_id = $1 and not paused and capacity >
         (select count(*) from mentorship where mentor_volunteer_id = mentor.volunteer_id and status <> 'ended')
        order by mentor.id limit 100`,
      [association],
    );
    expect(own.length).toBeGreaterThan(0);
    expect(free.length).toBeGreaterThan(0);
    expect(peopleIn(answer.data?.alumniVolunteers.nodes)).toEqual(own.map(({ id }) => id));
    expect(peopleIn(answer.data?.mentors.nodes)).toEqual(free.map(({ id }) => id));
  });

  test('give the platform its own matching rounds, and an association none of them', async () => {
    const rounds = `{ matchingRounds { nodes { name status } } }`;
    const platform = officerViewer(demo.organization('asap').id, ['officer', 'coordinator']);
    const own = await member.query<{ matchingRounds: { nodes: { status: string }[] } }>(rounds, { as: platform });
    expect(own.data?.matchingRounds.nodes.map(({ status }) => status).toSorted()).toEqual(['CLOSED', 'DRAFT', 'OPEN']);
    const other = await member.query(rounds, { as: officer });
    expect(other.data).toEqual({ matchingRounds: { nodes: [] } });
  });

  test('are forbidden to volunteers and closed to anonymous viewers', async () => {
    for (const list of ['alumniVolunteers', 'mentors', 'matchingRounds']) {
      const volunteer = await member.query(`{ ${list} { nodes { __typename } } }`, { as: volunteerViewer(mentee.id) });
      expect(volunteer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const anonymous = await member.query(`{ ${list} { nodes { __typename } } }`);
      expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describeClosedDoor({
  member: () => member,
  query: '{ alumniAssociations { nodes { id } } }',
  reference: { __typename: 'Volunteer', id: mentee.id },
});

test('the platform’s founders and bodies are those that the source names', async () => {
  const { data } = await member.query<{
    alumniAssociations: { nodes: { founder: boolean; foundedPlatformOn: string; organization: { id: string } }[] };
    governanceBodies: { nodes: { name: string; function: string }[] };
  }>(
    `{ alumniAssociations { nodes { founder foundedPlatformOn organization { id } } }
       governanceBodies { nodes { name function } } }`,
    { language: 'en' },
  );
  const founders = data?.alumniAssociations.nodes.filter(({ founder }) => founder) ?? [];
  const keys = ['british', 'us', 'lithuania', 'italy', 'benelux'];
  expect(founders.map(({ organization }) => organization.id).toSorted()).toEqual(
    keys.map((key) => demo.organization(`assoc-${key}`).id).toSorted(),
  );
  expect(founders.map(({ foundedPlatformOn }) => foundedPlatformOn)).toEqual(keys.map(() => '2020-08-15'));
  expect(data?.governanceBodies.nodes.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'Board', function: 'GOVERNING' },
    { name: 'Control and Audit Commission', function: 'SUPERVISORY' },
    { name: 'General Assembly', function: 'SUPREME' },
    { name: 'Secretariat', function: 'EXECUTIVE' },
  ]);
});

test('public lists are read page by page in the caller’s language', async () => {
  interface Page {
    missions: { nodes: { id: string; name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  }
  const list = `query ($after: String) { missions(first: 2, after: $after) { nodes { id name } pageInfo { endCursor hasNextPage } } }`;
  const first = await member.query<Page>(list, { language: 'en' });
  expect(first.data?.missions.nodes).toHaveLength(2);
  expect(first.data?.missions.nodes[0]?.name).toContain('Diplomatic mission');
  expect(first.data?.missions.pageInfo.hasNextPage).toBe(true);
  const after = first.data?.missions.pageInfo.endCursor;
  const second = await member.query<Page>(list, { variables: { after }, language: 'az' });
  expect(second.data?.missions.nodes).toHaveLength(2);
  expect(second.data?.missions.nodes[0]?.name).toContain('Diplomatik nümayəndəlik');
  expect(first.data?.missions.nodes.map(({ id }) => id)).not.toContain(second.data?.missions.nodes[0]?.id);
  const one = await member.query(`{ missions(countryCode: "LT") { nodes { country { code } } } }`);
  expect(one.data).toEqual({ missions: { nodes: [{ country: { code: 'LT' } }] } });
  const foreign = await member.query(`{ missions(after: "W3siJG5lIjpudWxsfV0") { nodes { id } } }`);
  expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
