import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = officerViewer(demo.organization('registry-office').id);
const union = officerViewer(demo.organization('uvoa').id);
const nextPerson = peopleFrom(1300);

let member: TestMember;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-recovery-'));
  const environment = { MESSAGE_FOLDER: folder, RECOVERY_DELAY_SECONDS: '3600' };
  member = await startMember(subgraph, { seed: true, environment });
});
afterAll(async () => {
  await member.close();
  await rm(folder, { recursive: true });
});

/** Somebody who signed in and is nobody. */
const stranger = (): Viewer => ({ ...volunteerViewer(''), sub: crypto.randomUUID(), volunteerId: null, roles: [] });

async function mutate(as: Viewer | null, call: string, declared: string, variables: object): Promise<string> {
  const { data, errors } = await member.query<{ outcome: { __typename: string; code?: string } }>(
    `mutation (${declared}) { outcome: ${call} { __typename ... on Problem { code } } }`,
    { as, variables: { ...variables }, language: 'en' },
  );
  return data?.outcome.code ?? data?.outcome.__typename ?? errors?.[0]?.extensions.code ?? 'no answer';
}

/** Asks for a code, and waits until the job has found out whose the address is. */
async function recover(as: Viewer | null, email: string): Promise<string> {
  const outcome = await mutate(as, 'recoverAccount(input: $input)', '$input: RecoverAccountInput!', {
    input: { email },
  });
  const waiting = async () =>
    (await member.owner.query(`select from job where kind = 'send the code of a recovery'`)).rowCount;
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  return outcome;
}

const confirm = (as: Viewer, code: string) => mutate(as, 'confirmRecovery(code: $code)', '$code: String!', { code });
const refuse = (as: Viewer, id: string) => mutate(as, 'refuseRecovery(id: $id)', '$id: ID!', { id });

async function mailsTo(address: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted();
  const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return mails
    .filter((mail) => mail.includes(`To: ${address}`))
    .map((mail) => Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString());
}

const codeAt = async (address: string): Promise<string> =>
  /\d{8}/.exec((await mailsTo(address)).findLast((text) => text.includes('half an hour')) ?? '')?.[0] ?? '';

/** A person with a confirmed address, bound to a subject. */
async function somebody(): Promise<{ id: string; email: string; self: Viewer }> {
  const { id } = nextPerson();
  const email = `${id}@example.test`;
  await member.owner.query('update volunteer set email = $2, email_confirmed_at = now() where id = $1', [id, email]);
  const self = volunteerViewer(id);
  await member.owner.query(
    `insert into identity_binding (id, volunteer_id, issuer, subject, bound_at, bound_by)
     values (uuidv7(), $1, $2, $3, now(), 'office')`,
    [id, self.issuer, self.sub],
  );
  return { id, email, self };
}

async function whoIs(as: Viewer, claimed: string | null = null): Promise<string | null> {
  const claims = { volunteer: claimed, organization: null, roles: ['volunteer'] };
  const { data } = await member.query<{ viewerIdentity: { volunteerId: string | null } }>(
    '{ viewerIdentity { volunteerId } }',
    { as, claims },
  );
  return data?.viewerIdentity.volunteerId ?? null;
}

interface Recovery {
  readonly id: string;
  readonly refusedAt: string | null;
  readonly movedAt: string | null;
}

async function recoveriesOf(as: Viewer): Promise<Recovery[]> {
  const { data } = await member.query<{ me: { accountRecoveries: Recovery[] } }>(
    '{ me { accountRecoveries { id refusedAt movedAt takesEffectAt subject } } }',
    { as },
  );
  return data?.me.accountRecoveries ?? [];
}

async function kindsOf(as: Viewer): Promise<string[]> {
  const { data } = await member.query<{ me: { messages: { nodes: { kind: string }[] } } }>(
    '{ me { messages(first: 9) { nodes { kind } } } }',
    { as },
  );
  return data?.me.messages.nodes.map(({ kind }) => kind) ?? [];
}

/** Lets everything that waits take effect, as it does when its time has come. */
async function letTimePass(id: string): Promise<void> {
  await member.owner.query(`update account_recovery set takes_effect_at = now() where volunteer_id = $1`, [id]);
  await member.owner.query(`update job set due_at = now() where kind = 'move a recovered account'`);
  const waiting = async () =>
    (await member.owner.query(`select from job where kind = 'move a recovered account'`)).rowCount;
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
}

test('an account moves to the new sign-in after its time, is told of in the inbox and at the address, and the old sign-in is nobody', async () => {
  const { id, email, self } = await somebody();
  const as = stranger();
  await mutate(self, 'setMessagePreferences(input: $input)', '$input: SetMessagePreferencesInput!', {
    input: { language: 'EN', choices: [{ kind: 'RECOVERY_ASKED', channels: [] }] },
  });
  expect(await recover(as, email.toUpperCase())).toBe('RecoveryCode');
  expect(await confirm(as, await codeAt(email))).toBe('ConfirmedRecovery');
  expect(await whoIs(as)).toBeNull();
  expect(await kindsOf(self)).toEqual(['RECOVERY_ASKED']);
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 10_000 }).toBe(2);
  expect(await recoveriesOf(self)).toMatchObject([{ subject: as.sub, refusedAt: null, movedAt: null }]);
  expect(await whoIs(self, id)).toBe(id);
  await letTimePass(id);
  expect(await whoIs(as)).toBe(id);
  expect(await whoIs(self)).toBeNull();
  expect(await whoIs(self, id)).toBeNull();
  // Nor does a subject count that was never bound, and that its issuer calls the person.
  expect(await whoIs({ ...self, sub: 'another' }, id)).toBeNull();
  const recovered = { ...as, volunteerId: id, roles: ['volunteer'] };
  expect(await kindsOf(recovered)).toEqual(['ACCOUNT_RECOVERED', 'RECOVERY_ASKED']);
  expect(await recoveriesOf(recovered)).toMatchObject([{ movedAt: expect.any(String) as string }]);
});

test.each(['person', 'office'] as const)('the %s refuses a recovery while it waits, and nothing moves', async (who) => {
  const { id, email, self } = await somebody();
  const as = stranger();
  await recover(as, email);
  await confirm(as, await codeAt(email));
  const recovery = (await recoveriesOf(self))[0]?.id ?? '';
  for (const other of [volunteerViewer(nextPerson().id), { ...as, volunteerId: null }, union]) {
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain(await refuse(other, recovery));
  }
  expect(await refuse(who === 'person' ? self : office, recovery)).toBe('AccountRecovery');
  expect(await refuse(self, recovery)).toBe('NOT_FOUND');
  await letTimePass(id);
  expect(await whoIs(as)).toBeNull();
  expect(await whoIs(self, id)).toBe(id);
});

test('twenty strangers are told one and the same, whether the address is anybody’s, and the office sees each of them', async () => {
  const { email } = await somebody();
  const unconfirmed = nextPerson().email ?? '';
  const minor = await somebody();
  await member.owner.query(`update volunteer set birth_date = current_date - interval '10 years' where id = $1`, [
    minor.id,
  ]);
  const answers = new Set<string>();
  const subjects: string[] = [];
  for (let number = 0; number < 20; number += 1) {
    const as = stranger();
    subjects.push(as.sub);
    const address = [email, unconfirmed, minor.email, 'nobody@example.test'][number % 4] ?? '';
    answers.add(await recover(as, address));
    for (const code of ['00000000', '', (await codeAt(email)) === '00000000' ? '1' : '0']) {
      answers.add(await confirm(as, code));
    }
  }
  expect(answers).toEqual(new Set(['RecoveryCode', 'NOT_FOUND']));
  expect(await mailsTo(unconfirmed)).toEqual([]);
  expect(await mailsTo(minor.email)).toEqual([]);
  // Whoever has the address is sent so many codes in a day, however many ask.
  expect(await mailsTo(email)).toHaveLength(3);
  const { data } = await member.query<{
    accountRecoveries: { nodes: { subject: string; volunteer: object | null }[] };
  }>('{ accountRecoveries(first: 20) { nodes { subject issuer askedAt confirmedAt volunteer { id } } } }', {
    as: office,
  });
  const seen = data?.accountRecoveries.nodes ?? [];
  expect(seen.map(({ subject }) => subject)).toEqual(subjects.toReversed());
  expect(seen.filter(({ volunteer }) => volunteer !== null)).toHaveLength(3);
});

test('a code is guessed at five times, counts for who asked alone, and so many are asked for in a day', async () => {
  const { email } = await somebody();
  const [as, other] = [stranger(), stranger()];
  await recover(as, email);
  const code = await codeAt(email);
  const wrong = code === '00000000' ? '00000001' : '00000000';
  expect(await confirm(other, code)).toBe('NOT_FOUND');
  for (let time = 0; time < 5; time += 1) expect(await confirm(as, wrong)).toBe('NOT_FOUND');
  expect(await confirm(as, code)).toBe('NOT_FOUND');
  for (let time = 0; time < 4; time += 1) expect(await recover(as, 'nobody@example.test')).toBe('RecoveryCode');
  expect(await recover(as, 'nobody@example.test')).toBe('LIMIT_REACHED');
});

test('of two who recover one account, the first has it', async () => {
  const { id, email } = await somebody();
  const [one, other] = [stranger(), stranger()];
  for (const as of [one, other]) {
    await recover(as, email);
    expect(await confirm(as, await codeAt(email))).toBe('ConfirmedRecovery');
  }
  await letTimePass(id);
  expect([await whoIs(one), await whoIs(other)].filter((who) => who === id)).toHaveLength(1);
});

test('nobody recovers for an organisation, as somebody, without a token, or by an issuer that signs nobody up', async () => {
  const { email, self } = await somebody();
  expect(await recover(null, email)).toBe('UNAUTHENTICATED');
  expect(await recover(union, email)).toBe('FORBIDDEN');
  expect(await recover(self, email)).toBe('CONFLICT');
  expect(await recover({ ...stranger(), scopes: ['graph:read'] }, email)).toBe('FORBIDDEN');
  expect(await recover({ ...stranger(), issuer: 'https://unknown.test' }, email)).toBe('FORBIDDEN');
  const machine = stranger();
  expect(await recover({ ...machine, client: machine.sub }, email)).toBe('FORBIDDEN');
  expect(await mailsTo(email)).toEqual([]);
});
