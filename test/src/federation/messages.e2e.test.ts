import { execFile } from 'node:child_process';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const demo = createDemoData();
const union = demo.organization('uvoa').id;
const commandsOf = resolve(import.meta.dirname, '../../../infra/dist');
const addressOf = (person: string) => `${person}@example.test`;

/** Whom consent is asked for, who are accepted, and so reminded: 200 messages. */
const asked = Array.from({ length: 100 }, (_, index) => demo.person(1_000 + index).id);
const accepted = Array.from({ length: 50 }, (_, index) => demo.person(2_000 + index).id);
/** Of those who are accepted: who wants no reminder but in the inbox, and who has quiet hours. */
const [silent = '', quiet = ''] = accepted;

let federation: TestStack;
let registry: pg.Pool;
let applications: pg.Pool;

const ownerOf = (member: string) => {
  const pool = new pg.Pool({ connectionString: federation.stack.databases[member]?.ownerUrl, max: 2 });
  // A server that is killed takes idle connections with it.
  pool.on('error', () => {});
  return pool;
};

/** A time of the wall clock in UTC, so many hours from now. */
const hour = (offset: number) => new Date(Date.now() + offset * 3_600_000).toISOString().slice(11, 16);

beforeAll(async () => {
  federation = await startTestStack({}, { registry: { METRICS_PORT: '0' } }, [], 5);
  registry = ownerOf('registry');
  applications = ownerOf('union');
  await registry.query(
    `update volunteer set email = id || '@example.test', birth_date = '1990-01-01' where id = any($1)`,
    [[...asked, ...accepted]],
  );
  const alumni = ownerOf('alumni');
  // Nobody is asked to confirm what an association has of them when the clock leaps: every message is one of those that are counted.
  await alumni.query('update alumnus set nudged_on = app_today()');
  await alumni.end();
  await registry.query(
    `insert into message_preference (id, volunteer_id, language, channels, time_zone, quiet_from, quiet_until)
     values (uuidv7(), $1, 'ru', '{"opportunity-reminder": []}', 'UTC', null, null),
            (uuidv7(), $2, 'en', '{}', 'UTC', $3::time, $4::time)`,
    [silent, quiet, hour(-2), hour(12)],
  );
});
afterAll(async () => {
  await Promise.all([registry?.end(), applications?.end()]);
  await federation?.close();
});

/** Who got which e-mails: for each address how many there are, and the names of all files. */
async function arrived() {
  const { mail: folder } = federation.stack.folder;
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const counts = new Map<string, number>();
  for (const mail of mails) {
    const to = /^To: (.*)$/m.exec(mail)?.[1]?.trim() ?? '';
    if (to.endsWith('@example.test')) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
}

const arrivedInAll = async () => [...(await arrived()).values()].reduce((sum, count) => sum + count, 0);
const arrivedAt = async (person: string) => (await arrived()).get(addressOf(person)) ?? 0;

/** Asks until there is an answer, with a key, so that what was done is not done again. */
async function askUntilAnswered(document: string, input: object): Promise<void> {
  const key = newId();
  const send = async () => {
    const answer = await federation
      .ask<{ done: { __typename: string } | null }>(document, { as: 'union-officer', key, variables: { input } })
      .catch(() => null);
    return answer?.data?.done?.__typename ?? null;
  };
  await expect.poll(send, { timeout: 120_000, interval: 200 }).toMatch(/^(ConsentRequest|OpportunityApplication)$/);
}

const requestConsent = `mutation ($input: RequestConsentInput!) {
  done: requestConsent(input: $input) { __typename ... on Problem { code } } }`;
const decideApplication = `mutation ($input: DecideApplicationInput!) {
  done: decideApplication(input: $input) { __typename ... on Problem { code } } }`;

async function askAll(): Promise<void> {
  for (const person of asked) {
    const volunteerId = await federation.idFor('union-officer', person);
    await askUntilAnswered(requestConsent, {
      volunteerId,
      purpose: 'placement',
      categories: ['STUDY'],
      reason: 'A place.',
    });
  }
}

/** An opportunity of the union that begins so many days from now, and the applications to it, by the person. */
async function applyAll(people: readonly string[], inDays: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await applications.query<{ id: string }>(
    `insert into opportunity
       (id, organization_id, title, summary, city, country_code, starts_on, capacity, published)
     values (uuidv7(), $1, '{"az": "Sınaq", "en": "Trial"}', '{"az": "Sınaq"}', '{"az": "Bakı"}', 'AZ',
             day_in('Asia/Baku', now()) + $2::integer, 500, true) returning id`,
    [union, inDays],
  );
  const made = people.map((person) => [person, newId()] as const);
  await applications.query(
    `insert into opportunity_application (id, organization_id, volunteer_id, opportunity_id, status, applied_at)
     select (one ->> 1)::uuid, $1, (one ->> 0)::uuid, $2, 'submitted', now() from jsonb_array_elements($3::jsonb) one`,
    [union, rows[0]?.id, JSON.stringify(made)],
  );
  return new Map(made);
}

async function acceptAll(ids: Iterable<string>): Promise<void> {
  const { hide } = federation.idsOf('union-officer');
  for (const id of ids) await askUntilAnswered(decideApplication, { applicationId: hide(id), accept: true });
}

/** Kills a process as a crash does, and waits until its supervisor has started it again. */
async function kill(name: string): Promise<void> {
  const pid = federation.stack.pid(name);
  if (pid === null) return;
  process.kill(pid, 'SIGKILL');
  await expect
    .poll(() => [null, pid].includes(federation.stack.pid(name)), { timeout: 60_000, interval: 20 })
    .toBe(false);
}

const run = promisify(execFile);
const command = async (name: 'clock' | 'jobs', ...args: string[]) =>
  (await run(process.execPath, [join(commandsOf, `${name}.js`), ...args, '--state-dir', federation.stack.folder.dir]))
    .stdout;

/** Every process that has to do with a message, from who causes it to the file. */
const processes = ['union', 'registry', 'gateway', 'dispatch', 'postgres'] as const;

/** Everybody to whom a number of e-mails arrived, and no other. */
const expected = (counts: readonly (readonly [people: readonly string[], count: number])[]) =>
  new Map(
    counts.flatMap(([people, count]) =>
      count === 0 ? [] : people.map((person) => [addressOf(person), count] as const),
    ),
  );

test(
  'of 200 messages and reminders each arrives once though every process is killed in turn, when and where people want it',
  { timeout: 600_000 },
  async () => {
    const applied = await applyAll(accepted, 3);
    const work = Promise.all([askAll(), acceptAll(applied.values())]);
    for (const [turn, name] of processes.entries()) {
      await expect.poll(arrivedInAll, { timeout: 120_000, interval: 20 }).toBeGreaterThan(turn * 20 + 10);
      await kill(name);
    }
    await work;
    const others = accepted.filter((person) => person !== quiet && person !== silent);
    const answered = expected([
      [asked, 1],
      [[...others, silent], 1],
    ]);
    await expect.poll(arrived, { timeout: 120_000, interval: 500 }).toEqual(answered);

    // The day before they begin, all that was accepted is reminded of, by one command.
    await command('clock', '+2d10h');
    for (const name of processes) await kill(name);
    const reminded = expected([
      [asked, 1],
      [others, 2],
      [[silent], 1],
    ]);
    await expect.poll(arrived, { timeout: 120_000, interval: 500 }).toEqual(reminded);
    await command('clock', '+4h');
    await expect.poll(() => arrivedAt(quiet), { timeout: 60_000 }).toBe(2);

    const inbox = await registry.query<{ member: string | null; count: number }>(
      'select member, count(*)::int as count from message where volunteer_id = any($1) group by member order by 1',
      [[...asked, ...accepted]],
    );
    expect(inbox.rows).toEqual([
      { member: 'union', count: 100 },
      { member: null, count: 100 },
    ]);
  },
);

test(
  'work that fails is shown to its organisation and to the operator, and goes on later',
  { timeout: 200_000 },
  async () => {
    const { mail: folder } = federation.stack.folder;
    const person = demo.person(3_000).id;
    await registry.query(`update volunteer set email = $2, birth_date = '1990-01-01' where id = $1`, [
      person,
      addressOf(person),
    ]);
    // Nothing can be written into a folder that is a file.
    await rename(folder, `${folder}.aside`);
    await writeFile(folder, '');
    const volunteerId = await federation.idFor('union-officer', person);
    await askUntilAnswered(requestConsent, {
      volunteerId,
      purpose: 'placement',
      categories: ['STUDY'],
      reason: 'A place.',
    });
    const shown = async () => {
      const { data } = await federation.ask<{
        failedJobsAtRegistry: { kind: string }[];
        sentMessages: { nodes: { isRead: boolean; deliveries: { channel: string; state: string }[] }[] };
      }>(
        `query ($volunteerId: ID!) { failedJobsAtRegistry { kind }
         sentMessages(volunteerId: $volunteerId) { nodes { isRead deliveries { channel state } } } }`,
        { as: 'union-officer', variables: { volunteerId } },
      );
      return data;
    };
    const sent = (state: string) => ({ nodes: [{ isRead: false, deliveries: [{ channel: 'EMAIL', state }] }] });
    await expect
      .poll(shown, { timeout: 60_000 })
      .toEqual({ failedJobsAtRegistry: [{ kind: 'deliver a message' }], sentMessages: sent('FAILING') });
    expect(await command('jobs')).toMatch(/failing {2}deliver a message/);
    const log = await readFile(federation.stack.folder.log('registry'), 'utf8');
    const ports = [...log.matchAll(/"port":(\d+),"msg":"metrics"/g)];
    const metrics = async () => (await fetch(`http://127.0.0.1:${ports.at(-1)?.[1]}/metrics`)).text();
    // They tell what the queue saw when it last looked.
    await expect.poll(metrics).toMatch(/member_jobs\{.*state="failing".*\} 1\n/);

    await rm(folder);
    await rename(`${folder}.aside`, folder);
    await expect.poll(() => arrivedAt(person), { timeout: 120_000, interval: 500 }).toBe(1);
    await expect
      .poll(shown, { timeout: 60_000 })
      .toEqual({ failedJobsAtRegistry: [], sentMessages: sent('DELIVERED') });
  },
);

test('the text of a message stays at the member that wrote it, and only the person reads it', async () => {
  const person = demo.personas.find(({ key }) => key === 'volunteer')?.volunteerId ?? '';
  const [application = ''] = (await applyAll([person], 30)).values();
  await acceptAll([application]);
  const inbox = `{ me { unreadMessages messages(first: 1) { nodes { id member kind subject body } }
    messagesAtUnion(first: 1) { nodes { id subject body organization { id } } } } }`;
  interface Inbox {
    readonly me: {
      readonly unreadMessages: number;
      readonly messages: { readonly nodes: { readonly id: string; readonly body: string }[] };
      readonly messagesAtUnion: { readonly nodes: { readonly id: string; readonly body: string }[] };
    };
  }
  const read = async () => (await federation.ask<Inbox>(inbox, { as: 'volunteer', language: 'en' })).data?.me ?? null;
  // The same one is the newest in both once the registry has learnt of it.
  const isKnown = async () => {
    const { messages, messagesAtUnion } = (await read()) ?? {};
    return messages?.nodes[0]?.id === messagesAtUnion?.nodes[0]?.id;
  };
  await expect.poll(isKnown, { timeout: 30_000 }).toBe(true);
  const seen = await read();
  expect(seen).toMatchObject({
    messages: { nodes: [{ member: 'union', kind: 'APPLICATION_ANSWERED', subject: 'Your application was answered' }] },
    messagesAtUnion: { nodes: [{ subject: 'You were accepted: Trial', organization: { id: union } }] },
  });
  expect(seen?.messages.nodes[0]?.body).not.toContain('Trial');
  const id = await federation.idFor('union-officer', person);
  const others = await federation.ask<{ volunteer: { messages: null; messagesAtUnion: null } }>(
    `query ($id: ID!) { volunteer(id: $id) { unreadMessages messages { nodes { id } } messagesAtUnion { nodes { body } } } }`,
    { as: 'union-officer', purpose: 'placement', variables: { id } },
  );
  expect(others.data?.volunteer).toEqual({ unreadMessages: null, messages: null, messagesAtUnion: null });
});
