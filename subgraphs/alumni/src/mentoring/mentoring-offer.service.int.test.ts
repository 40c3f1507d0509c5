import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alumnus } from '../../testing/stories.js';
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
  readonly declineReason?: string | null;
  readonly review?: string;
  readonly paused?: boolean;
}

/** Runs a mutation. @returns what came of it: the fields of the type, or the code of the refusal */
async function mutate(as: Viewer, call: string, type = 'Mentorship', fields = 'id status ending declineReason') {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ... on ${type} { ${fields} } } }`,
    { as },
  );
  return data?.done ?? { code: String(errors?.[0]?.extensions.code) };
}

interface Offered {
  readonly capacity?: number;
  readonly goals?: string;
  readonly formats?: string;
}

const offer = (mentor: string, { capacity = 2, goals = '["career"]', formats = '[ONE_CALL]' }: Offered = {}) =>
  mutate(
    volunteerViewer(mentor),
    `offerMentoring(input: { organizationId: "${association}", capacity: ${capacity}, goals: ${goals},
      fieldCodes: ["06"], languages: ["az"], formats: ${formats} })`,
    'MentorProfile',
    'id review paused',
  );

interface Card {
  readonly id: string;
  readonly goals: readonly string[];
}

async function cards(viewer: string, filter = ''): Promise<Card[]> {
  const { data } = await member.query<{ mentorCards: { nodes: Card[] } }>(
    `{ mentorCards(first: 100${filter}) { nodes { id goals fieldCodes languages formats isApproved country { code } } } }`,
    { as: volunteerViewer(viewer) },
  );
  return data?.mentorCards.nodes ?? [];
}

/** Somebody with nothing but an account who offers to mentor, found by a goal that nobody else has. */
async function newMentor(offered: Offered = {}) {
  const id = newId();
  const goal = `goal-${[...id.replaceAll('-', '')].map((sign) => String.fromCharCode(97 + Number.parseInt(sign, 16))).join('')}`;
  await offer(id, { ...offered, goals: `["${goal}"]` });
  const [card] = await cards(newId(), `, filter: { goal: "${goal}" }`);
  return { id, goal, card: card?.id ?? '' };
}

const ask = (mentee: string, card: string) =>
  mutate(volunteerViewer(mentee), `requestMentorship(input: { cardId: "${card}", message: "Salam" })`);
const answer = (mentor: string, id: string | undefined, rest = 'accept: true') =>
  mutate(volunteerViewer(mentor), `answerMentorship(input: { mentorshipId: "${id}", ${rest} })`);
const decline = (mentor: string, id: string | undefined) => answer(mentor, id, 'accept: false, reason: NO_TIME');
const withdraw = (viewer: string, id: string | undefined) =>
  mutate(volunteerViewer(viewer), `withdrawMentorshipRequest(mentorshipId: "${id}")`);
const end = (viewer: string, id: string | undefined) =>
  mutate(volunteerViewer(viewer), `endMentorship(mentorshipId: "${id}")`);

async function statusOf(id: string | undefined): Promise<unknown> {
  const { rows } = await member.owner.query('select status, ending from mentorship where id = $1', [id]);
  return rows[0];
}

/** The messages of a person by subject in English, sorted, once there are so many. */
async function inbox(person: string, count: number): Promise<string[]> {
  const read = async () => {
    const { rows } = await member.owner.query<{ subject: string }>(
      `select subject ->> 'en' as subject from message where volunteer_id = $1 order by id`,
      [person],
    );
    return rows.map(({ subject }) => subject).toSorted();
  };
  await expect.poll(async () => (await read()).length, { timeout: 20_000 }).toBe(count);
  return read();
}

describe('two people with nothing but accounts', () => {
  test('become a pair by a card, and are told each step', async () => {
    const [mentor, mentee] = [await newMentor(), newId()];
    const { id } = await ask(mentee, mentor.card);
    expect(await inbox(mentor.id, 1)).toEqual(['You are asked for mentoring']);
    const mentees = `{ myMentees { nodes { id status menteeMessage mentor { id } } } }`;
    const asked = await member.query(mentees, { as: volunteerViewer(mentor.id) });
    expect(asked.data).toEqual({
      myMentees: { nodes: [{ id, status: 'PROPOSED', menteeMessage: 'Salam', mentor: null }] },
    });
    expect(await answer(mentor.id, id)).toMatchObject({ status: 'ACTIVE' });
    expect(await inbox(mentee, 1)).toEqual(['The mentor said yes']);
    expect(await end(mentee, id)).toMatchObject({ status: 'ENDED', ending: 'ENDED' });
    expect(await inbox(mentor.id, 2)).toEqual(['A mentorship has ended', 'You are asked for mentoring']);
  });

  test('close what else the mentee asked for, and its mentors are told', async () => {
    const [chosen, other, mentee] = [await newMentor(), await newMentor(), newId()];
    const [first, second] = [await ask(mentee, chosen.card), await ask(mentee, other.card)];
    await answer(chosen.id, first.id);
    expect(await statusOf(second.id)).toEqual({ status: 'ended', ending: 'superseded' });
    expect(await answer(other.id, second.id)).toEqual({ code: 'CONFLICT' });
    expect(await inbox(other.id, 2)).toEqual(['A request for mentoring is closed', 'You are asked for mentoring']);
  });

  test('a no has a reason that the mentee reads, and pauses the offer if the mentor likes', async () => {
    const [mentor, mentee] = [await newMentor(), newId()];
    const { id } = await ask(mentee, mentor.card);
    expect(await answer(mentor.id, id, 'accept: false')).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await answer(mentor.id, id, 'accept: true, reason: OTHER')).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await answer(mentor.id, id, 'accept: false, reason: OTHER_FIELD, pause: true')).toMatchObject({
      ending: 'DECLINED',
      declineReason: 'OTHER_FIELD',
    });
    expect(await inbox(mentee, 1)).toEqual(['The mentor said no this time']);
    expect(await cards(mentee, `, filter: { goal: "${mentor.goal}" }`)).toEqual([]);
    expect(await ask(newId(), mentor.card)).toEqual({ code: 'CONFLICT' });
  });
});

describe('each state is left by whoever may leave it', () => {
  const operations = { accept: answer, decline, withdraw, end } as const;
  const left = { accept: 'ACTIVE', decline: 'DECLINED', withdraw: 'WITHDRAWN', end: 'ENDED' };
  const never = { PROPOSED: [], ACTIVE: [], ENDED: [] };
  const may: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    mentor: { PROPOSED: ['accept', 'decline'], ACTIVE: ['end'], ENDED: [] },
    mentee: { PROPOSED: ['withdraw'], ACTIVE: ['end'], ENDED: [] },
    stranger: never,
  };
  const table = Object.keys(may).flatMap((side) =>
    ['PROPOSED', 'ACTIVE', 'ENDED'].flatMap((state) =>
      (['accept', 'decline', 'withdraw', 'end'] as const).map((operation) => ({ side, state, operation })),
    ),
  );

  test.each(table)('$side, $state: $operation', async ({ side, state, operation }) => {
    const [mentor, mentee] = [await newMentor(), newId()];
    const { id } = await ask(mentee, mentor.card);
    if (state !== 'PROPOSED') await answer(mentor.id, id);
    if (state === 'ENDED') await end(mentor.id, id);
    const who = { mentor: mentor.id, mentee, stranger: newId() }[side] ?? '';
    const result = await operations[operation](who, id);
    if (may[side]?.[state]?.includes(operation) === true)
      expect([result.status, result.ending]).toContain(left[operation]);
    else expect(result).toEqual({ code: expect.stringMatching(/^(CONFLICT|NOT_FOUND)$/) as string });
  });
});

describe('requests', () => {
  test('of one person wait five at a time, also when they come at once', async () => {
    const mentee = newId();
    const mentors = await Promise.all(Array.from({ length: 8 }, () => newMentor()));
    const asked = await Promise.all(mentors.map(({ card }) => ask(mentee, card)));
    expect(asked.map(({ code, status }) => code ?? status).toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'LIMIT_REACHED'),
      ...Array.from({ length: 5 }, () => 'PROPOSED'),
    ]);
  });

  test('to one mentor fill the places and no more, also when they come at once', async () => {
    const mentor = await newMentor({ capacity: 3 });
    const asked = await Promise.all(Array.from({ length: 10 }, () => ask(newId(), mentor.card)));
    expect(asked.filter(({ status }) => status === 'PROPOSED')).toHaveLength(3);
    expect(asked.filter(({ code }) => code === 'CONFLICT')).toHaveLength(7);
    expect(await cards(newId(), `, filter: { goal: "${mentor.goal}" }`)).toEqual([]);
  });

  test('are answered once, though two answers come at once', async () => {
    const mentor = await newMentor();
    const { id } = await ask(newId(), mentor.card);
    const answers = await Promise.all([answer(mentor.id, id), answer(mentor.id, id), decline(mentor.id, id)]);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(2);
  });

  test('name a card or a person, not both and not neither, and nobody asks themself', async () => {
    const mentor = await newMentor();
    const as = volunteerViewer(newId());
    const both = `requestMentorship(input: { cardId: "${mentor.card}", mentorId: "${mentor.id}" })`;
    expect(await mutate(as, both)).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await mutate(as, 'requestMentorship(input: {})')).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await ask(newId(), newId())).toEqual({ code: 'NOT_FOUND' });
    expect(await ask(mentor.id, mentor.card)).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('that nobody answers are called to mind after a week and closed after two', async () => {
    const [mentor, mentee] = [await newMentor(), newId()];
    const { id } = await ask(mentee, mentor.card);
    const due = await member.owner.query(
      `select kind, due_at::date - app_now()::date as days from job where key = $1 order by days`,
      [id],
    );
    expect(due.rows).toEqual([
      { kind: 'remind of a request for mentoring', days: 7 },
      { kind: 'close a request for mentoring', days: 14 },
    ]);
    const doNow = (kind: string) =>
      member.owner.query('update job set due_at = now() where key = $1 and kind = $2', [id, kind]);
    await doNow('remind of a request for mentoring');
    expect(await inbox(mentor.id, 2)).toEqual(['A request for mentoring waits for you', 'You are asked for mentoring']);
    await doNow('close a request for mentoring');
    expect(await inbox(mentee, 1)).toEqual(['A request for mentoring closed without an answer']);
    expect(await inbox(mentor.id, 3)).toContain('A request for mentoring closed without an answer');
    expect(await statusOf(id)).toEqual({ status: 'ended', ending: 'expired' });
  });

  test('that were answered are neither called to mind nor closed', async () => {
    const mentor = await newMentor();
    const { id } = await ask(newId(), mentor.card);
    await answer(mentor.id, id);
    await member.owner.query('update job set due_at = now() where key = $1', [id]);
    await expect
      .poll(async () => (await member.owner.query('select from job where key = $1', [id])).rowCount, {
        timeout: 20_000,
      })
      .toBe(0);
    expect(await statusOf(id)).toEqual({ status: 'active', ending: null });
  });
});

describe('an offer', () => {
  /** Asked by somebody whom an association knows, who knows the mentor. */
  const askById = async (mentor: string) => {
    const { volunteer_id: mentee } = await alumnus(member.owner, { organization_id: association });
    return mutate(volunteerViewer(mentee), `requestMentorship(input: { mentorId: "${mentor}" })`);
  };
  const coordinator = officerViewer(association, ['coordinator']);
  const review = (id: string | undefined, word: string, as = coordinator) =>
    mutate(as, `reviewMentor(profileId: "${id}", review: ${word})`, 'MentorProfile', 'id review');

  test('is found by what it says, and by the mentor themself not', async () => {
    const mentor = await newMentor({ formats: '[THREE_MONTHS, ONE_CALL]' });
    const found = (filter: string, viewer = newId()) =>
      cards(viewer, `, filter: { goal: "${mentor.goal}", ${filter} }`);
    for (const filter of ['fieldCode: "06"', 'language: "az"', 'format: ONE_CALL'])
      expect(await found(filter)).toHaveLength(1);
    for (const filter of ['fieldCode: "07"', 'language: "en"', 'format: TWELVE_MONTHS', 'countryCode: "LT"'])
      expect(await found(filter)).toEqual([]);
    expect(await found('fieldCode: "06"', mentor.id)).toEqual([]);
  });

  test('says nothing by its card that is told anywhere else', async () => {
    const mentor = await newMentor();
    const { rows } = await member.owner.query<Record<string, unknown>>(
      'select id, organization_id, volunteer_id from mentor_profile where volunteer_id = $1',
      [mentor.id],
    );
    const [card] = await cards(newId(), `, filter: { goal: "${mentor.goal}" }`);
    for (const id of Object.values(rows[0] ?? {})) expect(JSON.stringify(card)).not.toContain(id);
  });

  test('is changed, paused, taken up, withdrawn and made anew by its mentor, and by nobody else', async () => {
    const mentor = await newMentor();
    const as = volunteerViewer(mentor.id);
    const change = (call: string, who = as) => mutate(who, call, 'MentorProfile', 'paused');
    const isFound = async () => (await cards(newId(), `, filter: { goal: "${mentor.goal}" }`)).length > 0;
    expect(await change('pauseMentoring(paused: true)')).toEqual({ paused: true });
    expect(await isFound()).toBe(false);
    expect(await change('pauseMentoring(paused: false)')).toEqual({ paused: false });
    expect(await isFound()).toBe(true);
    expect(await change('withdrawMentoringOffer')).toEqual({ paused: false });
    expect(await isFound()).toBe(false);
    expect(await ask(newId(), mentor.card)).toEqual({ code: 'NOT_FOUND' });
    expect(await askById(mentor.id)).toEqual({ code: 'NOT_FOUND' });
    expect(await change('pauseMentoring(paused: true)')).toEqual({ code: 'NOT_FOUND' });
    await offer(mentor.id, { goals: `["${mentor.goal}"]` });
    expect(await isFound()).toBe(true);
    expect(await change('pauseMentoring(paused: true)', volunteerViewer(newId()))).toEqual({ code: 'NOT_FOUND' });
  });

  test('keeps all that it says until its mentor changes it', async () => {
    const mentor = volunteerViewer(newId());
    const say = (rest: string) =>
      mutate(
        mentor,
        `offerMentoring(input: { organizationId: "${association}", capacity: 1, goals: ["career"], fieldCodes: ["06"],
          languages: ["az"], formats: [ONE_CALL], ${rest} })`,
        'MentorProfile',
        'country { code } review',
      );
    expect(await say('countryCode: "LT"')).toEqual({ country: { code: 'LT' }, review: 'AWAITED' });
    const own = await member.query('{ myMentoringOffer { country { code } capacity formats withdrawnAt } }', {
      as: mentor,
    });
    expect(own.data).toEqual({
      myMentoringOffer: { country: { code: 'LT' }, capacity: 1, formats: ['ONE_CALL'], withdrawnAt: null },
    });
    expect(await say('countryCode: null')).toEqual({ country: null, review: 'AWAITED' });
  });

  test('takes no fewer people than are accompanied, and names an association of the platform', async () => {
    const mentor = await newMentor({ capacity: 2 });
    for (const mentee of [newId(), newId()]) await ask(mentee, mentor.card);
    expect(await offer(mentor.id, { capacity: 1 })).toEqual({ code: 'CONFLICT' });
    const call = `offerMentoring(input: { organizationId: "${newId()}", capacity: 1, goals: ["career"], fieldCodes: ["06"], languages: ["az"], formats: [ONE_CALL] })`;
    expect(await mutate(volunteerViewer(newId()), call, 'MentorProfile', 'id')).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('is reviewed by its own association alone, and a refused one has no card', async () => {
    const mentor = await newMentor();
    const awaited = await member.query<{ mentorsToReview: { nodes: { id: string; goals: string[] }[] } }>(
      '{ mentorsToReview(first: 100) { nodes { id goals } } }',
      { as: coordinator },
    );
    const own = awaited.data?.mentorsToReview.nodes.find(({ goals }) => goals.includes(mentor.goal));
    const card = () => cards(newId(), `, filter: { goal: "${mentor.goal}" }`);
    expect(await card()).toMatchObject([{ isApproved: false }]);
    expect(await review(own?.id, 'APPROVED', officerViewer(newId(), ['coordinator']))).toEqual({ code: 'NOT_FOUND' });
    expect(await review(own?.id, 'APPROVED')).toMatchObject({ review: 'APPROVED' });
    expect(await card()).toMatchObject([{ isApproved: true }]);
    expect(await review(own?.id, 'REFUSED')).toMatchObject({ review: 'REFUSED' });
    expect(await card()).toEqual([]);
    expect(await askById(mentor.id)).toEqual({ code: 'NOT_FOUND' });
    await offer(mentor.id, { goals: `["${mentor.goal}"]` });
    expect(await card()).toEqual([]);
  });
});

describe('a concern', () => {
  const lead = officerViewer(association, ['safeguarding_lead']);
  const raise = (who: string, id: string | undefined, text = 'He shouts') =>
    mutate(
      volunteerViewer(who),
      `raiseMentoringConcern(input: { mentorshipId: "${id}", text: "${text}" })`,
      'MentoringConcern',
      'id',
    );
  const list = (as: Viewer) =>
    member.query<{
      mentoringConcerns: { nodes: { id: string; text: string; byMentor: boolean; outcome: string | null }[] };
    }>('{ mentoringConcerns(first: 100) { nodes { id text byMentor outcome } } }', { as });

  test('is raised by one of the two at any time, and read by the association’s safeguarding leads alone', async () => {
    const [mentor, mentee] = [await newMentor(), newId()];
    const { id } = await ask(mentee, mentor.card);
    await answer(mentor.id, id);
    await end(mentor.id, id);
    const raised = await raise(mentee, id);
    expect(await raise(newId(), id)).toEqual({ code: 'NOT_FOUND' });
    expect(await raise(mentee, id, '  ')).toEqual({ code: 'BAD_USER_INPUT' });
    expect((await list(lead)).data?.mentoringConcerns.nodes).toContainEqual({
      id: raised.id,
      text: 'He shouts',
      byMentor: false,
      outcome: null,
    });
    const others = officerViewer(newId(), ['safeguarding_lead']);
    expect((await list(others)).data?.mentoringConcerns.nodes).toEqual([]);
    for (const roles of [['officer'], ['coordinator'], ['admin'], ['system']])
      expect((await list(officerViewer(association, roles))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await list(volunteerViewer(mentor.id))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    // Told of the request and of its end by the mentor’s own hand, of the concern nothing.
    expect(await inbox(mentor.id, 1)).toEqual(['You are asked for mentoring']);
  });

  test('is closed once, with what was done, and stays', async () => {
    const [mentor, mentee] = [await newMentor(), newId()];
    const { id } = await ask(mentee, mentor.card);
    const raised = await raise(mentor.id, id);
    const close = (outcome: string, as = lead) =>
      mutate(as, `closeMentoringConcern(concernId: "${raised.id}", outcome: "${outcome}")`, 'MentoringConcern', 'id');
    expect(await close('   ')).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await close('x', officerViewer(newId(), ['safeguarding_lead']))).toEqual({ code: 'NOT_FOUND' });
    expect(await close('Talked with both')).toEqual({ id: raised.id });
    expect(await close('Again')).toEqual({ code: 'NOT_FOUND' });
    expect((await list(lead)).data?.mentoringConcerns.nodes.find((one) => one.id === raised.id)).toMatchObject({
      byMentor: true,
      outcome: 'Talked with both',
    });
    await expect(
      member.owner.query(`update mentoring_concern set text = 'x' where id = $1`, [raised.id]),
    ).rejects.toMatchObject({ constraint: 'mentoring_concern_kept' });
  });
});
