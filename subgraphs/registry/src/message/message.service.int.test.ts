import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData, type DemoPerson } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const officer = officerViewer(createDemoData().organization('uvoa').id);
const nextPerson = peopleFrom(300);
let member: TestMember;
let folder: string;

interface Inbox {
  readonly messages: {
    readonly nodes: {
      readonly id: string;
      readonly kind: string;
      readonly subject: string;
      readonly readAt: string | null;
      readonly organization: { readonly id: string } | null;
      readonly deliveries: readonly { readonly channel: string; readonly deliveredAt: string | null }[];
    }[];
  } | null;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-messages-'));
  member = await startMember(subgraph, { seed: true, environment: { MESSAGE_FOLDER: folder } });
});
afterAll(async () => {
  await member.close();
  await rm(folder, { recursive: true });
});

async function ask(person: string): Promise<void> {
  const { data } = await member.query<{ requestConsent: { id?: string } }>(
    `mutation ($input: RequestConsentInput!) { requestConsent(input: $input) { ... on ConsentRequest { id } } }`,
    {
      as: officer,
      variables: { input: { volunteerId: person, purpose: 'placement', categories: ['STUDY'], reason: 'A place.' } },
    },
  );
  expect(data?.requestConsent.id).toBeTruthy();
}

/** The inbox of a person, or the archive, as somebody sees it. */
async function inboxOf(person: string, as: Viewer = volunteerViewer(person), archived = false) {
  const [found] = await member.entities<Inbox>(
    [{ __typename: 'Volunteer', id: person }],
    `{ messages(first: 50, archived: ${archived}) {
      nodes { id kind subject readAt organization { id } deliveries { channel deliveredAt } } } }`,
    { as, language: 'en', purpose: 'placement' },
  );
  return found?.messages?.nodes ?? null;
}

/** What was delivered to an address, a text for each file. */
async function delivered(address: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.filter((text) => text.includes(address));
}

async function prefer(person: string, input: object) {
  const { data, errors } = await member.query<{ setMessagePreferences: Record<string, unknown> }>(
    `mutation ($input: SetMessagePreferencesInput!) { setMessagePreferences(input: $input) {
      ... on MessagePreferences { language choices { kind channels } quietHours { timeZone from until } }
      ... on Problem { code message } } }`,
    { as: volunteerViewer(person), language: 'en', variables: { input } },
  );
  return data?.setMessagePreferences ?? errors?.[0];
}

/** Somebody with an address of their own, so that what is delivered can be told apart. */
async function somebody(
  birthDate = '1990-01-01',
): Promise<DemoPerson & { readonly email: string; readonly phone: string }> {
  const person = nextPerson();
  const email = `${person.id}@example.org`;
  const phone = `+99450${person.id.replaceAll(/\D/g, '').slice(-7).padStart(7, '0')}`;
  await member.owner.query('update volunteer set email = $2, phone = $3, birth_date = $4 where id = $1', [
    person.id,
    email,
    phone,
    birthDate,
  ]);
  return { ...person, email, phone } as never;
}

test('one message is found by its id, in either box, by its person alone', async () => {
  const { id: person } = nextPerson();
  await ask(person);
  const id = (await inboxOf(person))?.[0]?.id ?? '';
  const one = async (as: Viewer, about = person) => {
    const [found] = await member.entities<{ message: { id: string } | null }>(
      [{ __typename: 'Volunteer', id: about }],
      `{ message(id: "${id}") { id } }`,
      { as },
    );
    return found?.message ?? null;
  };
  expect(await one(volunteerViewer(person))).toEqual({ id });
  const other = nextPerson().id;
  expect(await one(volunteerViewer(other))).toBeNull();
  expect(await one(volunteerViewer(other), other)).toBeNull();
  expect(await one(officer)).toBeNull();
});

test('a message is in the inbox with what it tells, and arrives once by e-mail', async () => {
  const { id, email } = await somebody();
  await ask(id);
  expect(await inboxOf(id)).toMatchObject([
    {
      kind: 'CONSENT_ASKED',
      subject: 'An organisation asks for your consent',
      organization: { id: officer.organizationId },
    },
  ]);
  await expect.poll(() => delivered(email), { timeout: 10_000 }).toHaveLength(1);
  await expect.poll(async () => (await inboxOf(id))?.[0]?.deliveries[0]?.deliveredAt).toBeTruthy();
  const [mail] = await delivered(email);
  expect(mail).toContain('Message-ID: <');
  expect(mail).toMatch(/^To: [^\n,]*$/m);
});

test('nobody else sees a message: not who caused it, and not another person', async () => {
  const { id } = await somebody();
  await ask(id);
  for (const as of [officer, volunteerViewer(nextPerson().id)]) expect(await inboxOf(id, as)).toBeNull();
});

test('a message to nobody is written and goes nowhere', async () => {
  const unknown = newId();
  await ask(unknown);
  const { rows } = await member.owner.query('select from message where volunteer_id = $1', [unknown]);
  expect(rows).toHaveLength(1);
});

test('a message is sent on the channels and in the language that the person wants', async () => {
  const [silent, texted] = [await somebody(), await somebody()];
  await prefer(silent.id, { language: 'RU', choices: [{ kind: 'CONSENT_ASKED', channels: [] }] });
  await prefer(texted.id, { language: 'RU', choices: [{ kind: 'CONSENT_ASKED', channels: ['SMS'] }] });
  await ask(silent.id);
  await ask(texted.id);
  await expect.poll(() => delivered(texted.phone), { timeout: 10_000 }).toHaveLength(1);
  expect((await delivered(texted.phone))[0]).toContain('Организация просит согласия');
  expect(await delivered(texted.email)).toEqual([]);
  await expect
    .poll(async () => (await member.owner.query(`select from job where payload ? 'message'`)).rowCount)
    .toBe(0);
  expect(await delivered(silent.email)).toEqual([]);
  expect((await inboxOf(silent.id))?.[0]?.deliveries).toEqual([]);
});

test('preferences are the person’s own, and those that make no sense are refused', async () => {
  const { id } = await somebody();
  expect(
    await prefer(id, { language: 'EN', choices: [], quietHours: { from: '22:00', until: '07:00' } }),
  ).toMatchObject({
    language: 'EN',
    choices: expect.arrayContaining([{ kind: 'CONSENT_ASKED', channels: ['EMAIL'] }]) as unknown,
    quietHours: { timeZone: 'Asia/Baku', from: '22:00', until: '07:00' },
  });
  const read = async (as: Viewer) =>
    member.entities([{ __typename: 'Volunteer', id }], '{ messagePreferences { language } }', {
      as,
      purpose: 'placement',
    });
  expect(await read(volunteerViewer(id))).toEqual([{ messagePreferences: { language: 'EN' } }]);
  expect(await read(officer)).toEqual([{ messagePreferences: null }]);
  for (const quietHours of [
    { from: '22:00', until: '22:00' },
    { from: '22:00', until: '07:00', timeZone: 'Asia/Nowhere' },
  ]) {
    expect(await prefer(id, { language: 'EN', choices: [], quietHours })).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  expect(
    await prefer(id, { language: 'EN', choices: [], quietHours: { from: '25:00', until: '07:00' } }),
  ).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('a minor’s guardian is told what the minor is asked, and sees the minor’s messages until the minor is of age', async () => {
  const [ward, guardian] = [await somebody('2012-05-01'), await somebody()];
  await member.owner.query(
    `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by)
     values (uuidv7(), $1, $2, 'A birth certificate', now(), 'office')`,
    [guardian.id, ward.id],
  );
  await ask(ward.id);
  await expect.poll(() => delivered(guardian.email), { timeout: 10_000 }).toHaveLength(1);
  expect((await inboxOf(guardian.id))?.map(({ kind }) => kind)).toEqual(['GUARDIAN_ASKED']);
  expect((await inboxOf(ward.id, volunteerViewer(guardian.id)))?.map(({ kind }) => kind)).toEqual(['CONSENT_ASKED']);
  await member.owner.query(`update volunteer set birth_date = '2000-01-01' where id = $1`, [ward.id]);
  expect(await inboxOf(ward.id, volunteerViewer(guardian.id))).toBeNull();
});

test('a person marks their own messages, and nobody’s else', async () => {
  const [{ id }, other] = [await somebody(), await somebody()];
  await ask(id);
  const [message] = (await inboxOf(id)) ?? [];
  const mark = (as: Viewer, archived: boolean) =>
    member.query<{ markMessages: { id: string; readAt: string | null }[] }>(
      `mutation ($input: MarkMessagesInput!) { markMessages(input: $input) { id readAt } }`,
      { as, variables: { input: { ids: [message?.id], read: true, archived } } },
    );
  expect((await mark(volunteerViewer(other.id), true)).data?.markMessages).toEqual([]);
  expect((await mark(volunteerViewer(id), true)).data?.markMessages).toMatchObject([{ id: message?.id }]);
  expect(await inboxOf(id)).toEqual([]);
  expect(await inboxOf(id, volunteerViewer(id), true)).toHaveLength(1);
  await mark(volunteerViewer(id), false);
  expect((await inboxOf(id))?.[0]?.readAt).toBeTruthy();
  await expect(
    member.owner.query(`update message set body = '{"az": "Başqa"}' where id = $1`, [message?.id]),
  ).rejects.toThrow('stays as it was written');
});

test('who asks for an erasure is told when it begins', async () => {
  const { id, email } = await somebody();
  await member.query('mutation { requestErasure { __typename } }', { as: volunteerViewer(id) });
  expect((await inboxOf(id))?.map(({ kind }) => kind)).toEqual(['ERASURE_DELAYED']);
  await expect.poll(() => delivered(email), { timeout: 10_000 }).toHaveLength(1);
});

// The last one: what is made while the clock is ahead falls due by that clock.
test('a message waits for the end of quiet hours, which the clock of the domain tells', async () => {
  const { id, email } = await somebody();
  const hour = (offset: number) => new Date(Date.now() + offset * 3_600_000).toISOString().slice(11, 16);
  const quietHours = { timeZone: 'UTC', from: hour(-1), until: hour(2) };
  await prefer(id, { language: 'EN', choices: [], quietHours });
  await ask(id);
  await expect.poll(async () => (await inboxOf(id))?.[0]?.deliveries, { timeout: 10_000 }).toHaveLength(1);
  const waiting = async () =>
    (
      await member.owner.query(
        `select from job where kind = 'deliver a message' and due_at > now() + interval '1 hour'`,
      )
    ).rowCount;
  await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
  expect(await delivered(email)).toEqual([]);
  await member.owner.query(`insert into domain_clock (shift) values ('3 hours')`);
  try {
    await expect.poll(() => delivered(email), { timeout: 10_000 }).toHaveLength(1);
  } finally {
    await member.owner.query('delete from domain_clock');
  }
});
