import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const university = officerViewer(demo.organization('mdu').id);
const association = officerViewer(demo.organization('assoc-italy').id);
const office = officerViewer(demo.organization('registry-office').id);
const purpose = 'recruitment';
const nextPerson = peopleFrom(500);

let member: TestMember;
beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

interface Outcome {
  readonly code?: string;
  readonly role?: string;
  readonly isRecordClaimed?: boolean;
  readonly organization?: { readonly id: string };
}

async function ask<Data>(
  as: Viewer,
  document: string,
  variables: object = {},
): Promise<{ data: Data | null; code: string }> {
  const { data, errors } = await member.query<Data & object>(document, { as, variables: { ...variables }, purpose });
  return { data: data ?? null, code: errors?.[0]?.extensions.code ?? '' };
}

/** Somebody who signed up just now. */
async function newcomer(birthDate = '2001-02-03'): Promise<Viewer & { volunteerId: string }> {
  const as: Viewer = { ...volunteerViewer(''), sub: crypto.randomUUID(), volunteerId: null, roles: [] };
  await ask(as, 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
    input: { givenName: 'Aysel', familyName: 'Yeni', birthDate },
  });
  const { data } = await ask<{ viewerIdentity: { volunteerId: string } }>(as, '{ viewerIdentity { volunteerId } }');
  return { ...as, roles: ['volunteer'], volunteerId: data?.viewerIdentity.volunteerId ?? '' };
}

async function submit(localKey: string, values: object = {}): Promise<void> {
  const { data } = await ask<{ submitSourceRecords: { __typename: string }[] }>(
    university,
    'mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }',
    { records: [{ localKey, givenName: `Ad${localKey}`, familyName: `Soyad${localKey}`, ...values }] },
  );
  expect(data?.submitSourceRecords).toEqual([{ __typename: 'SourceRecord' }]);
}

async function codeFor(localKey: string | null, as = university): Promise<string> {
  const { data } = await ask<{ issued: { code?: string } }>(
    as,
    `mutation ($input: InviteToMembershipInput!) {
      issued: inviteToMembership(input: $input) { ... on IssuedInvitation { code } ... on Problem { code } }
    }`,
    { input: { localKey, role: 'STUDENT' } },
  );
  return data?.issued.code ?? '';
}

async function take(as: Viewer, code: string, by = 'claimRecord', onBehalfOf: string | null = null): Promise<Outcome> {
  const { data, code: error } = await ask<{ taken: Outcome }>(
    as,
    `mutation ($code: String!, $onBehalfOf: ID) {
      taken: ${by}(code: $code, onBehalfOf: $onBehalfOf) {
        ... on Acceptance { role isRecordClaimed organization { id } } ... on Problem { code }
      }
    }`,
    { code, onBehalfOf },
  );
  return data?.taken ?? { code: error };
}

async function attempts() {
  const { data } = await ask<{ claimAttempts: { nodes: { outcome: string; volunteer: { id: string } }[] } }>(
    office,
    '{ claimAttempts(first: 50) { nodes { outcome way triedAt volunteer { id } organization { id } } } }',
  );
  return data?.claimAttempts.nodes ?? [];
}

const nameSeen = async (as: Viewer, id: string) => {
  const { data } = await ask<{ volunteer: { name: string | null } }>(
    as,
    'query ($id: ID!) { volunteer(id: $id) { name } }',
    { id },
  );
  return data?.volunteer.name ?? null;
};

test('whoever has the code claims the record, belongs to the organisation, and is found by it', async () => {
  const person = await newcomer();
  await submit('claimed');
  await resolveSubmitted(member);
  const code = await codeFor('claimed');
  expect(await nameSeen(university, person.volunteerId)).toBeNull();
  expect(await take(person, code)).toEqual({
    role: 'STUDENT',
    isRecordClaimed: true,
    organization: { id: university.organizationId },
  });
  expect(await nameSeen(university, person.volunteerId)).toBe('Aysel Yeni');
  const { data } = await ask<{ sourceRecords: { nodes: { localKey: string; volunteer: { id: string } | null }[] } }>(
    university,
    '{ sourceRecords(first: 50) { nodes { localKey volunteer { id } } } }',
  );
  expect(data?.sourceRecords.nodes).toContainEqual({ localKey: 'claimed', volunteer: { id: person.volunteerId } });
  const own = await ask<{ me: { affiliations: object[]; whoViewedMyData: { nodes: object[] } } }>(
    person,
    `{ me { affiliations { role status history { kind byPerson } }
         whoViewedMyData(first: 5) { nodes { category basis } } } }`,
  );
  expect(own.data?.me.affiliations).toEqual([
    { role: 'STUDENT', status: 'ACTIVE', history: [{ kind: 'BEGUN', byPerson: true }] },
  ]);
  expect(own.data?.me.whoViewedMyData.nodes).toContainEqual({ category: 'IDENTITY', basis: 'LINKED' });
});

test('a record that waits to be resolved is claimed as well', async () => {
  const person = await newcomer();
  await submit('waiting');
  expect(await take(person, await codeFor('waiting'))).toMatchObject({ isRecordClaimed: true });
  await resolveSubmitted(member);
  const { data } = await ask<{ sourceRecords: { nodes: { localKey: string; volunteer: { id: string } | null }[] } }>(
    university,
    '{ sourceRecords(first: 50) { nodes { localKey volunteer { id } } } }',
  );
  expect(data?.sourceRecords.nodes).toContainEqual({ localKey: 'waiting', volunteer: { id: person.volunteerId } });
});

test('whatever is wrong with a code is one refusal, and the office sees each try', async () => {
  await submit('guarded');
  await resolveSubmitted(member);
  const right = await codeFor('guarded');
  const [used, ended, withdrawn] = [await codeFor('guarded'), await codeFor('guarded'), await codeFor('guarded')];
  expect(await take(await newcomer(), used)).toMatchObject({ isRecordClaimed: true });
  await member.owner.query(`update invitation set ends_at = now() where place = $1`, [ended.slice(0, 6)]);
  await member.owner.query(`update invitation set withdrawn_at = now() where place = $1`, [withdrawn.slice(0, 6)]);
  const halfRight = `${right.slice(0, 7)}00000-00000`;
  const noRecord = await codeFor(null);
  const before = (await attempts()).length;
  const strangers = [];
  for (const code of [used, ended, withdrawn, halfRight, noRecord, 'AAAAAA-AAAAA-AAAAA', '', right]) {
    const stranger = await newcomer();
    strangers.push(stranger.volunteerId);
    // The record is another person's by now, who claimed it with another code.
    expect(await take(stranger, code), code).toEqual({ code: 'NOT_FOUND' });
  }
  const seen = (await attempts()).slice(0, strangers.length);
  expect(await attempts()).toHaveLength(before + strangers.length);
  expect(seen.map(({ volunteer }) => volunteer.id)).toEqual(strangers.toReversed());
  expect(new Set(seen.map(({ outcome }) => outcome))).toEqual(new Set(['REFUSED', 'TAKEN']));
});

test('a person tries so often in a day, also with the right code then, and a code is guessed at so often', async () => {
  await submit('guessed');
  await resolveSubmitted(member);
  const code = await codeFor('guessed');
  const guess = `${code.slice(0, 7)}00000-00000`;
  const guesser = await newcomer();
  for (let time = 0; time < 5; time++) expect(await take(guesser, guess)).toEqual({ code: 'NOT_FOUND' });
  expect(await take(guesser, code)).toEqual({ code: 'LIMIT_REACHED' });
  const other = await newcomer();
  for (let time = 0; time < 5; time++) expect(await take(other, guess)).toEqual({ code: 'NOT_FOUND' });
  expect(await take(await newcomer(), code)).toEqual({ code: 'NOT_FOUND' });
});

test('of two who take one code at once, one has it', async () => {
  await submit('raced');
  await resolveSubmitted(member);
  const code = await codeFor('raced');
  const people = [await newcomer(), await newcomer(), await newcomer()];
  const taken = await Promise.all(people.map((person) => take(person, code)));
  expect(taken.filter(({ isRecordClaimed }) => isRecordClaimed)).toHaveLength(1);
  expect(taken.filter(({ code }) => code === 'NOT_FOUND')).toHaveLength(2);
});

test('an organisation makes codes for its own records alone, while it may act, and others see none', async () => {
  await submit('own');
  expect(await codeFor('own', association)).toBe('NOT_FOUND');
  for (const as of [
    { ...university, scopes: ['graph:read'] },
    officerViewer(university.organizationId ?? '', ['analyst']),
    await newcomer(),
  ]) {
    const { code } = await ask(
      as,
      `mutation { createClaimCode(input: { localKey: "own", role: STUDENT }) { __typename } }`,
    );
    expect(code).toBe('FORBIDDEN');
  }
  const { data } = await ask<{ invitations: { nodes: object[] } }>(
    association,
    '{ invitations(first: 9) { nodes { id } } }',
  );
  expect(data?.invitations.nodes).toEqual([]);
  expect((await ask(university, '{ claimAttempts(first: 1) { nodes { id } } }')).code).toBe('FORBIDDEN');
});

test('an invitation is withdrawn once, and an accepted one is not', async () => {
  const person = await newcomer();
  const code = await codeFor(null);
  const { data } = await ask<{ invitations: { nodes: { id: string }[] } }>(
    university,
    '{ invitations(first: 1) { nodes { id } } }',
  );
  const withdraw = async () =>
    (
      await ask<{ withdrawInvitation: { __typename: string; code?: string } }>(
        university,
        'mutation ($id: ID!) { withdrawInvitation(id: $id) { __typename ... on Problem { code } } }',
        { id: data?.invitations.nodes[0]?.id },
      )
    ).data?.withdrawInvitation;
  expect(await withdraw()).toEqual({ __typename: 'Invitation' });
  expect(await withdraw()).toEqual({ __typename: 'ConflictProblem', code: 'CONFLICT' });
  expect(await take(person, code, 'acceptInvitation')).toEqual({ code: 'NOT_FOUND' });
});

test('a minor alone accepts nothing, and a guardian does for the ward', async () => {
  const ward = await newcomer('2015-01-01');
  const guardian = await newcomer();
  const code = await codeFor(null);
  expect(await take(ward, code, 'acceptInvitation')).toEqual({ code: 'REPRESENTATIVE_REQUIRED' });
  expect(await take(guardian, code, 'acceptInvitation', ward.volunteerId)).toEqual({ code: 'NOT_FOUND' });
  await ask(
    office,
    'mutation ($input: RecordGuardianshipInput!) { recordGuardianship(input: $input) { __typename } }',
    { input: { guardianId: guardian.volunteerId, wardId: ward.volunteerId, evidence: 'AZE 1' } },
  );
  expect(await take(guardian, code, 'acceptInvitation', ward.volunteerId)).toEqual({ code: 'CONFLICT' });
  await ask(guardian, 'mutation ($ward: ID!) { confirmAccount(confirm: true, onBehalfOf: $ward) { __typename } }', {
    ward: ward.volunteerId,
  });
  expect(await take(guardian, code, 'acceptInvitation', ward.volunteerId)).toMatchObject({ role: 'STUDENT' });
  expect(await nameSeen(university, ward.volunteerId)).toBe('Aysel Yeni');
  expect(await nameSeen(university, guardian.volunteerId)).toBeNull();
});

test('a record that linkage took for another person is not claimed, and the office sees that it was right', async () => {
  const { id } = nextPerson();
  await submit('taken');
  await resolveSubmitted(member);
  await ask(office, 'mutation ($one: ID!, $other: ID!) { mergePersons(one: $one, other: $other) { __typename } }', {
    one: id,
    other: (await member.owner.query<{ id: string }>(`select id from register_record where local_key = 'taken'`))
      .rows[0]?.id,
  });
  expect(await take(await newcomer(), await codeFor('taken'))).toEqual({ code: 'NOT_FOUND' });
  expect((await attempts())[0]?.outcome).toBe('TAKEN');
  expect(await take(volunteerViewer(id), await codeFor('taken'))).toMatchObject({ isRecordClaimed: true });
});
