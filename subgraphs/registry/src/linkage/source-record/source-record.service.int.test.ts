import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';
import { resolveSubmitted } from '../../../testing/submitted-records.js';

const demo = createDemoData();
const office = officerViewer(demo.organization('registry-office').id);
const university = officerViewer(demo.organization('mdu').id);
const union = officerViewer(demo.organization('uvoa').id, ['system']);
let member: TestMember<ConfigOf<typeof subgraph>>;

interface Record {
  readonly localKey?: string;
  readonly version?: number;
  readonly state?: string;
  readonly volunteer?: { readonly id: string } | null;
  readonly code?: string;
  readonly message?: string;
}

/** Submits records, and lets them be resolved. */
async function submit(as: Viewer, ...records: readonly object[]) {
  const answer = await submitIn(undefined, as, records);
  await resolveSubmitted(member);
  return answer;
}

/** By their local keys, the people whom records of an organisation belong to. */
async function peopleOf({ organizationId }: Viewer, ...localKeys: readonly string[]): Promise<readonly string[]> {
  const { rows } = await member.owner.query<{ person: string }>(
    `select person_id as person from unnest($2::text[]) with ordinality as asked (local_key, place)
       join register_record record on record.local_key = asked.local_key and record.organization_id = $1
       join person_link on record_id = record.id and valid_to is null order by place`,
    [organizationId, localKeys],
  );
  return rows.map(({ person }) => person);
}

/** Whether the office is asked about a record of an organisation. */
async function isAsked({ organizationId }: Viewer, localKey: string): Promise<boolean> {
  const { rows } = await member.owner.query(
    `select from linkage_review join register_record record on record.id in (left_id, right_id)
      where organization_id = $1 and local_key = $2`,
    [organizationId, localKey],
  );
  return rows.length > 0;
}

async function submitIn(language: string | undefined, as: Viewer, records: readonly object[]) {
  const { data, errors } = await member.query<{ submitSourceRecords: Record[] }>(
    `mutation ($records: [SourceRecordInput!]!) {
       submitSourceRecords(records: $records) {
         ... on SourceRecord { localKey version state volunteer { id } } ... on Problem { code message }
       }
     }`,
    { as, purpose: 'certification', variables: { records }, ...(language === undefined ? {} : { language }) },
  );
  return { records: data?.submitSourceRecords ?? [], code: errors?.[0]?.extensions.code, errors };
}

const somebody = {
  localKey: 'A-1',
  givenName: 'Şəhriyar',
  familyName: 'Qarabağlı',
  patronymic: 'Tərlan oğlu',
  birthDate: '1991-03-17',
  phone: '+994 50 765 43 21',
  email: 'sehriyar@example.az',
};
const russian = {
  ...somebody,
  localKey: 'B-1',
  givenName: 'Шахрияр',
  familyName: 'Карабаглы',
  patronymic: 'Тарлан оглы',
};

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

test('two organisations’ records of one person, in two alphabets, get one person, and neither is told of it', async () => {
  const first = await submit(university, somebody);
  expect(first.errors).toBeUndefined();
  expect(first.records).toEqual([{ localKey: 'A-1', version: 1, state: 'ACCEPTED', volunteer: null }]);
  const second = await submit(union, russian);
  expect(second.records).toEqual([{ localKey: 'B-1', version: 1, state: 'ACCEPTED', volunteer: null }]);
  expect(await peopleOf(union, 'B-1')).toEqual(await peopleOf(university, 'A-1'));
  const { rows } = await member.owner.query<{
    method: string;
    weight: number;
    explanation: { fields: { weight: number }[] };
  }>(
    `select method, weight, explanation from person_link join register_record r on r.id = record_id where local_key = 'B-1'`,
  );
  expect(rows[0]?.method).toBe('model');
  expect(rows[0]?.explanation.fields.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(rows[0]?.weight ?? 0, 6);
});

test('the same record again changes nothing, and a changed one is a new version beside the old one', async () => {
  const record = {
    ...somebody,
    localKey: 'C-1',
    givenName: 'Zümrüd',
    familyName: 'Xəzri',
    birthDate: '1987-12-01',
    phone: null,
    email: null,
  };
  const row = () => member.owner.query(`select xmin, xmax from register_record where local_key = 'C-1'`);
  expect((await submit(university, record)).records[0]?.version).toBe(1);
  const { rows: before } = await row();
  expect((await submit(university, record)).records[0]?.version).toBe(1);
  expect((await row()).rows, 'written or locked by which transaction').toEqual(before);
  expect((await submit(university, { ...record, familyName: 'Xəzrili' })).records[0]?.version).toBe(2);
  const { rows } = await member.owner.query(
    `select s.version, s.family_name from source_record s join register_record r on r.id = record_id
      where local_key = 'C-1' order by s.version`,
  );
  expect(rows).toEqual([
    { version: 1, family_name: 'Xəzri' },
    { version: 2, family_name: 'Xəzrili' },
  ]);
  await expect(member.owner.query(`update source_record set family_name = 'x'`)).rejects.toThrow('takes new rows only');
});

test('a record of a volunteer of the registry gets that volunteer’s id', async () => {
  const person = demo.person(7);
  const { givenName, familyName, patronymic } = person.spellings.latin;
  const { birthDate, phone, email } = person;
  const { records } = await submit(union, {
    localKey: 'V-7',
    givenName,
    familyName,
    patronymic,
    birthDate,
    phone,
    email,
  });
  expect(records[0]).toMatchObject({ state: 'ACCEPTED', volunteer: null });
  expect(await peopleOf(union, 'V-7')).toEqual([person.id]);
});

test('a national number links by itself, a clash is a question, a different one keeps apart, and it is stored nowhere', async () => {
  const base = { givenName: 'Ülviyyə', familyName: 'Sultanlı', birthDate: '1979-09-09', nationalNumber: '7QZX1K9' };
  await submit(university, { ...base, localKey: 'N-1' });
  // Neither a telephone number nor a patronymic: without the number this would be a question.
  await submit(union, { ...base, localKey: 'N-2', nationalNumber: ' 7qzx1k9 ' });
  expect(await peopleOf(union, 'N-2')).toEqual(await peopleOf(university, 'N-1'));
  const clash = await submit(union, { ...base, localKey: 'N-3', givenName: 'Rəşid', birthDate: '1955-01-02' });
  expect(clash.records[0]).toMatchObject({ state: 'ACCEPTED', volunteer: null });
  expect(await isAsked(union, 'N-3')).toBe(true);
  const twin = { givenName: 'Sənubər', familyName: 'Vəkilli', birthDate: '1983-11-05', phone: '+994 55 410 20 36' };
  await submit(
    union,
    { ...twin, localKey: 'N-4', nationalNumber: '7QZX1K8' },
    { ...twin, localKey: 'N-5', nationalNumber: '7QZX1K7' },
  );
  expect(new Set(await peopleOf(union, 'N-4', 'N-5')).size).toBe(2);
  const { rows: tables } = await member.owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  for (const { name } of tables) {
    const { rowCount } = await member.owner.query(`select from ${name} t where t::text ~* '7QZX1K'`);
    expect(rowCount, name).toBe(0);
  }
});

test('a refused record says why without its value, and keeps out no other', async () => {
  const { records } = await submit(
    university,
    { ...somebody, localKey: 'R-1', nationalNumber: 'CANARY-1' },
    { ...somebody, localKey: 'R-2', phone: 'canary-2' },
    { ...somebody, localKey: 'R-3', email: 'canary-3' },
    { localKey: 'R-4', givenName: 'Heydər', familyName: 'Naxçıvanlı', birthDate: '1960-02-02' },
  );
  expect(records.map(({ code, localKey }) => code ?? localKey)).toEqual([
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
    'R-4',
  ]);
  expect(JSON.stringify(records)).not.toMatch(/canary/i);
});

test('a bad record does not keep out the good ones, and each says what is wrong with it', async () => {
  const good = { givenName: 'Qönçə', familyName: 'Şəkili', birthDate: '1971-03-03' };
  const { records } = await submit(
    university,
    { ...good, localKey: 'W-1' },
    { ...good, localKey: 'W-2', givenName: '' },
    { ...good, localKey: 'W-3', familyName: '  ' },
    { ...good, localKey: 'W-4', birthDate: '1971-02-30' },
    { ...good, localKey: 'W-5', familyName: 'Canary'.repeat(50) },
    { ...good, localKey: 'W-6', givenName: 'a\u0000b' },
    { ...good, localKey: 'W-7', phone: ' (050) 123-45-67 ', email: 'Qönçə <qonca@example.az>' },
    { ...good, localKey: 'W-8' },
    { ...good, localKey: 'W-8' },
  );
  expect(records.map(({ code, localKey }) => code ?? localKey)).toEqual([
    'W-1',
    ...Array.from({ length: 5 }, () => 'BAD_USER_INPUT'),
    'W-7',
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
  ]);
  const { rows } = await member.owner.query<object>(
    `select phone, email from source_record join register_record r on r.id = record_id where local_key = 'W-7'`,
  );
  expect(rows).toEqual([{ phone: '+994501234567', email: 'qonca@example.az' }]);
});

test.each([
  ['az', /^records\.(\d+) qeydi \(localKey: (.*?)\): ./],
  ['en', /^Record records\.(\d+) \(localKey: (.*?)\): ./],
  ['ru', /^Запись records\.(\d+) \(localKey: (.*?)\): ./],
  ['tr', /^records\.(\d+) kaydı \(localKey: (.*?)\): ./],
])('each refused record is named by its place and its local key, in %s', async (language, named) => {
  const good = { givenName: 'Lalə', familyName: 'Zaqatalalı' };
  const bad = [
    { ...good, localKey: 'X-1', givenName: ' ' },
    { ...good, localKey: 'X-2', birthDate: '0000-01-01' },
    { ...good, localKey: 'X-3', nationalNumber: '1' },
    { ...good, localKey: 'X-4', phone: '12345' },
    { ...good, localKey: 'X-5', email: 'lala' },
    { ...good, localKey: 'X-6' },
    { ...good, localKey: 'X-6' },
    { ...good, localKey: 'X\u0000-7' },
    { ...good, localKey: 'X'.repeat(101) },
  ];
  const { records } = await submitIn(language, university, [{ ...good, localKey: 'X-0' }, ...bad]);
  expect(records[0]).toMatchObject({ localKey: 'X-0' });
  expect(
    records.slice(1).map(({ message }) =>
      named
        .exec(message ?? '')
        ?.slice(1)
        .join(),
    ),
  ).toEqual(
    ['X-1', 'X-2', 'X-3', 'X-4', 'X-5', 'X-6', 'X-6', 'X-7…', `${'X'.repeat(100)}…`].map(
      (key, at) => `${at + 1},${key}`,
    ),
  );
});

test('too many records are refused as a whole, and what is refused is not repeated in the answer', async () => {
  const many = Array.from({ length: 101 }, (_, at) => ({ ...somebody, localKey: `M-${at}` }));
  expect((await submit(university, ...many)).code).toBe('BAD_USER_INPUT');
  const long = await submit(university, { ...somebody, familyName: 'Canary'.repeat(50) });
  expect(long.records.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  expect(JSON.stringify(long)).not.toContain('Canary');
});

test('only an accredited organisation’s officers and systems submit, with a token that may write', async () => {
  expect((await submit(volunteerViewer(demo.person(1).id), somebody)).code).toBe('FORBIDDEN');
  expect((await submit(officerViewer(union.organizationId ?? '', ['analyst']), somebody)).code).toBe('FORBIDDEN');
  expect((await submit({ ...union, scopes: ['graph:read'] }, somebody)).code).toBe('FORBIDDEN');
  const suspended = officerViewer(demo.organization('asan').id);
  await member.owner.query('update organization set suspended_at = now() where id = $1', [suspended.organizationId]);
  expect((await submit(suspended, somebody)).code).toBe('FORBIDDEN');
});

test('an organisation lists its own records and learns of no other’s', async () => {
  const list = async (as: Viewer) => {
    const { data } = await member.query<{ sourceRecords: { nodes: Record[] } }>(
      `{ sourceRecords(first: 100) { nodes { localKey state } } }`,
      { as },
    );
    return data?.sourceRecords.nodes.map(({ localKey }) => localKey);
  };
  await submit(university, { localKey: 'L-1', givenName: 'Fərhad', familyName: 'Lahıclı', birthDate: '1972-02-14' });
  expect(await list(university)).toContain('L-1');
  expect(await list(union)).not.toContain('L-1');
  expect(await list(officerViewer(demo.organization('idea').id))).toEqual([]);
});

test('that another organisation’s record looks alike shows neither to the one that came first nor to the other', async () => {
  const early = { localKey: 'S-1', givenName: 'Nigar', familyName: 'Abbasova', birthDate: '1999-04-05' };
  const standing = { version: 1, state: 'ACCEPTED', volunteer: null };
  expect((await submit(university, early)).records[0]).toEqual({ ...standing, localKey: 'S-1' });
  expect((await submit(union, { ...early, localKey: 'S-2' })).records[0]).toEqual({ ...standing, localKey: 'S-2' });
  expect(await isAsked(union, 'S-2')).toBe(true);
  for (const [as, key] of [
    [university, 'S-1'],
    [union, 'S-2'],
  ] as const) {
    const { data } = await member.query<{ sourceRecords: { nodes: Record[] } }>(
      `{ sourceRecords(first: 100) { nodes { localKey version state volunteer { id } } } }`,
      { as },
    );
    expect(data?.sourceRecords.nodes.find(({ localKey }) => localKey === key)).toEqual({ ...standing, localKey: key });
  }
});

test('a register that holds each person once keeps its own records apart, and says so before the first record', async () => {
  const as = officerViewer(demo.organization('afci').id);
  const declare = async (eachPersonOnce: boolean) => {
    const { data } = await member.query<{ declareRegister: { eachPersonOnce?: boolean; code?: string } }>(
      `mutation ($once: Boolean!) {
         declareRegister(eachPersonOnce: $once) { ... on Register { eachPersonOnce } ... on Problem { code } }
       }`,
      { as, variables: { once: eachPersonOnce } },
    );
    return data?.declareRegister;
  };
  const now = async () => {
    const { data } = await member.query<{ ownRegister: object | null }>(
      '{ ownRegister { eachPersonOnce declaredAt declaredBy } }',
      { as },
    );
    return data?.ownRegister;
  };
  expect(await now()).toBeNull();
  expect(await declare(true)).toEqual({ eachPersonOnce: true });
  expect(await now()).toEqual({ eachPersonOnce: true, declaredAt: expect.any(String), declaredBy: as.sub });
  const twin = { givenName: 'Uğur', familyName: 'Talışlı', birthDate: '1990-08-21', phone: '+994551112233' };
  await submit(as, { ...twin, localKey: 'U-1' }, { ...twin, localKey: 'U-2' });
  expect(new Set(await peopleOf(as, 'U-1', 'U-2')).size).toBe(2);
  expect(await declare(false)).toEqual({ code: 'CONFLICT' });
  expect(await now()).toMatchObject({ eachPersonOnce: true });
});

test('what a submission costs does not depend on how many records it has or how many look alike', async () => {
  const named = (localKey: string, at: number) => ({
    localKey,
    givenName: 'Gülnaz',
    familyName: 'Qubalı',
    phone: '+994 70 333 22 11',
    birthDate: `1970-01-${String(at + 10)}`,
  });
  await submit(university, named('Q-0', 0));
  const one = member.statements();
  await submit(university, ...Array.from({ length: 18 }, (_, at) => named(`Q-${at + 1}`, at)));
  expect(member.statements()).toBe(one);
  expect(one).toBeLessThanOrEqual(9);
});

test('two submissions of one record at the same time make two versions or one, and both are resolved', async () => {
  const record = { localKey: 'T-1', givenName: 'Tofiq', familyName: 'Lənkəranlı', birthDate: '1966-06-30' };
  const answers = await Promise.all([
    submitIn(undefined, university, [record]),
    submitIn(undefined, university, [record]),
    submitIn(undefined, union, [record]),
  ]);
  for (const { records } of answers)
    expect(records).toEqual([{ localKey: 'T-1', version: 1, state: 'ACCEPTED', volunteer: null }]);
  await resolveSubmitted(member);
  const { rows } = await member.owner.query('select from unresolved_submission');
  expect(rows).toEqual([]);
  expect(await peopleOf(university, 'T-1')).toHaveLength(1);
});

test('a record without a name or a key is refused by itself', async () => {
  const good = { localKey: 'Y-1', givenName: 'Qiymət', familyName: 'Oğuzlu', birthDate: '1971-03-03' };
  const { records, errors } = await submit(
    university,
    good,
    { ...good, localKey: 'Y-2', givenName: null },
    { localKey: 'Y-3', givenName: 'Qiymət' },
    { ...good, localKey: null },
    { givenName: 'Qiymət', familyName: 'Oğuzlu' },
  );
  expect(errors).toBeUndefined();
  expect(records.map(({ code, localKey }) => code ?? localKey)).toEqual([
    'Y-1',
    ...Array.from({ length: 4 }, () => 'BAD_USER_INPUT'),
  ]);
});

test('records come in for a purpose of the list that discloses something, at once', async () => {
  for (const purpose of [null, 'reporting', 'safeguarding', 'curiosity']) {
    const { errors } = await member.query(
      `mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }`,
      {
        as: university,
        ...(purpose === null ? {} : { purpose }),
        language: 'en',
        variables: { records: [{ ...somebody, localKey: 'P-1' }] },
      },
    );
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringContaining('certification, emergency, mentoring, placement, recruitment') as string,
    });
  }
  const { rows } = await member.owner.query(`select from register_record where local_key = 'P-1'`);
  expect(rows).toEqual([]);
});

test('so many new versions a day and no more, and the answer says when the next day begins', async () => {
  const as = officerViewer(demo.organization('assoc-italy').id);
  const limited = { ...somebody, localKey: 'D-1' };
  expect((await submit(as, limited)).records[0]?.version).toBe(1);
  await member.owner.query('update submission_count set taken = $2 where organization_id = $1', [
    as.organizationId,
    member.config.SUBMITTED_RECORDS_OF_DAY - 1,
  ]);
  const over = await submitIn('en', as, [
    { ...limited, givenName: 'Şahin' },
    { ...limited, localKey: 'D-2' },
  ]);
  expect(over.errors?.[0]).toMatchObject({
    extensions: { code: 'LIMIT_REACHED' },
    message: expect.stringMatching(
      /^Your organisation can submit at most 10,000 records on one day; .* \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\.$/,
    ) as string,
  });
  // What is known already takes nothing, and one more is just right.
  expect((await submit(as, limited)).records[0]?.version).toBe(1);
  expect((await submit(as, { ...limited, givenName: 'Şahin' })).records[0]?.version).toBe(2);
  expect((await submit(as, { ...limited, givenName: 'Şamil' })).code).toBe('LIMIT_REACHED');
});

test('not even the office’s own token reaches candidates but through the queue', async () => {
  const alike = { givenName: 'Aynur', familyName: 'Həsənova', birthDate: '1981-12-24' };
  await submit(university, { ...alike, localKey: 'Z-1' });
  await submit(union, { ...alike, localKey: 'Z-2' });
  const { errors } = await member.query(`{ linkageReviews { nodes { id } } }`, { as: university });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { data } = await member.query<{ linkageReviews: { nodes: object[] } }>(`{ linkageReviews { nodes { id } } }`, {
    as: office,
  });
  expect(data?.linkageReviews.nodes.length).toBeGreaterThan(0);
});
