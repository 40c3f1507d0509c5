import { newId } from '@birlik/kernel/identifier';
import { dayIn } from '@birlik/kernel/time-zone';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alumnus } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

let member: TestMember;

async function confirmedLongAgo(): Promise<string> {
  const { volunteer_id: volunteer } = await alumnus(member.owner, { last_confirmed_on: '2021-01-01' });
  return volunteer;
}

function confirm(viewer: Viewer) {
  return member.query<{ confirmAlumniFacts: Record<string, unknown> }>(
    `mutation { confirmAlumniFacts { __typename ... on Problem { code } ... on AlumniProfile { lastConfirmedOn mentor { id } } } }`,
    { as: viewer },
  );
}

async function confirmedOn(volunteer: string): Promise<string | undefined> {
  const { rows } = await member.owner.query<{ day: string }>(
    'select last_confirmed_on::text as day from alumnus where volunteer_id = $1',
    [volunteer],
  );
  return rows[0]?.day;
}

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('a person confirms their own facts, and nobody else’s', async () => {
  const [own, other] = [await confirmedLongAgo(), await confirmedLongAgo()];
  const before = dayIn('Asia/Baku', new Date());
  const { data } = await confirm(volunteerViewer(own));
  const after = dayIn('Asia/Baku', new Date());
  expect(data?.confirmAlumniFacts).toMatchObject({ __typename: 'AlumniProfile', mentor: null });
  expect([before, after]).toContain(data?.confirmAlumniFacts['lastConfirmedOn']);
  expect(await confirmedOn(own)).toBe(data?.confirmAlumniFacts['lastConfirmedOn']);
  expect(await confirmedOn(other)).toBe('2021-01-01');
});

test('a person about whom nothing is held has nothing to confirm', async () => {
  const { data } = await confirm(volunteerViewer(newId()));
  expect(data?.confirmAlumniFacts).toMatchObject({ __typename: 'NotFoundProblem', code: 'NOT_FOUND' });
});

test('an officer, and a token that may only read, are forbidden', async () => {
  const volunteer = await confirmedLongAgo();
  const readOnly = { ...volunteerViewer(volunteer), scopes: ['graph:read'] };
  for (const viewer of [officerViewer(newId()), readOnly]) {
    expect((await confirm(viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect(await confirmedOn(volunteer)).toBe('2021-01-01');
});
