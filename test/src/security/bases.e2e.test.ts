import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const demo = createDemoData();
const person = demo.person(0);
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

describe('a relation of two people', () => {
  interface Related {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  }
  const shown = ({ givenName, patronymic, familyName, email, phone }: typeof person): Related => ({
    name: [givenName, patronymic, familyName].filter(Boolean).join(' '),
    email,
    phone,
  });
  const mentor = demo.person(1);
  const counterpart = 'counterpart { name email phone }';

  test('shows mentor and mentee each other’s name and channels, which stands in the log of whoever is seen', async () => {
    const mentee = await federation.ask<{ me: { mentorships: { counterpart: Related | null }[] } }>(
      `query Mentor { me { mentorships { ${counterpart} } } }`,
      { as: 'volunteer' },
    );
    expect(mentee.errors).toBeUndefined();
    expect(mentee.data?.me.mentorships).toContainEqual({ counterpart: shown(mentor) });
    const mentees = await federation.ask<{ myMentees: { nodes: { counterpart: Related | null }[] } }>(
      `query Mentees { myMentees { nodes { ${counterpart} } } }`,
      { as: 'volunteer-2' },
    );
    expect(mentees.errors).toBeUndefined();
    expect(mentees.data?.myMentees.nodes).toContainEqual({ counterpart: shown(person) });
    const log = await federation.ask<{ me: { whoViewedMyData: { nodes: object[] } } }>(
      '{ me { whoViewedMyData(first: 5) { nodes { basis relation operation fields bySelf } } } }',
      { as: 'volunteer-2' },
    );
    expect(log.data?.me.whoViewedMyData.nodes).toContainEqual({
      basis: 'RELATION',
      relation: 'MENTORSHIP',
      operation: 'Mentor',
      fields: ['name', 'email', 'phone'],
      bySelf: false,
    });
  });

  test('shows an organisation that may read mentorships neither of them', async () => {
    const { data } = await federation.ask<{ volunteer: { mentorships: { counterpart: null }[] | null } }>(
      `query ($id: ID!) { volunteer(id: $id) { mentorships { ${counterpart} } } }`,
      {
        as: 'association-officer',
        purpose: 'mentoring',
        variables: { id: await federation.idFor('association-officer', person.id) },
      },
    );
    expect(data?.volunteer.mentorships?.length).toBeGreaterThan(0);
    for (const mentorship of data?.volunteer.mentorships ?? []) expect(mentorship.counterpart).toBeNull();
  });
});
