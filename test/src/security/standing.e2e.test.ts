import { createWorld } from '@birlik/world';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestHouse, type TestHouse } from '../testkit/house.js';

/** What an organisation reads of its own tenant, in the member that keeps it. */
const ownLists = [
  { persona: 'association-officer', list: 'alumniVolunteers' },
  { persona: 'association-officer', list: 'mentors' },
  { persona: 'asan-school-officer', list: 'programmeVolunteers' },
  { persona: 'center-analyst', list: 'countryReports' },
  { persona: 'union-officer', list: 'servingVolunteers' },
  { persona: 'union-system', list: 'servingVolunteers' },
  { persona: 'university-officer', list: 'enrolledVolunteers' },
] as const;

let federation: TestHouse;
beforeAll(async () => {
  // The gateway looks anew at each request; else it would after half a minute.
  federation = await startTestHouse({ STANDING_FRESH_MS: '1' });
});
afterAll(() => federation.close());

async function rows(persona: string, list: string): Promise<{ count: number | null; codes: string[] }> {
  const { data, errors } = await federation.ask<Record<string, { edges: object[] } | null>>(
    `{ ${list}(first: 5) { edges { cursor } } }`,
    { as: persona, purpose: 'recruitment' },
  );
  const codes = (errors ?? []).map(({ extensions }) => extensions.code);
  return { count: data?.[list]?.edges.length ?? null, codes: [...new Set(codes)] };
}

async function run(mutation: string): Promise<void> {
  const { data, errors } = await federation.ask<Record<string, { __typename: string }>>(`mutation { ${mutation} }`, {
    as: 'admin',
  });
  expect(errors).toBeUndefined();
  expect(Object.values(data ?? {})).toEqual([{ __typename: 'Organization' }]);
}

const suspend = (id: string) =>
  run(`suspendOrganization(input: {organizationId: "${id}", reason: "test"}) { __typename }`);
const reinstate = (id: string) => run(`reinstateOrganization(id: "${id}") { __typename }`);

describe('an organisation that is suspended', () => {
  test.each(ownLists)('gets no row of its own tenant either: $persona, $list', async ({ persona, list }) => {
    const before = await rows(persona, list);
    expect(before).toMatchObject({ codes: [] });
    expect(before.count).toBeGreaterThan(0);
    const organization = createWorld().personas.find(({ key }) => key === persona)?.organizationId ?? '';
    await suspend(organization);
    expect(await rows(persona, list)).toEqual({ count: null, codes: ['FORBIDDEN'] });
    await reinstate(organization);
    expect(await rows(persona, list)).toEqual(before);
  });
});
