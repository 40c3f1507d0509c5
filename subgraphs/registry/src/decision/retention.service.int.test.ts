import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { viewerName } from '@birlik/trust/context';
import { verifyGrant } from '@birlik/trust/grant';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const person = demo.person(900).id;
const agency = officerViewer(demo.organization('asan').id);
const university = officerViewer(demo.organization('mdu').id);
const key = randomBytes(32);
let member: TestMember;

/** The basis and the tenants of the grant for what the ASAN School holds; null without one. */
async function read(viewer: Viewer, purpose: string) {
  const reads = { here: [{ at: ['_entities'], read: { programmeGrant: ['programmeGrant'], '': ['contact'] } }] };
  const [profile] = await member.entities<{ programmeGrant: string | null; contact: object | null }>(
    [{ __typename: 'Volunteer', id: person }],
    '{ programmeGrant contact { email } }',
    { as: viewer, purpose, operation: 'Read', reads },
  );
  const expected = { audience: 'asan-school', key, subject: person, viewer: viewerName(viewer) };
  const grant = await verifyGrant(profile?.programmeGrant, expected);
  // What is kept is not a way to the person.
  if (purpose === 'retention') expect(profile?.contact).toBeNull();
  return grant && { basis: grant.basis, tenants: grant.tenants };
}

async function tieEnded(viewer: Viewer, ago: string): Promise<void> {
  await member.owner.query('delete from affiliation where volunteer_id = $1', [person]);
  await member.owner.query(
    `insert into affiliation (id, organization_id, volunteer_id, role, since, until)
     values ($1, $2, $3, 'member', '1900-01-01', day_in('Asia/Baku', now()) - $4::interval)`,
    [newId(), viewer.organizationId, person, ago],
  );
}

beforeAll(async () => {
  member = await startMember(subgraph, {
    seed: true,
    environment: { ...grantKeysEnvironment(key), ERASURE_DELAY_SECONDS: '0' },
  });
  await member.owner.query('update consent set withdrawn_at = now() where volunteer_id = $1', [person]);
});
afterAll(() => member.close());

test('whose tie has ended is read by the owner of the rows for retention alone, and what it does not keep not at all', async () => {
  await tieEnded(agency, '1 day');
  expect(await read(agency, 'retention')).toEqual({ basis: 'retention', tenants: [agency.organizationId] });
  expect(await read(agency, 'certification')).toBeNull();
  expect(await read(university, 'retention')).toBeNull();
});

test('is read for as many years as the table says, and not a day longer', async () => {
  await tieEnded(agency, '75 years');
  expect(await read(agency, 'retention')).toBeNull();
  await tieEnded(agency, '74 years 364 days');
  expect(await read(agency, 'retention')).toMatchObject({ basis: 'retention' });
});

test('an organisation of another kind keeps nothing of it, whatever tie it had', async () => {
  await tieEnded(university, '1 day');
  expect(await read(university, 'retention')).toBeNull();
});

test('the person sees such reads by their basis', async () => {
  await tieEnded(agency, '1 day');
  await read(agency, 'retention');
  const { data } = await member.query<{ me: { whoViewedMyData: { nodes: object[] } } }>(
    '{ me { whoViewedMyData(first: 2) { nodes { basis category } } } }',
    { as: volunteerViewer(person) },
  );
  expect(data?.me.whoViewedMyData.nodes).toContainEqual({ basis: 'RETENTION', category: 'PROGRAMME' });
});

test('whoever is erased is read by the owner of the rows for retention alone, for as long, and by nobody else', async () => {
  const platform = officerViewer(demo.organization('asap').id);
  await member.owner.query('delete from affiliation where volunteer_id = $1', [person]);
  for (const { organizationId } of [agency, platform]) {
    await member.owner.query(
      `insert into affiliation (id, organization_id, volunteer_id, role, since) values ($1, $2, $3, 'member', '2020-01-01')`,
      [newId(), organizationId, person],
    );
  }
  expect(await read(agency, 'certification')).toMatchObject({ basis: 'owner' });
  await member.query('mutation { requestErasure { __typename } }', { as: volunteerViewer(person) });
  const dispatcher = officerViewer(demo.organization('registry-office').id, ['system']);
  expect((await member.query('mutation { beginErasures }', { as: dispatcher })).data).toEqual({ beginErasures: 1 });
  const { rows } = await member.owner.query(
    `select organization_id, until = day_in('Asia/Baku', now()) as "endsToday" from affiliation where volunteer_id = $1`,
    [person],
  );
  expect(rows).toEqual([{ organization_id: agency.organizationId, endsToday: true }]);
  expect(await read(agency, 'retention')).toEqual({ basis: 'retention', tenants: [agency.organizationId] });
  expect(await read(agency, 'certification')).toBeNull();
  for (const other of [university, platform]) expect(await read(other, 'retention')).toBeNull();
  const listed = await member.query<{ volunteers: { nodes: { id: string }[] } }>(
    '{ volunteers(first: 100) { nodes { id } } }',
    { as: agency, purpose: 'certification' },
  );
  expect(listed.data?.volunteers.nodes.map(({ id }) => id)).not.toContain(person);
  await member.owner.query(
    `update affiliation set since = '1900-01-01', until = day_in('Asia/Baku', now()) - interval '75 years' where volunteer_id = $1`,
    [person],
  );
  expect(await read(agency, 'retention')).toBeNull();
});
