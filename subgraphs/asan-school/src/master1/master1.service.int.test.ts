import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificateType, intake, participation } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
const withoutRules = newId();
const lowest = 51;
let member: TestMember;

/** A person whose Master 1 stands as told. */
async function participant(status: 'active' | 'withdrawn' = 'active', agency = organization): Promise<string> {
  const { id } = await intake(member.owner, { organization_id: agency });
  const facts = { organization_id: agency, intake_id: id, master1_status: status };
  return (await participation(member.owner, facts)).volunteer_id;
}

interface Completion {
  readonly __typename: string;
  readonly code?: string;
  readonly master1?: { status: string; score: number; certificateType: { minimumScore: number } | null };
  readonly volunteer?: { id: string };
}

async function complete(volunteerId: string, score = 80, viewer = officerViewer(organization)) {
  const { data, errors } = await member.query<{ completeMaster1: Completion }>(
    `mutation ($input: CompleteMaster1Input!) {
      completeMaster1(input: $input) {
        __typename
        ... on Problem { code message }
        ... on Master1Completion { master1 { status score certificateType { minimumScore } } volunteer { id } }
      }
    }`,
    { as: viewer, language: 'en', variables: { input: { volunteerId, score } } },
  );
  return { result: data?.completeMaster1, error: errors?.[0] };
}

async function certificatesOf(person: string): Promise<Record<string, unknown>[]> {
  const { rows } = await member.owner.query<Record<string, unknown>>(
    `select stage, minimum_score, serial_number, approved_by_organization_id, revoked_at
       from certificate join certificate_type on certificate_type.id = certificate_type_id where volunteer_id = $1`,
    [person],
  );
  return rows;
}

beforeAll(async () => {
  member = await startMember(subgraph);
  for (const [version, score] of [
    [1, 10],
    [2, lowest],
    [2, 75],
    [2, 90],
  ]) {
    await certificateType(member.owner, { organization_id: organization, version, minimum_score: score });
  }
});
afterAll(() => member.close());

test('an officer completes a Master 1, and the certificate that the score earns is issued with it', async () => {
  const person = await participant();
  expect((await complete(person, 89)).result).toEqual({
    __typename: 'Master1Completion',
    master1: { status: 'COMPLETED', score: 89, certificateType: { minimumScore: 75 } },
    volunteer: { id: person },
  });
  expect(await certificatesOf(person)).toEqual([
    {
      stage: 'master_1',
      minimum_score: 75,
      serial_number: expect.stringMatching(/^M1-\d{4}-[0-9A-F]{15}$/) as string,
      approved_by_organization_id: organization,
      revoked_at: null,
    },
  ]);
});

test('a score below the lowest type completes without a certificate', async () => {
  const person = await participant();
  expect((await complete(person, lowest - 1)).result?.master1).toEqual({
    status: 'COMPLETED',
    score: lowest - 1,
    certificateType: null,
  });
  expect(await certificatesOf(person)).toEqual([]);
});

test('concurrent completions count once', async () => {
  const person = await participant();
  const answers = await meetAtLock(
    member,
    { hold: ['select from programme_participation where volunteer_id = $1 for update', person] },
    [60, 70, 80, 90, 95, 100].map((score) => () => complete(person, score)),
  );
  const made = answers.filter(({ result }) => result?.__typename === 'Master1Completion');
  expect(made).toHaveLength(1);
  expect(answers.filter(({ result }) => result?.code === 'CONFLICT')).toHaveLength(answers.length - 1);
  expect(await certificatesOf(person)).toMatchObject([
    { minimum_score: made[0]?.result?.master1?.certificateType?.minimumScore },
  ]);
});

test('a stage that was left or completed is a conflict', async () => {
  expect((await complete(await participant('withdrawn'))).result).toMatchObject({ code: 'CONFLICT' });
  const person = await participant();
  await complete(person);
  expect((await complete(person)).result).toMatchObject({ code: 'CONFLICT' });
});

test('a valid certificate from an earlier intake is a conflict, and nothing changes', async () => {
  const person = await participant();
  await complete(person);
  const { id: later } = await intake(member.owner, { organization_id: organization });
  const { id } = await participation(member.owner, {
    organization_id: organization,
    volunteer_id: person,
    intake_id: later,
    joined_on: '2026-04-15',
  });
  expect((await complete(person)).result).toMatchObject({ code: 'CONFLICT' });
  const again = await member.owner.query('select master1_status from programme_participation where id = $1', [id]);
  expect(again.rows).toEqual([{ master1_status: 'active' }]);
});

test('an agency without rules of evaluation completes nothing', async () => {
  const person = await participant('active', withoutRules);
  expect((await complete(person, 80, officerViewer(withoutRules))).result).toMatchObject({ code: 'CONFLICT' });
});

test('another agency’s officer does not find the person', async () => {
  const person = await participant();
  expect((await complete(person, 80, officerViewer(withoutRules))).result).toMatchObject({ code: 'NOT_FOUND' });
});

test('a volunteer, and a token that may only read, are forbidden', async () => {
  const person = await participant();
  const readOnly = { ...officerViewer(organization), scopes: ['graph:read'] };
  for (const viewer of [volunteerViewer(person), readOnly]) {
    expect((await complete(person, 80, viewer)).error?.extensions.code).toBe('FORBIDDEN');
  }
});

test('an id that is none and a score out of range are answered with a coded error that names the rule', async () => {
  expect((await complete('no-id')).error).toMatchObject({
    message: expect.stringContaining('volunteerId must be a UUID') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect((await complete(newId(), 101)).error).toMatchObject({
    message: expect.stringContaining('score must not be greater than 100') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect((await complete(newId(), -1)).error?.extensions.code).toBe('BAD_USER_INPUT');
});

test('the table itself refuses a second valid certificate for the stage', async () => {
  const person = await participant();
  await complete(person);
  const columns =
    'organization_id, volunteer_id, participation_id, stage, certificate_type_id, issued_on, approved_by_organization_id';
  const copy = `insert into certificate (id, serial_number, ${columns})
    select gen_random_uuid(), serial_number || '-2', ${columns} from certificate where volunteer_id = $1`;
  await expect(member.owner.query(copy, [person])).rejects.toThrow('certificate_valid');
  await member.owner.query('update certificate set revoked_at = now() where volunteer_id = $1', [person]);
  await member.owner.query(copy, [person]);
  expect(await certificatesOf(person)).toHaveLength(2);
});
