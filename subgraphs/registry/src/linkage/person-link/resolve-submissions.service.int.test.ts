import { openDatabase } from '@birlik/kernel/database';
import { createDemoData, random } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';
import { relinkAll } from './relink-register.service.js';

/**
 * The oracle's method: an organisation that knows a name submits it with guesses of the rest, and looks for a difference between
 * right and wrong ones in anything that it is told. So many of each.
 */
const tries = 200;
const localKeys = 21;
/** How many of them come in one call. */
const together = 4;
const demo = createDemoData();
const target = demo.person(11);
const { givenName, familyName, birthDate, phone, email } = target;
const guesser = officerViewer(demo.organization('assoc-italy').id);
const control = officerViewer(demo.organization('idea').id);
const office = officerViewer(demo.organization('registry-office').id);
const chance = random('oracle');

let member: TestMember<ConfigOf<typeof subgraph>>;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

const digits = (count: number): string => Array.from({ length: count }, () => chance.int(0, 9)).join('');

const guessedValues = ['birthDate', 'email', 'phone'] as const;

type Values = { readonly [Value in (typeof guessedValues)[number]]: () => string };

const right: Values = { birthDate: () => birthDate, email: () => email, phone: () => phone };
const wrong: Values = {
  birthDate: () => `${chance.int(1950, 2004)}-0${chance.int(1, 9)}-1${chance.int(0, 9)}`,
  email: () => `g${digits(8)}@example.az`,
  phone: () => `+99450${digits(7)}`,
};

/** One value that is guessed, another one each time. */
function guess(at: number, from: Values): object {
  const value = guessedValues[at % guessedValues.length] ?? 'email';
  return { [value]: from[value]() };
}

interface Told {
  readonly answers: readonly string[];
  readonly lists: string;
  readonly log: readonly object[];
}

/** What an organisation is told of its tries, without the moments. */
async function told(as: Viewer, guesses: readonly object[]): Promise<Told> {
  const answers: string[] = [];
  const records = guesses.map((one, at) => ({ localKey: `guess-${at % localKeys}`, givenName, familyName, ...one }));
  for (let at = 0; at < records.length; at += together) {
    const { status, text } = await submit(as, records.slice(at, at + together));
    answers.push(`${status} ${member.statements()} ${anonymous(text)}`);
  }
  await resolveSubmitted(member);
  const lists = await member.query(
    `{ sourceRecords(first: 100) { nodes { localKey version state submittedAt volunteer { id } } edges { cursor } } }`,
    { as, purpose: 'placement' },
  );
  return { answers, lists: anonymous(lists.text), log: await logOfOrganization(as) };
}

/** Whom an organisation lists, and whose categories it reads. */
async function seenBy(as: Viewer): Promise<string> {
  const { text } = await member.query(`{ volunteers(first: 100) { nodes { id } } }`, {
    as,
    purpose: 'placement',
    operation: 'Seen',
  });
  return text;
}

/** What an organisation finds in its own log, without the lists of people that it asked for itself. */
async function logOfOrganization(as: Viewer): Promise<readonly object[]> {
  const { data } = await member.query<{ organizationAccessLog: { nodes: { operation: string | null }[] } }>(
    `{ organizationAccessLog(first: 100) { nodes { id basis category operation } } }`,
    { as },
  );
  if (!data) throw new Error('The organisation sees no log.');
  return data.organizationAccessLog.nodes.filter(({ operation }) => operation !== 'Seen');
}

const submit = (as: Viewer, records: readonly object[]) =>
  member.query(
    `mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) {
       ... on SourceRecord { localKey version state submittedAt volunteer { id } } ... on Problem { code message }
     } }`,
    { as, purpose: 'placement', variables: { records } },
  );

const anonymous = (text: string): string => text.replaceAll(/"submittedAt":"[^"]+"/g, '"submittedAt":"…"');

interface Entry {
  readonly category: string;
  readonly basis: string;
  readonly operation: string;
  readonly purpose: string;
  readonly reference: string | null;
  readonly fields: readonly string[];
  readonly organization: { readonly id: string };
}

interface LogPage {
  readonly nodes: readonly Entry[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

async function pageOfLog(as: Viewer, after: string | null): Promise<LogPage> {
  const { data } = await member.query<{ me: { whoViewedMyData: LogPage } }>(
    `query ($after: String) { me { whoViewedMyData(first: 100, after: $after) {
       nodes { category basis operation purpose reference fields organization { id } } pageInfo { endCursor hasNextPage }
     } } }`,
    { as, variables: { after } },
  );
  if (!data) throw new Error('The person sees no log.');
  return data.me.whoViewedMyData;
}

/** What a person's log says of records and questions about who they are, newest first. */
async function logOf(volunteerId: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let page = await pageOfLog(volunteerViewer(volunteerId), null);
  entries.push(...page.nodes);
  while (page.pageInfo.hasNextPage) {
    page = await pageOfLog(volunteerViewer(volunteerId), page.pageInfo.endCursor);
    entries.push(...page.nodes);
  }
  return entries.filter(({ category, reference }) => category === 'IDENTITY' && reference !== null);
}

test('right and wrong guesses are told alike, and the person sees each of them', async () => {
  const before = await seenBy(guesser);
  const wrongOnes = Array.from({ length: 2 * tries }, (_, at) => guess(at, wrong));
  // A wrong guess follows a right one under each local key, so that every one of them is a new version.
  const mixed = wrongOnes.map((one, at) => (at % 2 === 0 ? guess(at, right) : one));
  const one = await told(guesser, mixed);
  const other = await told(control, wrongOnes);
  expect(one.answers[0]).toContain('"state":"ACCEPTED"');
  expect(one).toEqual(other);
  expect(await seenBy(guesser)).toBe(before);
  const log = await logOf(target.id);
  for (const { organizationId } of [guesser, control]) {
    const own = log.filter(({ organization }) => organization.id === organizationId);
    expect(own).toHaveLength(2 * tries);
    expect(new Set(own.map(({ reference }) => reference)).size).toBe(2 * tries);
    expect(new Set(own.map(({ operation, purpose }) => `${operation} ${purpose}`))).toEqual(
      new Set(['submitSourceRecords placement']),
    );
    const guessed = own.map(({ fields }) => fields.at(-1) ?? '');
    for (const value of guessedValues) {
      expect(guessed.filter((field) => field === value).length).toBeGreaterThanOrEqual(Math.floor((2 * tries) / 3));
    }
  }
}, 180_000);

test('outcomes are told apart to the person alone: linked, asked about, and compared', async () => {
  const person = demo.person(12);
  const { givenName, familyName, patronymic, birthDate, phone, email } = person;
  const name = { givenName, familyName };
  await submit(guesser, [
    { ...name, localKey: 'O-1', patronymic, birthDate, phone, email },
    { ...name, localKey: 'O-2', birthDate },
    { ...name, localKey: 'O-3', birthDate: '1931-01-02' },
    { localKey: 'O-4', givenName: 'Nümunə', familyName: 'Tamambaşqa', birthDate: '1931-01-02' },
  ]);
  await resolveSubmitted(member);
  const log = await logOf(person.id);
  expect(log.map(({ basis, fields }) => [basis, fields.join(' ')]).toSorted()).toEqual([
    ['COMPARED', 'givenName familyName birthDate'],
    ['IN_REVIEW', 'givenName familyName birthDate'],
    ['LINKED', 'givenName familyName patronymic birthDate phone email'],
  ]);
  // To which record a row belongs, and who brought it about, the office finds; it is the office's row.
  const { rows } = await member.owner.query(
    `select distinct organization_id as office, submitted_by_organization_id as submitter, viewer
       from access_log where volunteer_id = $1 and reference_id is not null`,
    [person.id],
  );
  expect(rows).toEqual([{ office: office.organizationId, submitter: guesser.organizationId, viewer: guesser.sub }]);
  expect(await logOfOrganization(guesser)).toEqual([]);
});

test('what the office decides later is told to the person too, and asking anew adds no row', async () => {
  const person = demo.person(13);
  const { givenName, familyName, birthDate } = person;
  await submit(guesser, [{ localKey: 'L-1', givenName, familyName, birthDate }]);
  await resolveSubmitted(member);
  const bases = async () => (await logOf(person.id)).map(({ basis }) => basis);
  expect(await bases()).toEqual(['IN_REVIEW']);
  const { rows } = await member.owner.query<{ id: string }>(
    `select review.id from linkage_review review join register_record record on record.id in (left_id, right_id)
      where local_key = 'L-1' and $1 in (left_id, right_id)`,
    [person.id],
  );
  await member.query(`mutation { decideLinkageReview(id: "${rows[0]?.id}", verdict: SAME) { __typename } }`, {
    as: office,
  });
  expect(await bases()).toEqual(['LINKED', 'IN_REVIEW']);
  const orm = await openDatabase(database, { url: member.config.DATABASE_URL, poolSize: 1, log: null });
  try {
    await relinkAll(orm.em, 'test', () => undefined);
  } finally {
    await orm.close();
  }
  expect(await bases()).toEqual(['LINKED', 'IN_REVIEW']);
});

test('an organisation learns whose a record is when the person says so, until they take it back', async () => {
  const person = demo.person(14);
  const { givenName, familyName, patronymic, birthDate, phone, email } = person;
  await submit(guesser, [{ localKey: 'C-1', givenName, familyName, patronymic, birthDate, phone, email }]);
  await resolveSubmitted(member);
  const [entry] = await logOf(person.id);
  const disclose = async (isDisclosed: boolean, as: Viewer) => {
    const { data, errors } = await member.query<{ discloseRecord: { isDisclosed?: boolean; code?: string } }>(
      `mutation ($reference: ID!, $isDisclosed: Boolean!) { discloseRecord(reference: $reference, isDisclosed: $isDisclosed) {
         ... on RecordDisclosure { isDisclosed } ... on Problem { code } } }`,
      { as, variables: { reference: entry?.reference, isDisclosed } },
    );
    return data?.discloseRecord ?? errors?.[0]?.extensions.code;
  };
  const told = async () => {
    const { data } = await member.query<{ sourceRecords: { nodes: { localKey: string; volunteer: object | null }[] } }>(
      `{ sourceRecords(first: 100) { nodes { localKey volunteer { id } } } }`,
      { as: guesser },
    );
    return data?.sourceRecords.nodes.find(({ localKey }) => localKey === 'C-1')?.volunteer;
  };
  expect(await told()).toBeNull();
  expect(await disclose(true, volunteerViewer(demo.person(15).id))).toEqual({ code: 'NOT_FOUND' });
  expect(await disclose(true, guesser)).toBe('FORBIDDEN');
  expect(await disclose(true, { ...volunteerViewer(person.id), scopes: ['graph:read'] })).toBe('FORBIDDEN');
  expect(await told()).toBeNull();
  expect(await disclose(true, volunteerViewer(person.id))).toEqual({ isDisclosed: true });
  expect(await disclose(true, volunteerViewer(person.id))).toEqual({ isDisclosed: true });
  expect(await told()).toEqual({ id: person.id });
  expect(await disclose(false, volunteerViewer(person.id))).toEqual({ isDisclosed: false });
  expect(await told()).toBeNull();
});

test('nothing is resolved without its rows in the log', async () => {
  const { givenName, familyName, birthDate } = demo.person(16);
  await member.owner.query('alter table access_log rename to access_log_away');
  try {
    await submit(guesser, [{ localKey: 'F-1', givenName, familyName, birthDate }]);
    await expect(resolveSubmitted(member)).rejects.toThrow('access_log');
    const { rows } = await member.owner.query(
      `select (select count(*)::int from comparable_record where id = record.id) as comparable,
              (select count(*)::int from person_link where record_id = record.id) as links
         from register_record record where local_key = 'F-1'`,
    );
    expect(rows).toEqual([{ comparable: 0, links: 0 }]);
  } finally {
    await member.owner.query('alter table access_log_away rename to access_log');
  }
  await resolveSubmitted(member);
  expect((await logOf(demo.person(16).id)).map(({ basis }) => basis)).toEqual(['IN_REVIEW']);
});
