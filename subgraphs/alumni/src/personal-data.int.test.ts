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
  await member.owner.query(
    `with e as (
       insert into emergency (id, organization_id, event, is_drill, country_codes, answer_minutes, silent_minutes, opened_by, ends_at)
       values (uuidv7(), uuidv7(), '{"az": "x"}', true, '{GB}', 1, 1, 'x', app_now() + interval '1 day') returning id, organization_id),
     a as (insert into emergency_alert (id, organization_id, emergency_id, text, sent_by)
       select uuidv7(), organization_id, id, '{"az": "x"}', 'x' from e returning id),
     p as (insert into emergency_person (organization_id, emergency_id, volunteer_id, by_record, by_subscription, country_codes, cities, universities)
       select organization_id, id, person, true, false, '{GB}', '{}', '{}' from e, unnest($1::uuid[]) person),
     d as (insert into emergency_delivery (alert_id, volunteer_id) select id, person from a, unnest($1::uuid[]) person),
     c as (insert into check_in (id, organization_id, emergency_id, volunteer_id, state, place)
       select uuidv7(), organization_id, id, person, 'safe', 'x' from e, unnest($1::uuid[]) person returning id, organization_id, volunteer_id),
     r as (insert into check_in_report (id, organization_id, check_in_id, volunteer_id, state, place)
       select uuidv7(), organization_id, id, volunteer_id, 'safe', 'x' from c)
     insert into alert_subscription (id, volunteer_id, country_code) select uuidv7(), person, 'JP' from unnest($1::uuid[]) person`,
    [people],
  );
  await member.owner.query(
    `with m as (
       insert into governance_mandate (id, organization_id, body_id, volunteer_id, chairs, starts_at, ends_at)
       select uuidv7(), organization_id, body.id, person, false, now() + interval '9 years', now() + interval '10 years'
         from governance_body body, unnest($1::uuid[]) person where function = 'executive' returning id, organization_id, body_id),
     n as (insert into governance_meeting (id, organization_id, body_id, title, starts_at)
       select uuidv7(), organization_id, body_id, '{"az": "x"}', now() from m limit 1 returning id),
     v as (insert into governance_motion (id, organization_id, body_id, meeting_id, text, majority)
       select uuidv7(), organization_id, body_id, n.id, 'x', 'simple' from m, n limit 1 returning id),
     p as (insert into governance_presence (organization_id, body_id, meeting_id, mandate_id)
       select organization_id, body_id, n.id, m.id from m, n),
     x as (insert into governance_proxy (id, organization_id, body_id, meeting_id, giver_id, holder_id)
       select uuidv7(), organization_id, body_id, n.id, m.id, (select id from governance_mandate where volunteer_id <> all($1) limit 1)
         from m, n)
     insert into governance_vote (id, organization_id, body_id, motion_id, mandate_id, cast_by, choice)
     select uuidv7(), organization_id, body_id, v.id, m.id, m.id, 'for' from m, v`,
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
