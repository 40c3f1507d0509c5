import { createDemoData } from '@birlik/demo-data';
import {
  officerViewer,
  startMember,
  testIssuer,
  volunteerViewer,
  type TestMember,
  type Viewer,
} from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const office = officerViewer(demo.organization('registry-office').id);
const terms = { recipientOrganizationId: demo.organization('idea').id, purpose: 'placement', category: 'STUDY' };
const nextPerson = peopleFrom(1_300);
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

interface Outcome {
  readonly code?: string;
  readonly answer?: string;
  readonly awaitsGuardian?: boolean;
}

/** What a mutation came to, or the code of its problem or error. */
async function mutate(
  as: Viewer,
  call: string,
  variables: Record<string, unknown>,
  declared: string,
): Promise<Outcome> {
  const { data, errors } = await member.query<{ outcome: Outcome }>(`mutation (${declared}) { outcome: ${call} } }`, {
    as,
    variables,
  });
  return data?.outcome ?? { code: String(errors?.[0]?.extensions.code) };
}

const signUp = (as: Viewer, birthDate: string) =>
  mutate(
    as,
    'signUp(input: $input) { ... on Account { awaitsGuardian } ... on Problem { code }',
    { input: { givenName: 'Aysel', familyName: 'Yeni', birthDate } },
    '$input: SignUpInput!',
  );

const confirm = (as: Viewer, says: boolean, ward: string) =>
  mutate(
    as,
    'confirmAccount(confirm: $says, onBehalfOf: $ward) { ... on AccountConfirmation { answer } ... on Problem { code }',
    { says, ward },
    '$says: Boolean!, $ward: ID!',
  );

const give = (as: Viewer, onBehalfOf: string) =>
  mutate(
    as,
    'giveConsent(input: $input, onBehalfOf: $onBehalfOf) { __typename ... on Problem { code }',
    { input: terms, onBehalfOf },
    '$input: GiveConsentInput!, $onBehalfOf: ID',
  );

async function dayYearsAgo(years: number, days = 0): Promise<string> {
  const { rows } = await member.owner.query<{ day: string }>(
    `select ((day_in('Asia/Baku', now()) - make_interval(years => $1))::date + $2::integer)::text as day`,
    [years, days],
  );
  return rows[0]?.day ?? '';
}

const nobody = (sub: string): Viewer => ({ ...volunteerViewer(''), sub, volunteerId: null, roles: [] });

/** A minor who signed up, of age in so many days, and the person whom the office recorded as guardian. */
async function family(sub: string, days = 30) {
  expect(await signUp(nobody(sub), await dayYearsAgo(18, days))).toEqual({ awaitsGuardian: true });
  const { rows } = await member.owner.query<{ id: string }>(
    'select volunteer_id as id from identity_binding where subject = $1 and issuer = $2',
    [sub, testIssuer],
  );
  const ward = rows[0]?.id ?? '';
  const guardian = volunteerViewer(nextPerson().id);
  const recorded = await mutate(
    office,
    'recordGuardianship(input: $input) { __typename ... on Problem { code }',
    { input: { guardianId: guardian.volunteerId, wardId: ward, evidence: 'AZE 1' } },
    '$input: RecordGuardianshipInput!',
  );
  expect(recorded).toEqual({ __typename: 'Guardianship' });
  return { ward, guardian, asWard: { ...volunteerViewer(ward), sub } };
}

async function decides(as: Viewer, ward: string): Promise<boolean> {
  const { data } = await member.query<{ legalCapacity: { decidesFor: string[] } }>(
    'query ($people: [ID!]!) { legalCapacity(people: $people) { decidesFor } }',
    { as, variables: { people: [ward] } },
  );
  return data?.legalCapacity.decidesFor.includes(ward) ?? false;
}

async function confirmation(as: Viewer, id: string) {
  const [seen] = await member.entities<{ accountConfirmation: { answer: string } | null }>(
    [{ __typename: 'Volunteer', id }],
    '{ accountConfirmation { answer answeredAt } }',
    { as },
  );
  return seen?.accountConfirmation?.answer ?? null;
}

const kindsFor = async (person: string) =>
  (
    await member.owner.query<{ kind: string }>('select kind from message where volunteer_id = $1 order by kind', [
      person,
    ])
  ).rows.map(({ kind }) => kind);

const whoIs = async (as: Viewer) =>
  (await member.query<{ viewerIdentity: { volunteerId: string | null } }>('{ viewerIdentity { volunteerId } }', { as }))
    .data?.viewerIdentity.volunteerId ?? null;

test('the account of a minor waits for a guardian, who decides nothing else before, and is told', async () => {
  const { ward, guardian, asWard } = await family('waits');
  expect(await confirmation(asWard, ward)).toBe('AWAITED');
  expect(await confirmation(guardian, ward)).toBe('AWAITED');
  expect(await confirmation(volunteerViewer(nextPerson().id), ward)).toBeNull();
  expect(await decides(guardian, ward)).toBe(false);
  expect(await give(guardian, ward)).toMatchObject({ code: 'CONFLICT' });
  expect(await kindsFor(guardian.volunteerId ?? '')).toContain('guardian-asked');
  await expect.poll(() => kindsFor(ward), { timeout: 20_000 }).toEqual(['account-awaits-guardian']);
  expect(await confirm(guardian, true, ward)).toEqual({ answer: 'GIVEN' });
  expect(await decides(guardian, ward)).toBe(true);
  expect(await give(guardian, ward)).toEqual({ __typename: 'Consent' });
  expect(await kindsFor(ward)).toContain('account-confirmed');
  expect(await confirm(guardian, false, ward)).toEqual({ code: 'CONFLICT' });
  expect(await signUp(nobody('waits'), '2001-02-03')).toEqual({ awaitsGuardian: false });
});

test('a no ends the account at once, has it erased, and lets nobody make it anew', async () => {
  const { ward, guardian } = await family('refused');
  expect(await whoIs(nobody('refused'))).toBe(ward);
  const hours = { ...guardian, authTime: Math.floor(Date.now() / 1_000) - 3_600 };
  expect(await confirm(hours, false, ward)).toEqual({ code: 'FRESH_SIGN_IN_REQUIRED' });
  expect(await confirm(guardian, false, ward)).toEqual({ answer: 'REFUSED' });
  expect(await whoIs(nobody('refused'))).toBeNull();
  const { rows } = await member.owner.query('select withdrawn_at from erasure_request where volunteer_id = $1', [ward]);
  expect(rows).toEqual([{ withdrawn_at: null }]);
  expect(await signUp(nobody('refused'), '2001-02-03')).toEqual({ code: 'CONFLICT' });
  expect(await confirm(guardian, true, ward)).toEqual({ code: 'CONFLICT' });
  expect(await decides(guardian, ward)).toBe(false);
});

test('nobody but a guardian answers, once however many answers come at once', async () => {
  const { ward, guardian, asWard } = await family('asked');
  const { guardian: other, ward: otherWard } = await family('other');
  for (const as of [asWard, other, volunteerViewer(nextPerson().id)]) {
    expect(await confirm(as, true, ward)).toEqual({ code: 'NOT_FOUND' });
    expect(await confirm(as, false, ward)).toEqual({ code: 'NOT_FOUND' });
  }
  const answers = await Promise.all([true, false, true, false].map((says) => confirm(guardian, says, ward)));
  expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(3);
  expect(await confirmation(other, otherWard)).toBe('AWAITED');
});

test('it waits for nobody from the day on which the person is of age', async () => {
  const { ward, guardian, asWard } = await family('of-age', 1);
  await member.owner.query('update volunteer set birth_date = $2 where id = $1', [ward, await dayYearsAgo(18)]);
  expect(await confirm(guardian, false, ward)).toEqual({ code: 'NOT_FOUND' });
  expect(await decides(asWard, ward)).toBe(true);
  expect(await give(asWard, ward)).toEqual({ __typename: 'Consent' });
});

test('who is of age, and a minor from before, wait for nobody', async () => {
  expect(await signUp(nobody('adult'), '2001-02-03')).toEqual({ awaitsGuardian: false });
  const [guardian, ward] = [volunteerViewer(nextPerson().id), nextPerson().id];
  await member.owner.query('update volunteer set birth_date = $2 where id = $1', [ward, await dayYearsAgo(18, 9)]);
  await mutate(
    office,
    'recordGuardianship(input: $input) { __typename',
    { input: { guardianId: guardian.volunteerId, wardId: ward, evidence: 'AZE 1' } },
    '$input: RecordGuardianshipInput!',
  );
  expect(await decides(guardian, ward)).toBe(true);
  expect(await confirm(guardian, true, ward)).toEqual({ code: 'CONFLICT' });
});
