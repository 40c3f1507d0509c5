import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
interface Outcome {
  readonly id?: string;
  readonly state?: string;
  readonly code?: string | undefined;
}

const officer = officerViewer(demo.organization('idea').id);
let member: TestMember;
const nextPerson = peopleFrom(300);

function somebody(): Viewer & { volunteerId: string } {
  const { id } = nextPerson();
  return { ...volunteerViewer(id), volunteerId: id };
}

async function ask(viewer: Viewer | null, volunteerId: string, change: object = {}): Promise<Outcome> {
  const input = {
    volunteerId,
    purpose: 'placement',
    categories: ['STUDY', 'CONTACT'],
    reason: 'Təcrübə üçün',
    ...change,
  };
  const { data, errors } = await member.query<{ requestConsent: Outcome }>(
    `mutation ($input: RequestConsentInput!) { requestConsent(input: $input) {
      ... on ConsentRequest { id state } ... on Problem { code message }
    } }`,
    { as: viewer, variables: { input } },
  );
  return data?.requestConsent ?? { code: errors?.[0]?.extensions.code };
}

async function askMany(
  viewer: Viewer | null,
  volunteerIds: readonly string[],
  change: object = {},
): Promise<Outcome[]> {
  const input = { volunteerIds, purpose: 'placement', categories: ['CONTACT'], reason: 'Təcrübə üçün', ...change };
  const { data, errors } = await member.query<{ requestConsents: Outcome[] }>(
    `mutation ($input: RequestConsentsInput!) { requestConsents(input: $input) {
      ... on ConsentRequest { id state volunteer { id } } ... on Problem { code message }
    } }`,
    { as: viewer, variables: { input } },
  );
  return data?.requestConsents ?? [{ code: errors?.[0]?.extensions.code }];
}

async function messagesTo(volunteerIds: readonly string[]): Promise<number> {
  const { rowCount } = await member.owner.query('select from message where volunteer_id = any($1)', [volunteerIds]);
  return rowCount ?? 0;
}

async function answer(viewer: Viewer, id: string | undefined, accept: boolean): Promise<Outcome> {
  const { data, errors } = await member.query<{ answerConsentRequest: Outcome }>(
    `mutation ($id: ID!, $accept: Boolean!) { answerConsentRequest(id: $id, accept: $accept) {
      ... on ConsentRequest { state } ... on Problem { code }
    } }`,
    { as: viewer, variables: { id, accept } },
  );
  return data?.answerConsentRequest ?? { code: errors?.[0]?.extensions.code };
}

async function ownState(viewer: Viewer, id: string | undefined): Promise<string | undefined> {
  const { data } = await member.query<{ consentRequests: { nodes: { id: string; state: string }[] } | null }>(
    `{ consentRequests(first: 100) { nodes { id state } } }`,
    { as: viewer },
  );
  return data?.consentRequests?.nodes.find((node) => node.id === id)?.state;
}

async function granted(volunteerId: string): Promise<string[]> {
  const [profile] = await member.entities<Record<string, unknown>>(
    [{ __typename: 'Volunteer', id: volunteerId }],
    '{ studyGrant serviceGrant name }',
    { as: officer, purpose: 'placement' },
  );
  return Object.entries(profile ?? {}).flatMap(([field, value]) => (value === null ? [] : [field]));
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

test('a yes gives exactly the consents that were asked for, with receipts', async () => {
  const person = somebody();
  const { id, state } = await ask(officer, person.volunteerId, { wantedUntil: '2036-01-01T00:00:00.000Z' });
  expect(state).toBe('OPEN');
  expect(await granted(person.volunteerId)).toEqual([]);
  const { data } = await member.query(
    `{ me { consentRequests { purpose categories reason state organization { id } } } }`,
    { as: person },
  );
  expect(data).toEqual({
    me: {
      consentRequests: [
        {
          purpose: 'placement',
          categories: ['STUDY', 'CONTACT'],
          reason: 'Təcrübə üçün',
          state: 'OPEN',
          organization: { id: officer.organizationId },
        },
      ],
    },
  });
  expect(await answer(person, id, true)).toEqual({ state: 'ACCEPTED' });
  expect(await granted(person.volunteerId)).toEqual(['studyGrant', 'name']);
  expect(await ownState(officer, id)).toBe('ACCEPTED');
  expect(await answer(person, id, false)).toEqual({ code: 'CONFLICT' });
  const consents = await member.query<{ me: { consents: { expiresAt: string; receipt: string | null }[] } }>(
    `{ me { consents { expiresAt receipt } } }`,
    { as: person },
  );
  for (const consent of consents.data?.me.consents.slice(0, 2) ?? []) {
    expect(consent).toEqual({ expiresAt: '2036-01-01T00:00:00.000Z', receipt: expect.any(String) as string });
  }
});

test('a yes keeps a consent that is there already and adds the others', async () => {
  const person = somebody();
  const given = await member.query<{ giveConsent: { __typename: string } }>(
    `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }`,
    {
      as: person,
      variables: {
        input: { recipientOrganizationId: officer.organizationId, purpose: 'placement', category: 'STUDY' },
      },
    },
  );
  expect(given.data?.giveConsent.__typename).toBe('Consent');
  const { id } = await ask(officer, person.volunteerId);
  expect(await answer(person, id, true)).toEqual({ state: 'ACCEPTED' });
  expect(await granted(person.volunteerId)).toEqual(['studyGrant', 'name']);
});

test('a no, and no answer in 30 days, give nothing', async () => {
  const person = somebody();
  const { id } = await ask(officer, person.volunteerId);
  expect(await answer(person, id, false)).toEqual({ state: 'DECLINED' });
  expect(await ownState(officer, id)).toBe('DECLINED');
  const ignored = await ask(officer, person.volunteerId, { purpose: 'mentoring' });
  await member.owner.query(
    `update consent_request set asked_at = now() - interval '31 days', lapses_at = now() - interval '1 day' where id = $1`,
    [ignored.id],
  );
  expect(await ownState(officer, ignored.id)).toBe('LAPSED');
  expect(await answer(person, ignored.id, true)).toEqual({ code: 'CONFLICT' });
  expect(await granted(person.volunteerId)).toEqual([]);
  expect((await ask(officer, person.volunteerId, { purpose: 'mentoring' })).state).toBe('OPEN');
});

test('an organisation has one open request for a purpose and three in 30 days, also of many at once', async () => {
  const { volunteerId } = somebody();
  const burst = await Promise.all(Array.from({ length: 6 }, () => ask(officer, volunteerId)));
  expect(burst.filter(({ id }) => id)).toHaveLength(1);
  expect(burst.filter(({ code }) => code === 'CONFLICT')).toHaveLength(5);
  const purposes = ['mentoring', 'recruitment', 'certification', 'emergency'];
  const more = await Promise.all(purposes.map((purpose) => ask(officer, volunteerId, { purpose })));
  expect(more.filter(({ id }) => id)).toHaveLength(2);
  const other = officerViewer(demo.organization('min-ecology').id);
  expect((await ask(other, volunteerId)).state).toBe('OPEN');
});

test('an id that nobody has is asked just as well, with as many statements', async () => {
  const nobody = newId();
  const { volunteerId } = somebody();
  const real = await ask(officer, volunteerId);
  const cost = member.statements();
  const imagined = await ask(officer, nobody);
  expect(member.statements()).toBe(cost);
  expect({ ...imagined, id: '' }).toEqual({ ...real, id: '' });
  expect(await ask(officer, nobody)).toMatchObject(await ask(officer, volunteerId));
  expect(await ownState(officer, imagined.id)).toBe('OPEN');
});

test('a purpose in capital letters is the same one', async () => {
  const { volunteerId } = somebody();
  expect((await ask(officer, volunteerId, { purpose: 'Mentoring' })).state).toBe('OPEN');
  expect(await ask(officer, volunteerId, { purpose: 'mentoring' })).toMatchObject({ code: 'CONFLICT' });
});

test('only those who may read for an accredited organisation ask, for a purpose of the list', async () => {
  const { volunteerId } = somebody();
  expect(await ask(null, volunteerId)).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await ask(volunteerViewer(demo.person(0).id), volunteerId)).toEqual({ code: 'FORBIDDEN' });
  expect(await ask({ ...officer, scopes: ['graph:read'] }, volunteerId)).toEqual({ code: 'FORBIDDEN' });
  expect(await ask(officerViewer(demo.organization('idea').id, ['analyst']), volunteerId)).toEqual({
    code: 'FORBIDDEN',
  });
  const suspended = officerViewer(demo.organization('union-member-4').id);
  await member.owner.query('update organization set suspended_at = now() where id = $1', [suspended.organizationId]);
  expect(await ask(suspended, volunteerId)).toEqual({ code: 'FORBIDDEN' });
  expect(await ask(officer, volunteerId, { purpose: 'marketing' })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await ask(officer, volunteerId, { categories: [] })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await ask(officer, volunteerId, { wantedUntil: '2020-01-01T00:00:00Z' })).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('nobody but the person answers or sees a request, and nobody but the asker sees its state', async () => {
  const person = somebody();
  const { id } = await ask(officer, person.volunteerId);
  expect(await answer(somebody(), id, true)).toEqual({ code: 'NOT_FOUND' });
  expect(await answer(officer, id, true)).toEqual({ code: 'FORBIDDEN' });
  expect(await ownState(officerViewer(demo.organization('uvoa').id), id)).toBeUndefined();
  for (const as of [somebody(), officerViewer(demo.organization('uvoa').id), officer, null]) {
    const seen = await member.entities(
      [{ __typename: 'Volunteer', id: person.volunteerId }],
      '{ consentRequests { id } }',
      { as },
    );
    expect(seen).toEqual([{ consentRequests: null }]);
  }
});

test('people are asked at once, each with an answer in its place, and who was asked already keeps out nobody', async () => {
  const people = Array.from({ length: 4 }, () => somebody().volunteerId);
  const nobody = newId();
  const alreadyAsked = await ask(officer, people[1] ?? '');
  expect(alreadyAsked.state).toBe('OPEN');
  const outcomes = await askMany(officer, [...people, nobody]);
  expect(outcomes).toEqual(
    [...people, nobody].map((id, index) =>
      index === 1
        ? { code: 'CONFLICT', message: expect.any(String) as string }
        : { id: expect.any(String) as string, state: 'OPEN', volunteer: { id } },
    ),
  );
  expect(await messagesTo(people)).toBe(4);
  expect(await messagesTo([nobody])).toBe(1);
  expect((await askMany(officer, [...people, nobody])).map(({ code }) => code)).toEqual(
    Array.from({ length: 5 }, () => 'CONFLICT'),
  );
  expect(await messagesTo([...people, nobody])).toBe(5);
});

test('a hundred people are asked with as many statements as one', async () => {
  const crowd = (length: number) => Array.from({ length }, () => newId());
  await askMany(officer, crowd(1));
  const cost = member.statements();
  expect(await askMany(officer, crowd(100))).toHaveLength(100);
  expect(member.statements()).toBe(cost);
});

test('people who are asked by several at once are asked once', async () => {
  const people = Array.from({ length: 20 }, () => newId());
  const burst = await Promise.all([
    askMany(officer, people),
    askMany(officer, people.toReversed()),
    askMany(
      officer,
      people.map((id) => id.toUpperCase()),
    ),
  ]);
  expect(burst.flat().filter(({ id }) => id)).toHaveLength(20);
  expect(burst.flat().filter(({ code }) => code === 'CONFLICT')).toHaveLength(40);
  expect(await messagesTo(people)).toBe(20);
});

test('who was erased is not asked, and keeps out nobody', async () => {
  const [erased = '', other = ''] = [somebody().volunteerId, somebody().volunteerId];
  await member.owner.query(
    `insert into erasure (order_id, number, person, outcome) values (uuidv7(), 1, person_digest($1), '[]')`,
    [erased],
  );
  expect(await askMany(officer, [erased, other])).toMatchObject([{ code: 'NOT_FOUND' }, { state: 'OPEN' }]);
  expect(await ask(officer, erased)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await messagesTo([erased, other])).toBe(1);
});

test('many are asked by the rules of one, or nobody is', async () => {
  const people = [somebody().volunteerId, somebody().volunteerId];
  const [first = ''] = people;
  expect(await askMany({ ...officer, scopes: ['graph:read'] }, people)).toEqual([{ code: 'FORBIDDEN' }]);
  expect(await askMany(volunteerViewer(demo.person(0).id), people)).toEqual([{ code: 'FORBIDDEN' }]);
  for (const wrong of [[], [first, first], [first, first.toUpperCase()], Array.from({ length: 101 }, () => newId())]) {
    expect(await askMany(officer, wrong)).toEqual([{ code: 'BAD_USER_INPUT' }]);
  }
  expect(await askMany(officer, people, { categories: [] })).toEqual([{ code: 'BAD_USER_INPUT' }]);
  expect(await askMany(officer, people, { purpose: 'marketing' })).toMatchObject([
    { code: 'NOT_FOUND' },
    { code: 'NOT_FOUND' },
  ]);
  expect(await messagesTo(people)).toBe(0);
});
