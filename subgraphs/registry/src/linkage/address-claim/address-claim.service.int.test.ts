import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const university = officerViewer(demo.organization('mdu').id);
const association = officerViewer(demo.organization('assoc-italy').id);
const office = officerViewer(demo.organization('registry-office').id);
const purpose = 'recruitment';
const name = { givenName: 'Aysel', familyName: 'Yenisoylu' };

let member: TestMember;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-claims-'));
  member = await startMember(subgraph, { seed: true, environment: { MESSAGE_FOLDER: folder } });
});
afterAll(async () => {
  await member.close();
  await rm(folder, { recursive: true });
});

async function ask<Data>(as: Viewer, document: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await member.query<Data & object>(document, { as, variables: { ...variables }, purpose });
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

type Person = Viewer & { readonly volunteerId: string };

async function newcomer(birthDate = '2001-02-03'): Promise<Person> {
  const as: Viewer = { ...volunteerViewer(''), sub: crypto.randomUUID(), volunteerId: null, roles: [] };
  await ask(as, 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
    input: { ...name, birthDate },
  });
  const { viewerIdentity } = await ask<{ viewerIdentity: { volunteerId: string } }>(
    as,
    '{ viewerIdentity { volunteerId } }',
  );
  return { ...as, roles: ['volunteer'], volunteerId: viewerIdentity.volunteerId };
}

async function submit(localKey: string, values: object, as = university): Promise<string> {
  await ask(
    as,
    'mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }',
    { records: [{ localKey, ...name, birthDate: '2001-02-03', ...values }] },
  );
  await resolveSubmitted(member);
  const { rows } = await member.owner.query<{ id: string }>(
    'select id from register_record where organization_id = $1 and local_key = $2',
    [as.organizationId, localKey],
  );
  return rows[0]?.id ?? '';
}

/** Waits until the jobs of a kind are done. */
async function noJobs(kind: string): Promise<void> {
  const waiting = async () => (await member.owner.query('select from job where kind = $1', [kind])).rowCount;
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
}

/** Confirms an address by the newest code that came to it, and waits for what follows; gives what was answered. */
async function confirm(as: Person, email: string): Promise<string> {
  await ask(as, 'mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) { __typename } }', {
    input: { email },
  });
  await noJobs('send the code of a new address');
  const files = (await readdir(folder)).toSorted();
  const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const [, body = ''] = (mails.findLast((mail) => mail.includes(`To: ${email}`)) ?? '').split('\r\n\r\n');
  const answer = JSON.stringify(
    await ask(as, 'mutation ($code: String!) { confirmEmail(code: $code) { __typename } }', {
      code: /\d{8}/.exec(Buffer.from(body, 'base64').toString())?.[0],
    }),
  );
  await noJobs('claim records of an address');
  return answer;
}

interface Attempt {
  readonly way: string;
  readonly outcome: string;
  readonly recordId: string | null;
  readonly organization: { readonly id: string } | null;
}

/** What the office sees of somebody's tries, newest first. */
async function attemptsOf({ volunteerId }: Person): Promise<Attempt[]> {
  const { claimAttempts } = await ask<{ claimAttempts: { nodes: (Attempt & { volunteer: { id: string } })[] } }>(
    office,
    '{ claimAttempts(first: 50) { nodes { way outcome recordId organization { id } volunteer { id } } } }',
  );
  return claimAttempts.nodes.flatMap(({ volunteer, ...attempt }) => (volunteer.id === volunteerId ? attempt : []));
}

/** Whose record it is, as its organisation is told; null if nobody's. */
async function ownerOf(localKey: string): Promise<string | null> {
  const { sourceRecords } = await ask<{
    sourceRecords: { nodes: { localKey: string; volunteer: { id: string } | null }[] };
  }>(university, '{ sourceRecords(first: 50) { nodes { localKey volunteer { id } } } }');
  return sourceRecords.nodes.find((record) => record.localKey === localKey)?.volunteer?.id ?? null;
}

const organization = { id: university.organizationId };

test('whoever confirms the address of records becomes the person of them, is told, and so are their organisations and the office', async () => {
  const person = await newcomer();
  const recordId = await submit('mine', { email: 'Mine@Example.test' });
  const other = await submit('mine', { email: 'mine@example.test', birthDate: null }, association);
  await confirm(person, 'mine@example.test');
  expect(await ownerOf('mine')).toBe(person.volunteerId);
  expect(await attemptsOf(person)).toEqual(
    expect.arrayContaining([
      { way: 'CONTACT', outcome: 'ACCEPTED', recordId, organization },
      { way: 'CONTACT', outcome: 'ACCEPTED', recordId: other, organization: { id: association.organizationId } },
    ]),
  );
  const { me } = await ask<{ me: { messages: { nodes: object[] }; whoViewedMyData: { nodes: object[] } } }>(
    person,
    '{ me { messages(first: 5) { nodes { kind } } whoViewedMyData(first: 9) { nodes { category basis } } } }',
  );
  expect(me.messages.nodes).toEqual([{ kind: 'RECORD_CLAIMED' }, { kind: 'RECORD_CLAIMED' }]);
  expect(me.whoViewedMyData.nodes).toContainEqual({ category: 'IDENTITY', basis: 'LINKED' });
  // It is theirs already, and to confirm again tries nothing.
  await confirm(person, 'mine@example.test');
  expect((await attemptsOf(person)).map(({ outcome }) => outcome).toSorted()).toEqual([
    'ACCEPTED',
    'ACCEPTED',
    'REFUSED',
  ]);
});

test('the answer is the same with and without a record, and an address without one leaves a try too', async () => {
  const [one, other] = [await newcomer(), await newcomer()];
  await submit('told', { email: 'told@example.test' });
  const answers = [await confirm(one, 'told@example.test'), await confirm(other, 'untold@example.test')];
  expect(new Set(answers).size).toBe(1);
  expect(await attemptsOf(other)).toEqual([{ way: 'CONTACT', outcome: 'REFUSED', recordId: null, organization: null }]);
});

test.each([
  ['a record of a relative beside it', { birthDate: '2001-02-03' }, { givenName: 'Rauf', birthDate: '1970-01-01' }],
  ['another name', { givenName: 'Leyla' }, null],
  ['another day of birth', { birthDate: '2003-02-01' }, null],
  ['two records of a register that has each person once', {}, {}],
] as const)('an address with %s claims nothing, and the office decides', async (title, values, beside) => {
  const email = `${title.replaceAll(' ', '-')}@example.test`;
  await member.owner.query(
    `insert into register (organization_id, each_person_once) values ($1, true) on conflict (organization_id) do update set each_person_once = true`,
    [university.organizationId],
  );
  const person = await newcomer();
  const recordId = await submit(title, { email, ...values });
  if (beside) await submit(`${title} beside`, { email, ...beside });
  await confirm(person, email);
  expect(await ownerOf(title)).toBeNull();
  const attempts = await attemptsOf(person);
  expect(attempts).toContainEqual({ way: 'CONTACT', outcome: 'UNSURE', recordId, organization });
  expect(attempts).toHaveLength(beside ? 2 : 1);
  await ask(office, 'mutation ($one: ID!, $other: ID!) { mergePersons(one: $one, other: $other) { __typename } }', {
    one: person.volunteerId,
    other: recordId,
  });
  const { rows } = await member.owner.query<{ person: string }>(
    'select person_id as person from person_link where record_id = $1 and valid_to is null',
    [recordId],
  );
  expect(rows).toEqual([{ person: person.volunteerId }]);
});

test('a minor claims nothing by an address, nor does whoever shares it with another person of the registry', async () => {
  const minor = await newcomer('2015-01-01');
  await submit('minor', { email: 'minor@example.test', birthDate: '2015-01-01' });
  await confirm(minor, 'minor@example.test');
  expect(await attemptsOf(minor)).toMatchObject([{ outcome: 'UNSURE' }]);
  await submit('shared', { email: 'shared@example.test' });
  await member.owner.query(`update volunteer set email = 'Shared@example.test' where id = $1`, [demo.person(0).id]);
  const person = await newcomer();
  await confirm(person, 'shared@example.test');
  expect(await attemptsOf(person)).toMatchObject([{ outcome: 'UNSURE' }]);
});

test('a record that is another person’s stays theirs, and its trace costs no try of a code', async () => {
  const [one, other] = [await newcomer(), await newcomer()];
  await submit('contested', { email: 'contested@example.test' });
  await confirm(one, 'contested@example.test');
  // Who had the address before has another one now.
  await member.owner.query('update volunteer set email = null where id = $1', [one.volunteerId]);
  await confirm(other, 'contested@example.test');
  expect(await ownerOf('contested')).toBe(one.volunteerId);
  expect(await attemptsOf(other)).toMatchObject([{ outcome: 'TAKEN' }]);
  for (let time = 0; time < 5; time += 1) {
    const { claimRecord } = await ask<{ claimRecord: { code: string } }>(
      other,
      'mutation { claimRecord(code: "AAAAAA-AAAAA-AAAAA") { ... on Problem { code } } }',
    );
    expect(claimRecord.code).toBe('NOT_FOUND');
  }
});
