import { createDemoData } from '@birlik/demo-data';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const office = officerViewer(createDemoData().organization('registry-office').id, ['admin']);
const ahead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
let member: TestMember;

interface Outcome {
  readonly id?: string;
  readonly code?: string;
}

async function change(as: Viewer, field: string, input: object, result = 'Organization'): Promise<Outcome> {
  const { data, errors } = await member.query<{ outcome: Outcome }>(
    `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) {
      outcome: ${field}(input: $input) { ... on ${result} { id } ... on Problem { code } } }`.replace(
      'HandOverOrganizationInput',
      'HandOverInput',
    ),
    { as, variables: { input } },
  );
  return data?.outcome ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

async function cancel(as: Viewer, organizationId: string): Promise<Outcome> {
  const { data } = await member.query<{ outcome: Outcome }>(
    `mutation ($id: ID!) { outcome: cancelOrganizationHandOver(organizationId: $id) {
      ... on Organization { id } ... on Problem { code } } }`,
    { as, variables: { id: organizationId } },
  );
  return data?.outcome ?? { code: 'FORBIDDEN' };
}

let names = 0;

/** An organisation with a board of one, and whoever is to follow. */
async function board() {
  const name = `Təhvil birliyi ${++names}`;
  const input = { kind: 'FOUNDATION', nameAz: name, countryCode: 'AZ', issuer: office.issuer };
  const { id = '' } = await change(office, 'registerOrganization', input);
  const old: Viewer = officerViewer(id);
  const next: Viewer = { ...old, sub: `next of ${name}` };
  const appointment = { organizationId: id, subject: old.sub, roles: ['OFFICER'] };
  const { id: outgoing = '' } = await change(office, 'appointOfficer', appointment, 'Officer');
  const handOver = (as: Viewer, { at = ahead(24), incoming = [next.sub], roles = ['OFFICER'] } = {}) =>
    change(as, 'handOverOrganization', {
      organizationId: id,
      at,
      outgoing: [outgoing],
      incoming: incoming.map((subject) => ({ subject, roles })),
    });
  return { id, old, next, outgoing, handOver };
}

/** Whether somebody sees to the organisation's affairs now. */
async function acts(as: Viewer, id: string): Promise<boolean> {
  const { data } = await member.query<{ organization: { officers: object[] | null } }>(
    'query ($id: ID!) { organization(id: $id) { officers { id } } }',
    { as, variables: { id } },
  );
  return (data?.organization.officers ?? null) !== null;
}

/** The instant of an organisation's hand-over comes. */
const pass = (id: string) =>
  member.owner.query(
    `update officer set begins_at = begins_at - interval '1 day', ends_at = ends_at - interval '1 day' where organization_id = $1`,
    [id],
  );

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

test('at its instant the old ones have lost and the new ones have their rights, with nobody doing anything', async () => {
  const { id, old, next, handOver } = await board();
  expect(await handOver(old)).toEqual({ id });
  expect([await acts(old, id), await acts(next, id)]).toEqual([true, false]);
  expect(await cancel(next, id)).toEqual({ code: 'FORBIDDEN' });
  await pass(id);
  expect([await acts(old, id), await acts(next, id)]).toEqual([false, true]);
  expect(await cancel(old, id)).toEqual({ code: 'FORBIDDEN' });
  expect(await cancel(next, id)).toEqual({ code: 'CONFLICT' });
  expect(await handOver(next)).toEqual({ code: 'NOT_FOUND' });
});

test('ends one appointment and begins the other at the very same microsecond', async () => {
  const { rows } = await member.owner.query<{ states: string[][] }>(
    `with moment as (select app_now() + shift as told, shift from unnest(array['1 microsecond', '0']::interval[]) shift)
     select array_agg(array[
       appointment_state(jsonb_populate_record(null::officer, jsonb_build_object('ends_at', told))),
       appointment_state(jsonb_populate_record(null::officer, jsonb_build_object('begins_at', told)))] order by shift desc) as states
       from moment`,
  );
  expect(rows[0]).toEqual({
    states: [
      ['lasting', 'ahead'],
      ['over', 'lasting'],
    ],
  });
});

test('who stays is appointed on, in the roles of the new board', async () => {
  const { id, old, next, handOver } = await board();
  expect(await handOver(old, { incoming: [next.sub, old.sub], roles: ['COORDINATOR', 'OFFICER'] })).toEqual({ id });
  const coordinator = { ...old, roles: ['coordinator', 'officer'] };
  expect([await acts(old, id), await acts(coordinator, id)]).toEqual([true, false]);
  await pass(id);
  expect([await acts(coordinator, id), await acts(next, id)]).toEqual([true, true]);
});

test('is called off before its instant: nobody goes, nobody follows, and another one can be named', async () => {
  const { id, old, next, handOver } = await board();
  expect(await handOver(old, { incoming: [next.sub, old.sub] })).toEqual({ id });
  expect(await handOver(old)).toEqual({ code: 'CONFLICT' });
  expect(await cancel(old, id)).toEqual({ id });
  expect(await cancel(old, id)).toEqual({ code: 'CONFLICT' });
  await pass(id);
  expect([await acts(old, id), await acts(next, id)]).toEqual([true, false]);
  expect(await handOver(old)).toEqual({ id });
  const { rows } = await member.owner.query<{ kind: string }>(
    `select kind from organization_event where organization_id = $1 and kind like 'hand-over%' order by id`,
    [id],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['hand-over-named', 'hand-over-cancelled', 'hand-over-named']);
});

test('who was never to follow after all is not refused where the identity provider vouches for them', async () => {
  const { id, old, next, handOver } = await board();
  await member.owner.query('update organization set officers_listed = false where id = $1', [id]);
  await handOver(old);
  await cancel(old, id);
  expect(await acts(next, id)).toBe(true);
  await handOver(old);
  await pass(id);
  expect(await acts(old, id)).toBe(false);
});

test('of two that are named at once, one counts', async () => {
  const { id, old, handOver } = await board();
  const outcomes = await meetAtLock(member, { hold: ['select end_rights($1)', id] }, [
    () => handOver(old),
    () => handOver(old),
  ]);
  expect(outcomes.map(({ code }) => code ?? 'named').toSorted()).toEqual(['CONFLICT', 'named']);
});

test('is refused for the past, for more than a year, for others’ appointments, and for admins by who is none', async () => {
  const { id, old, handOver } = await board();
  const other = await board();
  expect(await handOver(old, { at: ahead(-1) })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await handOver(old, { at: ahead(24 * 400) })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await handOver(old, { incoming: [] })).toEqual({ code: 'BAD_USER_INPUT' });
  expect(await handOver(old, { roles: ['ADMIN'] })).toEqual({ code: 'FORBIDDEN' });
  expect(await handOver(other.old)).toEqual({ code: 'FORBIDDEN' });
  const foreign = {
    organizationId: id,
    at: ahead(1),
    outgoing: [other.outgoing],
    incoming: [{ subject: 'x', roles: ['OFFICER'] }],
  };
  expect(await change(old, 'handOverOrganization', foreign)).toEqual({ code: 'NOT_FOUND' });
  expect(await acts(other.old, other.id)).toBe(true);
  expect(await handOver(office, { roles: ['ADMIN'] })).toEqual({ id });
  expect(await cancel(old, id)).toEqual({ code: 'FORBIDDEN' });
});
