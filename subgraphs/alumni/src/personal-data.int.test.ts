import { describePersonalData } from '@birlik/test/testkit/personal-data';
import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mentorProfile, mentorship } from '../testing/stories.js';
import { personalData } from './personal-data.js';
import { member as subgraph } from './member.js';

const demo = createDemoData();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  const people = [demo.person(0).id, demo.person(1).id, demo.person(4).id];
  await member.owner.query(
    `insert into message (id, organization_id, volunteer_id, kind, subject, body, sent_at)
     select uuidv7(), organization_id, volunteer_id, 'mentorship-answered', '{"az": "x"}', '{"az": "x"}', now()
       from alumnus where volunteer_id = any($1)`,
    [people],
  );
  await member.owner.query(
    `insert into mentoring_concern (id, organization_id, mentorship_id, volunteer_id, by_mentor, text)
     select uuidv7(), organization_id, uuidv7(), volunteer_id, false, 'x' from alumnus where volunteer_id = any($1)`,
    [people],
  );
  for (const [table, column, value] of [
    ['mentorship_meeting', 'starts_at, minutes', 'now(), 30'],
    ['mentorship_goal', 'text', `'x'`],
    ['mentorship_note', 'text', `'x'`],
    ['mentorship_feedback', 'rating', '5'],
    ['mentorship_survey', 'goals_reached, would_recommend', `'yes', true`],
  ])
    await member.owner.query(
      `insert into ${table} (id, mentorship_id, volunteer_id, ${column})
       select uuidv7(), mentorship.id, person, ${value} from unnest($1::uuid[]) person,
              (select id from mentorship where not array[volunteer_id, mentor_volunteer_id] && $1 limit 1) mentorship`,
      [people],
    );
});
afterAll(() => member.close());

describePersonalData({
  member: () => member,
  personalData,
  people: [demo.person(0).id, demo.person(1).id],
  bystander: demo.person(4).id,
});

test('who is erased leaves the mentorships to the other one, and what nobody has any more is gone', async () => {
  const [mentee, other, mentor] = [newId(), newId(), newId()];
  await mentorProfile(member.owner, { volunteer_id: mentor });
  const pairs = [mentee, other].map((volunteer_id) => ({
    volunteer_id,
    mentor_volunteer_id: mentor,
    status: 'proposed',
    mentee_message: 'Hello',
  }));
  await mentorship.many(member.owner, pairs);
  const erase = async (person: string, number: number) => {
    const orders = [await member.order({ id: newId(), number, person })];
    const { errors } = await member.query('mutation ($orders: [String!]!) { eraseAtAlumni(orders: $orders) }', {
      as: officerViewer(newId(), ['system']),
      variables: { orders },
    });
    expect(errors).toBeUndefined();
  };
  const rows = async () =>
    (
      await member.owner.query(
        `select volunteer_id, mentor_volunteer_id, status, mentee_message from mentorship
          where volunteer_id = any($1) or mentor_volunteer_id = $2 order by volunteer_id nulls first`,
        [[mentee, other], mentor],
      )
    ).rows;

  await erase(other, 101);
  expect(await rows()).toEqual([
    { volunteer_id: null, mentor_volunteer_id: mentor, status: 'ended', mentee_message: null },
    { volunteer_id: mentee, mentor_volunteer_id: mentor, status: 'proposed', mentee_message: 'Hello' },
  ]);
  await erase(mentor, 102);
  expect(await rows()).toEqual([
    { volunteer_id: mentee, mentor_volunteer_id: null, status: 'ended', mentee_message: 'Hello' },
  ]);
  const viewer = volunteerViewer(mentee);
  const [kept] = await member.entities(
    [{ __typename: 'Volunteer', id: mentee, alumniGrant: member.grant({ person: mentee, viewer, basis: 'self' }) }],
    '{ mentorships { status mentorLeft mentor { id } } }',
    { as: viewer },
  );
  expect(kept).toEqual({ mentorships: [{ status: 'ENDED', mentorLeft: true, mentor: null }] });
  const { rows: abandoned } = await member.owner.query(
    'select from mentorship where volunteer_id is null and mentor_volunteer_id is null',
  );
  expect(abandoned).toEqual([]);
});
