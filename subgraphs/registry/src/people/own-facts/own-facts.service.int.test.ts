import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const nextPerson = peopleFrom(700);
const stranger = officerViewer(demo.organization('assoc-italy').id);

let member: TestMember;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-codes-'));
  member = await startMember(subgraph, { seed: true, environment: { MESSAGE_FOLDER: folder } });
});
afterAll(async () => {
  await member.close();
  await rm(folder, { recursive: true });
});

async function mutate(as: Viewer, field: string, declare: string, variables: object): Promise<string> {
  const { data, errors } = await member.query<{ changed: { __typename: string; code?: string } }>(
    `mutation (${declare}) { changed: ${field} { __typename ... on Problem { code } } }`,
    { as, variables: { ...variables }, language: 'en' },
  );
  return data?.changed.code ?? data?.changed.__typename ?? errors?.[0]?.extensions.code ?? 'no answer';
}

const changeName = (as: Viewer, input: object) =>
  mutate(as, 'changeName(input: $input)', '$input: ChangeNameInput!', { input });
const askForCode = (as: Viewer, email: string) =>
  mutate(as, 'changeEmail(input: $input)', '$input: ChangeEmailInput!', { input: { email } });

/** How often each job has been tried that has a code to send. */
const codesToSend = async () =>
  (
    await member.owner.query<{ attempts: number }>(
      `select attempts from job where kind = 'send the code of a new address'`,
    )
  ).rows;

/** Asks for a code, and waits until it was sent. */
async function changeEmail(as: Viewer, email: string): Promise<string> {
  const outcome = await askForCode(as, email);
  await expect.poll(codesToSend, { timeout: 10_000 }).toEqual([]);
  return outcome;
}

const confirm = (as: Viewer, code: string) => mutate(as, 'confirmEmail(code: $code)', '$code: String!', { code });

async function own<Data>(as: Viewer, selection: string): Promise<Data | undefined> {
  const { data } = await member.query<{ me: Data }>(`{ me { ${selection} } }`, { as });
  return data?.me;
}

/** The newest code that came to an address. */
async function codeAt(address: string): Promise<string> {
  const files = (await readdir(folder)).toSorted();
  const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const [, body = ''] = (mails.findLast((mail) => mail.includes(`To: ${address}`)) ?? '').split('\r\n\r\n');
  return /\d{8}/.exec(Buffer.from(body, 'base64').toString())?.[0] ?? '';
}

const person = (): Viewer => volunteerViewer(nextPerson().id);

test('a person has another name, and the names before are theirs to see', async () => {
  const as = person();
  const before = await own<{ name: string }>(as, 'name');
  expect(await changeName(as, { givenName: 'Aygün', familyName: 'Yenisoy' })).toBe('OwnFactsChange');
  expect(await changeName(as, { givenName: 'Aygün', familyName: 'Yenisoy' })).toBe('CONFLICT');
  expect(await changeName(as, { givenName: ' ', familyName: 'Yenisoy' })).toBe('BAD_USER_INPUT');
  const after = await own<{ name: string; formerNames: { givenName: string }[] }>(as, 'name formerNames { givenName }');
  expect(after).toMatchObject({ name: 'Aygün Yenisoy', formerNames: [{}] });
  expect(before?.name).toContain(after?.formerNames[0]?.givenName);
  const [seen] = await member.entities<{ formerNames: null }>(
    [{ __typename: 'Volunteer', id: as.volunteerId }],
    '{ formerNames { until } }',
    { as: stranger, purpose: 'recruitment' },
  );
  expect(seen).toEqual({ formerNames: null });
});

test('an address counts once its code is there, and the newest code alone', async () => {
  const as = person();
  const before = await own<{ contact: { email: string } }>(as, 'contact { email }');
  expect(await changeEmail(as, 'first@example.test')).toBe('EmailChange');
  const first = await codeAt('first@example.test');
  expect(await changeEmail(as, 'second@example.test')).toBe('EmailChange');
  expect(await own(as, 'contact { email }')).toEqual(before);
  expect(await confirm(as, first)).toBe('NOT_FOUND');
  expect(await confirm(person(), await codeAt('second@example.test'))).toBe('NOT_FOUND');
  expect(await confirm(as, await codeAt('second@example.test'))).toBe('OwnFactsChange');
  expect(await own(as, 'contact { email emailConfirmedAt }')).toEqual({
    contact: { email: 'second@example.test', emailConfirmedAt: expect.any(String) as string },
  });
  expect(await confirm(as, await codeAt('second@example.test'))).toBe('NOT_FOUND');
});

test('a code is asked for while no e-mail leaves, and comes once one does', async () => {
  const as = person();
  const aside = `${folder}-aside`;
  await rename(folder, aside);
  await writeFile(folder, '');
  expect(await askForCode(as, 'later@example.test')).toBe('EmailChange');
  await expect.poll(codesToSend, { timeout: 10_000 }).toMatchObject([{ attempts: 1 }]);
  await rm(folder);
  await rename(aside, folder);
  await expect.poll(codesToSend, { timeout: 10_000 }).toEqual([]);
  expect(await confirm(as, await codeAt('later@example.test'))).toBe('OwnFactsChange');
});

test('a code that is sent again is the same one, and none is sent that is worth nothing', async () => {
  const as = person();
  const address = 'again@example.test';
  await changeEmail(as, address);
  const code = await codeAt(address);
  const sendAgain = async () => {
    for (const file of await readdir(folder)) await rm(join(folder, file));
    await member.owner.query(
      `insert into job (id, kind, payload, due_at)
       select uuidv7(), 'send the code of a new address', jsonb_build_object('change', id, 'language', 'en'), now()
         from email_change where email = $1`,
      [address],
    );
    await expect.poll(codesToSend, { timeout: 10_000 }).toEqual([]);
    return codeAt(address);
  };
  expect(await sendAgain()).toBe(code);
  expect(await confirm(as, code)).toBe('OwnFactsChange');
  expect(await sendAgain()).toBe('');
});

test('a code is guessed at five times, and so many are sent in a day', async () => {
  const as = person();
  expect(await changeEmail(as, 'no address')).toBe('BAD_USER_INPUT');
  await changeEmail(as, 'guessed@example.test');
  const code = await codeAt('guessed@example.test');
  const wrong = code === '00000000' ? '00000001' : '00000000';
  for (let time = 0; time < 5; time++) expect(await confirm(as, wrong)).toBe('NOT_FOUND');
  expect(await confirm(as, code)).toBe('NOT_FOUND');
  for (let time = 0; time < 4; time++) expect(await changeEmail(as, 'more@example.test')).toBe('EmailChange');
  expect(await changeEmail(as, 'more@example.test')).toBe('LIMIT_REACHED');
});

test('a person says how to deal with them, in the place of what they said before', async () => {
  const as = person();
  const change = (input: object) =>
    mutate(as, 'changeOwnFacts(input: $input)', '$input: ChangeOwnFactsInput!', { input });
  const emergencyContact = { name: 'Rauf', phone: '050 123 45 67' };
  expect(await change({ languages: ['az', 'ru'], availability: 'Şənbə', emergencyContact })).toBe('OwnFactsChange');
  const read = () => own(as, 'contact { languages availability emergencyContact { name phone } }');
  expect(await read()).toEqual({
    contact: {
      languages: ['az', 'ru'],
      availability: 'Şənbə',
      emergencyContact: { name: 'Rauf', phone: '+994501234567' },
    },
  });
  expect(await change({ languages: ['az'], emergencyContact: { name: 'Rauf', phone: '1' } })).toBe('BAD_USER_INPUT');
  expect(await change({ languages: [] })).toBe('OwnFactsChange');
  expect(await read()).toEqual({ contact: { languages: [], availability: null, emergencyContact: null } });
});

const changeContact = (as: Viewer, input: object) =>
  mutate(as, 'changeContact(input: $input)', '$input: ChangeContactInput!', { input });

const readContact = (as: Viewer) => own(as, 'contact { phone city country { code } }');

test('a person says how to call them and where they live, for those alone who may read the contact', async () => {
  const as = person();
  expect(await changeContact(as, { phone: '050 123 45 67', city: ' Gəncə ', countryCode: 'KZ' })).toBe(
    'OwnFactsChange',
  );
  expect(await readContact(as)).toEqual({
    contact: { phone: '+994501234567', city: 'Gəncə', country: { code: 'KZ' } },
  });
  expect(await changeContact(as, { phone: '12' })).toBe('BAD_USER_INPUT');
  expect(await changeContact(as, { countryCode: 'ZZ' })).toBe('BAD_USER_INPUT');
  expect(await changeContact(as, { city: ' ' })).toBe('BAD_USER_INPUT');
  expect(await changeContact(as, {})).toBe('OwnFactsChange');
  expect(await readContact(as)).toEqual({ contact: { phone: null, city: null, country: null } });
  const [seen] = await member.entities<{ contact: null }>(
    [{ __typename: 'Volunteer', id: as.volunteerId }],
    '{ contact { phone city } }',
    { as: stranger, purpose: 'recruitment' },
  );
  expect(seen).toEqual({ contact: null });
});

test('no country makes anybody of age sooner, or a minor of who is of age', async () => {
  const bornYearsAgo = (id: string | null | undefined, years: number) =>
    member.owner.query(`update volunteer set birth_date = (now() - make_interval(years => $2))::date where id = $1`, [
      id,
      years,
    ]);
  const [child, adult] = [person(), person()];
  await bornYearsAgo(child.volunteerId, 15);
  await bornYearsAgo(adult.volunteerId, 19);
  await member.owner.query(`update country set age_of_majority = 16 where code = 'EE'`);
  await member.owner.query(`update country set age_of_majority = 21 where code = 'SG'`);
  expect(await changeContact(child, { countryCode: 'EE' })).toBe('CONFLICT');
  expect(await changeContact(adult, { countryCode: 'SG' })).toBe('CONFLICT');
  expect(await changeContact(child, { countryCode: 'KZ', phone: '050 123 45 67' })).toBe('OwnFactsChange');
  expect(await changeContact(adult, { countryCode: 'EE' })).toBe('OwnFactsChange');
});

test('the parts of a name are there for who may read the name', async () => {
  const as = person();
  await changeName(as, { givenName: 'Aygün', familyName: 'Yenisoy', patronymic: 'Vaqif qızı' });
  expect(await own(as, 'contact { givenName familyName patronymic }')).toEqual({
    contact: { givenName: 'Aygün', familyName: 'Yenisoy', patronymic: 'Vaqif qızı' },
  });
});

test('nobody changes anything of anybody for an organisation, or with a token that only reads', async () => {
  for (const as of [stranger, { ...person(), scopes: ['graph:read'] }]) {
    expect(await changeName(as, { givenName: 'A', familyName: 'B' })).toBe('FORBIDDEN');
    expect(await changeContact(as, { city: 'A' })).toBe('FORBIDDEN');
    expect(await askForCode(as, 'x@example.test')).toBe('FORBIDDEN');
    expect(await confirm(as, '1')).toBe('FORBIDDEN');
  }
});
