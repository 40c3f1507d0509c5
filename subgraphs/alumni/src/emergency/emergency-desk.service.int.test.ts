import { randomUUID } from 'node:crypto';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleIn, type ListedNode } from '@birlik/test/testkit/listed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleAbroad } from '../../testing/people-abroad.js';
import { member as subgraph } from '../member.js';

const platform = newId();
const desk = officerViewer(platform);
const colleague: Viewer = { ...desk, sub: 'colleague' };
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
  await member.owner.query('insert into platform (id, organization_id) values (uuidv7(), $1)', [platform]);
});
afterAll(() => member.close());

interface Outcome {
  readonly id?: string;
  readonly code?: string;
  readonly link?: string;
  readonly changed?: number;
}

async function mutate(as: Viewer | null, call: string, fields: string): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ${fields} } }`,
    { as },
  );
  return data?.done ?? { code: String(errors?.[0]?.extensions.code) };
}

async function emergency(countryCode: string): Promise<{ id: string; code: string }> {
  const fields = '... on EmergencyAbroad { id link: code }';
  const endsAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id = '' } = await mutate(
    desk,
    `openEmergencyAbroad(input: { event: { az: "x" }, isDrill: true, area: { countryCodes: ["${countryCode}"] }, endsAt: "${endsAt}" })`,
    fields,
  );
  const { link = '' } = await mutate(colleague, `confirmEmergencyAbroad(id: "${id}")`, fields);
  return { id, code: link };
}

const say = (code: string, { as = null, state = 'NEED_HELP' }: { as?: Viewer | null; state?: string } = {}) =>
  mutate(
    as,
    as
      ? `checkIn(input: { code: "${code}", reportId: "${randomUUID()}", state: ${state} })`
      : `checkInByLink(input: { code: "${code}", reportId: "${randomUUID()}", checkInId: "${randomUUID()}", state: ${state}, name: "A" })`,
    '... on CheckInReceipt { state }',
  );

interface SeenCheckIn {
  readonly id: string;
  readonly state: string;
  readonly assignedTo: string | null;
  readonly answeredBy: string | null;
  readonly escalations: number;
  readonly person: ListedNode | null;
}

async function checkIns(id: string, as: Viewer = desk, filter = ''): Promise<readonly SeenCheckIn[]> {
  const { data } = await member.query<{ checkIns: { nodes: SeenCheckIn[] } }>(
    `{ checkIns(emergencyId: "${id}", first: 100${filter}) {
        nodes { id state assignedTo answeredBy escalations person { statement } } } }`,
    { as },
  );
  return data?.checkIns.nodes ?? [];
}

const takeDuty = (as: Viewer) => {
  const [startsAt, endsAt] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  return mutate(as, `takeDuty(input: { startsAt: "${startsAt}", endsAt: "${endsAt}" })`, '... on DutyShift { id }');
};

const changed = '... on CheckInsChanged { changed }';

test('a call for help that nobody answers goes from one on duty to the next, until somebody answers', async () => {
  const officers = ['duty-1', 'duty-2'].map((sub) => ({ ...desk, sub }));
  for (const officer of officers) await takeDuty(officer);
  const { id, code } = await emergency('AT');
  await say(code);
  const fall = () => member.owner.query(`update job set due_at = now() where kind = 'escalate a call for help'`);
  const has = async () => (await checkIns(id)).map(({ assignedTo, escalations }) => ({ assignedTo, escalations }));
  expect(await has()).toEqual([{ assignedTo: null, escalations: 0 }]);
  const { rows: due } = await member.owner.query(
    `select extract(epoch from job.due_at - check_in.changed_at)::int / 60 as minutes
       from job join check_in on check_in.id::text = job.payload ->> 'checkIn' where check_in.emergency_id = $1`,
    [id],
  );
  expect(due).toEqual([{ minutes: 15 }]);
  for (const [index, assignedTo] of ['duty-1', 'duty-2', 'duty-1'].entries()) {
    await fall();
    await expect.poll(has, { timeout: 20_000 }).toEqual([{ assignedTo, escalations: index + 1 }]);
  }
  const [call] = await checkIns(id);
  expect(await mutate(desk, `answerCheckIns(input: { checkInIds: ["${call?.id}"] })`, changed)).toEqual({ changed: 1 });
  await fall();
  const left = async () =>
    (await member.owner.query(`select from job where kind = 'escalate a call for help'`)).rowCount;
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
  expect(await has()).toEqual([{ assignedTo: 'duty-1', escalations: 3 }]);
  for (const { id: shift } of (await member.owner.query<{ id: string }>('select id from duty_shift order by id'))
    .rows) {
    for (const officer of officers) await mutate(officer, `endDuty(id: "${shift}")`, '... on DutyShift { id }');
  }
  expect((await member.query('{ dutyShifts { id } }', { as: desk })).data).toEqual({ dutyShifts: [] });
});

test('check-ins are handed over to who is on duty, several at once, and the history says so', async () => {
  const { id, code } = await emergency('DK');
  await Promise.all([say(code), say(code), say(code, { state: 'SAFE' })]);
  const ids = (await checkIns(id)).map((one) => one.id);
  const assign = (officer: string) =>
    mutate(desk, `assignCheckIns(input: { checkInIds: ${JSON.stringify(ids)} }${officer})`, changed);
  expect(await assign(', officer: "colleague"')).toEqual({ code: 'CONFLICT' });
  const { id: shift } = await takeDuty(colleague);
  expect(await assign(', officer: "colleague"')).toEqual({ changed: 3 });
  expect(await assign('')).toEqual({ changed: 3 });
  expect((await checkIns(id)).map(({ assignedTo }) => assignedTo)).toEqual([desk.sub, desk.sub, desk.sub]);
  expect(await mutate(colleague, `endDuty(id: "${shift}")`, '... on DutyShift { id }')).toEqual({ id: shift });
  const history = await member.query<{
    emergencyAbroad: { events: { nodes: { action: string; toWhom: string | null }[] } };
  }>(`{ emergencyAbroad(id: "${id}") { events(first: 100) { nodes { action toWhom } } } }`, { as: desk });
  const actions = history.data?.emergencyAbroad.events.nodes
    .map(({ action, toWhom }) => `${action} ${toWhom}`)
    .toReversed();
  expect(actions).toEqual([
    'OPENED null',
    'CONFIRMED null',
    ...Array.from({ length: 3 }, () => 'ASSIGNED colleague'),
    ...Array.from({ length: 3 }, () => `ASSIGNED ${desk.sub}`),
  ]);
});

test('a bus takes as many as it has seats, also when several are seated at once', async () => {
  const { id, code } = await emergency('FI');
  await Promise.all(Array.from({ length: 8 }, () => say(code)));
  const list = await mutate(
    desk,
    `makeTransportList(input: { emergencyId: "${id}", name: "1", vehicle: BUS, seats: 3 })`,
    '... on TransportList { id }',
  );
  const seat = ({ id: one }: SeenCheckIn, to = `, transportListId: "${list.id}"`) =>
    mutate(desk, `seatCheckIns(input: { checkInIds: ["${one}"] }${to})`, changed);
  const outcomes = await Promise.all((await checkIns(id)).map((one) => seat(one)));
  expect(outcomes.filter((one) => one.changed === 1)).toHaveLength(3);
  expect(outcomes.filter((one) => one.code === 'CONFLICT')).toHaveLength(5);
  const seated = await checkIns(id, desk, `, filter: { transportListId: "${list.id}" }`);
  expect(seated).toHaveLength(3);
  const [left] = seated;
  if (left) await seat(left, '');
  expect(await checkIns(id, desk, `, filter: { transportListId: "${list.id}" }`)).toHaveLength(2);
  const { code: other } = await emergency('FI');
  await say(other);
  const { rows } = await member.owner.query<{ id: string }>(
    'select id from check_in where emergency_id <> $1 order by changed_at desc limit 1',
    [id],
  );
  expect(
    await mutate(
      desk,
      `seatCheckIns(input: { checkInIds: ["${rows[0]?.id}"] }, transportListId: "${list.id}")`,
      changed,
    ),
  ).toEqual({ code: 'NOT_FOUND' });
});

test('the figures say how many are known by what, confirmed, and silent after their time; the press gets rounded ones', async () => {
  const people = await peopleAbroad(member.owner, { count: 23, countryCode: 'MX' });
  await member.owner.query(`update alumnus set last_confirmed_on = app_today() - 91 where volunteer_id = any($1)`, [
    people.slice(0, 4),
  ]);
  const [own, subscriber] = [people[0] ?? '', newId()];
  for (const person of [own, subscriber]) {
    await mutate(
      volunteerViewer(person),
      'subscribeToAlerts(input: { countryCode: "MX" })',
      '... on AlertSubscription { id }',
    );
  }
  const { id, code } = await emergency('MX');
  await say(code, { as: volunteerViewer(own), state: 'SAFE' });
  await say(code, { state: 'SAFE' });
  await say(code);
  const figures = async () =>
    (
      await member.query<{ emergencyAbroad: object }>(
        `{ emergencyAbroad(id: "${id}") {
            headcount { known confirmed byRecord bySubscription safe needHelp unanswered silent } pressFigure { known safe } } }`,
        { as: desk },
      )
    ).data?.emergencyAbroad;
  const headcount = { known: 24, confirmed: 21, byRecord: 23, bySubscription: 2, safe: 2, needHelp: 1, unanswered: 1 };
  expect(await figures()).toEqual({
    headcount: { ...headcount, silent: null },
    pressFigure: { known: 25, safe: null },
  });
  const silent = async () => {
    const { data } = await member.query<{ emergencyPeople: { nodes: ListedNode[] } }>(
      `{ emergencyPeople(emergencyId: "${id}", isSilent: true, first: 100) { nodes { statement } } }`,
      { as: desk },
    );
    return peopleIn(data?.emergencyPeople.nodes).toSorted();
  };
  expect(await silent()).toEqual([...people.slice(1), subscriber].toSorted());
  await member.owner.query(
    `insert into emergency_alert (id, organization_id, emergency_id, text, sent_by, sent_at)
     values (uuidv7(), $1, $2, '{"az": "x"}', 'x', app_now() - interval '59 minutes')`,
    [platform, id],
  );
  expect(await figures()).toMatchObject({ headcount: { ...headcount, silent: null } });
  await member.owner.query(
    `update emergency_alert set sent_at = app_now() - interval '61 minutes' where emergency_id = $1`,
    [id],
  );
  expect(await figures()).toMatchObject({ headcount: { ...headcount, silent: 23 } });
  await mutate(desk, `closeEmergencyAbroad(id: "${id}")`, '... on EmergencyAbroad { id }');
  const gone = { confirmed: null, byRecord: null, bySubscription: null, unanswered: null, silent: null };
  expect(await figures()).toMatchObject({ headcount: { ...gone, known: 24, safe: 2, needHelp: 1 } });
});

test('another organisation, a volunteer and nobody see and do nothing at the desk', async () => {
  const { id, code } = await emergency('NO');
  const person = newId();
  await say(code, { as: volunteerViewer(person) });
  const [own] = await checkIns(id);
  expect(peopleIn(own?.person ? [own.person] : [])).toEqual([person]);
  const other = officerViewer(newId());
  expect(await checkIns(id, other)).toEqual([]);
  expect(await mutate(other, `answerCheckIns(input: { checkInIds: ["${own?.id}"] })`, changed)).toEqual({
    code: 'NOT_FOUND',
  });
  expect((await member.query(`{ emergencyAbroad(id: "${id}") { id } }`, { as: other })).data).toEqual({
    emergencyAbroad: null,
  });
  for (const viewer of [volunteerViewer(person), null]) {
    const { errors } = await member.query(`{ checkIns(emergencyId: "${id}") { nodes { id } } }`, { as: viewer });
    expect(errors?.[0]?.extensions.code).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
});
