import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const university = officerViewer(demo.organization('mdu').id);
const union = officerViewer(demo.organization('uvoa').id);
const office = officerViewer(demo.organization('registry-office').id);
const shown = {
  givenName: 'Mədinə',
  familyName: 'Masaüstü',
  birthDate: '2009-05-06',
  nationalNumber: '5ABC2D7',
  phone: '050 777 11 22',
  email: 'Medine@example.test',
};
const mostOfDay = 30;

let member: TestMember;
let person: string;
let code: string;
beforeAll(async () => {
  const environment = { PERSON_LOOKUPS_OF_DAY: String(mostOfDay) };
  member = await startMember(subgraph, { seed: true, environment });
  await submit(university, { ...shown, localKey: 'DESK-1' });
  const { rows } = await member.owner.query<{ id: string }>(
    `select person_id as id from person_link join register_record record on record.id = record_id
      where local_key = 'DESK-1' and valid_to is null`,
  );
  person = rows[0]?.id ?? '';
  const { data } = await member.query<{ createClaimCode: { code: string } }>(
    'mutation { createClaimCode(input: { localKey: "DESK-1", role: STUDENT }) { ... on IssuedInvitation { code } } }',
    { as: university, purpose: 'recruitment' },
  );
  code = data?.createClaimCode.code ?? '';
});
afterAll(() => member.close());

async function submit(as: Viewer, record: object): Promise<void> {
  await member.query(
    'mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }',
    { as, purpose: 'certification', variables: { records: [record] } },
  );
  await resolveSubmitted(member);
}

/** Somebody of the office, who has looked for nobody yet. */
const officer = (): Viewer => ({ ...office, sub: crypto.randomUUID() });

/** The person who is found, or why nobody is. */
async function lookUp(way: string, value: string, options: { birthDate?: string; as?: Viewer } = {}): Promise<string> {
  const { birthDate = shown.birthDate, as = officer() } = options;
  const { data, errors } = await member.query<{ found: { id?: string; code?: string } }>(
    `mutation DeskLookup($input: LookUpPersonInput!) {
      found: lookUpPerson(input: $input) { ... on LinkedPerson { id } ... on Problem { code } }
    }`,
    { as, variables: { input: { way, value, birthDate, reason: 'GUARDIANSHIP' } } },
  );
  return data?.found.id ?? data?.found.code ?? errors?.[0]?.extensions.code ?? '';
}

test.each([
  ['NATIONAL_NUMBER', ' 5abc2d7'],
  ['PHONE', '+994 50 777-11-22'],
  ['EMAIL', 'medine@EXAMPLE.test'],
])('finds the person of a record by %s, however it is written', async (way, value) => {
  expect(await lookUp(way, value)).toBe(person);
});

test('finds a person who has no record but their own by the address that is theirs', async () => {
  const { id, email, birthDate } = demo.person(3);
  expect(await lookUp('EMAIL', email ?? '', { birthDate })).toBe(id);
});

test('finds the person of a code that nobody has used, and none by one that was withdrawn', async () => {
  expect(await lookUp('CODE', code.toLowerCase())).toBe(person);
  await member.owner.query('update invitation set withdrawn_at = now()');
  expect(await lookUp('CODE', code)).toBe('NOT_FOUND');
});

test.each([
  ['a day of birth that is another’s', 'EMAIL', shown.email, '2009-05-07'],
  ['a number that nobody has', 'NATIONAL_NUMBER', '5ABC2D8', shown.birthDate],
  ['a part of an address', 'EMAIL', 'medine@example', shown.birthDate],
  ['a code that there is not', 'CODE', '000000-00000-00000', shown.birthDate],
])('finds nobody by %s, in one way', async (_, way, value, birthDate) => {
  expect(await lookUp(way, value, { birthDate })).toBe('NOT_FOUND');
});

test('finds nobody where two people agree, as with a number that twins share', async () => {
  const twin = { familyName: 'Əkizova', birthDate: '2010-10-10', phone: '+994507770000' };
  await submit(university, { ...twin, givenName: 'Ayla', localKey: 'TWIN-1' });
  await submit(union, { ...twin, givenName: 'Zümrüd', localKey: 'TWIN-2' });
  expect(await lookUp('PHONE', twin.phone, { birthDate: twin.birthDate })).toBe('NOT_FOUND');
});

test('says of what is no number that it is none', async () => {
  expect(await lookUp('NATIONAL_NUMBER', 'I don’t know')).toBe('BAD_USER_INPUT');
});

test('whoever is found finds it in their log, and nobody else does', async () => {
  const { id, email, birthDate } = demo.person(5);
  const as = officer();
  expect(await lookUp('EMAIL', email ?? '', { as, birthDate })).toBe(id);
  const { rows } = await member.owner.query<{ volunteer: string; basis: string }>(
    'select volunteer_id as volunteer, basis from access_log where viewer = $1',
    [as.sub],
  );
  expect(rows).toEqual([{ volunteer: id, basis: 'office_review' }]);
});

test('each look is kept with who looked and what for, also one that finds nobody, and never for whom', async () => {
  const as = officer();
  await lookUp('EMAIL', shown.email, { as });
  await lookUp('NATIONAL_NUMBER', '5ABC2D8', { as });
  const { rows } = await member.owner.query('select * from person_lookup where looked_by = $1 order by id', [as.sub]);
  expect(rows.map(({ way, reason, found }) => [way, reason, found])).toEqual([
    ['email', 'guardianship', true],
    ['national-number', 'guardianship', false],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${person}|${shown.email}`, 'i'));
  await expect(member.owner.query('delete from person_lookup')).rejects.toThrow('append-only');
});

test('looks for nobody after too many of a day, whoever agrees, and for another officer it does', async () => {
  const as = officer();
  for (let look = 0; look < mostOfDay; look += 1) {
    expect(await lookUp('NATIONAL_NUMBER', '5ABC2D8', { as })).toBe('NOT_FOUND');
  }
  expect(await lookUp('EMAIL', shown.email, { as })).toBe('LIMIT_REACHED');
  expect(await lookUp('EMAIL', shown.email)).toBe(person);
});

test.each([
  ['an officer of a member', university],
  ['an analyst of the office', { ...office, roles: ['analyst'] }],
  ['a person', volunteerViewer(demo.person(0).id)],
  ['an officer with a token that only reads', { ...office, scopes: ['graph:read'] }],
])('%s looks for nobody', async (_, as) => {
  expect(await lookUp('EMAIL', shown.email, { as })).toBe('FORBIDDEN');
});
