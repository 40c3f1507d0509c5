import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const demo = createDemoData();
const founders = demo.facts.alumni.founders.map(({ organizationKey }) => demo.organization(organizationKey).id);
const revoker = demo.organization('assoc-lithuania').id;
let federation: TestStack;

beforeAll(async () => {
  federation = await startTestStack();
  // What people consented to is read whatever associations let the platform do.
  const owner = new pg.Client({ connectionString: federation.stack.databases['registry']?.ownerUrl });
  await owner.connect();
  await owner.query('update consent set withdrawn_at = greatest(given_at, now()) where withdrawn_at is null');
  await owner.end();
});
afterAll(() => federation.close());

interface Listed {
  readonly name: string | null;
  readonly alumniProfile: { readonly organization: { readonly id: string }; readonly mentor: object | null } | null;
}

interface Page {
  readonly volunteers: {
    readonly nodes: readonly Listed[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

/** The associations of the mentors whom the coordinator of the platform sees by name, each once; and the cursor of the first page. */
async function mentorsOf(purpose: string, from: string | null = null) {
  const associations = new Set<string>();
  const cursors: string[] = [];
  let after = from;
  do {
    const { data, errors } = await federation.ask<Page>(
      `query Mentors($after: String) { volunteers(first: 100, after: $after) {
         nodes { name alumniProfile { organization { id } mentor { capacity } } } pageInfo { endCursor hasNextPage } } }`,
      { as: 'alumni-coordinator', purpose, variables: { after } },
    );
    expect(errors).toBeUndefined();
    const { nodes = [], pageInfo = null } = data?.volunteers ?? {};
    for (const { name, alumniProfile } of nodes) {
      if (name !== null && alumniProfile?.mentor) associations.add(alumniProfile.organization.id);
    }
    if (pageInfo?.endCursor) cursors.push(pageInfo.endCursor);
    after = pageInfo?.hasNextPage === true ? pageInfo.endCursor : null;
  } while (after !== null);
  return { associations: [...associations].toSorted(), first: cursors[0] ?? null };
}

test('the platform lists the mentors of the five associations that gave it a mandate, for its purpose alone, until the request after one is revoked', async () => {
  const { associations, first } = await mentorsOf('mentoring');
  expect(associations).toEqual(founders.toSorted());
  expect((await mentorsOf('placement')).associations).toEqual([]);
  const { data } = await federation.ask<{
    mandates: { nodes: { id: string; giver: { id: string }; category: string }[] };
  }>('{ mandates { nodes { id category giver { id } } } }', { as: 'association-officer' });
  expect(data?.mandates.nodes.map(({ giver }) => giver.id)).toEqual([revoker, revoker]);
  for (const { id } of data?.mandates.nodes ?? []) {
    const { errors } = await federation.ask(
      'mutation Revoke($id: ID!) { revokeMandate(id: $id) { ... on Mandate { revokedAt } } }',
      { as: 'association-officer', variables: { id } },
    );
    expect(errors).toBeUndefined();
  }
  const others = founders.filter((id) => id !== revoker).toSorted();
  expect((await mentorsOf('mentoring')).associations).toEqual(others);
  expect((await mentorsOf('mentoring', first)).associations).not.toContain(revoker);
});
