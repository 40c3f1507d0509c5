import { describeClosedDoor } from '@birlik/test/testkit/closed-door';
import { officerViewer, startMember, type TestMember } from '@birlik/test/testkit/member';
import { peopleWith } from '@birlik/test/testkit/people';
import { describePersonalFields } from '@birlik/test/testkit/personal-fields';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const persona = demo.person(0);
const university = persona.study?.organizationId ?? '';
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describePersonalFields({
  member: () => member,
  grantField: 'studyGrant',
  fields: ['enrolments'],
  selection: '{ id enrolments { id startYear organization { id } programme { name fieldCode faculty { name } } } }',
  viewer: officerViewer(demo.organization('uvoa').id),
  person: persona.id,
  otherPerson: demo.person(1).id,
  expected: { enrolments: [{ organization: { id: university } }] },
  empty: { enrolments: [] },
  byTenant: { [university]: { enrolments: [{ organization: { id: university } }] } },
  people: peopleWith((one) => one.study),
});

describeClosedDoor({
  member: () => member,
  query: '{ faculties { nodes { id } } }',
  reference: { __typename: 'Volunteer', id: persona.id },
});

test('public lists are read page by page in the caller’s language', async () => {
  const first = await member.query<{
    programmes: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  }>(`{ programmes(first: 2) { nodes { name } pageInfo { endCursor hasNextPage } } }`, { language: 'en' });
  expect(first.data?.programmes.nodes).toHaveLength(2);
  expect(first.data?.programmes.pageInfo.hasNextPage).toBe(true);
  const second = await member.query<{ programmes: { nodes: { name: string }[] } }>(
    `query ($after: String) { programmes(first: 2, after: $after) { nodes { name } } }`,
    { variables: { after: first.data?.programmes.pageInfo.endCursor }, language: 'az' },
  );
  expect(second.data?.programmes.nodes).toHaveLength(2);
  const foreign = await member.query(`{ programmes(after: "W3siJG5lIjpudWxsfV0") { nodes { id } } }`);
  expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
