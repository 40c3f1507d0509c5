import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { createWorld } from '@birlik/world';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../seeds/demo.js';
import { readConfig } from '../config.js';
import { database } from '../database.js';
import { createServer } from '../server.js';

const world = createWorld();
const persona = world.person(0);
const union = world.organization('uvoa').id;
const served = persona.service?.organizationIds ?? [];
const viewer = officerViewer(world.organization('asan').id);
const selection = `{
  id
  serviceRecord {
    minutes
    organizations { id }
    entries { id minutes workedOn status correctsId organization { id } opportunity { id title } }
    agreements { id signedOn endsOn law organization { id } }
  }
  applications { id status reason appliedAt decidedAt opportunity { title organization { id } portal { name } } }
}`;
let member: TestMember;

interface Entry {
  readonly id: string;
  readonly minutes: number;
  readonly workedOn: string;
  readonly correctsId: string | null;
  readonly organization: { readonly id: string };
}

interface Profile {
  readonly id: string;
  readonly serviceRecord: {
    readonly minutes: number;
    readonly organizations: readonly { id: string }[];
    readonly entries: readonly Entry[];
    readonly agreements: readonly { law: string; endsOn: string | null; organization: { id: string } }[];
  } | null;
  readonly applications:
    | readonly { id: string; status: string; opportunity: { title: string; organization: { id: string } } | null }[]
    | null;
}

async function profile(id: string, serviceGrant: string | null, language = 'en'): Promise<Profile> {
  const [entity] = await member.entities<Profile>([{ __typename: 'Volunteer', id, serviceGrant }], selection, {
    as: viewer,
    language,
  });
  if (!entity) throw new Error('The person was not resolved.');
  return entity;
}

/** Bytes order ids as PostgreSQL does. */
const sorted = (ids: readonly string[]) => ids.toSorted();

beforeAll(async () => {
  member = await startMember({ name: 'union', database, readConfig, createServer, seed: loadDemo });
});
afterAll(() => member.close());

test('serviceRecord and applications are null without a grant', async () => {
  expect(await profile(persona.id, null)).toEqual({ id: persona.id, serviceRecord: null, applications: null });
});

test('serviceRecord and applications are null with a grant of another person, another viewer or a forger', async () => {
  const forOther = await member.grant({ person: world.person(1).id, viewer });
  const forOtherViewer = await member.grant({ person: persona.id, viewer: volunteerViewer(newId()) });
  const own = await member.grant({ person: persona.id, viewer });
  for (const grant of [forOther, forOtherViewer, `${own.slice(0, -4)}AAAA`]) {
    expect(await profile(persona.id, grant)).toEqual({ id: persona.id, serviceRecord: null, applications: null });
  }
});

describe('Volunteer.serviceRecord', () => {
  test('is there with a grant for this person, viewer and member', async () => {
    const { serviceRecord } = await profile(persona.id, await member.grant({ person: persona.id, viewer }));
    expect(serviceRecord?.minutes).toBe((persona.service?.hours ?? 0) * 60);
    expect(serviceRecord?.organizations.map(({ id }) => id)).toEqual(sorted(served));
    expect(serviceRecord?.agreements).toHaveLength(served.length + 1);
    expect(serviceRecord?.agreements[0]?.law).toBe('Law on voluntary activity');
  });

  test('shows the rows of those tenants only that the grant names', async () => {
    const foreign = await member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [newId()] });
    expect((await profile(persona.id, foreign)).serviceRecord).toEqual({
      minutes: 0,
      organizations: [],
      entries: [],
      agreements: [],
    });
    const [tenant = ''] = served;
    const own = await member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [tenant] });
    const { serviceRecord } = await profile(persona.id, own);
    expect(serviceRecord?.organizations).toEqual([{ id: tenant }]);
    expect(serviceRecord?.minutes).toBeLessThan((persona.service?.hours ?? 0) * 60);
    expect(serviceRecord?.entries.map(({ organization }) => organization.id)).not.toContain(served[1]);
    expect(serviceRecord?.agreements.map(({ organization }) => organization.id)).toEqual([tenant]);
  });

  test('counts a corrected entry once, as it was corrected', async () => {
    const [person, wrong, right, organization] = [newId(), newId(), newId(), newId()];
    await member.owner.query(
      `insert into service_entry values
         ($1, $3, $4, null, 500, '2025-05-01', 'recorded', null),
         ($2, $3, $4, null, 50, '2025-05-01', 'verified', $1)`,
      [wrong, right, organization, person],
    );
    const { serviceRecord } = await profile(person, await member.grant({ person, viewer }));
    expect(serviceRecord).toMatchObject({ minutes: 50, entries: [{ id: right, minutes: 50, correctsId: wrong }] });
    expect(serviceRecord?.entries).toHaveLength(1);
  });

  test('lists the newest 20 entries while the sum has all', async () => {
    const [person, organization] = [newId(), newId()];
    await member.owner.query(
      `insert into service_entry
       select gen_random_uuid(), $1, $2, null, day, date '2025-01-01' + day, 'verified', null
         from generate_series(1, 25) day`,
      [organization, person],
    );
    const { serviceRecord } = await profile(person, await member.grant({ person, viewer }));
    expect(serviceRecord?.minutes).toBe((25 * 26) / 2);
    const newestFirst = Array.from({ length: 20 }, (_, index) => 25 - index);
    expect(serviceRecord?.entries.map(({ minutes }) => minutes)).toEqual(newestFirst);
    expect(serviceRecord?.entries[0]?.workedOn).toBe('2025-01-26');
  });
});

describe('Volunteer.applications', () => {
  test('is there with a grant for this person, viewer and member', async () => {
    const { applications } = await profile(persona.id, await member.grant({ person: persona.id, viewer }));
    const byOrganization = applications?.map(({ status, opportunity }) => [opportunity?.organization.id, status]);
    expect(byOrganization).toHaveLength(2);
    expect(byOrganization).toContainEqual([union, 'SUBMITTED']);
    expect(byOrganization).toContainEqual([served[0], 'ACCEPTED']);
  });

  test('shows the rows of those tenants only that the grant names', async () => {
    const foreign = await member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [newId()] });
    expect((await profile(persona.id, foreign)).applications).toEqual([]);
    const own = await member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [union] });
    expect((await profile(persona.id, own)).applications).toMatchObject([{ status: 'SUBMITTED' }]);
  });
});

test('a profile costs the same number of statements for 50 people as for 5', async () => {
  const representations = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const { id } = world.person(index);
      return { __typename: 'Volunteer', id, serviceGrant: await member.grant({ person: id, viewer }) };
    }),
  );
  await member.entities(representations.slice(0, 5), selection, { as: viewer });
  const few = member.statements();
  await member.entities(representations, selection, { as: viewer });
  expect(few).toBeGreaterThan(0);
  expect(member.statements()).toBe(few);
});

test('a direct call without the gateway’s assertion gets 401 and nothing else', async () => {
  const bodies = [
    `{ opportunities { nodes { id } } }`,
    `{ _service { sdl } }`,
    `{ _entities(representations: [{ __typename: "Volunteer", id: "${persona.id}" }]) { __typename } }`,
  ];
  for (const query of bodies) {
    const body = JSON.stringify({ query });
    const response = await fetch(member.url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String) as string, extensions: { code: 'UNAUTHENTICATED' } }],
    });
  }
});

test('an organisation lists its own volunteers, as references', async () => {
  const list = `{ servingVolunteers(first: 100) { nodes { id } pageInfo { hasNextPage } } }`;
  const { data } = await member.query<{ servingVolunteers: { nodes: { id: string }[] } }>(list, {
    as: officerViewer(union),
  });
  const ids = data?.servingVolunteers.nodes.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(100);
  const foreign = await member.query(list, { as: viewer });
  expect(foreign.data).toEqual({ servingVolunteers: { nodes: [], pageInfo: { hasNextPage: false } } });
  const answer = await member.query(list, { as: volunteerViewer(persona.id) });
  expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('the volunteer book of an organisation cannot be rewritten by the process', async () => {
  const { rows } = await member.owner.query<{ command: string }>(
    `select cmd as command from pg_policies
      where tablename = 'service_entry' and policyname <> 'service_entry_owner' order by cmd`,
  );
  expect(rows.map(({ command }) => command)).toEqual(['INSERT', 'SELECT']);
});
