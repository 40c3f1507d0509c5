import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mentorProfile, mentorship } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const association = newId();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

interface Pair {
  readonly id: string;
  readonly mentor: string;
  readonly mentee: string;
}

/** Two people of whom one accompanies the other. */
async function pair(status = 'active'): Promise<Pair> {
  const [mentor, mentee, id] = [newId(), newId(), newId()];
  await mentorProfile(member.owner, { organization_id: association, volunteer_id: mentor });
  const people = { volunteer_id: mentee, mentor_volunteer_id: mentor, organization_id: association };
  await mentorship(member.owner, { id, ...people, status, started_on: status === 'proposed' ? null : '2026-01-01' });
  return { id, mentor, mentee };
}

/** Runs a mutation. @returns its fields, or the code of the refusal */
async function mutate(viewer: string | Viewer, call: string, fields: string): Promise<Record<string, unknown>> {
  const as = typeof viewer === 'string' ? volunteerViewer(viewer) : viewer;
  const { data, errors } = await member.query<{ done: Record<string, unknown> }>(
    `mutation { done: ${call} { ... on Problem { code } ${fields} } }`,
    { as },
  );
  return data?.done ?? { code: errors?.[0]?.extensions.code };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const propose = (viewer: string, { id }: Pair, startsAt = inDays(3)) =>
  mutate(
    viewer,
    `proposeMentorshipMeeting(input: { mentorshipId: "${id}", startsAt: "${startsAt}", place: "Zoom" })`,
    '... on MentorshipMeeting { id status minutes place isOwn }',
  );
const meetingFields = '... on MentorshipMeeting { status }';
const operations = {
  confirm: (viewer: string, id: unknown) =>
    mutate(viewer, `answerMentorshipMeeting(meetingId: "${id}", confirm: true)`, meetingFields),
  decline: (viewer: string, id: unknown) =>
    mutate(viewer, `answerMentorshipMeeting(meetingId: "${id}", confirm: false)`, meetingFields),
  cancel: (viewer: string, id: unknown) => mutate(viewer, `cancelMentorshipMeeting(meetingId: "${id}")`, meetingFields),
  record: (viewer: string, id: unknown) =>
    mutate(viewer, `recordMentorshipMeeting(meetingId: "${id}", happened: false)`, meetingFields),
};

/** What a person was told, sorted. */
const subjects = async (person: string): Promise<string[]> => {
  const { rows } = await member.owner.query<{ subject: string }>(
    `select subject ->> 'en' as subject from message where volunteer_id = $1`,
    [person],
  );
  return rows.map(({ subject }) => subject).toSorted();
};
const told = (person: string) => expect.poll(() => subjects(person), { timeout: 20_000 });

interface Shared {
  readonly isMentor: boolean;
  readonly wouldRepeat: boolean | null;
  readonly meetings: readonly { readonly status: string }[];
  readonly goals: readonly { readonly text: string; readonly status: string }[];
  readonly notes: readonly { readonly id: string; readonly text: string; readonly isOwn: boolean }[];
  readonly feedback: readonly { readonly rating: number; readonly isOwn: boolean }[];
  readonly survey: { readonly wouldRecommend: boolean } | null;
}

const askFor = (as: Viewer, { id }: Pair) =>
  member.query<{ myMentorship: Shared | null }>(
    `{ myMentorship(mentorshipId: "${id}") { isMentor wouldRepeat meetings { status } goals { text status }
         notes { id text isOwn } feedback { rating isOwn } survey { wouldRecommend } mentorship { id } } }`,
    { as },
  );
const see = async (viewer: string, of: Pair) => (await askFor(volunteerViewer(viewer), of)).data?.myMentorship;

describe('a meeting', () => {
  const states = ['proposed', 'confirmed', 'declined', 'cancelled', 'begun', 'happened'] as const;
  const steps = ['confirm', 'decline', 'cancel', 'record'] as const;
  /** What becomes of it; what is not named is refused. The mentor has proposed it. */
  const becomes: Readonly<Record<string, string>> = {
    'mentee proposed confirm': 'CONFIRMED',
    'mentee proposed decline': 'DECLINED',
    'mentee proposed cancel': 'CANCELLED',
    'mentor proposed cancel': 'CANCELLED',
    'mentee confirmed cancel': 'CANCELLED',
    'mentor confirmed cancel': 'CANCELLED',
    'mentee begun record': 'MISSED',
    'mentor begun record': 'MISSED',
    'mentee happened record': 'MISSED',
    'mentor happened record': 'MISSED',
  };
  const table = ['mentor', 'mentee', 'stranger'].flatMap((side) =>
    states.flatMap((state) => steps.map((step) => ({ side, state, step, to: becomes[`${side} ${state} ${step}`] }))),
  );

  test.each(table)('$side, $state: $step', async ({ side, state, step, to }) => {
    const two = await pair();
    const id = newId();
    const isPast = state === 'begun' || state === 'happened';
    await member.owner.query(
      `insert into mentorship_meeting (id, mentorship_id, volunteer_id, starts_at, minutes, status)
       values ($1, $2, $3, app_now() + $4::interval, 30, $5)`,
      [id, two.id, two.mentor, isPast ? '-1 hour' : '1 hour', state === 'begun' ? 'confirmed' : state],
    );
    const viewer = { mentor: two.mentor, mentee: two.mentee, stranger: newId() }[side] ?? '';
    const refusal = { code: side === 'stranger' ? 'NOT_FOUND' : 'CONFLICT' };
    expect(await operations[step](viewer, id)).toEqual(to === undefined ? refusal : { status: to });
  });

  test('is told to the other one at each step, and to both before it begins', async () => {
    const two = await pair();
    const meeting = await propose(two.mentee, two);
    expect(meeting).toMatchObject({ status: 'PROPOSED', minutes: 60, place: 'Zoom', isOwn: true });
    await told(two.mentor).toEqual(['A mentoring meeting is proposed']);
    await operations.confirm(two.mentor, meeting['id']);
    await told(two.mentee).toEqual(['The meeting is confirmed']);
    const remind = `where kind = 'remind of a mentoring meeting' and key = $1`;
    const { rows } = await member.owner.query(
      `select round(extract(epoch from due_at - app_now()) / 3600) as hours from job ${remind}`,
      [meeting['id']],
    );
    expect(rows).toEqual([{ hours: '48' }]);
    await member.owner.query(`update job set due_at = now() ${remind}`, [meeting['id']]);
    await told(two.mentee).toEqual(['The meeting is confirmed', 'Your mentoring meeting is near']);
    await told(two.mentor).toEqual(['A mentoring meeting is proposed', 'Your mentoring meeting is near']);
  });

  test('that is called off reminds of nothing', async () => {
    const two = await pair();
    const meeting = await propose(two.mentor, two);
    await operations.confirm(two.mentee, meeting['id']);
    await operations.cancel(two.mentee, meeting['id']);
    const { rows } = await member.owner.query(`select from job where kind like 'remind%' and key = $1`, [
      meeting['id'],
    ]);
    expect(rows).toEqual([]);
    await told(two.mentor).toEqual(['The meeting is called off', 'The meeting is confirmed']);
  });

  test('is answered once, though a yes, a no and a call off come at once', async () => {
    const two = await pair();
    const { id } = await propose(two.mentor, two);
    const answers = await Promise.all([
      operations.decline(two.mentee, id),
      operations.decline(two.mentee, id),
      operations.cancel(two.mentor, id),
      operations.cancel(two.mentee, id),
    ]);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(3);
  });

  test('is proposed for a time to come, by the two alone and while the mentorship lasts', async () => {
    const two = await pair();
    for (const at of [inDays(-1), inDays(400)])
      expect(await propose(two.mentor, two, at)).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await propose(newId(), two)).toEqual({ code: 'NOT_FOUND' });
    for (const status of ['proposed', 'ended']) {
      const other = await pair(status);
      expect(await propose(other.mentee, other)).toEqual({ code: 'CONFLICT' });
    }
  });

  test('falls with the mentorship, which alone is told of', async () => {
    const two = await pair();
    await operations.confirm(two.mentee, (await propose(two.mentor, two))['id']);
    await told(two.mentor).toEqual(['The meeting is confirmed']);
    await mutate(two.mentee, `endMentorship(mentorshipId: "${two.id}")`, '... on Mentorship { id }');
    await told(two.mentor).toEqual(['A mentorship has ended', 'The meeting is confirmed']);
    expect((await see(two.mentor, two))?.meetings).toEqual([{ status: 'CANCELLED' }]);
  });
});

describe('goals and notes', () => {
  const addGoal = (viewer: string, { id }: Pair, text = 'Publish') =>
    mutate(
      viewer,
      `addMentorshipGoal(input: { mentorshipId: "${id}", text: "${text}" })`,
      '... on MentorshipGoal { id }',
    );
  const closeGoal = (viewer: string, id: unknown, status = 'DONE') =>
    mutate(viewer, `closeMentorshipGoal(goalId: "${id}", status: ${status})`, '... on MentorshipGoal { status }');
  const write = (viewer: string, { id }: Pair, text: string) =>
    mutate(
      viewer,
      `writeMentorshipNote(input: { mentorshipId: "${id}", text: "${text}" })`,
      '... on MentorshipNote { id }',
    );
  const drop = (viewer: string, id: unknown) =>
    mutate(viewer, `deleteMentorshipNote(noteId: "${id}")`, '... on MentorshipNote { text }');

  test('a goal is set by one, seen by both, and closed once by either', async () => {
    const two = await pair();
    const { id } = await addGoal(two.mentee, two);
    expect(await closeGoal(newId(), id)).toEqual({ code: 'NOT_FOUND' });
    expect(await closeGoal(two.mentor, id, 'OPEN')).toEqual({ code: 'BAD_USER_INPUT' });
    const closed = await Promise.all([closeGoal(two.mentor, id), closeGoal(two.mentee, id, 'DROPPED')]);
    expect(closed.filter(({ code }) => code === 'CONFLICT')).toHaveLength(1);
    expect((await see(two.mentor, two))?.goals).toMatchObject([{ text: 'Publish' }]);
  });

  test('notes are read by the two, and by no officer of any role and no stranger', async () => {
    const two = await pair();
    const { id } = await write(two.mentor, two, 'Between us');
    expect((await see(two.mentee, two))?.notes).toEqual([
      { id: expect.any(String) as string, text: 'Between us', isOwn: false },
    ]);
    expect(await see(newId(), two)).toBeNull();
    for (const role of ['officer', 'coordinator', 'safeguarding_lead', 'admin', 'system']) {
      const { errors } = await askFor(officerViewer(association, [role]), two);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await drop(two.mentee, id)).toEqual({ code: 'NOT_FOUND' });
    expect(await drop(two.mentor, id)).toEqual({ text: 'Between us' });
    expect((await see(two.mentee, two))?.notes).toEqual([]);
  });

  test('nothing but blanks is refused, and so is what comes after the end', async () => {
    const [two, over] = [await pair(), await pair('ended')];
    for (const done of [addGoal(two.mentor, two, '  '), write(two.mentor, two, '  ')])
      expect(await done).toEqual({ code: 'BAD_USER_INPUT' });
    for (const done of [addGoal(over.mentor, over), write(over.mentor, over, 'x')])
      expect(await done).toEqual({ code: 'CONFLICT' });
  });
});

describe('after the end', () => {
  const give = (viewer: string, { id }: Pair, rating = 4) =>
    mutate(
      viewer,
      `giveMentorshipFeedback(input: { mentorshipId: "${id}", rating: ${rating}, text: "Thanks" })`,
      '... on MentorshipFeedback { rating isOwn }',
    );
  const answer = (viewer: string, { id }: Pair) =>
    mutate(
      viewer,
      `answerMentorshipSurvey(input: { mentorshipId: "${id}", goalsReached: PARTLY, wouldRecommend: true })`,
      '... on MentorshipSurvey { goalsReached }',
    );
  const wish = (viewer: string, { id }: Pair, wanted = true) =>
    mutate(
      viewer,
      `wishMentorshipAgain(mentorshipId: "${id}", wanted: ${wanted})`,
      '... on MentorshipPair { wouldRepeat }',
    );

  test('each reads the other’s feedback once both have given theirs', async () => {
    const two = await pair('ended');
    expect(await give(two.mentor, two)).toEqual({ rating: 4, isOwn: true });
    expect((await see(two.mentee, two))?.feedback).toEqual([]);
    expect((await see(two.mentor, two))?.feedback).toEqual([{ rating: 4, isOwn: true }]);
    await give(two.mentee, two, 5);
    expect((await see(two.mentee, two))?.feedback.toSorted((a, b) => a.rating - b.rating)).toEqual([
      { rating: 4, isOwn: false },
      { rating: 5, isOwn: true },
    ]);
  });

  test('feedback and survey are given once, also when they come at once', async () => {
    const two = await pair('ended');
    for (const done of [give, answer]) {
      const all = await Promise.all([1, 2, 3, 4].map(() => done(two.mentee, two)));
      expect(all.filter(({ code }) => code === 'CONFLICT')).toHaveLength(3);
    }
  });

  test('the survey is read by who answered alone, and neither wish is told to the other one', async () => {
    const two = await pair('ended');
    await answer(two.mentee, two);
    expect(await wish(two.mentee, two)).toEqual({ wouldRepeat: true });
    expect(await wish(two.mentor, two)).toEqual({ wouldRepeat: true });
    expect(await wish(two.mentor, two, false)).toEqual({ wouldRepeat: false });
    expect(await see(two.mentee, two)).toMatchObject({ survey: { wouldRecommend: true }, wouldRepeat: true });
    expect(await see(two.mentor, two)).toMatchObject({ survey: null, wouldRepeat: false });
    const { rows } = await member.owner.query(
      'select mentor_would_repeat as mentor, mentee_would_repeat as mentee from mentorship where id = $1',
      [two.id],
    );
    expect(rows).toEqual([{ mentor: false, mentee: true }]);
  });

  test.each(['proposed', 'active'])('nothing of it before: %s', async (status) => {
    const two = await pair(status);
    for (const done of [give, answer, wish]) expect(await done(two.mentee, two)).toEqual({ code: 'CONFLICT' });
  });
});
