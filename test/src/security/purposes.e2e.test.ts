import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

interface Entry {
  readonly id: string;
  readonly name?: string | null;
}

/** A list of the registry has its people as nodes, those of members below an entry. */
type Node = Entry | { readonly volunteer: Entry | null } | null;

interface Listed {
  readonly list: { readonly nodes: readonly Node[] } | null;
}

const personOf = (node: Node): Entry | null => (node && 'volunteer' in node ? node.volunteer : node);

/** Lists of people, each with somebody who may read it and a purpose for it. */
const lists = [
  { as: 'university-officer', field: 'volunteers(first: 5)', purpose: 'recruitment' },
  { as: 'university-officer', field: 'enrolledVolunteers(first: 5)', purpose: 'placement' },
  { as: 'asan-school-officer', field: 'programmeVolunteers(first: 5)', purpose: 'certification' },
  { as: 'union-officer', field: 'servingVolunteers(first: 5)', purpose: 'placement' },
  { as: 'association-officer', field: 'alumniVolunteers(first: 5)', purpose: 'mentoring' },
  { as: 'association-officer', field: 'mentors(first: 5)', purpose: 'mentoring' },
] as const;

let federation: TestStack;
let registry: pg.Pool;
let operations = 0;

beforeAll(async () => {
  federation = await startTestStack();
  registry = new pg.Pool({ connectionString: federation.stack.databases['registry']?.ownerUrl });
});
afterAll(async () => {
  await registry.end();
  await federation.close();
});

/** Reads a list in an operation of its own: whom it shows, what it tells, and whose logs have a row of it. */
async function read({ as, field, name = true }: { as: string; field: string; name?: boolean }, purpose?: string) {
  const operation = `Listing${++operations}`;
  const person = name ? '{ id name }' : '{ id }';
  const below = field.startsWith('volunteers') ? person : `{ volunteer ${person} }`;
  const { data, errors } = await federation.ask<Listed>(`query ${operation} { list: ${field} { nodes ${below} } }`, {
    as,
    ...(purpose !== undefined && { purpose }),
  });
  const people = (data?.list?.nodes ?? []).flatMap((node) => personOf(node) ?? []);
  const { rows } = await registry.query<{ id: string }>(
    `select volunteer_id as id from access_log where operation = $1 and category = 'identity' order by 1`,
    [operation],
  );
  return {
    people,
    shown: people.map(({ id }) => federation.idsOf(as).reveal(id) ?? id).toSorted(),
    logged: rows.map(({ id }) => id),
    errors: (errors ?? []).map(({ extensions }) => extensions),
  };
}

describe.each(lists)('$field, as $as', ({ as, field, purpose }) => {
  test('is refused without a purpose, with those that may be stated, and leaves no row', async () => {
    const { people, logged, errors } = await read({ as, field });
    expect([people, logged]).toEqual([[], []]);
    expect(errors).toEqual([
      expect.objectContaining({ code: 'PURPOSE_MISSING', purposes: expect.arrayContaining([purpose]) as unknown }),
    ]);
  });

  test('leaves a row with everybody whom it shows for one, whatever is asked of them', async () => {
    for (const name of [true, false]) {
      const { shown, logged, errors } = await read({ as, field, name }, purpose);
      expect(errors).toEqual([]);
      expect(shown.length).toBeGreaterThan(0);
      expect(logged).toEqual([...new Set(shown)]);
    }
  });

  test('shows nobody for reports, and no name', async () => {
    const { people, logged, errors } = await read({ as, field }, 'reporting');
    expect([people, logged]).toEqual([[], []]);
    expect(errors.map(({ code }) => code)).toEqual(['PURPOSE_NOT_OPEN']);
  });

  test('is noted for each of many operations that ask at the same time', async () => {
    const reads = await Promise.all(Array.from({ length: 6 }, () => read({ as, field, name: false }, purpose)));
    for (const { shown, logged } of reads) {
      expect(shown.length).toBeGreaterThan(0);
      expect(logged).toEqual([...new Set(shown)]);
    }
  });
});

test('reports are told no name of anybody, and why', async () => {
  const { people } = await read({ as: 'university-officer', field: 'volunteers(first: 1)' }, 'recruitment');
  const { data } = await federation.ask<{ volunteer: object }>(
    'query ($id: ID!) { volunteer(id: $id) { name contact { phone } withheld { category reason } } }',
    { as: 'university-officer', purpose: 'reporting', variables: { id: people[0]?.id } },
  );
  expect(data?.volunteer).toEqual({
    name: null,
    contact: null,
    withheld: [{ category: 'CONTACT', reason: 'PURPOSE_NOT_OPEN' }],
  });
});

test('who protects people reads while a case is open, and the office forbids a purpose, each from the next request on', async () => {
  const as = 'safeguarding-lead';
  const field = 'volunteers(first: 5)';
  const codes = async () => (await read({ as, field }, 'safeguarding')).errors.map(({ code }) => code);
  expect(await codes()).toEqual(['SAFEGUARDING_CASE_MISSING']);
  const endsAt = new Date(Date.now() + 86_400_000).toISOString();
  const { data } = await federation.ask<{ opened: { id: string } }>(
    `mutation ($endsAt: DateTime!) { opened: openSafeguardingCase(input: { reason: "A threat", endsAt: $endsAt }) {
       ... on SafeguardingCase { id } } }`,
    { as, variables: { endsAt } },
  );
  const open = await read({ as, field }, 'safeguarding');
  expect(open.errors).toEqual([]);
  expect(open.logged).toEqual(open.shown);
  await federation.ask('mutation ($id: ID!) { closeSafeguardingCase(id: $id) { __typename } }', {
    as,
    variables: { id: data?.opened.id },
  });
  expect(await codes()).toEqual(['SAFEGUARDING_CASE_MISSING']);

  const union = { as: 'union-officer', field };
  expect((await read(union, 'placement')).errors).toEqual([]);
  await federation.ask(
    'mutation ($id: ID!) { forbidPurpose(input: { organizationId: $id, purpose: "placement" }) { __typename } }',
    { as: 'admin', variables: { id: createDemoData().organization('uvoa').id } },
  );
  expect((await read(union, 'placement')).errors.map(({ code }) => code)).toEqual([
    'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE',
  ]);
});
