import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

async function namesOf(field: string): Promise<string[]> {
  const { data, errors } = await member.query<{ organizations: { nodes: { name: string }[] } }>(
    `{ organizations${field} { nodes { name } } }`,
    { language: 'en' },
  );
  expect(errors).toBeUndefined();
  return (data?.organizations.nodes ?? []).map(({ name }) => name);
}

test('organisations are listed whatever their kind, unless one kind is asked for', async () => {
  const all = await namesOf('(first: 100)');
  const union = await namesOf('(first: 100, kind: UNION)');
  expect(all.length).toBeGreaterThan(union.length);
  expect(union).toEqual([demo.organization('uvoa').name.en]);
  expect(all).toEqual(expect.arrayContaining(union));
  expect(await namesOf('(first: 100, kind: null)')).toEqual(all);
});
