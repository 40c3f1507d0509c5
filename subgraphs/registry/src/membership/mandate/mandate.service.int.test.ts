import { newId } from '@birlik/kernel/identifier';
import { viewerName } from '@birlik/trust/context';
import { verifyGrant } from '@birlik/trust/grant';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { isListed } from '@birlik/test/testkit/reach';
import { createDemoData } from '@birlik/demo-data';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { differences } from '../../../testing/listed-people.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const viewerOf = (key: string, roles?: readonly string[]) => officerViewer(demo.organization(key).id, roles);
const giver = viewerOf('assoc-italy');
const other = viewerOf('assoc-us');
const holder = viewerOf('uvoa');
const stranger = viewerOf('asan');
const office = viewerOf('registry-office');
const purpose = 'placement';
const key = randomBytes(32);
const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
const nextPerson = peopleFrom(700);
let member: TestMember;
/** Somebody with a tie to both associations and to nobody else. */
let person: string;

interface Outcome {
  readonly id?: string;
  readonly code?: string;
}

async function mutate(viewer: Viewer, call: string, declare: string, variables: object): Promise<Outcome> {
  const { data, errors } = await member.query<{ outcome: Outcome }>(
    `mutation (${declare}) { outcome: ${call} { ... on Mandate { id } ... on Problem { code } } }`,
    { as: viewer, variables: { ...variables } },
  );
  return data?.outcome ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

const give = (viewer: Viewer, terms: object = {}) =>
  mutate(viewer, 'giveMandate(input: $input)', '$input: GiveMandateInput!', {
    input: { holderId: holder.organizationId, purpose, category: 'ALUMNI', endsAt: inAYear, ...terms },
  });

const revoke = (viewer: Viewer, id: string | undefined) => mutate(viewer, 'revokeMandate(id: $id)', '$id: ID!', { id });

/** The grant for alumni data and the contact that a viewer is given, and why not. */
async function read(viewer: Viewer, stated = purpose) {
  const selection = '{ alumniGrant contact { email } withheld { category reason } }';
  const reads = { here: [{ at: ['_entities'], read: { alumniGrant: ['alumniGrant'], '': ['contact'] } }] };
  const [profile] = await member.entities<{ alumniGrant: string | null; contact: object | null }>(
    [{ __typename: 'Volunteer', id: person }],
    selection,
    { as: viewer, purpose: stated, operation: 'Read', reads },
  );
  const alumni = await verifyGrant(profile?.alumniGrant, {
    audience: 'alumni',
    key,
    subject: person,
    viewer: viewerName(viewer),
  });
  return { alumni: alumni && { basis: alumni.basis, tenants: alumni.tenants }, contact: profile?.contact != null };
}

const nothing = { alumni: null, contact: false };
const opened = (...givers: readonly Viewer[]) => ({
  basis: 'mandate',
  tenants: givers.map((one) => one.organizationId),
});
const lists = (viewer: Viewer, stated = purpose) => isListed(member, { as: viewer, purpose: stated, id: person });

async function tie(organization: Viewer, until: string | null = null): Promise<void> {
  await member.owner.query(
    `insert into affiliation (id, organization_id, volunteer_id, role, since, until)
     values ($1, $2, $3, 'member', '2020-01-01', $4)`,
    [newId(), organization.organizationId, person, until],
  );
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: grantKeysEnvironment(key) });
  await member.owner.query('delete from mandate');
});
afterAll(() => member.close());

beforeEach(async () => {
  person = nextPerson().id;
  await member.owner.query('delete from affiliation where volunteer_id = $1', [person]);
  await member.owner.query('update consent set withdrawn_at = now() where volunteer_id = $1 and withdrawn_at is null', [
    person,
  ]);
  await member.owner.query('delete from mandate');
  await tie(giver);
});

test('its holder reads for its purpose what the giver holds of its people, and lists them, until the request after it is revoked', async () => {
  expect(await read(holder)).toEqual(nothing);
  const { id } = await give(giver);
  expect(await read(holder)).toEqual({ alumni: opened(giver), contact: false });
  expect(await read(holder, 'recruitment')).toEqual(nothing);
  expect([await lists(holder), await lists(holder, 'recruitment'), await lists(stranger)]).toEqual([
    true,
    false,
    false,
  ]);
  await give(giver, { category: 'CONTACT' });
  expect(await read(holder)).toEqual({ alumni: opened(giver), contact: true });
  expect(await revoke(giver, id)).toEqual({ id });
  expect(await read(holder)).toEqual({ alumni: null, contact: true });
  await member.owner.query(
    `update mandate set revoked_at = clock_timestamp(), revoked_by = 'x' where revoked_at is null`,
  );
  expect([await read(holder), await lists(holder)]).toEqual([nothing, false]);
  expect(await differences(member)).toEqual({ missing: 0, surplus: 0 });
});

test('two givers open the rows of both, and a tie of the holder its own beside them', async () => {
  await tie(other);
  await give(giver);
  await give(other);
  const both = await read(holder);
  expect(both.alumni?.tenants).toHaveLength(2);
  expect(both.alumni).toMatchObject({
    basis: 'mandate',
    tenants: expect.arrayContaining(opened(giver, other).tenants) as unknown,
  });
  const platform = viewerOf('asap');
  await give(giver, { holderId: platform.organizationId });
  await tie(platform);
  expect((await read(platform)).alumni).toEqual(opened(giver, platform));
});

test('it reaches no further than the giver: not to ties that ended, nor to what the giver holds by a mandate or a consent', async () => {
  const agency = viewerOf('asan');
  await give(giver);
  await give(holder, { holderId: agency.organizationId, category: 'CONTACT' });
  expect([await read(agency), await lists(agency)]).toEqual([nothing, false]);
  await member.owner.query(`update affiliation set until = current_date - 1 where volunteer_id = $1`, [person]);
  expect([await read(holder), await lists(holder)]).toEqual([nothing, false]);
});

test('a suspended giver or holder makes it worth nothing, and so does its end', async () => {
  await give(giver);
  for (const { organizationId } of [giver, holder]) {
    await member.owner.query('update organization set suspended_at = now() where id = $1', [organizationId]);
    expect([await read(holder), await lists(holder)]).toEqual([nothing, false]);
    await member.owner.query('update organization set suspended_at = null where id = $1', [organizationId]);
    expect([await read(holder), await lists(holder)]).toEqual([{ alumni: opened(giver), contact: false }, true]);
  }
  await member.owner.query('delete from mandate');
  await member.owner.query(
    `insert into mandate (id, giver_id, holder_id, purpose, category, given_at, given_by, ends_at)
     values ($1, $2, $3, $4, 'alumni', now() - interval '2 days', 'x', now() - interval '1 second')`,
    [newId(), giver.organizationId, holder.organizationId, purpose],
  );
  expect([await read(holder), await lists(holder)]).toEqual([nothing, false]);
  expect(await give(giver)).toEqual({ id: expect.any(String) as string });
  expect(await differences(member)).toEqual({ missing: 0, surplus: 0 });
});

test('who ties themself to the giver later is in it too', async () => {
  await give(other);
  expect(await lists(holder)).toBe(false);
  await tie(other);
  expect([await lists(holder), (await read(holder)).alumni]).toEqual([true, opened(other)]);
});

test('the person sees in the log who read for whom, and foresees it in a preview', async () => {
  const { id } = await give(giver);
  await read(holder);
  const viewer = volunteerViewer(person);
  const { data } = await member.query<{
    me: { whoViewedMyData: { nodes: object[] }; whatWouldSee: { alumniGrant: string | null; withheld: object[] } };
  }>(
    `query ($organization: ID!) { me {
       whoViewedMyData(first: 5) { nodes { basis category mandateIds organization { id } onBehalfOf { id } } }
       whatWouldSee(organization: $organization, purpose: "${purpose}") { alumniGrant }
     } }`,
    { as: viewer, variables: { organization: holder.organizationId } },
  );
  expect(data?.me.whoViewedMyData.nodes).toContainEqual({
    basis: 'MANDATE',
    category: 'ALUMNI',
    mandateIds: [id],
    organization: { id: holder.organizationId },
    onBehalfOf: [{ id: giver.organizationId }],
  });
  const seen = await verifyGrant(data?.me.whatWouldSee.alumniGrant, {
    audience: 'alumni',
    key,
    subject: person,
    viewer: viewerName(viewer),
  });
  expect(seen?.tenants).toEqual([giver.organizationId]);
});

test('it is given by officers of an accredited member, to an umbrella, for what the member holds, once', async () => {
  expect(await give(viewerOf('assoc-italy', ['coordinator']))).toEqual({ code: 'FORBIDDEN' });
  expect(await give(volunteerViewer(person))).toEqual({ code: 'FORBIDDEN' });
  expect(await give({ ...giver, scopes: ['graph:read'] })).toEqual({ code: 'FORBIDDEN' });
  expect(await give(giver, { holderId: viewerOf('afci').organizationId })).toEqual({ code: 'CONFLICT' });
  expect(await give(giver, { category: 'STUDY' })).toEqual({ code: 'CONFLICT' });
  expect(await give(giver, { holderId: newId() })).toEqual({ code: 'NOT_FOUND' });
  expect(await give(giver, { purpose: 'marketing' })).toEqual({ code: 'NOT_FOUND' });
  expect(await give(giver, { endsAt: '2020-01-01T00:00:00Z' })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await give(holder)).toEqual({ code: 'BAD_USER_INPUT' });
  const { id } = await give(giver);
  expect(await give(giver, { purpose: purpose.toUpperCase() })).toEqual({ code: 'CONFLICT' });
  for (const viewer of [holder, other, office]) expect(await revoke(viewer, id)).toEqual({ code: 'NOT_FOUND' });
  expect(await revoke(giver, id)).toEqual({ id });
  expect(await revoke(giver, id)).toEqual({ code: 'CONFLICT' });
  expect(await give(giver)).toEqual({ id: expect.any(String) as string });
});

test('giver and holder see theirs, the office all, and nobody else any', async () => {
  const { id } = await give(giver);
  const seen = async (as: Viewer) =>
    (
      await member.query<{ mandates: { nodes: object[] } }>(
        '{ mandates { nodes { id purpose category revokedAt giver { id } holder { id } } } }',
        { as },
      )
    ).data?.mandates.nodes;
  const shown = [
    {
      id,
      purpose,
      category: 'ALUMNI',
      revokedAt: null,
      giver: { id: giver.organizationId },
      holder: { id: holder.organizationId },
    },
  ];
  expect([await seen(giver), await seen(holder), await seen(office)]).toEqual([shown, shown, shown]);
  expect([await seen(other), await seen(stranger)]).toEqual([[], []]);
});

test('a read on it that has begun is over before it is revoked, and one that follows waits and is refused', async () => {
  const { id } = await give(giver);
  const client = await member.owner.connect();
  await client.query('begin');
  await client.query('select end_rights($1)', [giver.organizationId]);
  await client.query(`update mandate set revoked_at = clock_timestamp(), revoked_by = 'x' where id = $1`, [id]);
  const reading = read(holder);
  await expect
    .poll(async () => (await member.owner.query('select from pg_locks where not granted')).rowCount)
    .toBeGreaterThan(0);
  await client.query('commit');
  client.release();
  expect(await reading).toEqual(nothing);
});
