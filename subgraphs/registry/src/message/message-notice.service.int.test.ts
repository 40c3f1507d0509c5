import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { decryptReceipt, encryptNotices, type MessageNotice } from '@birlik/trust/message-notice';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const key = randomBytes(32);
const union = { member: 'union', key };
const sender = demo.organization('uvoa').id;
const officer = officerViewer(sender);
const office = officerViewer(demo.organization('registry-office').id, ['system']);
const nextPerson = peopleFrom(500);
let member: TestMember;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-messages-'));
  const environment = { ...grantKeysEnvironment(key), MESSAGE_FOLDER: folder };
  member = await startMember(subgraph, { seed: true, environment });
});
afterAll(async () => {
  await member.close();
  await rm(folder, { recursive: true });
});

const noticeTo = (person: string, change: Partial<MessageNotice> = {}): MessageNotice => ({
  id: newId(),
  person,
  organization: sender,
  kind: 'application-answered',
  sentAt: new Date().toISOString(),
  ...change,
});

async function take(batch: string, { as = office, name = 'union' }: { as?: Viewer; name?: string } = {}) {
  const { data, errors } = await member.query<{ receipt: string | null }>(
    'mutation ($input: TakeMessageNoticesInput!) { receipt: takeMessageNotices(input: $input) }',
    { as, variables: { input: { member: name, batch } } },
  );
  return data?.receipt ?? String(errors?.[0]?.extensions.code);
}

const bring = async (...notices: readonly MessageNotice[]) => take(await encryptNotices(notices, union));

/** Somebody whose address nobody else has. */
async function somebody(): Promise<{ readonly id: string; readonly email: string }> {
  const { id } = nextPerson();
  const email = `${id}@example.org`;
  await member.owner.query(`update volunteer set email = $2, birth_date = '1990-01-01' where id = $1`, [id, email]);
  return { id, email };
}

async function delivered(address: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.filter((text) => text.includes(address));
}

async function inboxOf(person: string, as = volunteerViewer(person)) {
  const [found] = await member.entities<{ unreadMessages: number | null; messages: { nodes: object[] } | null }>(
    [{ __typename: 'Volunteer', id: person }],
    '{ unreadMessages messages { nodes { id member kind subject body organization { id } } } }',
    { as, language: 'en', purpose: 'placement' },
  );
  return found;
}

async function sentTo(volunteerId: string, as: Viewer = officer) {
  const { data, errors } = await member.query<{
    sentMessages: { nodes: { isRead: boolean; deliveries: { channel: string; state: string }[] }[] } | null;
  }>(
    'query ($volunteerId: ID!) { sentMessages(volunteerId: $volunteerId) { nodes { isRead deliveries { channel state } } } }',
    {
      as,
      variables: { volunteerId },
    },
  );
  return data?.sentMessages?.nodes ?? errors?.[0]?.extensions.code;
}

test('a notice is in the inbox beside the registry’s own, and the person is told once that there is something to read', async () => {
  const { id, email } = await somebody();
  const notice = noticeTo(id);
  const receipts = await Promise.all([bring(notice), bring(notice, notice), bring(notice)]);
  for (const receipt of receipts) expect(new Set(await decryptReceipt(receipt, union))).toEqual(new Set([notice.id]));
  expect(await inboxOf(id)).toEqual({
    unreadMessages: 1,
    messages: {
      nodes: [
        {
          id: notice.id,
          member: 'union',
          kind: 'APPLICATION_ANSWERED',
          subject: 'Your application was answered',
          body: 'An organisation answered your application. Sign in to see the answer.',
          organization: { id: sender },
        },
      ],
    },
  });
  expect(await inboxOf(id, officer)).toEqual({ unreadMessages: null, messages: null });
  await expect.poll(() => delivered(email), { timeout: 10_000 }).toHaveLength(1);
  await bring(notice);
  await expect.poll(async () => (await member.owner.query('select from job')).rowCount, { timeout: 10_000 }).toBe(0);
  expect(await delivered(email)).toHaveLength(1);
});

test('only the office’s system brings notices, and only what the member encrypted', async () => {
  const { id } = await somebody();
  const batch = await encryptNotices([noticeTo(id)], union);
  for (const as of [officer, officerViewer(sender, ['system']), volunteerViewer(id)]) {
    expect(await take(batch, { as })).toBe('FORBIDDEN');
  }
  expect(await take(batch, { name: 'nobody' })).toBe('NOT_FOUND');
  const foreign = await encryptNotices([noticeTo(id)], { member: 'union', key: randomBytes(32) });
  for (const wrong of [foreign, 'batch']) expect(await take(wrong)).toBe('BAD_USER_INPUT');
  // The kind is the union's to write.
  expect(await take(batch, { name: 'alumni' })).toBe('BAD_USER_INPUT');
  expect(await inboxOf(id)).toEqual({ unreadMessages: 0, messages: { nodes: [] } });
});

test('whoever was erased is written to no more, and holds up nobody else', async () => {
  const [erased, other] = [await somebody(), await somebody()];
  await member.owner.query(
    `insert into erasure (order_id, number, person, outcome) values (uuidv7(), 999, person_digest($1), '[]')`,
    [erased.id],
  );
  const notices = [noticeTo(erased.id), noticeTo(other.id, { organization: newId() })];
  expect(await decryptReceipt(await bring(...notices), union)).toEqual(notices.map(({ id }) => id));
  const { rows } = await member.owner.query<object>(
    'select volunteer_id, organization_id from message where volunteer_id = any($1)',
    [[erased.id, other.id]],
  );
  expect(rows).toEqual([{ volunteer_id: other.id, organization_id: null }]);
});

test('an organisation sees what became of its messages on each channel, and another one sees nothing', async () => {
  const [prompt, quiet, silent] = [await somebody(), await somebody(), await somebody()];
  await member.owner.query(
    `insert into message_preference (id, volunteer_id, language, channels, time_zone, quiet_from, quiet_until)
     values (uuidv7(), $1, 'en', '{}', 'UTC', (now() at time zone 'UTC')::time(0) - interval '1 hour',
             (now() at time zone 'UTC')::time(0) + interval '2 hours'),
            (uuidv7(), $2, 'en', '{"application-answered": []}', 'UTC', null, null)`,
    [quiet.id, silent.id],
  );
  await bring(noticeTo(prompt.id), noticeTo(quiet.id), noticeTo(silent.id));
  const on = (state: string) => [{ isRead: false, deliveries: [{ channel: 'EMAIL', state }] }];
  await expect.poll(() => sentTo(prompt.id), { timeout: 10_000 }).toEqual(on('DELIVERED'));
  await expect.poll(() => sentTo(quiet.id), { timeout: 10_000 }).toEqual(on('QUIET'));
  expect(await sentTo(silent.id)).toEqual([{ isRead: false, deliveries: [] }]);
  expect(await sentTo(prompt.id, officerViewer(demo.organization('asan').id))).toEqual([]);
  expect(await sentTo(prompt.id, volunteerViewer(prompt.id))).toBe('FORBIDDEN');
});

test('a list of 50 messages with what became of them costs as many statements as one of 5', async () => {
  await bring(...(await Promise.all(Array.from({ length: 50 }, async () => noticeTo((await somebody()).id)))));
  const list = (first: number) =>
    member.query(`{ sentMessages(first: ${first}) { nodes { id deliveries { state } } } }`, { as: officer });
  await list(5);
  const few = member.statements();
  await list(50);
  expect(few).toBeGreaterThan(0);
  expect(member.statements()).toBe(few);
});
