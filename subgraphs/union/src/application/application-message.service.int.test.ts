import { randomBytes } from 'node:crypto';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { viewerName } from '@birlik/trust/context';
import { signGrant, type Grant } from '@birlik/trust/grant';
import { decryptNotices, encryptReceipt } from '@birlik/trust/message-notice';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayAhead, opportunity, portal } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const key = randomBytes(32);
const organization = newId();
const officer = officerViewer(organization);
const carrier = officerViewer(newId(), ['system']);
let member: TestMember;
let portalId: string;

beforeAll(async () => {
  member = await startMember(subgraph, { environment: { GRANT_KEY: key.toString('base64url') } });
  portalId = (await portal(member.owner, { organization_id: organization })).id;
});
afterAll(() => member.close());

/** Somebody who has applied to an opportunity that begins then. */
async function applicant(startsOn: string, capacity = 1) {
  const person = newId();
  const offered = { organization_id: organization, portal_id: portalId, starts_on: startsOn, capacity };
  const { id } = await opportunity(member.owner, { ...offered, title: { az: 'Ağacəkmə', en: 'Tree planting' } });
  const { data } = await member.query<{ applyToOpportunity: { id: string } }>(
    `mutation ($id: ID!) { applyToOpportunity(input: { opportunityId: $id }) { ... on OpportunityApplication { id } } }`,
    { as: volunteerViewer(person), variables: { id } },
  );
  return { person, application: data?.applyToOpportunity.id ?? '' };
}

async function decide(application: string, accept: boolean): Promise<string | undefined> {
  const { data } = await member.query<{ decideApplication: { code?: string } }>(
    `mutation ($input: DecideApplicationInput!) { decideApplication(input: $input) { __typename ... on Problem { code } } }`,
    { as: officer, variables: { input: { applicationId: application, accept, reason: 'No places' } } },
  );
  return data?.decideApplication.code;
}

interface Inbox {
  readonly messagesAtUnion: { readonly nodes: { id: string; subject: string; body: string }[] } | null;
}

/** What somebody sees of a person's messages, by a grant on such a basis. */
async function inboxOf(person: string, as: Viewer = volunteerViewer(person), basis: Grant['basis'] = 'self') {
  const granted: Grant = { sub: person, viewer: viewerName(as), basis, tenants: '*', log: newId() };
  const grant = signGrant(granted, { audience: 'union', key });
  const [found] = await member.entities<Inbox>(
    [{ __typename: 'Volunteer', id: person, serviceGrant: grant }],
    '{ messagesAtUnion { nodes { id subject body organization { id } } } }',
    { as, language: 'en' },
  );
  return found?.messagesAtUnion?.nodes ?? null;
}

test('an applicant is told what became of the application, in their language and with the reason', async () => {
  const [one, other] = [await applicant('2020-01-01'), await applicant('2020-01-01')];
  await decide(one.application, true);
  await decide(other.application, false);
  expect(await inboxOf(one.person)).toMatchObject([
    { subject: 'You were accepted: Tree planting', organization: { id: organization } },
  ]);
  const [declined] = (await inboxOf(other.person)) ?? [];
  expect(declined).toMatchObject({ subject: 'Your application was declined: Tree planting' });
  expect(declined?.body).toContain('No places');
});

test('a decision that is refused tells nobody anything', async () => {
  const { person, application } = await applicant('2020-01-01');
  await decide(application, true);
  expect(await decide(application, false)).toBe('CONFLICT');
  expect(await inboxOf(person)).toHaveLength(1);
});

test('nobody else but a minor’s guardian reads a message, by whatever right they read the profile', async () => {
  const { person, application } = await applicant('2020-01-01');
  await decide(application, true);
  for (const basis of ['consent', 'owner', 'mandate'] as const)
    expect(await inboxOf(person, officer, basis)).toBeNull();
  expect(await inboxOf(person, volunteerViewer(newId()), 'guardian')).toHaveLength(1);
  const [found] = await member.entities<Inbox>(
    [{ __typename: 'Volunteer', id: person, serviceGrant: null }],
    '{ messagesAtUnion { nodes { id } } }',
    { as: volunteerViewer(person) },
  );
  expect(found?.messagesAtUnion).toBeNull();
});

test('what was written is changed by nobody', async () => {
  const { person, application } = await applicant('2020-01-01');
  await decide(application, true);
  await expect(
    member.owner.query(`update message set body = '{"az": "Başqa"}' where volunteer_id = $1`, [person]),
  ).rejects.toThrow('stays as it was written');
});

test('the registry’s system carries notices that it cannot read, until the registry has taken them', async () => {
  await member.owner.query('update message set told_at = now()');
  const { person, application } = await applicant('2020-01-01');
  await decide(application, true);
  const ask = async (as: Viewer | null) => {
    const { data, errors } = await member.query<{ notices: { count: number; batch: string } | null }>(
      '{ notices: messageNoticesAtUnion { count batch } }',
      { as },
    );
    return data?.notices ?? errors?.[0]?.extensions.code;
  };
  for (const as of [officer, volunteerViewer(person)]) expect(await ask(as)).toBe('FORBIDDEN');
  expect(await ask(null)).toBe('UNAUTHENTICATED');
  const asked = await ask(carrier);
  const { count, batch } = asked as { count: number; batch: string };
  expect(count).toBe(1);
  expect(Buffer.from(batch, 'base64').toString()).not.toContain(person);
  expect(await decryptNotices(batch, { member: 'union', key: randomBytes(32) })).toBeNull();
  const notices = (await decryptNotices(batch, { member: 'union', key })) ?? [];
  expect(notices).toMatchObject([{ person, organization, kind: 'application-answered' }]);
  expect(await decryptNotices(batch, { member: 'alumni', key })).toBeNull();

  const end = async (receipt: string, as: Viewer = carrier) => {
    const { data, errors } = await member.query<{ ended: number | null }>(
      'mutation ($receipt: String!) { ended: endMessageNoticesAtUnion(receipt: $receipt) }',
      { as, variables: { receipt } },
    );
    return errors?.[0]?.extensions.code ?? data?.ended;
  };
  const taken = notices.map(({ id }) => id);
  expect(await end(await encryptReceipt(taken, { member: 'union', key: randomBytes(32) }))).toBe('BAD_USER_INPUT');
  const receipt = await encryptReceipt(taken, { member: 'union', key });
  expect(await end(receipt, officer)).toBe('FORBIDDEN');
  expect(await ask(carrier)).toMatchObject({ count: 1 });
  expect([await end(receipt), await end(receipt)]).toEqual([1, 0]);
  expect(await ask(carrier)).toMatchObject({ count: 0 });
});

interface Written {
  readonly __typename: string;
  readonly message?: string;
  readonly subject?: string;
  readonly body?: string;
}

const texts = {
  name: 'accepted',
  language: 'en',
  subject: 'Welcome to {title}',
  body: 'Come on {startsOn, date, day}.',
};

/** What an officer is answered who writes a text, or who only wants to see it. */
async function write(
  change: Partial<typeof texts> = {},
  { as = officer, verb = 'write' }: { as?: Viewer; verb?: 'write' | 'preview' } = {},
): Promise<Written | string> {
  const kind = verb === 'write' ? 'mutation' : 'query';
  const { data, errors } = await member.query<{ answer: Written }>(
    `${kind} ($name: String!, $language: String!, $subject: String!, $body: String!) {
      answer: ${verb}MessageTemplateAtUnion(name: $name, language: $language, subject: $subject, body: $body) {
        __typename ... on Problem { message }
        ... on ${verb === 'write' ? 'MessageTemplateAtUnion' : 'MessagePreviewAtUnion'} { subject body } } }`,
    { as, language: 'en', variables: { ...texts, ...change } },
  );
  return data?.answer ?? String(errors?.[0]?.extensions.code);
}

const listed = async (former: boolean, as: Viewer = officer) =>
  (
    await member.query<{ messageTemplatesAtUnion: { name: string; subject: string; endedAt: string | null }[] }>(
      `{ messageTemplatesAtUnion(former: ${former}) { name language subject endedAt } }`,
      { as },
    )
  ).data?.messageTemplatesAtUnion;

const endOwn = async (as: Viewer = officer) =>
  (
    await member.query<{ ended: boolean | null }>(
      'mutation { ended: endMessageTemplateAtUnion(name: "accepted", language: "en") }',
      { as },
    )
  ).data?.ended;

test('a text that a release tells something else is replaced by the union’s, which its organisation and operators are told until it is changed', async () => {
  await member.owner.query(
    `insert into message_template (id, organization_id, name, language, subject, body, written_by)
     values (uuidv7(), $1, 'accepted', 'en', 'Welcome', 'Dear {volunteer}', 'officer')`,
    [organization],
  );
  const failing = async () =>
    (
      await member.query<{ failedJobsAtUnion: { kind: string }[] }>('{ failedJobsAtUnion { kind failure } }', {
        as: officer,
      })
    ).data?.failedJobsAtUnion;
  const [one, other] = [await applicant('2020-01-01'), await applicant('2020-01-01')];
  for (const { person, application } of [one, other]) {
    expect(await decide(application, true)).toBeUndefined();
    const [message] = (await inboxOf(person)) ?? [];
    expect(message?.subject).toBe('You were accepted: Tree planting');
    expect(message?.body).not.toContain('Dear');
  }
  await expect
    .poll(failing, { timeout: 10_000 })
    .toEqual([{ kind: 'use a text of an organisation', failure: 'DomainError CONFLICT' }]);
  await write();
  await expect.poll(failing, { timeout: 10_000 }).toEqual([]);
  await member.owner.query('delete from message_template');
});

test('who was accepted is reminded once on the day before it begins, by the clock of the domain', async () => {
  const [coming, begun, declined, left] = await Promise.all([
    applicant(await dayAhead(member.owner, 5)),
    applicant(await dayAhead(member.owner, 0)),
    applicant(await dayAhead(member.owner, 5)),
    applicant(await dayAhead(member.owner, 5)),
  ]);
  for (const { application } of [coming, begun, left]) await decide(application, true);
  await decide(declined.application, false);
  const { rows } = await member.owner.query<{ due: string }>(
    `select distinct to_char(due_at at time zone 'Asia/Baku', 'YYYY-MM-DD HH24:MI') as due from job`,
  );
  expect(rows).toEqual([{ due: `${await dayAhead(member.owner, 4)} 09:00` }]);
  await member.owner.query(`update opportunity_application set status = 'withdrawn', decided_at = null where id = $1`, [
    left.application,
  ]);
  await member.owner.query(`insert into domain_clock (shift) values ('4 days 12 hours')`);
  try {
    await expect.poll(() => inboxOf(coming.person), { timeout: 10_000 }).toHaveLength(2);
    expect((await inboxOf(coming.person))?.[0]).toMatchObject({ subject: 'A reminder: Tree planting' });
    await expect.poll(async () => (await member.owner.query('select from job')).rowCount).toBe(0);
    for (const { person } of [begun, declined, left]) expect(await inboxOf(person)).toHaveLength(1);
  } finally {
    await member.owner.query('delete from domain_clock');
  }
});

test('an organisation writes in its own words, where it has some, and goes back to those of the union', async () => {
  expect(await write({}, { verb: 'preview' })).toEqual({
    __typename: 'MessagePreviewAtUnion',
    subject: 'Welcome to Ağacəkmə aksiyası',
    body: 'Come on April 15, 2030.',
  });
  expect(await listed(false)).toEqual([]);
  await write({ subject: 'Hello' });
  expect(await write()).toMatchObject({ __typename: 'MessageTemplateAtUnion', subject: texts.subject });
  const { person, application } = await applicant('2020-01-01');
  await decide(application, true);
  expect(await inboxOf(person)).toMatchObject([
    { subject: 'Welcome to Tree planting', body: 'Come on January 1, 2020.' },
  ]);
  const { rows } = await member.owner.query<{ az: string }>(
    `select subject ->> 'az' as az from message where volunteer_id = $1`,
    [person],
  );
  expect(rows).toEqual([{ az: 'Qəbul olundunuz: Ağacəkmə' }]);

  const foreign = officerViewer(newId());
  expect(await listed(false)).toMatchObject([
    { name: 'accepted', language: 'en', subject: texts.subject, endedAt: null },
  ]);
  expect([await listed(false, foreign), await listed(true, foreign)]).toEqual([[], []]);
  expect([await endOwn(foreign), await endOwn(), await endOwn()]).toEqual([false, true, false]);
  expect((await listed(true))?.map(({ subject }) => subject)).toEqual([texts.subject, 'Hello']);
  const next = await applicant('2020-01-01');
  await decide(next.application, true);
  expect(await inboxOf(next.person)).toMatchObject([{ subject: 'You were accepted: Tree planting' }]);
});

test('a text that could not be written is refused, and says what is wrong with it', async () => {
  const wrong: readonly [Partial<typeof texts>, string][] = [
    [{ subject: 'See {title' }, 'The subject cannot be written: it is no ICU MessageFormat.'],
    [{ body: 'Dear {volunteer}' }, 'The body cannot be written: it names volunteer, which it is not told.'],
    [{ body: 'On {startsOn}' }, 'The body cannot be written: it uses startsOn as something else.'],
    [{ subject: ' ' }, 'The subject cannot be written: it is empty.'],
    [{ subject: 'x'.repeat(201) }, 'The subject may have at most 200 characters.'],
    [{ language: 'xx' }, 'There is no such language: say az, en, ru or tr.'],
  ];
  for (const [change, message] of wrong) {
    for (const verb of ['write', 'preview'] as const) {
      expect(await write(change, { verb })).toEqual({ __typename: 'InvalidInputProblem', message });
    }
  }
  expect(await write({ name: 'nothing' })).toMatchObject({ __typename: 'NotFoundProblem' });
  expect(await write({}, { as: carrier })).toBe('FORBIDDEN');
  expect(await listed(false)).toEqual([]);
});

test('of several who replace a text at once the last one’s is in use, and the others are kept', async () => {
  await Promise.all(Array.from({ length: 6 }, (_, index) => write({ subject: `Text ${index}` })));
  expect(await listed(false)).toHaveLength(1);
  expect((await listed(true))?.filter(({ subject }) => subject.startsWith('Text '))).toHaveLength(5);
  await endOwn();
});
