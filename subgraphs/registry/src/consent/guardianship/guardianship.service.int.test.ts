import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { reaches } from '@birlik/test/testkit/reach';
import { createDemoData } from '@birlik/demo-data';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = officerViewer(demo.organization('registry-office').id);
const reader = officerViewer(demo.organization('idea').id);
const terms = { recipientOrganizationId: reader.organizationId, purpose: 'placement', category: 'STUDY' };
let member: TestMember;
const nextPerson = peopleFrom(400);

type Person = Viewer & { volunteerId: string };
type Outcome = { id?: string; code?: string };

function adult(): Person {
  const { id } = nextPerson();
  return { ...volunteerViewer(id), volunteerId: id };
}

/** Makes somebody so old that they are of age in some days. */
async function ofAgeIn({ volunteerId }: Person, days: number): Promise<void> {
  await member.owner.query(
    `update volunteer set birth_date = (day_in('Asia/Baku', now()) - interval '18 years')::date + $2::integer where id = $1`,
    [volunteerId, days],
  );
}

async function minor(): Promise<Person> {
  const person = adult();
  await ofAgeIn(person, 1);
  return person;
}

/** What a mutation changed, the code of its problem, or the code of its error. */
async function mutate(
  viewer: Viewer,
  call: string,
  variables: Record<string, unknown>,
  declare: string,
): Promise<Outcome> {
  const { data, errors } = await member.query<{ outcome: Outcome }>(
    `mutation (${declare}) { outcome: ${call} { __typename ... on Problem { code } } }`,
    { as: viewer, variables },
  );
  const code = data?.outcome.code ?? errors?.[0]?.extensions.code;
  return code === undefined ? {} : { code };
}

async function record(viewer: Viewer, guardianId: string, wardId: string): Promise<Outcome> {
  const { data, errors } = await member.query<{ recordGuardianship: Outcome }>(
    `mutation ($input: RecordGuardianshipInput!) { recordGuardianship(input: $input) {
      ... on Guardianship { id } ... on Problem { code }
    } }`,
    { as: viewer, variables: { input: { guardianId, wardId, evidence: 'AZE 123' } } },
  );
  return data?.recordGuardianship ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

const give = (viewer: Viewer, onBehalfOf: string | null = null) =>
  mutate(
    viewer,
    'giveConsent(input: $input, onBehalfOf: $onBehalfOf)',
    { input: terms, onBehalfOf },
    '$input: GiveConsentInput!, $onBehalfOf: ID',
  );

const withdraw = (viewer: Viewer, id: string | undefined, onBehalfOf: string | null = null) =>
  mutate(viewer, 'withdrawConsent(id: $id, onBehalfOf: $onBehalfOf)', { id, onBehalfOf }, '$id: ID!, $onBehalfOf: ID');

interface Seen {
  readonly consents: readonly {
    id: string;
    givenByGuardian: boolean;
    withdrawnAt: string | null;
    receipt: string | null;
    history: readonly { kind: string; byGuardian: boolean }[];
  }[];
  readonly consentRequests: readonly { id: string }[];
  readonly whoViewedMyData: { readonly nodes: readonly { category: string }[] };
}

/** What a viewer sees of a person's own affairs, newest first; all null for strangers. */
async function affairs(viewer: Viewer, volunteerId: string): Promise<Seen | Record<keyof Seen, null>> {
  const [seen] = await member.entities<Seen>(
    [{ __typename: 'Volunteer', id: volunteerId }],
    `{ consents { id givenByGuardian withdrawnAt receipt history { kind byGuardian } } consentRequests { id }
       whoViewedMyData { nodes { category } } }`,
    { as: viewer },
  );
  if (!seen) throw new Error('Every id gives a person.');
  return seen;
}

const hidden = { consents: null, consentRequests: null, whoViewedMyData: null };

const readerSees = (id: string) => reaches(member, { as: reader, purpose: terms.purpose, id });

async function guarded(): Promise<{ guardian: Person; ward: Person; id: string }> {
  const [guardian, ward] = [adult(), await minor()];
  const { id } = await record(office, guardian.volunteerId, ward.volunteerId);
  if (!id) throw new Error('The guardianship was not recorded.');
  return { guardian, ward, id };
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

test('a minor does not consent alone, and does from the day on which they are of age', async () => {
  const person = await minor();
  expect(await give(person)).toEqual({ code: 'REPRESENTATIVE_REQUIRED' });
  await ofAgeIn(person, 0);
  expect(await give(person)).toEqual({});
});

test('the age follows the country of the home, and who has no birth date on record is not a minor', async () => {
  const person = await minor();
  await member.owner.query(`update country set age_of_majority = 16 where code = 'EE'`);
  await member.owner.query(`update volunteer set home_country = 'EE' where id = $1`, [person.volunteerId]);
  expect(await give(person)).toEqual({});
  const unknown = adult();
  await member.owner.query('update volunteer set birth_date = null where id = $1', [unknown.volunteerId]);
  expect(await give(unknown)).toEqual({});
});

test('a guardian gives and withdraws for the ward, sees the ward’s affairs, and the receipt says who gave it', async () => {
  const { guardian, ward } = await guarded();
  expect(await give(guardian, ward.volunteerId)).toEqual({});
  expect(await readerSees(ward.volunteerId)).toBe(true);
  const seen = await affairs(guardian, ward.volunteerId);
  expect(seen).toEqual(await affairs(ward, ward.volunteerId));
  expect(seen.whoViewedMyData?.nodes).toEqual([{ category: 'IDENTITY' }, { category: 'STUDY' }]);
  const consent = seen.consents?.[0];
  expect(consent).toMatchObject({ givenByGuardian: true, history: [{ kind: 'GIVEN', byGuardian: true }] });
  expect(decodeJwt(consent?.receipt ?? '')).toMatchObject({ record: { entity: 'guardian' } });
  expect(consent?.receipt).not.toContain(Buffer.from(guardian.volunteerId).toString('base64url').slice(2, 20));
  expect(await withdraw(guardian, consent?.id, ward.volunteerId)).toEqual({});
  expect(await readerSees(ward.volunteerId)).toBe(false);
});

test('the ward may withdraw what the guardian gave', async () => {
  const { guardian, ward } = await guarded();
  await give(guardian, ward.volunteerId);
  const id = (await affairs(ward, ward.volunteerId)).consents?.[0]?.id;
  expect(await withdraw(ward, id)).toEqual({});
  expect(await readerSees(ward.volunteerId)).toBe(false);
  expect((await affairs(ward, ward.volunteerId)).consents?.[0]?.history).toEqual([
    { kind: 'GIVEN', byGuardian: true },
    { kind: 'WITHDRAWN', byGuardian: false },
  ]);
});

test('a guardian answers requests for the ward, who may only decline alone', async () => {
  const { guardian, ward } = await guarded();
  const ask = (purpose: string) =>
    mutate(
      reader,
      'requestConsent(input: $input)',
      { input: { volunteerId: ward.volunteerId, purpose, categories: ['STUDY'], reason: 'Sınaq' } },
      '$input: RequestConsentInput!',
    );
  await ask('placement');
  await ask('mentoring');
  const requests = (await affairs(guardian, ward.volunteerId)).consentRequests ?? [];
  const [mentoring, placement] = requests.map(({ id }) => id);
  const answer = (viewer: Viewer, id: string | undefined, accept: boolean, onBehalfOf: string | null) =>
    mutate(
      viewer,
      'answerConsentRequest(id: $id, accept: $accept, onBehalfOf: $onBehalfOf)',
      { id, accept, onBehalfOf },
      '$id: ID!, $accept: Boolean!, $onBehalfOf: ID',
    );
  expect(await answer(ward, placement, true, null)).toEqual({ code: 'REPRESENTATIVE_REQUIRED' });
  expect(await answer(ward, mentoring, false, null)).toEqual({});
  expect(await answer(adult(), placement, true, ward.volunteerId)).toEqual({ code: 'NOT_FOUND' });
  expect(await answer(guardian, placement, true, ward.volunteerId)).toEqual({});
  expect(await readerSees(ward.volunteerId)).toBe(true);
});

const erasure = (viewer: Viewer, mutation: string, onBehalfOf: string | null) =>
  mutate(viewer, `${mutation}(onBehalfOf: $onBehalfOf)`, { onBehalfOf }, '$onBehalfOf: ID');

test('a guardian has the ward erased with a fresh sign-in, and takes it back, until the ward is of age', async () => {
  const { guardian, ward } = await guarded();
  const { volunteerId } = ward;
  const hours = { ...guardian, authTime: Math.floor(Date.now() / 1_000) - 3_600 };
  expect(await erasure(hours, 'requestErasure', volunteerId)).toEqual({ code: 'FRESH_SIGN_IN_REQUIRED' });
  expect(await erasure(adult(), 'requestErasure', volunteerId)).toEqual({ code: 'NOT_FOUND' });
  expect(await erasure(guardian, 'requestErasure', volunteerId)).toEqual({});
  expect(await erasure(guardian, 'requestErasure', volunteerId)).toEqual({ code: 'CONFLICT' });
  expect(await erasure(guardian, 'withdrawErasure', null)).toEqual({ code: 'NOT_FOUND' });
  expect(await erasure(guardian, 'withdrawErasure', volunteerId)).toEqual({});
  expect(await erasure(guardian, 'requestErasure', volunteerId)).toEqual({});
  await ofAgeIn(ward, 0);
  expect(await erasure(guardian, 'withdrawErasure', volunteerId)).toEqual({ code: 'NOT_FOUND' });
  expect(await erasure(ward, 'withdrawErasure', null)).toEqual({});
  expect(await erasure(guardian, 'requestErasure', volunteerId)).toEqual({ code: 'NOT_FOUND' });
});

test('strangers, guardians of others and ended guardians decide and see nothing', async () => {
  const { guardian, ward, id } = await guarded();
  await give(guardian, ward.volunteerId);
  const consent = (await affairs(ward, ward.volunteerId)).consents?.[0]?.id;
  const { guardian: other } = await guarded();
  const strangers = [adult(), other];
  expect(await mutate(office, 'endGuardianship(id: $id)', { id }, '$id: ID!')).toEqual({});
  expect(await mutate(office, 'endGuardianship(id: $id)', { id }, '$id: ID!')).toEqual({ code: 'CONFLICT' });
  for (const viewer of [...strangers, guardian]) {
    expect(await give(viewer, ward.volunteerId)).toEqual({ code: 'NOT_FOUND' });
    expect(await withdraw(viewer, consent, ward.volunteerId)).toEqual({ code: 'NOT_FOUND' });
    expect(await affairs(viewer, ward.volunteerId)).toEqual(hidden);
  }
  expect(await affairs(office, ward.volunteerId)).toEqual(hidden);
});

test('it ends by itself when the ward is of age, who keeps the consents and may give them anew', async () => {
  const { guardian, ward } = await guarded();
  await give(guardian, ward.volunteerId);
  await ofAgeIn(ward, 0);
  expect(await give(guardian, ward.volunteerId)).toEqual({ code: 'NOT_FOUND' });
  expect(await affairs(guardian, ward.volunteerId)).toEqual(hidden);
  expect(await readerSees(ward.volunteerId)).toBe(true);
  expect(await give(ward)).toEqual({});
  const [own, inherited] = (await affairs(ward, ward.volunteerId)).consents ?? [];
  expect(own).toMatchObject({ givenByGuardian: false, withdrawnAt: null });
  expect(inherited).toMatchObject({ givenByGuardian: true, withdrawnAt: expect.any(String) as string });
  expect(await readerSees(ward.volunteerId)).toBe(true);
  expect(await give(ward)).toEqual({ code: 'CONFLICT' });
});

test('is recorded once, by the office alone, for a minor and an adult who are registered', async () => {
  const { guardian, ward } = await guarded();
  const ids = [guardian.volunteerId, ward.volunteerId] as const;
  expect(await record(office, ...ids)).toEqual({ code: 'CONFLICT' });
  for (const viewer of [guardian, reader, { ...office, scopes: ['graph:read'] }]) {
    expect(await record(viewer, ...ids)).toEqual({ code: 'FORBIDDEN' });
  }
  expect(await record(office, adult().volunteerId, adult().volunteerId)).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await record(office, (await minor()).volunteerId, ward.volunteerId)).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await record(office, ward.volunteerId, ward.volunteerId)).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await record(office, newId(), ward.volunteerId)).toEqual({ code: 'NOT_FOUND' });
});

test('guardian and ward see it with the day of its end, and nobody else does', async () => {
  const { guardian, ward } = await guarded();
  const see = async (as: Viewer) =>
    (
      await member.entities(
        [{ __typename: 'Volunteer', id: ward.volunteerId }],
        '{ guardianships { guardian { id } ward { id } endsOn endedAt } }',
        { as },
      )
    )[0];
  const { rows } = await member.owner.query<{ tomorrow: string }>(
    `select (day_in('Asia/Baku', now()) + 1)::text as tomorrow`,
  );
  const shown = {
    guardianships: [
      {
        guardian: { id: guardian.volunteerId },
        ward: { id: ward.volunteerId },
        endsOn: rows[0]?.tomorrow,
        endedAt: null,
      },
    ],
  };
  expect(await see(ward)).toEqual(shown);
  expect(await see(guardian)).toEqual(shown);
  expect(await see(adult())).toEqual({ guardianships: null });
  expect(await see(reader)).toEqual({ guardianships: null });
});

interface Listed {
  readonly id: string;
  readonly evidence: string | null;
  readonly inForce: boolean;
  readonly guardian: { readonly id: string };
  readonly ward: { readonly id: string };
}

/** The newest guardianships that the viewer is shown, by id, or the code of the refusal. */
async function listed(as: Viewer, inForce?: boolean): Promise<Map<string, Listed> | string | undefined> {
  const { data, errors } = await member.query<{ guardianships: { nodes: Listed[] } | null }>(
    `query ($inForce: Boolean! = true) { guardianships(inForce: $inForce, first: 50) {
       nodes { id evidence inForce guardian { id } ward { id } }
     } }`,
    { as, variables: { inForce } },
  );
  if (!data?.guardianships) return errors?.[0]?.extensions.code;
  return new Map(data.guardianships.nodes.map((node) => [node.id, node]));
}

test('the office lists those in force with what it has seen, and those that are over when it asks', async () => {
  const [lasting, ended, grown] = [await guarded(), await guarded(), await guarded()];
  await mutate(office, 'endGuardianship(id: $id)', { id: ended.id }, '$id: ID!');
  await ofAgeIn(grown.ward, 0);
  const shown = {
    id: lasting.id,
    evidence: 'AZE 123',
    inForce: true,
    guardian: { id: lasting.guardian.volunteerId },
    ward: { id: lasting.ward.volunteerId },
  };
  const now = await listed(office);
  expect([lasting, ended, grown].map(({ id }) => now instanceof Map && now.get(id))).toEqual([
    shown,
    undefined,
    undefined,
  ]);
  const all = await listed(office, false);
  expect([lasting, ended, grown].map(({ id }) => all instanceof Map && all.get(id)?.inForce)).toEqual([
    true,
    false,
    false,
  ]);
});

test('nobody but officers and admins of the office lists them, or reads what it has seen', async () => {
  const { guardian, ward } = await guarded();
  const analyst = officerViewer(demo.organization('registry-office').id, ['analyst']);
  for (const as of [guardian, ward, reader, analyst]) expect(await listed(as)).toBe('FORBIDDEN');
  const [own] = await member.entities<{ guardianships: { evidence: string | null }[] }>(
    [{ __typename: 'Volunteer', id: ward.volunteerId }],
    '{ guardianships { evidence } }',
    { as: guardian },
  );
  expect(own).toEqual({ guardianships: [{ evidence: null }] });
});

test('five guardianships and fifty take the same number of statements', async () => {
  for (let count = 0; count < 6; count += 1) await guarded();
  const statementsOf = async (first: number) => {
    const { errors } = await member.query(
      `query ($first: Int!) { guardianships(first: $first, inForce: false) {
         nodes { id evidence endsOn guardian { id } ward { id } }
       } }`,
      { as: office, variables: { first } },
    );
    expect(errors).toBeUndefined();
    return member.statements();
  };
  expect(await statementsOf(50)).toBe(await statementsOf(5));
});

test('a page of linkage shows the office the guardianships of the person and by the person', async () => {
  const { guardian, ward, id } = await guarded();
  for (const personId of [guardian.volunteerId, ward.volunteerId]) {
    const { data } = await member.query<{ linkedPerson: { guardianships: Listed[] } | null }>(
      'query ($id: ID!) { linkedPerson(id: $id) { guardianships { id evidence } } }',
      { as: office, variables: { id: personId } },
    );
    expect(data?.linkedPerson?.guardianships).toEqual([{ id, evidence: 'AZE 123' }]);
  }
});

test.each([
  ['Pacific/Niue', { code: 'REPRESENTATIVE_REQUIRED' }],
  ['Pacific/Kiritimati', {}],
])(
  'a person is of age on the day that it is for the office that registered them, here in %s',
  async (zone, outcome) => {
    const person = adult();
    // Kiritimati is at least a day ahead of Niue.
    await member.owner.query(
      `update volunteer set birth_date = (day_in('Pacific/Kiritimati', now()) - interval '18 years')::date where id = $1`,
      [person.volunteerId],
    );
    const setZone = 'update organization set time_zone = $2 where id = $1';
    await member.owner.query(setZone, [office.organizationId, zone]);
    try {
      expect(await give(person)).toEqual(outcome);
    } finally {
      await member.owner.query(setZone, [office.organizationId, 'Asia/Baku']);
    }
  },
);

test('the personas of the demo are of age, but for the one who has a guardian', async () => {
  const ids = demo.personas.flatMap(({ volunteerId }) => volunteerId ?? []);
  const { rows } = await member.owner.query<{ minor: boolean }>(
    'select is_minor(id) as minor from unnest($1::uuid[]) id',
    [ids],
  );
  expect(rows).toEqual(ids.map((id) => ({ minor: id === demo.family.ward.id })));
});
