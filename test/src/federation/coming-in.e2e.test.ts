import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const purpose = 'recruitment';
const record = { localKey: 'coming-in', givenName: 'Aysel', familyName: 'Gəlmə', birthDate: '2001-02-03' };
const address = 'aysel@example.test';

let federation: TestStack;
beforeAll(async () => {
  federation = await startTestStack();
});
afterAll(() => federation.close());

/** The token of somebody who signed in at the demo's provider and is none of its personas. */
const newcomer = (name: string): Promise<string> => federation.stack.token(`new-${name}`);

async function mutate<Data>(who: { as: string } | { token: string }, field: string, selection: string): Promise<Data> {
  const { data, errors } = await federation.ask<{ done: Data }>(
    `mutation { done: ${field} { __typename ${selection} ... on Problem { code } } }`,
    { purpose, ...who },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.done;
}

const signUp = (token: string) =>
  mutate<{ __typename: string }>(
    { token },
    `signUp(input: { givenName: "Aysel", familyName: "Gəlmə", birthDate: "2001-02-03" })`,
    '',
  );

const codeFor = async () =>
  (
    await mutate<{ code: string }>(
      { as: 'university-officer' },
      `createClaimCode(input: { localKey: "${record.localKey}", role: STUDENT })`,
      '... on IssuedInvitation { code }',
    )
  ).code;

const claim = (token: string, code: string) =>
  mutate<{ __typename: string; code?: string }>({ token }, `claimRecord(code: "${code}")`, '');

/** The code that came to the address. */
async function mailedCode(): Promise<string> {
  const { mail: folder } = federation.stack.folder;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const [, body = ''] = (mails.find((mail) => mail.includes(`To: ${address}`)) ?? '').split('\r\n\r\n');
  return /\d{8}/.exec(Buffer.from(body, 'base64').toString())?.[0] ?? '';
}

test('somebody new signs up, claims the record of a university and changes the address, which the university sees', async () => {
  await federation.ask(
    'mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }',
    { as: 'university-officer', purpose, variables: { records: [record] } },
  );
  const token = await newcomer('somebody-new');
  expect(await claim(token, 'AAAAAA-AAAAA-AAAAA').catch(() => 'refused')).toBe('refused');
  // Six requests, one after the other, of which one alone waits: for the code that a job sends.
  const code = await codeFor();
  expect(await signUp(token)).toEqual({ __typename: 'Account' });
  expect(await claim(token, code)).toEqual({ __typename: 'Acceptance' });
  expect(await mutate({ token }, `changeEmail(input: { email: "${address}" })`, '')).toEqual({
    __typename: 'EmailChange',
  });
  await expect.poll(mailedCode, { timeout: 10_000 }).not.toBe('');
  expect(await mutate({ token }, `confirmEmail(code: "${await mailedCode()}")`, '')).toEqual({
    __typename: 'OwnFactsChange',
  });
  const records = async () => {
    const { data } = await federation.ask<{
      sourceRecords: { nodes: { localKey: string; volunteer: object | null }[] };
    }>('{ sourceRecords(first: 50) { nodes { localKey volunteer { name contact { email } } } } }', {
      as: 'university-officer',
      purpose,
    });
    return data?.sourceRecords.nodes;
  };
  // What was submitted a moment before may not have been compared yet.
  await expect.poll(records, { timeout: 5_000 }).toContainEqual({
    localKey: record.localKey,
    volunteer: { name: 'Aysel Gəlmə', contact: { email: address } },
  });
  const own = await federation.ask<{ me: { whoViewedMyData: { nodes: { category: string; basis: string }[] } } }>(
    '{ me { whoViewedMyData(first: 20) { nodes { category basis } } } }',
    { token },
  );
  expect(own.data?.me.whoViewedMyData.nodes).toContainEqual({ category: 'IDENTITY', basis: 'LINKED' });
  expect(own.data?.me.whoViewedMyData.nodes).toContainEqual({ category: 'CONTACT', basis: 'OWNER' });
});

test('twenty strangers who try to claim it are told one and the same, and the office sees each of them', async () => {
  const code = await codeFor();
  const guesses = [code, `${code.slice(0, 7)}AAAAA-AAAAA`, 'AAAAAA-AAAAA-AAAAA', ''];
  const answers: string[] = [];
  for (let number = 0; number < 20; number++) {
    const token = await newcomer(`stranger-${number}`);
    await signUp(token);
    answers.push(JSON.stringify(await claim(token, guesses[number % guesses.length] ?? '')));
  }
  expect(new Set(answers)).toEqual(new Set([JSON.stringify({ __typename: 'NotFoundProblem', code: 'NOT_FOUND' })]));
  const { data } = await federation.ask<{
    claimAttempts: {
      nodes: { way: string; outcome: string; volunteer: { id: string }; organization: object | null }[];
    };
  }>('{ claimAttempts(first: 30) { nodes { way outcome volunteer { id } organization { id } } } }', {
    as: 'registry-officer',
  });
  // Who came in before left two as well: one that was right, and one by the address.
  const tries = (data?.claimAttempts.nodes ?? []).filter(
    ({ way, outcome }) => way === 'CODE' && outcome !== 'ACCEPTED',
  );
  expect(new Set(tries.map(({ volunteer }) => volunteer.id)).size).toBe(20);
  expect(tries.filter(({ outcome }) => outcome === 'TAKEN')).toHaveLength(5);
  expect(tries.filter(({ organization }) => organization !== null)).toHaveLength(10);
});
