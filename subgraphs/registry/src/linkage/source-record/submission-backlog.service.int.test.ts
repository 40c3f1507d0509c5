import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = officerViewer(demo.organization('registry-office').id);
const submitter = officerViewer(demo.organization('assoc-italy').id);
let member: TestMember<ConfigOf<typeof subgraph>>;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  await resolveSubmitted(member);
});
afterAll(() => member.close());

async function backlog(as: Viewer | null = office) {
  const { data, errors } = await member.query<{ submissionBacklog: object | null }>(
    '{ submissionBacklog { state waiting oldestAt } }',
    { as },
  );
  return data?.submissionBacklog ?? errors?.[0]?.extensions.code;
}

test('the office sees how many records wait, since when, and that they are stuck after a minute', async () => {
  expect(await backlog()).toEqual({ state: 'NONE', waiting: 0, oldestAt: null });
  await member.query(
    `mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }`,
    {
      as: submitter,
      purpose: 'placement',
      variables: {
        records: ['W-1', 'W-2'].map((localKey) => ({ localKey, givenName: 'Nümunə', familyName: 'Gözləyən' })),
      },
    },
  );
  expect(await backlog()).toMatchObject({ state: 'MOVING', waiting: 2, oldestAt: expect.any(String) as string });
  await member.owner.query('alter table source_record disable trigger user');
  await member.owner.query(
    `update source_record set submitted_at = now() - interval '61 seconds'
      where id = (select min(id::text)::uuid from unresolved_submission)`,
  );
  await member.owner.query('alter table source_record enable trigger user');
  expect(await backlog()).toMatchObject({ state: 'STUCK', waiting: 2 });
  await resolveSubmitted(member);
  expect(await backlog()).toEqual({ state: 'NONE', waiting: 0, oldestAt: null });
});

test('nobody but the office sees what waits', async () => {
  expect(await backlog(submitter)).toBe('FORBIDDEN');
  expect(await backlog(null)).toBe('UNAUTHENTICATED');
});
