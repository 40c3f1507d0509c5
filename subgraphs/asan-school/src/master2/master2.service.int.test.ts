import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificate, certificateType, intake, participation } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
const type = newId();
const intakes = [newId(), newId()];
let member: TestMember;

/** A person who completed Master 1 and holds a certificate as told. */
async function graduate(state: 'valid' | 'revoked' | 'none'): Promise<string> {
  const { id, volunteer_id: person } = await participation(member.owner, {
    organization_id: organization,
    intake_id: intakes[0],
    master1_status: 'completed',
    master1_score: 80,
    master1_certificate_type_id: type,
  });
  if (state !== 'none') {
    await certificate(member.owner, {
      organization_id: organization,
      volunteer_id: person,
      participation_id: id,
      certificate_type_id: type,
      revoked_at: state === 'revoked' ? new Date() : null,
      approved_by_organization_id: organization,
    });
  }
  return person;
}

interface Admission {
  readonly __typename: string;
  readonly code?: string;
}

async function admit(volunteerId: string, viewer = officerViewer(organization)) {
  const { data, errors } = await member.query<{ admitToMaster2: Admission }>(
    `mutation ($input: AdmitToMaster2Input!) {
      admitToMaster2(input: $input) {
        __typename
        ... on Problem { code message }
        ... on Master2Admission { master2 { area status score host { id } } volunteer { id } }
      }
    }`,
    { as: viewer, language: 'en', variables: { input: { volunteerId, area: 'SOCIAL' } } },
  );
  return { result: data?.admitToMaster2, error: errors?.[0] };
}

beforeAll(async () => {
  member = await startMember(subgraph);
  await certificateType(member.owner, { id: type, organization_id: organization });
  for (const id of intakes) await intake(member.owner, { id, organization_id: organization });
});
afterAll(() => member.close());

test('an officer admits a holder of a valid Master 1 certificate, once', async () => {
  const person = await graduate('valid');
  expect((await admit(person)).result).toEqual({
    __typename: 'Master2Admission',
    master2: { area: 'SOCIAL', status: 'ACTIVE', score: null, host: null },
    volunteer: { id: person },
  });
  expect((await admit(person)).result).toMatchObject({ code: 'CONFLICT' });
});

test('a completed Master 1 without a certificate, or with a revoked one, is a conflict', async () => {
  for (const certificate of ['none', 'revoked'] as const) {
    const person = await graduate(certificate);
    expect((await admit(person)).result).toMatchObject({ code: 'CONFLICT' });
    const { rows } = await member.owner.query(
      'select from programme_participation where volunteer_id = $1 and master2_status is not null',
      [person],
    );
    expect(rows).toEqual([]);
  }
});

test('concurrent admissions count once', async () => {
  const person = await graduate('valid');
  const answers = await meetAtLock(
    member,
    { hold: ['select from programme_participation where volunteer_id = $1 for update', person] },
    Array.from({ length: 6 }, () => () => admit(person)),
  );
  expect(answers.filter(({ result }) => result?.__typename === 'Master2Admission')).toHaveLength(1);
  expect(answers.filter(({ result }) => result?.code === 'CONFLICT')).toHaveLength(5);
});

test('an admission waits for a revocation that is under way and then refuses', async () => {
  const person = await graduate('valid');
  const hold = ['update certificate set revoked_at = now() where volunteer_id = $1', person] as const;
  const [answer] = await meetAtLock(member, { hold }, [() => admit(person)]);
  expect(answer?.result).toMatchObject({ code: 'CONFLICT' });
});

test('a person who is in Master 1 of another intake now is a conflict', async () => {
  const person = await graduate('valid');
  await participation(member.owner, {
    organization_id: organization,
    volunteer_id: person,
    intake_id: intakes[1],
    joined_on: '2026-04-15',
  });
  expect((await admit(person)).result).toMatchObject({ code: 'CONFLICT' });
});

test('a person who takes no part, and another agency’s participant, are not found', async () => {
  expect((await admit(newId())).result).toMatchObject({ code: 'NOT_FOUND' });
  const person = await graduate('valid');
  expect((await admit(person, officerViewer(newId()))).result).toMatchObject({ code: 'NOT_FOUND' });
});

test('a volunteer, and a token that may only read, are forbidden', async () => {
  const person = await graduate('valid');
  const readOnly = { ...officerViewer(organization), scopes: ['graph:read'] };
  for (const viewer of [volunteerViewer(person), readOnly]) {
    expect((await admit(person, viewer)).error?.extensions.code).toBe('FORBIDDEN');
  }
});

test('an id that is none is answered with a coded error that names the rule', async () => {
  expect((await admit('no-id')).error).toMatchObject({
    message: expect.stringContaining('volunteerId must be a UUID') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
