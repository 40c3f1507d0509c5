import { createDemoData } from '@birlik/demo-data';
import { officerViewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AddressRegistry } from '../../../testing/address-registry.js';

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

test('whoever confirms the address of records becomes the person of them, is told, and so are their organisations and the office', async () => {
  const person = await registry.newcomer();
  const recordId = await registry.submit('mine', { email: 'Mine@Example.test' });
  const other = await registry.submit('mine', { email: 'mine@example.test', birthDate: null }, association);
  await registry.confirm(person, 'mine@example.test');
  expect(await registry.ownerOf('mine')).toBe(person.volunteerId);
  expect(await registry.attemptsOf(person)).toEqual(
    expect.arrayContaining([
      { way: 'CONTACT', outcome: 'ACCEPTED', recordId, organization },
      { way: 'CONTACT', outcome: 'ACCEPTED', recordId: other, organization: { id: association.organizationId } },
    ]),
  );
  const { me } = await registry.ask<{ me: { messages: { nodes: object[] }; whoViewedMyData: { nodes: object[] } } }>(
    person,
    '{ me { messages(first: 5) { nodes { kind } } whoViewedMyData(first: 9) { nodes { category basis } } } }',
  );
  expect(me.messages.nodes).toEqual([{ kind: 'RECORD_CLAIMED' }, { kind: 'RECORD_CLAIMED' }]);
  expect(me.whoViewedMyData.nodes).toContainEqual({ category: 'IDENTITY', basis: 'LINKED' });
  // It is theirs already, and to confirm again tries nothing.
  await registry.confirm(person, 'mine@example.test');
  expect((await registry.attemptsOf(person)).map(({ outcome }) => outcome).toSorted()).toEqual([
    'ACCEPTED',
    'ACCEPTED',
    'REFUSED',
  ]);
});

test('the answer is the same with and without a record, and an address without one leaves a try too', async () => {
  const [one, other] = [await registry.newcomer(), await registry.newcomer()];
  await registry.submit('told', { email: 'told@example.test' });
  const answers = [
    await registry.confirm(one, 'told@example.test'),
    await registry.confirm(other, 'untold@example.test'),
  ];
  expect(new Set(answers).size).toBe(1);
  expect(await registry.attemptsOf(other)).toEqual([
    { way: 'CONTACT', outcome: 'REFUSED', recordId: null, organization: null },
  ]);
});

test.each([
  ['a record of a relative beside it', { birthDate: '2001-02-03' }, { givenName: 'Rauf', birthDate: '1970-01-01' }],
  ['another name', { givenName: 'Leyla' }, null],
  ['another day of birth', { birthDate: '2003-02-01' }, null],
  ['two records of a register that has each person once', {}, {}],
] as const)('an address with %s claims nothing, and the office decides', async (title, values, beside) => {
  const email = `${title.replaceAll(' ', '-')}@example.test`;
  await registry.member.owner.query(
    `insert into register (organization_id, each_person_once) values ($1, true) on conflict (organization_id) do update set each_person_once = true`,
    [university.organizationId],
  );
  const person = await registry.newcomer();
  const recordId = await registry.submit(title, { email, ...values });
  if (beside) await registry.submit(`${title} beside`, { email, ...beside });
  await registry.confirm(person, email);
  expect(await registry.ownerOf(title)).toBeNull();
  const attempts = await registry.attemptsOf(person);
  expect(attempts).toContainEqual({ way: 'CONTACT', outcome: 'UNSURE', recordId, organization });
  expect(attempts).toHaveLength(beside ? 2 : 1);
  await registry.ask(
    office,
    'mutation ($one: ID!, $other: ID!) { mergePersons(one: $one, other: $other) { __typename } }',
    {
      one: person.volunteerId,
      other: recordId,
    },
  );
  const { rows } = await registry.member.owner.query<{ person: string }>(
    'select person_id as person from person_link where record_id = $1 and valid_to is null',
    [recordId],
  );
  expect(rows).toEqual([{ person: person.volunteerId }]);
});

test('a minor claims nothing by an address, nor does whoever shares it with another person of the registry', async () => {
  const minor = await registry.newcomer('2015-01-01');
  await registry.submit('minor', { email: 'minor@example.test', birthDate: '2015-01-01' });
  await registry.confirm(minor, 'minor@example.test');
  expect(await registry.attemptsOf(minor)).toMatchObject([{ outcome: 'UNSURE' }]);
  await registry.submit('shared', { email: 'shared@example.test' });
  await registry.member.owner.query(`update volunteer set email = 'Shared@example.test' where id = $1`, [
    demo.person(0).id,
  ]);
  const person = await registry.newcomer();
  await registry.confirm(person, 'shared@example.test');
  expect(await registry.attemptsOf(person)).toMatchObject([{ outcome: 'UNSURE' }]);
});

test('a record that is another person’s stays theirs, and its trace costs no try of a code', async () => {
  const [one, other] = [await registry.newcomer(), await registry.newcomer()];
  await registry.submit('contested', { email: 'contested@example.test' });
  await registry.confirm(one, 'contested@example.test');
  // Who had the address before has another one now.
  await registry.member.owner.query('update volunteer set email = null where id = $1', [one.volunteerId]);
  await registry.confirm(other, 'contested@example.test');
  expect(await registry.ownerOf('contested')).toBe(one.volunteerId);
  expect(await registry.attemptsOf(other)).toMatchObject([{ outcome: 'TAKEN' }]);
  for (let time = 0; time < 5; time += 1) {
    const { claimRecord } = await registry.ask<{ claimRecord: { code: string } }>(
      other,
      'mutation { claimRecord(code: "AAAAAA-AAAAA-AAAAA") { ... on Problem { code } } }',
    );
    expect(claimRecord.code).toBe('NOT_FOUND');
  }
});
