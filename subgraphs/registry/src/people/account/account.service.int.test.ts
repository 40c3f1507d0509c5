import { createDemoData } from '@birlik/demo-data';
import {
  officerViewer,
  startMember,
  testIssuer,
  volunteerViewer,
  type TestMember,
  type Viewer,
} from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const university = officerViewer(demo.organization('mdu').id);
const input = { givenName: 'Aysel', familyName: 'Yeni', patronymic: 'Rauf qızı', birthDate: '2001-02-03' };

let member: TestMember;
beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: { SIGN_UPS_OF_DAY: '6' } });
});
afterAll(() => member.close());

/** Somebody who signed in and is nobody yet. */
const stranger = (sub: string): Viewer => ({ ...volunteerViewer(''), sub, volunteerId: null, roles: [] });

async function signUp(as: Viewer | null, values: object = {}) {
  const { data, errors } = await member.query<{ signUp: { registeredAt?: string; isMinor?: boolean; code?: string } }>(
    `mutation ($input: SignUpInput!) {
      signUp(input: $input) { ... on Account { registeredAt isMinor } ... on Problem { code } }
    }`,
    { as, variables: { input: { ...input, ...values } } },
  );
  return data?.signUp ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

async function whoIs(as: Viewer): Promise<string | null> {
  const { data } = await member.query<{ viewerIdentity: { volunteerId: string | null } }>(
    '{ viewerIdentity { volunteerId } }',
    { as },
  );
  return data?.viewerIdentity.volunteerId ?? null;
}

test('whoever signs up is a person from the next request on, and sees their own name', async () => {
  const as = stranger('new');
  expect(await whoIs(as)).toBeNull();
  expect(await signUp(as)).toMatchObject({ isMinor: false });
  const volunteerId = await whoIs(as);
  expect(volunteerId).not.toBeNull();
  const { data } = await member.query<{ me: object }>('{ me { name contact { birthDate } affiliations { id } } }', {
    as: { ...as, volunteerId, roles: ['volunteer'] },
  });
  expect(data?.me).toEqual({ name: 'Aysel Rauf qızı Yeni', contact: { birthDate: '2001-02-03' }, affiliations: [] });
});

test('a second and a concurrent call make no second person', async () => {
  const as = stranger('twice');
  const answers = await Promise.all([signUp(as), signUp(as), signUp(as)]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await signUp(as, { givenName: 'Another' })).toEqual(answers[0]);
  const { rows } = await member.owner.query(`select from identity_binding where subject = 'twice'`);
  expect(rows).toHaveLength(1);
  expect(await signUp(volunteerViewer(demo.person(0).id))).toMatchObject({ isMinor: false });
});

test('the same subject of another issuer is another person', async () => {
  const issuer = 'https://second.test';
  await member.owner.query(`insert into issuer (issuer, claims, signs_up) values ($1, '{}', true)`, [issuer]);
  await signUp(stranger('shared'));
  await signUp({ ...stranger('shared'), issuer });
  const one = await whoIs(stranger('shared'));
  const other = await whoIs({ ...stranger('shared'), issuer });
  expect([one, other]).not.toContain(null);
  expect(one).not.toBe(other);
});

test('nobody signs up without a token, with one that only reads, or for an organisation', async () => {
  expect(await signUp(null)).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await signUp({ ...stranger('reader'), scopes: ['graph:read'] })).toEqual({ code: 'FORBIDDEN' });
  expect(await signUp(university)).toEqual({ code: 'FORBIDDEN' });
  expect(await signUp({ ...stranger('machine'), client: 'machine' })).toEqual({ code: 'FORBIDDEN' });
  await member.owner.query(
    `insert into officer (id, organization_id, subject, issuer, roles, appointed_at, dismissed_at)
     values (uuidv7(), $1, 'dismissed', $2, '{officer}', now(), now())`,
    [university.organizationId, testIssuer],
  );
  expect(await signUp(stranger('dismissed'))).toEqual({ code: 'FORBIDDEN' });
});

test('an issuer signs nobody up whom the office does not let', async () => {
  const issuer = 'https://third.test';
  expect(await signUp({ ...stranger('new'), issuer })).toEqual({ code: 'FORBIDDEN' });
  await member.owner.query(`insert into issuer (issuer, claims) values ($1, '{volunteer}')`, [issuer]);
  expect(await signUp({ ...stranger('new'), issuer })).toEqual({ code: 'FORBIDDEN' });
  await member.owner.query('update issuer set signs_up = true, withdrawn_at = now() where issuer = $1', [issuer]);
  expect(await signUp({ ...stranger('new'), issuer })).toEqual({ code: 'FORBIDDEN' });
});

test('a binding that ended is not made anew, and names and days have a form', async () => {
  const as = stranger('ended');
  await signUp(as);
  await member.owner.query(`update identity_binding set ended_at = now(), ended_by = 'x' where subject = 'ended'`);
  expect(await signUp(as)).toEqual({ code: 'CONFLICT' });
  for (const values of [
    { givenName: ' ' },
    { familyName: '\u0000' },
    { birthDate: '2999-01-01' },
    { birthDate: 'x' },
  ]) {
    expect(await signUp(stranger('malformed'), values)).toEqual({ code: 'BAD_USER_INPUT' });
  }
});

test('a minor is told that they are one, and a day has so many accounts of an issuer', async () => {
  expect(await signUp(stranger('young'), { birthDate: '2015-01-01' })).toMatchObject({ isMinor: true });
  const codes = [];
  for (const name of ['a', 'b', 'c', 'd']) codes.push((await signUp(stranger(name))).code);
  expect(codes).toContain('LIMIT_REACHED');
  expect(await whoIs(stranger('d'))).toBeNull();
});

test('what somebody says of themself is compared with no record', async () => {
  const { rows } = await member.owner.query<{ keys: string[]; texts: string[] }>(
    `select keys, texts from comparable_record join identity_binding on volunteer_id = comparable_record.id where subject = 'new'`,
  );
  expect(rows).toEqual([{ keys: [], texts: ['', '', '', '', '', ''] }]);
});
