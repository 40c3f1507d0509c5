import { randomUUID } from 'node:crypto';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';
import { peopleAbroad } from '../../testing/people-abroad.js';

const platform = newId();
const first = officerViewer(platform);
const second: Viewer = { ...first, sub: 'second' };
const third: Viewer = { ...first, sub: 'third' };
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
  readonly status?: string;
  readonly state?: string;
  readonly changed?: number;
}

async function mutate(as: Viewer | null, call: string, fields: string): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ${fields} } }`,
    { as },
  );
  return data?.done ?? { code: String(errors?.[0]?.extensions.code) };
}

const inAnHour = (hours = 1) => new Date(Date.now() + hours * 3_600_000).toISOString();

interface Opened {
  readonly place?: string;
  readonly isDrill?: boolean;
  readonly endsAt?: string;
}

const emergencyFields = '... on EmergencyAbroad { id link: code status }';
const open = (as: Viewer, { place = 'countryCodes: ["GB"]', isDrill = false, endsAt = inAnHour() }: Opened = {}) =>
  mutate(
    as,
    `openEmergencyAbroad(input: { event: { az: "Zəlzələ", en: "Earthquake" }, isDrill: ${isDrill}, area: { ${place} },
      endsAt: "${endsAt}" })`,
    emergencyFields,
  );
const confirm = (as: Viewer, id: string | undefined) =>
  mutate(as, `confirmEmergencyAbroad(id: "${id}")`, emergencyFields);
const close = (as: Viewer, id: string | undefined) => mutate(as, `closeEmergencyAbroad(id: "${id}")`, emergencyFields);

async function confirmed(opened: Opened = {}): Promise<{ id: string; code: string }> {
  const { id } = await open(first, opened);
  const { link } = await confirm(second, id);
  return { id: id ?? '', code: link ?? '' };
}

const alert = (as: Viewer, id: string, area = '') =>
  mutate(
    as,
    `sendEmergencyAlert(input: { emergencyId: "${id}", text: { az: "Evdə qalın" }${area} })`,
    '... on EmergencyAlert { id }',
  );

interface Said {
  readonly as?: Viewer | null;
  readonly report?: string;
  readonly person?: string;
  readonly state?: 'SAFE' | 'NEED_HELP';
  readonly place?: string;
}

const say = (
  code: string,
  { as = null, report = randomUUID(), person = randomUUID(), state = 'SAFE', place = 'x' }: Said = {},
) =>
  as
    ? mutate(
        as,
        `checkIn(input: { code: "${code}", reportId: "${report}", state: ${state}, place: "${place}" })`,
        '... on CheckInReceipt { state }',
      )
    : mutate(
        null,
        `checkInByLink(input: { code: "${code}", reportId: "${report}", checkInId: "${person}", state: ${state}, name: "Aysel ${place}",
          contact: "+44 ${place}", place: "${place}" })`,
        '... on CheckInReceipt { state }',
      );

const one = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row | undefined> =>
  (await member.owner.query<Row>(sql, [...values])).rows[0];

/** How far the alerts of an emergency are, once the last one is done. */
async function handedOver(emergency: string): Promise<number> {
  const read = () =>
    one<{ open: number; written: number }>(
      `select count(*) filter (where done_at is null)::int as open, sum(handed_over)::int as written
         from emergency_alert where emergency_id = $1`,
      [emergency],
    );
  await expect.poll(async () => (await read())?.open, { timeout: 30_000 }).toBe(0);
  return (await read())?.written ?? 0;
}

describe('an emergency', () => {
  test('is opened by one and confirmed by another, and nobody is told before', async () => {
    const { id, link, status } = await open(first);
    expect({ link, status }).toEqual({ link: null, status: 'OPENED' });
    expect(await alert(first, id ?? '')).toEqual({ code: 'CONFLICT' });
    expect(await confirm(first, id)).toEqual({ code: 'CONFLICT' });
    expect(await confirm(second, id)).toMatchObject({
      status: 'CONFIRMED',
      link: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(await confirm(third, id)).toEqual({ code: 'CONFLICT' });
    expect(await close(first, id)).toMatchObject({ status: 'CLOSED' });
    expect(await close(first, id)).toEqual({ code: 'CONFLICT' });
  });

  test('is confirmed once by several at the same time', async () => {
    const { id } = await open(first);
    const others = Array.from({ length: 6 }, (_, index) => confirm({ ...first, sub: `other-${index}` }, id));
    const outcomes = await Promise.all(others);
    expect(outcomes.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'CONFLICT')).toHaveLength(5);
  });

  test('is the platform’s alone, has a place, and ends within 14 days', async () => {
    expect(await open(officerViewer(newId()))).toEqual({ code: 'FORBIDDEN' });
    expect(await open(volunteerViewer(newId()))).toEqual({ code: 'FORBIDDEN' });
    expect(await open(first, { place: '' })).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await open(first, { endsAt: inAnHour(24 * 15) })).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await open(first, { endsAt: inAnHour(-1) })).toEqual({ code: 'BAD_USER_INPUT' });
    const { id } = await open(first);
    expect(await confirm(officerViewer(newId()), id)).toEqual({ code: 'NOT_FOUND' });
  });

  test('is closed by the clock when nobody does it', async () => {
    const { id, code } = await confirmed();
    await say(code);
    await member.owner.query(`update job set due_at = now() where kind = 'close an emergency' and key = $1`, [id]);
    const read = () => one(`select closed_by, safe from emergency where id = $1 and closed_at is not null`, [id]);
    await expect.poll(read, { timeout: 20_000 }).toEqual({ closed_by: null, safe: 1 });
  });
});

describe('an alert', () => {
  test('reaches 10,000 people once each, whoever repeats it, and nobody else', async () => {
    const people = await peopleAbroad(member.owner, { count: 10_000, countryCode: 'JP' });
    await peopleAbroad(member.owner, { count: 50, countryCode: 'KR' });
    await peopleAbroad(member.owner, { count: 50, countryCode: 'JP', returned: true });
    const { id } = await confirmed({ place: 'countryCodes: ["JP"]' });
    await alert(first, id);
    expect(await handedOver(id)).toBe(10_000);
    const alerted = `from message where kind = 'emergency-alert' and subject ->> 'en' = 'Alert: Earthquake'`;
    expect(
      await one(`select count(*)::int as messages, count(distinct volunteer_id)::int as people ${alerted}`),
    ).toEqual({
      messages: 10_000,
      people: 10_000,
    });
    expect(await one(`select count(*)::int as others ${alerted} and volunteer_id <> all($1)`, [people])).toEqual({
      others: 0,
    });
    // A job that is done again, as after a process that died.
    const { rows } = await member.owner.query<{ id: string }>(
      'select id from emergency_alert where emergency_id = $1',
      [id],
    );
    await member.owner.query('update emergency_alert set done_at = null where emergency_id = $1', [id]);
    await member.owner.query(
      `insert into job (id, kind, payload, due_at, organization_id)
       values (uuidv7(), 'hand over an alert', jsonb_build_object('alert', $1::text, 'after', null), now(), $2)`,
      [rows[0]?.id, platform],
    );
    expect(await handedOver(id)).toBe(10_000);
    expect(await one(`select count(*)::int as messages ${alerted}`)).toEqual({ messages: 10_000 });
  });

  test('goes to a city by subscription or record and to a university by record, whatever the case, and narrows to a part', async () => {
    const [subscriber, student, resident] = [newId(), newId(), newId()];
    const subscribe = (input: string) =>
      mutate(volunteerViewer(subscriber), `subscribeToAlerts(input: { ${input} })`, '... on AlertSubscription { id }');
    expect(await subscribe('city: "Leuven"')).toMatchObject({ id: expect.any(String) });
    expect(await subscribe('city: "LEUVEN"')).toEqual({ code: 'CONFLICT' });
    expect(await subscribe('city: "Leuven", countryCode: "BE"')).toEqual({ code: 'BAD_USER_INPUT' });
    await peopleAbroad(member.owner, { ids: [student], countryCode: 'BE', university: 'KU Löwen' });
    await peopleAbroad(member.owner, { ids: [resident], countryCode: 'BE', city: 'Leuven' });
    const { id } = await confirmed({ place: 'cities: ["leuven"], universities: ["ku löwen"]' });
    await alert(first, id, ', area: { cities: ["Leuven"] }');
    expect(await handedOver(id)).toBe(2);
    await alert(first, id);
    expect(await handedOver(id)).toBe(5);
    const told = async (person: string) =>
      one(`select count(*)::int as messages from message where volunteer_id = $1`, [person]);
    expect(await told(subscriber)).toEqual({ messages: 2 });
    expect(await told(student)).toEqual({ messages: 1 });
  });

  test('of a drill says so in every language', async () => {
    const person = newId();
    await peopleAbroad(member.owner, { ids: [person], countryCode: 'CL' });
    const { id } = await confirmed({ place: 'countryCodes: ["CL"]', isDrill: true });
    await alert(first, id);
    await handedOver(id);
    const row = await one<{ subject: Record<string, string> }>('select subject from message where volunteer_id = $1', [
      person,
    ]);
    expect(row?.subject).toEqual({
      az: 'TƏLİM, heç nə baş verməyib: Zəlzələ',
      en: 'DRILL, nothing has happened: Earthquake',
      ru: 'УЧЕНИЯ, ничего не случилось: Zəlzələ',
      tr: 'TATBİKAT, bir şey olmadı: Zəlzələ',
    });
  });

  test('is seen with the emergency by those whom it concerns, and by nobody else', async () => {
    const person = newId();
    await peopleAbroad(member.owner, { ids: [person], countryCode: 'PE' });
    const { id } = await confirmed({ place: 'countryCodes: ["PE"]' });
    await alert(first, id);
    const mine = '{ myEmergencies { id event isDrill alerts { text } ownCheckIn { state } } }';
    expect((await member.query(mine, { as: volunteerViewer(person) })).data).toEqual({
      myEmergencies: [{ id, event: 'Zəlzələ', isDrill: false, alerts: [{ text: 'Evdə qalın' }], ownCheckIn: null }],
    });
    expect((await member.query(mine, { as: volunteerViewer(newId()) })).data).toEqual({ myEmergencies: [] });
  });
});

describe('a check-in', () => {
  test('is lost by none of 1,000 at once', async () => {
    const { id, code } = await confirmed();
    const outcomes = await Promise.all(Array.from({ length: 1000 }, () => say(code)));
    expect(outcomes.filter(({ state }) => state === 'SAFE')).toHaveLength(1000);
    const count = `select count(*)::int as rows from check_in where emergency_id = $1`;
    expect(await one(count, [id])).toEqual({ rows: 1000 });
  });

  test('that is sent again counts once, and a second one updates and keeps the first', async () => {
    const { id, code } = await confirmed();
    const [report, person] = [randomUUID(), randomUUID()];
    await Promise.all(Array.from({ length: 8 }, () => say(code, { report, person, state: 'NEED_HELP' })));
    expect(await say(code, { person, state: 'SAFE' })).toEqual({ state: 'SAFE' });
    const rows = `select c.state, count(r.*)::int as reports from check_in c join check_in_report r on r.check_in_id = c.id
                   where c.emergency_id = $1 group by c.id`;
    expect((await member.owner.query(rows, [id])).rows).toEqual([{ state: 'safe', reports: 2 }]);
  });

  test('with an account is the person’s own, one for each emergency', async () => {
    const { id, code } = await confirmed();
    const person = newId();
    await Promise.all(Array.from({ length: 5 }, () => say(code, { as: volunteerViewer(person), state: 'NEED_HELP' })));
    await say(code, { as: volunteerViewer(person) });
    const rows = await member.owner.query('select volunteer_id, state from check_in where emergency_id = $1', [id]);
    expect(rows.rows).toEqual([{ volunteer_id: person, state: 'safe' }]);
  });

  test('cannot change somebody else’s in another emergency, and an unknown code finds nothing', async () => {
    const [one_, other] = [await confirmed(), await confirmed()];
    const person = randomUUID();
    await say(one_.code, { person });
    expect(await say(other.code, { person, state: 'NEED_HELP' })).toEqual({ code: 'NOT_FOUND' });
    expect(await say('0'.repeat(32))).toEqual({ code: 'NOT_FOUND' });
    expect(await say('x')).toEqual({ code: 'BAD_USER_INPUT' });
    const byCode = (code: string) =>
      member.query(`{ emergencyByCode(code: "${code}") { id event alerts { id } ownCheckIn { state } } }`);
    expect((await byCode(one_.code)).data).toEqual({
      emergencyByCode: { id: one_.id, event: 'Zəlzələ', alerts: [], ownCheckIn: null },
    });
    expect((await byCode('0'.repeat(32))).data).toEqual({ emergencyByCode: null });
  });
});

test('closing erases whatever says where somebody was, also what comes meanwhile, and keeps the figures', async () => {
  const canary = `canary-${newId()}`;
  const person = newId();
  await peopleAbroad(member.owner, { ids: [person], countryCode: 'NP' });
  const { id, code } = await confirmed({ place: 'countryCodes: ["NP"]' });
  await alert(first, id);
  await handedOver(id);
  await Promise.all([
    say(code, { as: volunteerViewer(person), place: canary }),
    say(code, { place: canary, state: 'NEED_HELP' }),
    say(code, { place: canary }),
  ]);
  expect(await tablesWith(canary)).toEqual(['check_in', 'check_in_report']);
  const [closed] = await Promise.all([
    close(first, id),
    ...Array.from({ length: 40 }, () => say(code, { place: canary })),
  ]);
  expect(closed).toMatchObject({ status: 'CLOSED' });
  expect(await tablesWith(canary)).toEqual([]);
  expect(await tablesWith(person)).toEqual(['alumnus', 'message']);
  const row = await one<{ known: number; safe: number; need_help: number }>(
    'select known, safe, need_help from emergency where id = $1',
    [id],
  );
  expect(row).toMatchObject({ known: 1, need_help: 1 });
  expect(row?.safe).toBeGreaterThanOrEqual(2);
  expect(await say(code)).toEqual({ code: 'NOT_FOUND' });
});

/** The tables of which some row has a text in it, whatever the column. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await member.owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await member.owner.query(
      `select from "${name}" row where row::text like '%' || $1 || '%' limit 1`,
      [text],
    );
    if (rowCount) found.push(name);
  }
  return found;
}
