import { randomBytes } from 'node:crypto';
import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { viewerName } from '@birlik/trust/context';
import { stateListing, type Listing } from '@birlik/trust/listing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const key = randomBytes(32);
const union = demo.organization('uvoa').id;
const officer = officerViewer(union);
const purpose = 'placement';
let registry: TestMember;

beforeAll(async () => {
  registry = await startMember(subgraph, { seed: true, environment: grantKeysEnvironment(key) });
});
afterAll(() => registry.close());

const state = (change: Partial<Listing> = {}, by: { member: string; key: Uint8Array } = { member: 'union', key }) =>
  stateListing(
    {
      person: demo.person(50).id,
      organization: union,
      viewer: viewerName(officer),
      list: 'servingVolunteers',
      ...change,
    },
    by,
  );

interface Terms {
  readonly as?: Viewer | null;
  /** Null: none. */
  readonly purpose?: string | null;
  readonly operation?: string;
  readonly operationId?: string;
}

interface Entry {
  readonly volunteer: { readonly id: string } | null;
}

/** The ids of those who are shown, and the errors of which the operation is told. */
async function list(statements: readonly string[], { purpose: stated = purpose, ...terms }: Terms = {}) {
  const { data, errors } = await registry.query<{ _entities: readonly Entry[] }>(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
       ... on ListedVolunteer { volunteer { id } }
     } }`,
    {
      as: officer,
      ...(stated === null ? {} : { purpose: stated }),
      ...terms,
      variables: { representations: statements.map((statement) => ({ __typename: 'ListedVolunteer', statement })) },
    },
  );
  return { shown: data?._entities.map(({ volunteer }) => volunteer?.id ?? null), errors };
}

const rowsOf = async (operation: string) =>
  (
    await registry.owner.query<object>(
      `select volunteer_id, category, basis, by_self, organization_id, viewer, purpose, fields from access_log
        where operation = $1 order by volunteer_id`,
      [operation],
    )
  ).rows;

test('whoever is shown in a list of an organisation’s own has a row, one for an operation and list', async () => {
  const people = [demo.person(51).id, demo.person(52).id].toSorted();
  const statements = people.map((person) => state({ person }));
  const terms = { operation: 'Listed', operationId: newId() };
  expect(await list([...statements, ...statements], terms)).toEqual({
    shown: [...people, ...people],
    errors: undefined,
  });
  await list(statements, terms);
  expect(await rowsOf('Listed')).toEqual(
    people.map((person) => ({
      volunteer_id: person,
      category: 'identity',
      basis: 'owner',
      by_self: false,
      organization_id: union,
      viewer: officer.sub,
      purpose,
      fields: ['servingVolunteers'],
    })),
  );
  const { data } = await registry.query<{ me: { whoViewedMyData: { nodes: object[] } } }>(
    '{ me { whoViewedMyData(first: 1) { nodes { category basis fields operation organization { id } } } } }',
    { as: volunteerViewer(people[0] ?? '') },
  );
  expect(data?.me.whoViewedMyData.nodes).toEqual([
    {
      category: 'IDENTITY',
      basis: 'OWNER',
      fields: ['servingVolunteers'],
      operation: 'Listed',
      organization: { id: union },
    },
  ]);
});

test('a page of many costs as many statements as one person', async () => {
  await list([state()]);
  const one = registry.statements();
  const people = Array.from({ length: 50 }, (_, index) => demo.person(100 + index).id);
  expect((await list(people.map((person) => state({ person })))).shown).toEqual(people);
  expect(registry.statements()).toBe(one);
});

const refusedTerms: readonly (readonly [string, Terms, string])[] = [
  ['without a purpose', { purpose: null }, 'PURPOSE_MISSING'],
  ['for a purpose that is on no list', { purpose: 'marketing' }, 'PURPOSE_UNKNOWN'],
  ['for a purpose that opens nothing', { purpose: 'reporting' }, 'PURPOSE_NOT_OPEN'],
  ['for a purpose that does not open what the member keeps', { purpose: 'mentoring' }, 'PURPOSE_NOT_OPEN'],
  ['for a purpose of another role', { purpose: 'safeguarding' }, 'ROLE_NOT_ALLOWED'],
  [
    'for a purpose that is not the organisation’s',
    { as: { ...officerViewer(demo.organization('ivc').id) }, purpose: 'mentoring' },
    'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE',
  ],
];

test.for(refusedTerms)('%s nobody is listed, and the operation is told so once', async ([name, terms, code]) => {
  const as = terms.as ?? officer;
  const statements = [53, 54].map((index) =>
    state({ person: demo.person(index).id, viewer: viewerName(as), organization: as.organizationId ?? '' }),
  );
  const { shown, errors } = await list(statements, { ...terms, operation: name });
  expect(shown).toEqual([null, null]);
  expect(errors).toMatchObject([{ extensions: { code, once: true, purposes: expect.any(Array) as unknown } }]);
  expect(await rowsOf(name)).toEqual([]);
});

test('nobody uses the statement of another one, nor one that its member did not make', async () => {
  const other = officerViewer(demo.organization('asan').id);
  for (const as of [
    other,
    { ...officer, sub: 'colleague' },
    { ...officer, issuer: 'https://other.test' },
    { ...officer, organizationId: other.organizationId },
    null,
  ])
    expect(await list([state()], { as, operation: 'Others' })).toEqual({ shown: [null], errors: undefined });
  for (const statement of [state({}, { member: 'union', key: randomBytes(32) }), 'statement'])
    expect(await list([statement], { operation: 'Others' })).toEqual({ shown: [null], errors: undefined });
  expect(await rowsOf('Others')).toEqual([]);
});

test('whoever is erased or not registered is not listed, and the others are', async () => {
  const erased = demo.person(61).id;
  await registry.owner.query(
    `insert into erasure (order_id, number, person, outcome) values ($1, 1, person_digest($2), '[]')`,
    [newId(), erased],
  );
  const statements = [erased, newId(), demo.person(62).id].map((person) => state({ person }));
  expect((await list(statements)).shown).toEqual([null, null, demo.person(62).id]);
});

test('nobody is listed to an organisation that is suspended, however long the question has waited', async () => {
  const outcomes = await meetAtLock(
    registry,
    {
      hold: ['select end_rights($1)', union],
      change: ['update organization set suspended_at = clock_timestamp() where id = $1', union],
    },
    [() => list([state()], { operation: 'Suspended' })],
  );
  expect(outcomes).toEqual([{ shown: [null], errors: undefined }]);
  expect(await rowsOf('Suspended')).toEqual([]);
  await registry.owner.query('update organization set suspended_at = null where id = $1', [union]);
});
