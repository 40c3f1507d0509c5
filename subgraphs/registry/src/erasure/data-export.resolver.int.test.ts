import { randomBytes } from 'node:crypto';
import { createDemoData } from '@birlik/demo-data';
import { viewerName } from '@birlik/trust/context';
import { verifyGrant } from '@birlik/trust/grant';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const key = randomBytes(32);
const office = officerViewer(createDemoData().organization('registry-office').id);
const nextPerson = peopleFrom(700);
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: grantKeysEnvironment(key) });
});
afterAll(() => member.close());

interface Guarded {
  readonly guardian: Viewer;
  readonly ward: string;
  readonly id: string;
}

/** A guardian with a ward of ten years. */
async function guarded(): Promise<Guarded> {
  const [{ id: guardian }, { id: ward }] = [nextPerson(), nextPerson()];
  await member.owner.query(`update volunteer set birth_date = current_date - interval '10 years' where id = $1`, [
    ward,
  ]);
  const { rows } = await member.owner.query<{ id: string }>(
    `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by)
     values (uuidv7(), $1, $2, 'AZE 123', now(), 'office') returning id`,
    [guardian, ward],
  );
  return { guardian: volunteerViewer(guardian), ward, id: rows[0]?.id ?? '' };
}

interface Seen {
  readonly name: string | null;
  readonly contact: object | null;
  readonly studyGrant: string | null;
  readonly withheld: readonly object[];
}

/** What a guardian sees of the ward through the guardianship. */
async function wardSeenBy(as: Viewer, options: { purpose?: string; operation?: string } = {}): Promise<Seen[]> {
  const { data } = await member.query<{ me: { guardianships: { ward: Seen }[] } }>(
    '{ me { guardianships { ward { name contact { birthDate } studyGrant withheld { category } } } } }',
    {
      as,
      ...options,
      reads: {
        here: [
          { at: ['me.guardianships.ward'], read: { '': ['name', 'contact.birthDate'], studyGrant: ['enrolments.id'] } },
        ],
      },
    },
  );
  return data?.me.guardianships.map(({ ward }) => ward) ?? [];
}

interface Entry {
  readonly basis: string | null;
  readonly bySelf: boolean;
  readonly category: string;
  readonly operation: string | null;
}

async function logOf(person: string, as: Viewer): Promise<readonly Entry[]> {
  const [seen] = await member.entities<{ whoViewedMyData: { nodes: Entry[] } | null }>(
    [{ __typename: 'Volunteer', id: person }],
    '{ whoViewedMyData(first: 50) { nodes { basis bySelf category operation } } }',
    { as },
  );
  return seen?.whoViewedMyData?.nodes ?? [];
}

interface Exported {
  readonly studyGrant: string | null;
  readonly registry: { readonly tables: readonly { readonly name: string; readonly rowCount: number }[] } | null;
  readonly accessLog: { readonly nodes: readonly Entry[] } | null;
}

async function exportFor(as: Viewer, onBehalfOf: string | null) {
  const { data, errors } = await member.query<{ myDataExport: Exported | null }>(
    `query Export($onBehalfOf: ID) { myDataExport(onBehalfOf: $onBehalfOf) {
       studyGrant registry { tables { name rowCount } } accessLog(first: 50) { nodes { basis bySelf category operation } } } }`,
    { as, variables: { onBehalfOf }, operation: 'Export' },
  );
  return { exported: data?.myDataExport ?? null, code: errors?.[0]?.extensions.code };
}

const rowsIn = (exported: Exported | null, table: string): number | undefined =>
  exported?.registry?.tables.find(({ name }) => name === table)?.rowCount;

test('a guardian reads what the ward would, by a right of its own name that the ward’s log tells at once', async () => {
  const { guardian, ward } = await guarded();
  const [seen] = await wardSeenBy(guardian, { purpose: 'safeguarding', operation: 'Look' });
  expect(seen).toMatchObject({ name: expect.any(String), contact: expect.any(Object), withheld: [] });
  const grant = verifyGrant(seen?.studyGrant, {
    audience: 'university',
    key,
    subject: ward,
    viewer: viewerName(guardian),
  });
  expect(grant).toMatchObject({ basis: 'guardian', tenants: '*' });
  const told = ['CONTACT', 'STUDY'].map((category) => ({
    basis: 'GUARDIAN',
    bySelf: false,
    category,
    operation: 'Look',
  }));
  for (const viewer of [volunteerViewer(ward), guardian]) {
    const log = (await logOf(ward, viewer)).toSorted((one, other) => (one.category < other.category ? -1 : 1));
    expect(log).toEqual(told);
  }
});

test('whoever reads by no purpose is shown at once, whatever purpose they state', async () => {
  const { guardian, ward } = await guarded();
  await member.owner.query(
    `insert into access_log (id, decided_at, volunteer_id, viewer, by_self, category, basis, relation, purpose, operation, operation_id, request)
     values (uuidv7(), now(), $1, 'x', false, 'contact', 'relation', 'mentorship', 'safeguarding', 'Mentor', uuidv7(), 'x'),
            (uuidv7(), now(), $1, 'x', false, 'contact', 'consent', null, 'safeguarding', 'Protect', uuidv7(), 'x')`,
    [ward],
  );
  for (const viewer of [volunteerViewer(ward), guardian]) {
    expect((await logOf(ward, viewer)).map(({ operation }) => operation)).toEqual(['Mentor']);
  }
});

test('a guardian exports everything about the ward but for what is the ward’s alone', async () => {
  const { guardian, ward } = await guarded();
  await member.owner.query(
    `insert into identity_binding (id, volunteer_id, issuer, subject, bound_at, bound_by)
     values (uuidv7(), $1, (select min(issuer) from issuer), 'ward', now(), 'office')`,
    [ward],
  );
  await member.owner.query(
    `insert into access_log (id, decided_at, volunteer_id, viewer, by_self, category, basis, purpose, operation, operation_id, request)
     values (uuidv7(), now() - interval '400 days', $1, 'x', false, 'contact', 'consent', 'safeguarding', 'Protect', uuidv7(), 'x')`,
    [ward],
  );
  const { exported } = await exportFor(guardian, ward);
  expect(exported?.studyGrant).not.toBeNull();
  expect(rowsIn(exported, 'volunteer')).toBe(1);
  expect(rowsIn(exported, 'guardianship.ward_id')).toBe(1);
  expect(rowsIn(exported, 'identity_binding')).toBe(0);
  expect(JSON.stringify(exported)).not.toContain('Protect');
  const own = await exportFor(volunteerViewer(ward), null);
  expect(rowsIn(own.exported, 'identity_binding')).toBe(1);
  expect(own.exported?.accessLog?.nodes.map(({ operation }) => operation)).toContain('Protect');
  expect(own.exported?.accessLog?.nodes).toContainEqual({
    basis: 'GUARDIAN',
    bySelf: false,
    category: 'STUDY',
    operation: 'Export',
  });
});

test('strangers, guardians of others, ended guardians and guardians of those of age read and export nothing', async () => {
  const { guardian, ward, id } = await guarded();
  const other = await guarded();
  const grown = await guarded();
  await member.owner.query(`update volunteer set birth_date = current_date - interval '19 years' where id = $1`, [
    grown.ward,
  ]);
  const { data } = await member.query<{ endGuardianship: { endedAt: string } }>(
    'mutation ($id: ID!) { endGuardianship(id: $id) { ... on Guardianship { endedAt } } }',
    { as: office, variables: { id } },
  );
  expect(data?.endGuardianship.endedAt).toBeTruthy();
  for (const [viewer, person] of [
    [guardian, ward],
    [other.guardian, ward],
    [volunteerViewer(nextPerson().id), ward],
    [grown.guardian, grown.ward],
  ] as const) {
    expect(await exportFor(viewer, person)).toEqual({ exported: null, code: 'NOT_FOUND' });
    expect(await logOf(person, viewer)).toEqual([]);
    const reference = (type: string) => [{ __typename: type, id: person }];
    expect(await member.entities(reference('Volunteer'), '{ name studyGrant }', { as: viewer })).toEqual([
      { name: null, studyGrant: null },
    ]);
    expect(await member.entities(reference('DataExport'), '{ studyGrant }', { as: viewer })).toEqual([null]);
  }
  const [seen] = await wardSeenBy(guardian);
  expect(seen).toMatchObject({ name: null, contact: null, studyGrant: null });
});

test('whoever is erased is nobody’s guardian any more', async () => {
  const { guardian, ward } = await guarded();
  await member.owner.query(
    `insert into erasure (order_id, number, person, outcome) values (uuidv7(), 1, person_digest($1), '[]')`,
    [guardian.volunteerId],
  );
  const [person] = await member.entities<Seen>([{ __typename: 'Volunteer', id: ward }], '{ name studyGrant }', {
    as: guardian,
  });
  expect(person).toEqual({ name: null, studyGrant: null });
  expect(await logOf(ward, guardian)).toEqual([]);
  expect((await logOf(ward, volunteerViewer(ward))).length).toBeGreaterThan(0);
});
