import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const organizationId = demo.organization('idea').id;
let member: TestMember;
let officers = 0;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

/** An officer of the organisation who has saved nothing. */
const nextOfficer = (): Viewer => ({ ...officerViewer(organizationId), sub: `officer-${(officers += 1)}` });

interface Saved {
  readonly id?: string;
  readonly code?: string;
}

async function change<Data>(
  as: Viewer | null,
  document: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data | { code?: string }> {
  const { data, errors } = await member.query<{ done: Data | null }>(document, { as, variables });
  return data?.done ?? { ...(errors?.[0]?.extensions.code && { code: errors[0].extensions.code }) };
}

const filter = [
  { facet: 'SKILL', values: ['first aid', 'driving'] },
  { facet: 'AGE_BAND', values: ['18-24'] },
];
const result = '... on SavedSearch { id } ... on Problem { code }';

const save = (as: Viewer | null, name: string, input: object = {}) =>
  change<Saved>(as, `mutation ($input: SaveSearchInput!) { done: saveSearch(input: $input) { ${result} } }`, {
    input: { name, filter, ...input },
  }) as Promise<Saved>;

const rename = (as: Viewer, id: string, name: string) =>
  change<Saved>(
    as,
    `mutation ($id: ID!, $name: String!) { done: renameSavedSearch(id: $id, name: $name) { ${result} } }`,
    {
      id,
      name,
    },
  ) as Promise<Saved>;

const forget = (as: Viewer, id: string) =>
  change<boolean>(as, 'mutation ($id: ID!) { done: deleteSavedSearch(id: $id) }', { id });

async function listOf(as: Viewer) {
  const { data } = await member.query<{ savedSearches: { name: string; sort: string; filter: unknown }[] | null }>(
    '{ savedSearches { name sort filter { facet values } } }',
    { as },
  );
  return data?.savedSearches ?? null;
}

test('an officer keeps searches, finds them as they were, renames and forgets them', async () => {
  const officer = nextOfficer();
  const { id = '' } = await save(officer, ' First aiders ', { sort: 'AGE' });
  await save(officer, 'All', { filter: [] });
  expect(await listOf(officer)).toEqual([
    { name: 'All', sort: 'NEWEST', filter: [] },
    { name: 'First aiders', sort: 'AGE', filter },
  ]);
  expect(await rename(officer, id, 'All')).toEqual({ code: 'CONFLICT' });
  expect(await rename(officer, id, 'Z')).toEqual({ id });
  expect(await forget(officer, id)).toBe(true);
  expect(await forget(officer, id)).toBe(false);
  expect((await listOf(officer))?.map(({ name }) => name)).toEqual(['All']);
});

test('what an officer keeps is out of reach for a colleague and for themself at another organisation', async () => {
  const officer = nextOfficer();
  const { id = '' } = await save(officer, 'Mine');
  for (const other of [nextOfficer(), { ...officer, organizationId: demo.organization('uvoa').id }]) {
    expect(await listOf(other)).toEqual([]);
    expect(await rename(other, id, 'Theirs')).toEqual({ code: 'NOT_FOUND' });
    expect(await forget(other, id)).toBe(false);
    expect(await save(other, 'Mine')).toHaveProperty('id');
  }
  expect((await listOf(officer))?.map(({ name }) => name)).toEqual(['Mine']);
});

test('a name is there once, and thirty searches are kept, also when they are saved at once', async () => {
  const officer = nextOfficer();
  const burst = await Promise.all(Array.from({ length: 33 }, (_, number) => save(officer, `Search ${number % 32}`)));
  expect(burst.filter(({ id }) => id)).toHaveLength(30);
  expect(burst.filter(({ code }) => code === 'CONFLICT')).toHaveLength(3);
});

test('only who may read for an accredited organisation keeps searches, and only such as can be looked for', async () => {
  const officer = nextOfficer();
  expect(await save(null, 'x')).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await save(volunteerViewer(demo.person(0).id), 'x')).toEqual({ code: 'FORBIDDEN' });
  expect(await save({ ...officer, scopes: ['graph:read'] }, 'x')).toEqual({ code: 'FORBIDDEN' });
  for (const wrong of [
    { name: ' ' },
    { filter: [{ facet: 'SKILL', values: [] }] },
    { filter: [filter[0], filter[0]] },
  ]) {
    expect(await save(officer, 'x', wrong)).toEqual({ code: 'BAD_USER_INPUT' });
  }
});

test('what an officer keeps who is a person of the federation goes with them', async () => {
  const { id } = demo.person(40);
  await save({ ...nextOfficer(), volunteerId: id }, 'Mine');
  const { rows } = await member.owner.query('select name from saved_search where volunteer_id = $1', [id]);
  expect(rows).toEqual([{ name: 'Mine' }]);
});
