import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { isListed } from '@birlik/test/testkit/reach';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { differences } from '../../../testing/listed-people.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const platform = demo.organization('asap').id;
const association = demo.organization('assoc-italy').id;
const first = officerViewer(platform, ['officer']);
const second: Viewer = { ...officerViewer(platform, ['coordinator']), sub: 'second' };
const stranger = officerViewer(demo.organization('uvoa').id);
const office = officerViewer(demo.organization('registry-office').id);
const purpose = 'emergency';
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const nextPerson = peopleFrom(800);
let member: TestMember;
/** Somebody with a tie to the association alone. */
let person: string;

interface Outcome {
  readonly id?: string;
  readonly status?: string;
  readonly code?: string;
}

async function mutate(viewer: Viewer, call: string, declare: string, variables: object): Promise<Outcome> {
  const { data, errors } = await member.query<{ outcome: Outcome }>(
    `mutation (${declare}) { outcome: ${call} { ... on Emergency { id status } ... on Problem { code } } }`,
    { as: viewer, variables: { ...variables } },
  );
  return data?.outcome ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

const propose = (viewer: Viewer, input: object = {}) =>
  mutate(viewer, 'proposeEmergency(input: $input)', '$input: ProposeEmergencyInput!', {
    input: {
      event: 'Earthquake',
      reason: 'Find the missing',
      endsAt: inHours(48),
      organizationIds: [association],
      ...input,
    },
  });
const confirm = (viewer: Viewer, id: string | undefined) =>
  mutate(viewer, 'confirmEmergency(id: $id)', '$id: ID!', { id });
const close = (viewer: Viewer, id: string | undefined) => mutate(viewer, 'closeEmergency(id: $id)', '$id: ID!', { id });

/** Whether the viewer reads the person's contact, studies abroad, and lists them. */
async function read(viewer: Viewer, stated = purpose, id = person) {
  const reads = { here: [{ at: ['_entities'], read: { alumniGrant: ['alumniGrant'], '': ['contact'] } }] };
  const [profile] = await member.entities<{ alumniGrant: string | null; contact: object | null }>(
    [{ __typename: 'Volunteer', id }],
    '{ alumniGrant contact { email } }',
    { as: viewer, purpose: stated, operation: 'Read', reads },
  );
  const listed = await isListed(member, { as: viewer, purpose: stated, id });
  return { contact: profile?.contact != null, alumni: profile?.alumniGrant != null, listed };
}

const nothing = { contact: false, alumni: false, listed: false };
const opened = { contact: true, alumni: false, listed: true };

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

beforeEach(async () => {
  person = nextPerson().id;
  await member.owner.query(`update emergency set closed_at = now(), closed_by = 'x' where closed_at is null`);
  await member.owner.query('delete from affiliation where volunteer_id = $1', [person]);
  await member.owner.query('update consent set withdrawn_at = now() where volunteer_id = $1 and withdrawn_at is null', [
    person,
  ]);
  await member.owner.query(
    `insert into affiliation (id, organization_id, volunteer_id, role, since) values ($1, $2, $3, 'member', '2020-01-01')`,
    [newId(), association, person],
  );
});

test('two people open it, neither of them alone, for its purpose and what vital interests need, until it is closed', async () => {
  const { id, status } = await propose(first);
  expect(status).toBe('PROPOSED');
  expect(await read(first)).toEqual(nothing);
  expect(await confirm(first, id)).toEqual({ code: 'CONFLICT' });
  expect(await confirm({ ...stranger, sub: 'second' }, id)).toEqual({ code: 'NOT_FOUND' });
  expect(await read(first)).toEqual(nothing);
  expect(await confirm(second, id)).toEqual({ id, status: 'OPEN' });
  expect([await read(first), await read(second)]).toEqual([opened, opened]);
  expect([await read(first, 'placement'), await read(stranger)]).toEqual([nothing, nothing]);
  expect(await confirm(second, id)).toEqual({ code: 'CONFLICT' });
  expect(await close(stranger, id)).toEqual({ code: 'NOT_FOUND' });
  expect(await close(first, id)).toEqual({ id, status: 'CLOSED' });
  expect(await read(first)).toEqual(nothing);
  expect(await close(first, id)).toEqual({ code: 'CONFLICT' });
  expect(await differences(member)).toEqual({ missing: 0, surplus: 0 });
});

test('says who is the second person that it waits for, and whose organisation can end it', async () => {
  const { id } = await propose(first);
  const may = async (as: Viewer) => {
    const { data } = await member.query<{
      emergencies: { nodes: { id: string; mayConfirm: boolean; mayClose: boolean }[] };
    }>('{ emergencies(first: 50) { nodes { id mayConfirm mayClose } } }', { as });
    const found = data?.emergencies.nodes.find((node) => node.id === id);
    return found && [found.mayConfirm, found.mayClose];
  };
  expect([await may(first), await may(second), await may(office), await may(stranger)]).toEqual([
    [false, true],
    [true, true],
    [false, false],
    undefined,
  ]);
  await confirm(second, id);
  expect([await may(first), await may(second)]).toEqual([
    [false, true],
    [false, true],
  ]);
  await close(first, id);
  expect([await may(first), await may(second)]).toEqual([
    [false, false],
    [false, false],
  ]);
});

test('concerns those whom it names and nobody else, and tells nobody whether they are registered', async () => {
  const other = nextPerson().id;
  await member.owner.query('delete from affiliation where volunteer_id = $1', [other]);
  const unknown = newId();
  const { id } = await propose(first, { organizationIds: null, volunteerIds: [other, unknown] });
  await confirm(second, id);
  expect([await read(first, purpose, other), await read(first)]).toEqual([opened, nothing]);
  const { data } = await member.query<{ emergencies: { nodes: object[] } }>(
    '{ emergencies(first: 1) { nodes { event status proposedBy confirmedBy organization { id } organizations { id } volunteers { id } } } }',
    { as: second },
  );
  expect(data?.emergencies.nodes).toEqual([
    {
      event: 'Earthquake',
      status: 'OPEN',
      proposedBy: first.sub,
      confirmedBy: second.sub,
      organization: { id: platform },
      organizations: [],
      volunteers: [{ id: other }, { id: unknown }],
    },
  ]);
});

test('ends by itself, and lapses when nobody confirms it', async () => {
  const insert = (confirmed: boolean) =>
    member.owner.query<{ id: string }>(
      `insert into emergency (id, organization_id, event, reason, proposed_at, proposed_by, ends_at, confirmed_at, confirmed_by)
       values (uuidv7(), $1, 'Flood', 'Lives', now() - interval '3 hours', 'one', now() - interval '1 hour',
               case when $2 then now() - interval '2 hours' end, case when $2 then 'other' end) returning id`,
      [platform, confirmed],
    );
  const ids = [];
  for (const confirmed of [true, false]) ids.push((await insert(confirmed)).rows[0]?.id);
  await member.owner.query(
    'insert into emergency_organization (id, emergency_id, organization_id) select uuidv7(), id, $2 from unnest($1::uuid[]) as id',
    [ids, association],
  );
  expect(await read(first)).toEqual(nothing);
  expect(await confirm(second, ids[1])).toEqual({ code: 'CONFLICT' });
  const { data } = await member.query<{ emergencies: { nodes: { status: string }[] } }>(
    '{ emergencies(first: 2) { nodes { status } } }',
    { as: first },
  );
  expect(data?.emergencies.nodes.map(({ status }) => status).toSorted()).toEqual(['ENDED', 'LAPSED']);
});

test('everybody who was read is told who read what when, and in which event; others see nothing of it', async () => {
  const { id } = await propose(first);
  await confirm(second, id);
  await read(first);
  await close(first, id);
  const seen = async (viewer: Viewer) =>
    (
      await member.query<{ me: { whoViewedMyData: { nodes: object[] } } }>(
        `{ me { whoViewedMyData(first: 5) { nodes {
             basis category decidedAt organization { id } statedPurpose { code } emergency { event reason confirmedAt closedAt }
           } } } }`,
        { as: viewer },
      )
    ).data?.me.whoViewedMyData.nodes;
  expect(await seen(volunteerViewer(person))).toContainEqual({
    basis: 'EMERGENCY',
    category: 'CONTACT',
    decidedAt: expect.any(String) as string,
    organization: { id: platform },
    statedPurpose: { code: 'emergency' },
    emergency: {
      event: 'Earthquake',
      reason: 'Find the missing',
      confirmedAt: expect.any(String) as string,
      closedAt: expect.any(String) as string,
    },
  });
  const listed = async (as: Viewer) =>
    (await member.query<{ emergencies: { nodes: { id: string }[] } }>('{ emergencies { nodes { id } } }', { as })).data
      ?.emergencies.nodes;
  expect(await listed(office)).toContainEqual({ id });
  expect(await listed(stranger)).toEqual([]);
});

test('is proposed by an umbrella alone, for 72 hours at most, for somebody', async () => {
  expect(await propose(officerViewer(platform, ['analyst']))).toEqual({ code: 'FORBIDDEN' });
  expect(await propose({ ...first, scopes: ['graph:read'] })).toEqual({ code: 'FORBIDDEN' });
  expect(await propose(volunteerViewer(person))).toEqual({ code: 'FORBIDDEN' });
  expect(await propose(officerViewer(association))).toEqual({ code: 'CONFLICT' });
  expect(await propose(first, { endsAt: inHours(73) })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await propose(first, { endsAt: inHours(-1) })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await propose(first, { organizationIds: [] })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await propose(first, { organizationIds: [newId()] })).toEqual({ code: 'NOT_FOUND' });
});

test('one person with two sign-ins is no second person, and two whom two issuers call the same are two', async () => {
  const namesake = { ...first, issuer: 'https://second.test' };
  await member.owner.query(
    `insert into issuer (issuer, claims, any_organization) values ($1, '{organization,roles}', true)`,
    [namesake.issuer],
  );
  await member.owner.query(
    `insert into identity_binding (id, volunteer_id, issuer, subject, bound_at, bound_by)
     select uuidv7(), $1, issuer, $2, now(), 'x' from unnest($3::text[]) issuer`,
    [person, first.sub, [first.issuer, namesake.issuer]],
  );
  const { id } = await propose(first);
  expect(await confirm(namesake, id)).toEqual({ code: 'CONFLICT' });
  const byHand = `set local app.issuer = '${namesake.issuer}'; set local app.subject = '${first.sub}';
    update emergency set confirmed_at = now(), confirmed_by = '${first.sub}', confirmed_by_issuer = '${namesake.issuer}'
     where id = '${id}'`;
  await expect(member.owner.query(byHand)).rejects.toThrow('is confirmed once');
  await member.owner.query('delete from identity_binding');
  expect(await confirm(namesake, id)).toEqual({ id, status: 'OPEN' });
});

test('of two who confirm at the same time one does', async () => {
  const { id } = await propose(first);
  const outcomes = await Promise.all([confirm(second, id), confirm({ ...second, sub: 'third' }, id)]);
  expect(outcomes.map(({ status, code }) => status ?? code).toSorted()).toEqual(['CONFLICT', 'OPEN']);
});

test('the database itself refuses one person alone, another’s name, and a longer time', async () => {
  const insert = (values: string) =>
    member.owner.query(
      `insert into emergency (id, organization_id, event, reason, proposed_by, ends_at, confirmed_at, confirmed_by)
       values (uuidv7(), $1, 'Flood', 'Lives', 'one', ${values})`,
      [platform],
    );
  await expect(insert(`now() + interval '1 day', now() + interval '1 second', 'one'`)).rejects.toThrow('two_people');
  await expect(insert(`now() + interval '73 hours', null, null`)).rejects.toThrow('emergency_ends');
  const { id } = await propose(first);
  await expect(member.owner.query(`update emergency set event = 'Another one' where id = $1`, [id])).rejects.toThrow(
    'nothing else',
  );
});
