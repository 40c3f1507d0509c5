import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alumnus, mentorProfile, mentorship } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const association = newId();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
  await member.owner.query(
    `insert into association (id, organization_id, country_codes, founder) values ($1, $2, '{LT}', true)`,
    [newId(), association],
  );
});
afterAll(() => member.close());

interface Outcome {
  readonly id?: string;
  readonly code?: string;
  readonly status?: string;
  readonly ending?: string | null;
}

async function mutate(as: Viewer, call: string, fields = '... on Mentorship { id status ending }'): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ${fields} } }`,
    { as },
  );
  return data?.done ?? { code: String(errors?.[0]?.extensions.code) };
}

/** What a person was told, sorted. */
const told = (person: string) =>
  expect.poll(
    async () => {
      const { rows } = await member.owner.query<{ subject: string }>(
        `select subject ->> 'en' as subject from message where volunteer_id = $1`,
        [person],
      );
      return rows.map(({ subject }) => subject).toSorted();
    },
    { timeout: 20_000 },
  );

const coordinator = officerViewer(association, ['coordinator']);

/** A student and a mentor of the association. */
async function two(facts: { readonly paused?: boolean; readonly capacity?: number } = {}) {
  const { volunteer_id: mentee } = await alumnus(member.owner, { organization_id: association });
  const { volunteer_id: mentor } = await mentorProfile(member.owner, { organization_id: association, ...facts });
  return { mentee, mentor };
}

const propose = ({ mentee, mentor }: { mentee: string; mentor: string }, as = coordinator) =>
  mutate(as, `proposeMentorship(input: { menteeId: "${mentee}", mentorId: "${mentor}", format: ONE_CALL })`);
const answer = (viewer: string, id: string | undefined, rest = 'accept: true') =>
  mutate(volunteerViewer(viewer), `answerMentorship(input: { mentorshipId: "${id}", ${rest} })`);
const decline = (viewer: string, id: string | undefined) => answer(viewer, id, 'accept: false, reason: NO_TIME');

describe('a pair that a coordinator proposes', () => {
  test('begins with the second yes, whoever says it, and each is told', async () => {
    for (const first of ['mentor', 'mentee'] as const) {
      const people = await two();
      const second = first === 'mentor' ? people.mentee : people.mentor;
      const { id } = await propose(people);
      await told(people.mentee).toEqual(['A mentoring pair is proposed to you']);
      await told(people.mentor).toEqual(['A mentoring pair is proposed to you']);
      expect(await answer(people[first], id)).toMatchObject({ status: 'PROPOSED' });
      expect(await answer(people[first], id)).toEqual({ code: 'CONFLICT' });
      expect(await answer(second, id)).toMatchObject({ status: 'ACTIVE' });
      await told(people[first]).toEqual(['A mentoring pair is proposed to you', 'The mentorship has begun']);
      await told(second).toEqual(['A mentoring pair is proposed to you']);
    }
  });

  test('begins once, though both say yes at once', async () => {
    const people = await two();
    const { id } = await propose(people);
    const answers = await Promise.all([people.mentor, people.mentee].map((person) => answer(person, id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['ACTIVE', 'PROPOSED']);
  });

  test.each(['mentor', 'mentee'] as const)(
    'ends by a no of the %s, also after a yes, and frees the place',
    async (side) => {
      const people = await two({ capacity: 1 });
      const { id } = await propose(people);
      await answer(people[side], id);
      expect(await decline(people[side], id)).toMatchObject({ ending: 'DECLINED' });
      expect(await decline(people[side], id)).toEqual({ code: 'CONFLICT' });
      const other = side === 'mentor' ? people.mentee : people.mentor;
      await told(other).toEqual(['A mentoring pair is proposed to you', 'The proposed pair did not come about']);
      expect(await propose({ ...people, mentee: (await two()).mentee })).toMatchObject({ status: 'PROPOSED' });
    },
  );

  test('is of the association’s own people and made by its officers alone', async () => {
    const people = await two();
    const others = officerViewer(newId(), ['coordinator']);
    expect(await propose(people, others)).toEqual({ code: 'NOT_FOUND' });
    const { volunteer_id: elsewhere } = await mentorProfile(member.owner);
    expect(await propose({ ...people, mentor: elsewhere })).toEqual({ code: 'NOT_FOUND' });
    expect(await propose({ ...people, mentee: newId() })).toEqual({ code: 'NOT_FOUND' });
    for (const as of [volunteerViewer(people.mentor), officerViewer(association, ['system'])])
      expect(await propose(people, as)).toEqual({ code: 'FORBIDDEN' });
    expect(await answer(newId(), (await propose(people)).id)).toEqual({ code: 'NOT_FOUND' });
  });

  test('needs a free place, a mentor who takes requests, and nothing open between the two', async () => {
    const [full, paused, open] = [await two({ capacity: 1 }), await two({ paused: true }), await two()];
    await propose(full);
    expect(await propose({ ...full, mentee: open.mentee })).toEqual({ code: 'CONFLICT' });
    expect(await propose(paused)).toEqual({ code: 'CONFLICT' });
    await propose(open);
    expect(await propose(open)).toEqual({ code: 'CONFLICT' });
  });

  test('reminds who has not answered, and closes with the clock of requests', async () => {
    const people = await two();
    const { id } = await propose(people);
    expect(await answer(people.mentor, id)).toMatchObject({ status: 'PROPOSED' });
    const proposed = 'A mentoring pair is proposed to you';
    await member.owner.query(`update job set due_at = now() where key = $1 and kind like 'remind%'`, [id]);
    await told(people.mentee).toEqual([proposed, 'A request for mentoring waits for you']);
    await member.owner.query(`update job set due_at = now() where key = $1 and kind like 'close%'`, [id]);
    await told(people.mentor).toEqual([proposed, 'A request for mentoring closed without an answer']);
  });
});

describe('a mentor who does not answer', () => {
  /** Asks a mentor by the id that an alumnus knows, and lets the request run out. */
  async function letRunOut(mentor: string): Promise<void> {
    const { volunteer_id: mentee } = await alumnus(member.owner, { organization_id: association });
    const { id } = await mutate(volunteerViewer(mentee), `requestMentorship(input: { mentorId: "${mentor}" })`);
    await member.owner.query(`update job set due_at = now() where key = $1 and kind like 'close%'`, [id]);
    const status = async () =>
      (await member.owner.query('select status from mentorship where id = $1', [id])).rows[0] as unknown;
    await expect.poll(status, { timeout: 20_000 }).toEqual({ status: 'ended' });
  }
  const offerOf = async (mentor: string) => {
    const { data } = await member.query<{ myMentoringOffer: object }>('{ myMentoringOffer { paused pausedByHouse } }', {
      as: volunteerViewer(mentor),
    });
    return data?.myMentoringOffer;
  };
  const closed = (count: number) =>
    Array.from({ length: count }, () => 'A request for mentoring closed without an answer');
  const asked = (count: number) => Array.from({ length: count }, () => 'You are asked for mentoring');

  test('is warned at the second request that runs out, hidden at the third, and comes back by themself', async () => {
    const { mentor } = await two();
    await letRunOut(mentor);
    await letRunOut(mentor);
    const warning = 'Requests stay without an answer';
    await told(mentor).toEqual([...closed(2), warning, ...asked(2)]);
    expect(await offerOf(mentor)).toEqual({ paused: false, pausedByHouse: false });
    await letRunOut(mentor);
    await told(mentor).toEqual([...closed(3), warning, ...asked(3), 'Your mentor card is hidden']);
    expect(await offerOf(mentor)).toEqual({ paused: true, pausedByHouse: true });
    await mutate(volunteerViewer(mentor), 'pauseMentoring(paused: false)', '... on MentorProfile { id }');
    expect(await offerOf(mentor)).toEqual({ paused: false, pausedByHouse: false });
    await letRunOut(mentor);
    expect(await offerOf(mentor)).toEqual({ paused: false, pausedByHouse: false });
  });

  test('begins anew with any answer', async () => {
    const { mentor, mentee } = await two();
    await letRunOut(mentor);
    const { id } = await mutate(volunteerViewer(mentee), `requestMentorship(input: { mentorId: "${mentor}" })`);
    expect(await decline(mentor, id)).toMatchObject({ ending: 'DECLINED' });
    await letRunOut(mentor);
    await told(mentor).toEqual([...closed(2), ...asked(3)]);
  });
});

test('whoever stays is told when the other one of the two has left', async () => {
  const { mentor, mentee } = await two();
  const people = { organization_id: association, volunteer_id: mentee, mentor_volunteer_id: mentor };
  await mentorship(member.owner, { ...people, status: 'active', started_on: '2026-01-01' });
  const orders = [await member.order({ id: newId(), number: 1, person: mentor })];
  const { errors } = await member.query('mutation ($orders: [String!]!) { eraseAtAlumni(orders: $orders) }', {
    as: officerViewer(newId(), ['system']),
    variables: { orders },
  });
  expect(errors).toBeUndefined();
  await told(mentee).toEqual(['A mentorship has ended']);
});

test('cards are suggested with the reasons, by studies first and then by what was said to a round, and to others none', async () => {
  const goals = ['only-here'];
  await mentorProfile(member.owner, { organization_id: association, goals, field_codes: ['09'] });
  for (const capacity of [1, 2]) await mentorProfile(member.owner, { capacity, field_codes: ['10'] });
  const { volunteer_id: student } = await alumnus(member.owner, { organization_id: association, field_code: '10' });
  const suggest = async (viewer: string) => {
    const { data } = await member.query<{ suggestedMentorCards: object[] }>(
      '{ suggestedMentorCards { card { goals } sharedGoals sharedFieldCodes sharedLanguages } }',
      { as: volunteerViewer(viewer) },
    );
    return data?.suggestedMentorCards;
  };
  expect(await suggest(newId())).toEqual([]);
  const byStudies = { card: { goals: ['career'] }, sharedGoals: [], sharedFieldCodes: ['10'], sharedLanguages: [] };
  expect(await suggest(student)).toEqual([byStudies, byStudies]);
  const round = newId();
  await member.owner.query(
    `insert into matching_round (id, organization_id, name, opens_on, closes_on, status)
     values ($1, $2, '{"az": "x"}', '2026-01-01', '2026-12-31', 'draft')`,
    [round, association],
  );
  await member.owner.query(
    `insert into matching_entry (id, organization_id, round_id, volunteer_id, role, goals, field_codes, languages, formats)
     values (uuidv7(), $1, $2, $3, 'mentee', $4, '{10}', '{az}', '{one-call}')`,
    [association, round, student, goals],
  );
  expect(await suggest(student)).toEqual([
    { card: { goals }, sharedGoals: goals, sharedFieldCodes: [], sharedLanguages: ['az'] },
    { ...byStudies, sharedLanguages: ['az'] },
    { ...byStudies, sharedLanguages: ['az'] },
  ]);
});
