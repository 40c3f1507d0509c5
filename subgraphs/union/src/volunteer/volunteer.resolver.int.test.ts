import { peopleIn, type ListedNode } from '@birlik/test/testkit/listed';
import { newId } from '@birlik/kernel/identifier';
import { describeClosedDoor } from '@birlik/test/testkit/closed-door';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { peopleWith } from '@birlik/test/testkit/people';
import { describePersonalFields, readPerson, type PersonalFields } from '@birlik/test/testkit/personal-fields';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceEntry } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const persona = demo.person(0);
const union = demo.organization('uvoa').id;
const served = persona.service?.organizationIds ?? [];
const viewer = officerViewer(demo.organization('asan').id);
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

/** Bytes order ids as PostgreSQL does. */
const sorted = (ids: readonly string[]) => ids.toSorted();

const [tenant = '', otherTenant = ''] = served;
const minutes = (persona.service?.hours ?? 0) * 60;
const agreement = { law: 'Law on voluntary activity' };
const subject: PersonalFields = {
  member: () => member,
  grantField: 'serviceGrant',
  fields: ['serviceRecord', 'applications'],
  selection,
  viewer,
  language: 'en',
  person: persona.id,
  otherPerson: demo.person(1).id,
  expected: {
    serviceRecord: {
      minutes,
      organizations: sorted(served).map((id) => ({ id })),
      agreements: Array.from({ length: served.length + 1 }, () => agreement),
    },
    applications: [{ opportunity: {} }, { opportunity: {} }],
  },
  empty: { serviceRecord: { minutes: 0, organizations: [], entries: [], agreements: [] }, applications: [] },
  byTenant: {
    [tenant]: {
      serviceRecord: {
        minutes: expect.toSatisfy((own: number) => own > 0 && own < minutes) as number,
        organizations: [{ id: tenant }],
        agreements: [{ organization: { id: tenant } }],
      },
      applications: [{ status: 'ACCEPTED' }],
    },
    [union]: { applications: [{ status: 'SUBMITTED' }] },
  },
  people: peopleWith((one) => one.service),
};

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describePersonalFields(subject);

test('the applications are those that the person made, with their answers', async () => {
  const { applications } = await readPerson<Profile>(subject, persona.id);
  const byOrganization = applications?.map(({ status, opportunity }) => [opportunity?.organization.id, status]);
  expect(byOrganization).toHaveLength(2);
  expect(byOrganization).toContainEqual([union, 'SUBMITTED']);
  expect(byOrganization).toContainEqual([tenant, 'ACCEPTED']);
});

test('an owner sees the entries of its own volunteer book and of no other', async () => {
  const token = member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [tenant] });
  const person = { __typename: 'Volunteer', id: persona.id, serviceGrant: token };
  const [found] = await member.entities<Profile>([person], selection, { as: viewer });
  const entries = found?.serviceRecord?.entries ?? [];
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.map(({ organization }) => organization.id)).not.toContain(otherTenant);
});

describe('a service record', () => {
  test('counts a corrected entry once, as it was corrected', async () => {
    const own = { organization_id: newId(), volunteer_id: newId() };
    const wrong = await serviceEntry(member.owner, { ...own, minutes: 500, status: 'recorded' });
    const right = await serviceEntry(member.owner, { ...own, minutes: 50, corrects_id: wrong.id });
    const { serviceRecord } = await readPerson<Profile>(subject, own.volunteer_id);
    expect(serviceRecord).toMatchObject({
      minutes: 50,
      entries: [{ id: right.id, minutes: 50, correctsId: wrong.id }],
    });
    expect(serviceRecord?.entries).toHaveLength(1);
  });

  test('lists the newest 20 entries while the sum has all', async () => {
    const [person, organization] = [newId(), newId()];
    await serviceEntry.many(
      member.owner,
      Array.from({ length: 25 }, (_, index) => ({
        organization_id: organization,
        volunteer_id: person,
        minutes: index + 1,
        worked_on: `2025-01-${String(index + 2).padStart(2, '0')}`,
      })),
    );
    const { serviceRecord } = await readPerson<Profile>(subject, person);
    expect(serviceRecord?.minutes).toBe((25 * 26) / 2);
    const newestFirst = Array.from({ length: 20 }, (_, index) => 25 - index);
    expect(serviceRecord?.entries.map(({ minutes }) => minutes)).toEqual(newestFirst);
    expect(serviceRecord?.entries[0]?.workedOn).toBe('2025-01-26');
  });
});

describeClosedDoor({
  member: () => member,
  query: '{ opportunities { nodes { id } } }',
  reference: { __typename: 'Volunteer', id: persona.id },
});

test('an organisation lists its own volunteers, for the registry to say who they are', async () => {
  const list = `{ servingVolunteers(first: 100) { nodes { statement } pageInfo { hasNextPage } } }`;
  const { data } = await member.query<{ servingVolunteers: { nodes: ListedNode[] } }>(list, {
    as: officerViewer(union),
  });
  const ids = peopleIn(data?.servingVolunteers.nodes);
  expect(new Set(ids).size).toBe(100);
  const foreign = await member.query(list, { as: viewer });
  expect(foreign.data).toEqual({ servingVolunteers: { nodes: [], pageInfo: { hasNextPage: false } } });
  const answer = await member.query(list, { as: volunteerViewer(persona.id) });
  expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('the volunteer book of an organisation cannot be rewritten by the process', async () => {
  const { rows } = await member.owner.query<{ command: string; condition: string | null }>(
    `select cmd as command, qual as condition from pg_policies
      where tablename = 'service_entry' and policyname <> 'service_entry_owner' order by cmd, policyname`,
  );
  const byRequest = rows.filter(({ condition }) => !/app_(about|erased)\(\)/.test(condition ?? ''));
  expect(byRequest.map(({ command }) => command)).toEqual(['INSERT', 'SELECT']);
  // What remains is for an export, and for an erasure by the registry's order.
  const others = rows.filter((row) => !byRequest.includes(row)).map(({ command }) => command);
  expect(others).toEqual(['DELETE', 'SELECT', 'UPDATE']);
});
