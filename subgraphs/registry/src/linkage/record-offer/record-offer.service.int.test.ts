import { createDemoData } from '@birlik/demo-data';
import { officerViewer, volunteerViewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AddressRegistry, type Person } from '../../../testing/address-registry.js';

const demo = createDemoData();
const university = officerViewer(demo.organization('mdu').id);
const association = officerViewer(demo.organization('assoc-italy').id);
const office = officerViewer(demo.organization('registry-office').id);
const organization = { id: university.organizationId };

let registry: AddressRegistry;
beforeAll(async () => {
  registry = await AddressRegistry.start({ university, office });
});
afterAll(() => registry.close());

interface Offer {
  readonly id: string;
  readonly organization: { readonly id: string };
}

async function offersOf(as: Person): Promise<Offer[]> {
  const { me } = await registry.ask<{ me: { recordOffers: Offer[] } }>(
    as,
    '{ me { recordOffers { id organization { id } } } }',
  );
  return me.recordOffers;
}

/** The kinds of what the registry wrote to somebody, newest first. */
async function messagesOf(as: Person): Promise<string[]> {
  const { me } = await registry.ask<{ me: { messages: { nodes: { kind: string }[] } } }>(
    as,
    '{ me { messages(first: 20) { nodes { kind } } } }',
  );
  return me.messages.nodes.map(({ kind }) => kind);
}

/** Answers, and waits for what follows; gives what was answered. */
async function answer(as: Person, id: string, isMine: boolean): Promise<string> {
  const { answered } = await registry.ask<{ answered: { __typename: string; code?: string } }>(
    as,
    `mutation ($id: ID!, $isMine: Boolean!) {
      answered: answerRecordOffer(id: $id, isMine: $isMine) { __typename ... on Problem { code } } }`,
    { id, isMine },
  );
  await registry.noJobs('follow the answer about a record');
  return answered.code ?? answered.__typename;
}

/** Somebody with a confirmed address, for whom records come later. */
async function addressee(email: string, birthDate?: string): Promise<Person> {
  const person = await registry.newcomer(birthDate);
  await registry.confirm(person, email);
  return person;
}

/** Everything that an organisation can be told of a record that it submitted, and of what was written for it. */
async function seenBy(as: typeof university, localKey: string): Promise<object> {
  const { sourceRecords, ...rest } = await registry.ask<{ sourceRecords: { nodes: { localKey: string }[] } }>(
    as,
    `{ sourceRecords(first: 50) { nodes { localKey state volunteer { id } } }
       sentMessages(first: 50) { nodes { kind } } failedJobsAtRegistry { kind }
       organizationAccessLog(first: 50) { nodes { category basis } } }`,
  );
  const { localKey: _name, ...record } = sourceRecords.nodes.find((one) => one.localKey === localKey) ?? {};
  return { record, ...rest };
}

test('a record that comes after its address was confirmed is offered, and becomes the person’s by their yes alone', async () => {
  const person = await addressee('later@example.test');
  const recordId = await registry.submit('later', { email: 'Later@Example.test' });
  expect(await registry.ownerOf('later')).toBeNull();
  const [offer, ...others] = await offersOf(person);
  expect([offer?.organization, others]).toEqual([organization, []]);
  expect(await messagesOf(person)).toEqual(['RECORD_OFFERED']);
  const before = await registry.attemptsOf(person);
  expect(before.map(({ outcome }) => outcome)).toEqual(['REFUSED']);

  expect(await answer(person, offer?.id ?? '', true)).toBe('RecordOffer');
  expect(await registry.ownerOf('later')).toBe(person.volunteerId);
  expect(await registry.attemptsOf(person)).toContainEqual({
    way: 'CONTACT',
    outcome: 'ACCEPTED',
    recordId,
    organization,
  });
  expect(await messagesOf(person)).toEqual(['RECORD_CLAIMED', 'RECORD_OFFERED']);
  expect(await offersOf(person)).toEqual([]);
  expect(await answer(person, offer?.id ?? '', false)).toBe('NOT_FOUND');
});

test('nobody else sees or answers an offer', async () => {
  const person = await addressee('private@example.test');
  await registry.submit('private', { email: 'private@example.test' });
  const [offer] = await offersOf(person);
  const other = await registry.newcomer();
  expect(await answer(other, offer?.id ?? '', true)).toBe('NOT_FOUND');
  expect(await offersOf(other)).toEqual([]);
  for (const as of [university, association, office]) {
    await expect(answer(as as Person, offer?.id ?? '', true)).rejects.toThrow('FORBIDDEN');
    const [seen] = await registry.member.entities<{ recordOffers: null }>(
      [{ __typename: 'Volunteer', id: person.volunteerId }],
      '{ recordOffers { id } }',
      { as, purpose: 'recruitment' },
    );
    expect(seen?.recordOffers ?? null).toBeNull();
  }
  expect(await registry.ownerOf('private')).toBeNull();
});

test('an organisation is told the same whether somebody has confirmed the address of its record or nobody has', async () => {
  await addressee('known@example.test');
  await registry.submit('known', { email: 'known@example.test' });
  const known = await seenBy(university, 'known');
  await registry.submit('unknown', { email: 'unknown@example.test' });
  expect(await seenBy(university, 'unknown')).toEqual(known);
  expect(JSON.stringify(known)).not.toContain('OFFERED');
});

test('a no keeps the record apart, also when the address is confirmed anew, and the office sees it', async () => {
  const person = await addressee('no@example.test');
  const recordId = await registry.submit('no', { email: 'no@example.test' });
  const [offer] = await offersOf(person);
  expect(await answer(person, offer?.id ?? '', false)).toBe('RecordOffer');
  expect(await registry.attemptsOf(person)).toContainEqual({
    way: 'CONTACT',
    outcome: 'REFUSED',
    recordId,
    organization,
  });
  await registry.submit('no', { email: 'no@example.test', phone: '+994501234567' });
  expect(await offersOf(person)).toEqual([]);
  await registry.confirm(person, 'no@example.test');
  expect(await registry.ownerOf('no')).toBeNull();
});

test.each([
  ['another name', { givenName: 'Leyla' }],
  ['another day of birth', { birthDate: '2003-02-01' }],
])('a record with the address and %s is not offered, and the office decides', async (title, values) => {
  const email = `${title.replaceAll(' ', '-')}@example.test`;
  const person = await addressee(email);
  const recordId = await registry.submit(title, { email, ...values });
  await registry.submit(title, { email, ...values, phone: '+994501234567' });
  expect([await offersOf(person), await messagesOf(person)]).toEqual([[], []]);
  const unsure = (await registry.attemptsOf(person)).filter(({ outcome }) => outcome === 'UNSURE');
  expect(unsure).toEqual([{ way: 'CONTACT', outcome: 'UNSURE', recordId, organization }]);
});

test('a minor is offered no record, nor is whoever shares the address, nor whoever has another one now', async () => {
  const minor = await addressee('small@example.test', '2015-01-01');
  await registry.submit('small', { email: 'small@example.test', birthDate: '2015-01-01' });
  expect(await offersOf(minor)).toEqual([]);
  const sharing = await addressee('both@example.test');
  await registry.member.owner.query(`update volunteer set email = 'Both@example.test' where id = $1`, [
    demo.person(0).id,
  ]);
  await registry.submit('both', { email: 'both@example.test' });
  expect(await offersOf(sharing)).toEqual([]);
  const moved = await addressee('former@example.test');
  await registry.confirm(moved, 'present@example.test');
  await registry.submit('former', { email: 'former@example.test' });
  expect(await offersOf(moved)).toEqual([]);
});

test('of many records the person is told once, and one that comes with another address now is offered no more', async () => {
  const person = await addressee('many@example.test');
  for (const localKey of ['one', 'two', 'three']) {
    await registry.submit(localKey, { email: 'many@example.test' }, association);
  }
  expect(await offersOf(person)).toHaveLength(3);
  expect(await messagesOf(person)).toEqual(['RECORD_OFFERED']);
  await registry.submit('two', { email: 'elsewhere@example.test' }, association);
  expect(await offersOf(person)).toHaveLength(2);
});

test('a yes is worth nothing once the record speaks for somebody else', async () => {
  const person = await addressee('doubt@example.test');
  await registry.submit('doubt', { email: 'doubt@example.test' });
  const [offer] = await offersOf(person);
  await registry.submit('doubt', { email: 'doubt@example.test', givenName: 'Leyla' });
  expect(await answer(person, offer?.id ?? '', true)).toBe('RecordOffer');
  expect(await registry.ownerOf('doubt')).toBeNull();
  expect((await registry.attemptsOf(person)).map(({ outcome }) => outcome)).toContain('UNSURE');
  expect(await offersOf({ ...person, ...volunteerViewer(person.volunteerId) } as Person)).toEqual([]);
});
