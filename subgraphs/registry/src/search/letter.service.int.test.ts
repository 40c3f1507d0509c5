import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const organizationId = createDemoData().organization('idea').id;
const officer = officerViewer(organizationId);
const nextPerson = peopleFrom(1300);
const purpose = 'placement';
const texts = [
  { language: 'AZ', subject: 'Görüşə dəvət', body: 'Cümə günü\ngörüşək.' },
  { language: 'RU', subject: 'Приглашение', body: 'Увидимся в пятницу.' },
];
let member: TestMember;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-letters-'));
  member = await startMember(subgraph, { seed: true, environment: { MESSAGE_FOLDER: folder } });
});
afterAll(async () => {
  await member.close();
  await rm(folder, { recursive: true });
});

interface Outcome {
  readonly id?: string;
  readonly code?: string | undefined;
}

async function write(
  as: Viewer | null,
  volunteerIds: readonly string[],
  { stated = purpose, ...input }: { readonly stated?: string | null; readonly texts?: unknown } = {},
): Promise<Outcome[]> {
  const { data, errors } = await member.query<{ writeToVolunteers: Outcome[] }>(
    `mutation ($input: WriteToVolunteersInput!) { writeToVolunteers(input: $input) {
       ... on SentMessage { id kind isRead } ... on Problem { code message } } }`,
    { as, variables: { input: { volunteerIds, texts, ...input } }, ...(stated !== null && { purpose: stated }) },
  );
  return data?.writeToVolunteers ?? [{ code: errors?.[0]?.extensions.code }];
}

/** A tie with the organisation. */
async function tie(person: string): Promise<string> {
  await member.owner.query(
    `insert into affiliation (id, volunteer_id, organization_id, role, since) values ($1, $2, $3, 'volunteer', '2020-01-01')`,
    [newId(), person, organizationId],
  );
  return person;
}

async function consent(person: string): Promise<string> {
  const { data } = await member.query<{ giveConsent: { __typename: string } }>(
    `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }`,
    {
      as: volunteerViewer(person),
      variables: { input: { recipientOrganizationId: organizationId, purpose, category: 'CONTACT' } },
    },
  );
  expect(data?.giveConsent.__typename).toBe('Consent');
  return person;
}

async function publish(person: string): Promise<string> {
  const { data } = await member.query<{ publishSearchCard: { __typename: string } }>(
    `mutation ($input: PublishSearchCardInput!) { publishSearchCard(input: $input) { __typename } }`,
    {
      as: volunteerViewer(person),
      variables: { input: { purpose, everybody: true, said: [{ facet: 'SKILL', value: 'first aid' }] } },
    },
  );
  expect(data?.publishSearchCard.__typename).toBe('PublishedSearchCard');
  return person;
}

/** Somebody with an address of their own and with no tie to anybody. */
async function stranger(): Promise<string> {
  const { id } = nextPerson();
  await member.owner.query('delete from affiliation where volunteer_id = $1', [id]);
  await member.owner.query(`update volunteer set email = $2, birth_date = '1990-01-01' where id = $1`, [
    id,
    `${id}@example.org`,
  ]);
  return id;
}

async function inboxOf(person: string, language: string) {
  const [found] = await member.entities<{
    messages: { nodes: { kind: string; subject: string; body: string; organization: { id: string } | null }[] } | null;
  }>(
    [{ __typename: 'Volunteer', id: person }],
    '{ messages(first: 50) { nodes { kind subject body organization { id } } } }',
    { as: volunteerViewer(person), language },
  );
  return found?.messages?.nodes.filter(({ kind }) => kind === 'ORGANIZATION_WROTE') ?? [];
}

/** Letters of the organisation to others, so long ago. */
const writtenBefore = (count: number, ago: string) =>
  member.owner.query(
    `insert into message (id, volunteer_id, organization_id, kind, subject, body, sent_at)
     select uuidv7(), uuidv7(), $1, 'organization-wrote', '{"az": "x"}', '{"az": "x"}', now() - $2::interval
       from generate_series(1, $3)`,
    [organizationId, ago, count],
  );

const loggedOf = async (person: string) => {
  const { rows } = await member.owner.query<{ category: string; basis: string | null; refusal: string | null }>(
    'select category, basis, refusal from access_log where volunteer_id = $1 and not by_self order by category, basis',
    [person],
  );
  return rows;
};

test('a letter comes to those whom a tie, a consent or a card lets the organisation reach, each in their language', async () => {
  const people = [await tie(await stranger()), await consent(await stranger()), await publish(await stranger())];
  const outcomes = await write(officer, people);
  expect(outcomes).toEqual(
    people.map(() => ({ id: expect.any(String) as string, kind: 'ORGANIZATION_WROTE', isRead: false })),
  );
  const [tied = '', consented = '', carded = ''] = people;
  expect(await inboxOf(tied, 'ru')).toMatchObject([{ subject: 'Приглашение', organization: { id: organizationId } }]);
  expect(await inboxOf(consented, 'az')).toMatchObject([{ body: 'Cümə günü\ngörüşək.' }]);
  expect(await inboxOf(carded, 'tr')).toMatchObject([{ subject: 'Görüşə dəvət' }]);
  expect(await loggedOf(tied)).toEqual([{ category: 'contact', basis: 'owner', refusal: null }]);
  expect(await loggedOf(consented)).toEqual([{ category: 'contact', basis: 'consent', refusal: null }]);
  expect(await loggedOf(carded)).toEqual([{ category: 'identity', basis: 'card', refusal: null }]);
});

test('who is not reached looks like nobody, keeps out nobody, and finds the refusal in the log', async () => {
  const [reached, unknown, elsewhere] = [await tie(await stranger()), newId(), await stranger()];
  const [yes, nobody, somebody] = await write(officer, [reached, unknown, elsewhere]);
  expect(yes).toHaveProperty('id');
  expect(somebody).toEqual({ code: 'NOT_FOUND', message: expect.any(String) as string });
  expect(nobody).toEqual(somebody);
  expect(await inboxOf(elsewhere, 'az')).toEqual([]);
  expect(await loggedOf(elsewhere)).toEqual([{ category: 'contact', basis: null, refusal: 'NO_CONSENT' }]);
  const withdrawn = await consent(await stranger());
  expect(await write(officer, [withdrawn])).toMatchObject([{ id: expect.any(String) as string }]);
  await member.owner.query('update consent set withdrawn_at = now() where volunteer_id = $1', [withdrawn]);
  expect(await write(officer, [withdrawn])).toEqual([somebody]);
});

test('who was erased is not written to, and keeps out nobody', async () => {
  const [erased, other] = [await tie(await stranger()), await tie(await stranger())];
  await member.owner.query(
    `insert into erasure (order_id, number, person, outcome) values (uuidv7(), 1, person_digest($1), '[]')`,
    [erased],
  );
  expect(await write(officer, [erased, other])).toMatchObject([
    { code: 'NOT_FOUND' },
    { id: expect.any(String) as string },
  ]);
});

test('outside the inbox nobody reads what a letter says', async () => {
  const person = await tie(await stranger());
  await write(officer, [person]);
  const delivered = async () => {
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
    const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return mails.filter((mail) => mail.includes(`${person}@example.org`));
  };
  await expect.poll(delivered, { timeout: 10_000 }).toHaveLength(1);
  const [mail = ''] = await delivered();
  expect(mail).toMatch(/^Subject: =\?UTF-8\?/m);
  const text = Buffer.from(mail.split('\n\n').slice(1).join(''), 'base64').toString();
  expect(`${mail} ${text}`).not.toContain('görüşək');
});

test('a hundred people are written to with as many statements as one', async () => {
  const crowd = (length: number) => Array.from({ length }, () => newId());
  const [one = '', ...others] = await Promise.all(Array.from({ length: 3 }, async () => tie(await stranger())));
  await write(officer, [one, ...crowd(1)]);
  const cost = member.statements();
  await write(officer, [...others, ...crowd(98)]);
  expect(member.statements()).toBe(cost);
});

test('an organisation writes to one person three times a day, also at once, and to a bounded number of people', async () => {
  const weary = await tie(await stranger());
  const burst = await Promise.all(Array.from({ length: 5 }, () => write(officer, [weary])));
  expect(burst.flat().filter(({ id }) => id)).toHaveLength(3);
  expect(burst.flat().filter(({ code }) => code === 'CONFLICT')).toHaveLength(2);
  const fresh = [await tie(await stranger()), await tie(await stranger())];
  await writtenBefore(500, '25 hours');
  expect(await write(officer, [await tie(await stranger())])).toMatchObject([{ id: expect.any(String) as string }]);
  const { rows } = await member.owner.query<{ today: number }>(
    `select count(*)::integer as today from message
      where organization_id = $1 and kind = 'organization-wrote' and sent_at > now() - interval '1 day'`,
    [organizationId],
  );
  await writtenBefore(499 - (rows[0]?.today ?? 0), '23 hours');
  expect(await write(officer, fresh)).toEqual([{ code: 'LIMIT_REACHED' }]);
  expect(await write(officer, [...fresh.slice(0, 1), newId()])).toMatchObject([
    { id: expect.any(String) as string },
    { code: 'NOT_FOUND' },
  ]);
  expect(await write(officer, fresh.slice(1))).toEqual([{ code: 'LIMIT_REACHED' }]);
});

test('only those who may read for an accredited organisation write, for a purpose of theirs, and something that can be read', async () => {
  const person = await tie(await stranger());
  expect(await write(null, [person])).toEqual([{ code: 'UNAUTHENTICATED' }]);
  expect(await write(volunteerViewer(person), [person])).toEqual([{ code: 'FORBIDDEN' }]);
  expect(await write({ ...officer, scopes: ['graph:read'] }, [person])).toEqual([{ code: 'FORBIDDEN' }]);
  expect(await write(officerViewer(organizationId, ['analyst']), [person])).toEqual([{ code: 'FORBIDDEN' }]);
  expect(await write(officer, [person], { stated: null })).toEqual([{ code: 'PURPOSE_MISSING' }]);
  expect(await write(officer, [person], { stated: 'marketing' })).toEqual([{ code: 'PURPOSE_UNKNOWN' }]);
  const [text] = texts;
  for (const wrong of [
    [],
    [text, text],
    [{ ...text, subject: ' ' }],
    [{ ...text, subject: 'a\nb' }],
    [{ ...text, body: '\n' }],
  ]) {
    expect(await write(officer, [person], { texts: wrong })).toEqual([{ code: 'BAD_USER_INPUT' }]);
  }
  for (const wrong of [[], [person, person.toUpperCase()], Array.from({ length: 101 }, () => newId())]) {
    expect(await write(officer, wrong)).toEqual([{ code: 'BAD_USER_INPUT' }]);
  }
  expect(await inboxOf(person, 'az')).toEqual([]);
});
