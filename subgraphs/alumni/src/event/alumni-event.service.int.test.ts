import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const association = newId();
const officer = officerViewer(association);
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
  await member.owner.query(
    `insert into association (id, organization_id, country_codes, founder) values (uuidv7(), $1, '{LT}', false)`,
    [association],
  );
});
afterAll(() => member.close());

type Outcome = Readonly<Record<string, unknown>>;

async function mutate(as: Viewer, call: string, shown = 'AlumniEvent { id status }'): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ... on ${shown} } }`,
    { as },
  );
  return data?.done ?? { code: errors?.[0]?.extensions.code };
}

const plan = (as: Viewer, { capacity = 'null', ends = '2126-01-01T12:00:00Z' } = {}) =>
  mutate(
    as,
    `planAlumniEvent(input: { countryCode: "LT", title: { az: "Axşam" }, body: { az: "Mətn" }, place: "Vilnius",
       startsAt: "2126-01-01T10:00:00Z", endsAt: "${ends}", capacity: ${capacity} })`,
  );

async function published(capacity = 'null'): Promise<unknown> {
  const { id } = await plan(officer, { capacity });
  await mutate(officer, `publishAlumniEvent(eventId: "${String(id)}")`);
  return id;
}

const answer = (person: string, event: unknown, said = 'YES') =>
  mutate(
    volunteerViewer(person),
    `answerAlumniEvent(eventId: "${String(event)}", answer: ${said})`,
    'OwnEventAnswer { answer place }',
  );

async function placesOf(event: unknown): Promise<Readonly<Record<string, string | null>>> {
  const { rows } = await member.owner.query<{ volunteer_id: string; place: string | null }>(
    'select volunteer_id, place from event_answer where event_id = $1',
    [event],
  );
  return Object.fromEntries(rows.map((row) => [row.volunteer_id, row.place]));
}

async function subjectsTo(person: string): Promise<string[]> {
  const { rows } = await member.owner.query<{ subject: string }>(
    `select subject ->> 'en' as subject from message where volunteer_id = $1 order by id`,
    [person],
  );
  return rows.map(({ subject }) => subject);
}

test('a planned event is its organiser’s alone; a published one everybody sees and answers', async () => {
  const { id } = await plan(officer);
  const seen = async () => {
    const { data } = await member.query<{ alumniEvents: { nodes: Outcome[] } }>(
      '{ alumniEvents(first: 100, countryCode: "LT") { nodes { id title language startsAt } } }',
    );
    return data?.alumniEvents.nodes.map((event) => event['id']);
  };
  expect(await seen()).not.toContain(id);
  expect(await answer(newId(), id)).toEqual({ code: 'CONFLICT' });
  expect(await mutate(officer, `publishAlumniEvent(eventId: "${String(id)}")`)).toEqual({ id, status: 'PUBLISHED' });
  expect(await seen()).toContain(id);
  expect(await answer(newId(), id)).toEqual({ answer: 'YES', place: 'TAKEN' });
  expect(await answer(newId(), id, 'MAYBE')).toEqual({ answer: 'MAYBE', place: null });
});

test('twelve who say yes at once to three places get three; whoever waits longest moves up and is told', async () => {
  const event = await published('3');
  const people = Array.from({ length: 12 }, () => newId());
  await Promise.all(people.map((person) => answer(person, event)));
  const places = await placesOf(event);
  const of = (place: string) => people.filter((person) => places[person] === place);
  expect([of('taken').length, of('waiting').length]).toEqual([3, 9]);
  const { rows } = await member.owner.query<{ volunteer_id: string }>(
    `select volunteer_id from event_answer where event_id = $1 and place = 'waiting' order by waiting_since`,
    [event],
  );
  const [leaving = ''] = of('taken');
  const first = rows[0]?.volunteer_id ?? '';
  expect(await answer(leaving, event, 'NO')).toEqual({ answer: 'NO', place: null });
  expect((await placesOf(event))[first]).toBe('taken');
  await expect.poll(() => subjectsTo(first), { timeout: 20_000 }).toEqual(['You have a place at the event']);
  await Promise.all(
    of('taken')
      .slice(1)
      .map((person) => answer(person, event, 'MAYBE')),
  );
  const now = Object.values(await placesOf(event));
  expect(now.filter((place) => place === 'taken')).toHaveLength(3);
  expect(await answer(leaving, event)).toEqual({ answer: 'YES', place: 'WAITING' });
});

test('who said yes or maybe is told that it is cancelled, and it takes no answers', async () => {
  const event = await published();
  const [coming, perhaps, not] = [newId(), newId(), newId()];
  await answer(coming, event);
  await answer(perhaps, event, 'MAYBE');
  await answer(not, event, 'NO');
  expect(await mutate(officer, `cancelAlumniEvent(eventId: "${String(event)}")`)).toMatchObject({
    status: 'CANCELLED',
  });
  for (const person of [coming, perhaps]) {
    await expect.poll(() => subjectsTo(person), { timeout: 20_000 }).toEqual(['The event is cancelled']);
  }
  expect(await subjectsTo(not)).toEqual([]);
  expect(await answer(newId(), event)).toEqual({ code: 'CONFLICT' });
  expect(await mutate(officer, `publishAlumniEvent(eventId: "${String(event)}")`)).toEqual({ code: 'CONFLICT' });
});

test('who came is noted for all at once, by the organiser alone and after it has begun', async () => {
  const event = await published();
  const [here, absent] = [newId(), newId()];
  await answer(here, event);
  await answer(absent, event);
  const { rows } = await member.owner.query<{ id: string }>(
    'select id from event_answer where event_id = $1 and volunteer_id = $2',
    [event, here],
  );
  const note = (as: Viewer) =>
    mutate(
      as,
      `recordEventAttendance(eventId: "${String(event)}", present: ["${rows[0]?.id}"])`,
      'EventAttendance { noted }',
    );
  expect(await note(officer)).toEqual({ code: 'CONFLICT' });
  await member.owner.query(`update alumni_event set starts_at = now() - interval '1 hour' where id = $1`, [event]);
  expect(await note(officerViewer(newId()))).toEqual({ code: 'CONFLICT' });
  const among = `recordEventAttendance(eventId: "${String(event)}", present: [], among: ["${rows[0]?.id}"])`;
  expect(await mutate(officer, among, 'EventAttendance { noted }')).toEqual({ noted: 1 });
  expect(await note(officer)).toEqual({ noted: 2 });
  const { data } = await member.query<{ myEventAnswers: { nodes: Outcome[] } }>(
    '{ myEventAnswers { nodes { answer place attended event { id title } } } }',
    { as: volunteerViewer(here) },
  );
  expect(data?.myEventAnswers.nodes).toEqual([
    { answer: 'YES', place: 'TAKEN', attended: true, event: { id: event, title: 'Axşam' } },
  ]);
  const guests = await member.query<{ alumniEventGuests: { nodes: Outcome[] } }>(
    `{ alumniEventGuests(eventId: "${String(event)}") { nodes { answer place attended person { __typename } } } }`,
    { as: officer },
  );
  const guest = { answer: 'YES', place: 'TAKEN', person: { __typename: 'ListedVolunteer' } };
  expect(guests.data?.alumniEventGuests.nodes).toEqual([
    { ...guest, attended: true },
    { ...guest, attended: false },
  ]);
});

test('an end before the beginning, and an organisation that publishes nothing here, are refused', async () => {
  expect(await plan(officer, { ends: '2126-01-01T09:00:00Z' })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await plan(officerViewer(newId()))).toEqual({ code: 'FORBIDDEN' });
  expect(await plan(volunteerViewer(newId()))).toEqual({ code: 'FORBIDDEN' });
});

const correct = (as: Viewer, event: unknown, change = 'place: "Kaunas", startsAt: "2126-01-01T10:00:00Z"') =>
  mutate(
    as,
    `correctAlumniEvent(input: { eventId: "${String(event)}", title: { az: "Axşam", tr: "Akşam" }, body: { az: "Mətn" },
       endsAt: "2126-01-01T12:00:00Z", ${change} })`,
    'AlumniEvent { place titleTexts { az en tr } }',
  );

test('is corrected until it begins: who comes is told of another place, what stood there is kept', async () => {
  const event = await published();
  const [comes, doubts, stays] = [newId(), newId(), newId()];
  await answer(comes, event);
  await answer(doubts, event, 'MAYBE');
  await answer(stays, event, 'NO');
  const texts = { az: 'Axşam', en: null, tr: 'Akşam' };
  expect(await correct(officer, event, 'place: "Vilnius", startsAt: "2126-01-01T10:00:00Z"')).toEqual({
    place: 'Vilnius',
    titleTexts: texts,
  });
  expect(await correct(officer, event)).toEqual({ place: 'Kaunas', titleTexts: texts });
  const told = ['The time or place of an event changed'];
  await expect
    .poll(async () => [await subjectsTo(comes), await subjectsTo(doubts)], { timeout: 20_000 })
    .toEqual([told, told]);
  expect(await subjectsTo(stays)).toEqual([]);
  const { rows } = await member.owner.query('select place from alumni_event_version where event_id = $1 order by id', [
    event,
  ]);
  expect(rows).toEqual([{ place: 'Vilnius' }, { place: 'Vilnius' }]);
});

test('is corrected by its organiser alone, not into the past, and not once it has begun or is cancelled', async () => {
  const event = await published();
  expect(await correct(officerViewer(newId()), event)).toEqual({ code: 'CONFLICT' });
  const past = 'place: "x", startsAt: "2020-01-01T10:00:00Z"';
  expect(await correct(officer, event, past)).toEqual({ code: 'CONFLICT' });
  expect(await correct(officer, event, 'place: "x", startsAt: "2126-01-01T12:00:00Z"')).toEqual({
    code: 'BAD_USER_INPUT',
  });
  await mutate(officer, `cancelAlumniEvent(eventId: "${String(event)}")`);
  expect(await correct(officer, event)).toEqual({ code: 'CONFLICT' });
  await expect(member.owner.query(`update alumni_event set place = 'y' where id = $1`, [event])).rejects.toThrow(
    /over|begins/,
  );
});

test('more places let who waits longest in, and fewer take nobody’s', async () => {
  const event = await published('1');
  const [first, second] = [newId(), newId()];
  await answer(first, event);
  await answer(second, event);
  const places = (count: number) =>
    correct(officer, event, `place: "Vilnius", startsAt: "2126-01-01T10:00:00Z", capacity: ${count}`);
  await places(2);
  expect(await placesOf(event)).toEqual({ [first]: 'taken', [second]: 'taken' });
  await places(1);
  expect(await placesOf(event)).toEqual({ [first]: 'taken', [second]: 'taken' });
});
