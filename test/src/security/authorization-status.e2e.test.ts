import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

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
const noRow = { count: null, codes: ['FORBIDDEN'] };

let federation: TestStack;
beforeAll(async () => {
  // The gateway asks anew at each request; otherwise it would after half a minute.
  federation = await startTestStack({ AUTHORIZATION_STATUS_FRESH_MS: '1' });
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

/** Has an admin of the office change something; resolves to the id of what was changed. */
async function change(mutation: string, type: 'Officer' | 'Organization'): Promise<string> {
  const { data } = await federation.ask<{ changed: { id?: string } }>(
    `mutation { changed: ${mutation} { ... on ${type} { id } } }`,
    { as: 'admin' },
  );
  const id = data?.changed.id;
  if (id === undefined) throw new Error(`"${mutation}" changed nothing.`);
  return id;
}

function personaOf(key: string): { readonly organization: string; readonly subject: string } {
  const persona = createDemoData().personas.find((one) => one.key === key);
  if (persona === undefined || persona.organizationId === null) throw new Error(`There is no officer "${key}".`);
  return { organization: persona.organizationId, subject: persona.sub };
}

describe('an organisation that is suspended', () => {
  test.each(ownLists)('gets no row of its own tenant either: $persona, $list', async ({ persona, list }) => {
    const { organization } = personaOf(persona);
    const before = await rows(persona, list);
    expect(before).toMatchObject({ codes: [] });
    expect(before.count).toBeGreaterThan(0);
    await change(`suspendOrganization(input: { organizationId: "${organization}", reason: "test" })`, 'Organization');
    expect(await rows(persona, list)).toEqual(noRow);
    await change(`reinstateOrganization(id: "${organization}")`, 'Organization');
    expect(await rows(persona, list)).toEqual(before);
  });
});

describe('what the gateway tells operators', () => {
  const ask = (as: string | null) =>
    federation.ask<{ gateway: { members: { name: string; state: string }[] } | null }>(
      '{ gateway { members { name state } schemaChanges { outcome } operations { document } } }',
      as === null ? {} : { as },
    );
  const refused = [{ path: ['gateway'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }];

  test('is for admins of the office, and for nobody else among all personas', async () => {
    const { data, errors } = await ask('admin');
    expect(errors).toBeUndefined();
    expect(data?.gateway?.members.map(({ name }) => name)).toContain('registry');
    for (const { key } of createDemoData().personas.filter((one) => one.key !== 'admin')) {
      const answer = await ask(key);
      expect([key, answer.data, answer.errors]).toMatchObject([key, { gateway: null }, refused]);
    }
    expect(await ask(null)).toMatchObject({ data: { gateway: null }, errors: refused });
  });
});

test('an officer who is dismissed gets no row any more, and a colleague does', async () => {
  const { organization, subject } = personaOf('alumni-officer');
  const before = await rows('alumni-officer', 'matchingRounds');
  expect(before.count).toBeGreaterThan(0);
  const appointment = await change(
    `appointOfficer(input: { organizationId: "${organization}", subject: "${subject}", roles: [OFFICER] })`,
    'Officer',
  );
  expect(await rows('alumni-officer', 'matchingRounds')).toEqual(before);
  await change(`dismissOfficer(id: "${appointment}")`, 'Officer');
  expect(await rows('alumni-officer', 'matchingRounds')).toEqual(noRow);
  expect(await rows('alumni-coordinator', 'matchingRounds')).toEqual(before);
});

test('an admin of the office who is dismissed is told nothing by the gateway any more', async () => {
  const { organization, subject } = personaOf('admin');
  const ask = () => federation.ask<{ gateway: object | null }>('{ gateway { instance } }', { as: 'admin' });
  expect((await ask()).data?.gateway).toEqual({ instance: expect.any(String) });
  const appointment = await change(
    `appointOfficer(input: { organizationId: "${organization}", subject: "${subject}", roles: [ADMIN] })`,
    'Officer',
  );
  expect((await ask()).data?.gateway).toEqual({ instance: expect.any(String) });
  await change(`dismissOfficer(id: "${appointment}")`, 'Officer');
  expect(await ask()).toMatchObject({
    data: { gateway: null },
    errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
  });
});
