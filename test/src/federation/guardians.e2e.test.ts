import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const demo = createDemoData();
const union = demo.organization('uvoa').id;
const clockCommand = resolve(import.meta.dirname, '../../../infra/dist/clock.js');
/** The persona whom the office records as guardian. */
const guardian = 'volunteer';
const guardianId = demo.person(0).id;

let federation: TestStack;
let registry: pg.Pool;
let unionRows: pg.Pool;
beforeAll(async () => {
  federation = await startTestStack({}, {}, [], 1);
  const ownerOf = (member: string) =>
    new pg.Pool({ connectionString: federation.stack.databases[member]?.ownerUrl, max: 2 });
  registry = ownerOf('registry');
  unionRows = ownerOf('union');
});
afterAll(async () => {
  await Promise.all([registry?.end(), unionRows?.end()]);
  await federation?.close();
});

type Who = { readonly as: string } | { readonly token: string };

interface Done {
  readonly __typename: string;
  readonly code?: string;
  readonly id?: string;
  readonly status?: string;
}

async function mutate(who: Who, field: string, selection = ''): Promise<Done> {
  const { data, errors } = await federation.ask<{ done: Done }>(
    `mutation { done: ${field} { __typename ${selection} ... on Problem { code } } }`,
    who,
  );
  return data?.done ?? { __typename: 'Error', code: String(errors?.[0]?.extensions.code) };
}

/** Somebody new who is of age in so many days, and is recorded as the ward of the guardian. */
async function ward(name: string, days: number) {
  const token = await federation.stack.token(`new-${name.toLowerCase()}`);
  const { rows } = await registry.query<{ day: string }>(
    `select ((day_in('Asia/Baku', now()) - interval '18 years')::date + $1::integer)::text as day`,
    [days],
  );
  const born = rows[0]?.day;
  const signedUp = await mutate(
    { token },
    `signUp(input: { givenName: "${name}", familyName: "Yeni", birthDate: "${born}" })`,
    '... on Account { awaitsGuardian }',
  );
  expect(signedUp).toEqual({ __typename: 'Account', awaitsGuardian: true });
  const { rows: people } = await registry.query<{ id: string }>(
    `select id from volunteer where given_name = $1 and family_name = 'Yeni'`,
    [name],
  );
  const id = people[0]?.id ?? '';
  const [own, other] = await Promise.all([guardianId, id].map((one) => federation.idFor('registry-officer', one)));
  const recorded = await mutate(
    { as: 'registry-officer' },
    `recordGuardianship(input: { guardianId: "${own}", wardId: "${other}", evidence: "AZE 1" })`,
  );
  expect(recorded.__typename).toBe('Guardianship');
  return { id, token, idForGuardian: await federation.idFor(guardian, id) };
}

/** An opportunity of the union that begins so many days from now; its id is public. */
async function opportunity(days: number): Promise<string> {
  const { rows } = await unionRows.query<{ id: string }>(
    `insert into opportunity
       (id, organization_id, title, summary, city, country_code, starts_on, capacity, published)
     values (uuidv7(), $1, '{"az": "Sınaq", "en": "Trial"}', '{"az": "Sınaq"}', '{"az": "Bakı"}', 'AZ',
             day_in('Asia/Baku', now()) + $2::integer, 5, true) returning id`,
    [union, days],
  );
  return rows[0]?.id ?? '';
}

const apply = (token: string, opportunityId: string) =>
  mutate(
    { token },
    `applyToOpportunity(input: { opportunityId: "${opportunityId}" })`,
    '... on OpportunityApplication { id status }',
  );

const confirm = (who: Who, applicationId: string, more = '') =>
  mutate(
    who,
    `confirmOpportunityApplication(applicationId: "${applicationId}", confirm: true ${more})`,
    '... on OpportunityApplication { status }',
  );

const confirmAccount = (id: string) => mutate({ as: guardian }, `confirmAccount(confirm: true, onBehalfOf: "${id}")`);

interface Waiting {
  readonly id: string;
  readonly opportunity: { readonly title: string };
}

/** What waits for the guardian, by the wards' own ids as the guardian sees them. */
async function waiting(): Promise<Record<string, readonly Waiting[] | null>> {
  const { data } = await federation.ask<{
    me: { guardianships: { ward: { id: string; applications: Waiting[] | null } }[] };
  }>('{ me { guardianships { ward { id applications(awaitingGuardian: true) { id opportunity { title } } } } } }', {
    as: guardian,
    language: 'en',
  });
  return Object.fromEntries(data?.me.guardianships.map(({ ward: { id, applications } }) => [id, applications]) ?? []);
}

/** The organisation's yes to the only application to an opportunity. */
async function accept(opportunityId: string): Promise<Done> {
  const { rows } = await unionRows.query<{ id: string }>(
    'select id from opportunity_application where opportunity_id = $1',
    [opportunityId],
  );
  const hidden = federation.idsOf('union-officer').hide(rows[0]?.id ?? '');
  return mutate(
    { as: 'union-officer' },
    `decideApplication(input: { applicationId: "${hidden}", accept: true })`,
    '... on OpportunityApplication { status }',
  );
}

const kindsFor = async (person: string) =>
  (await registry.query<{ kind: string }>('select kind from message where volunteer_id = $1', [person])).rows.map(
    ({ kind }) => kind,
  );

test('a minor signs up and applies, the guardian says yes to both, and the organisation accepts', async () => {
  const wanted = await opportunity(30);
  const child = await ward('Nigar', 400);
  expect(await apply(child.token, wanted)).toMatchObject({ status: 'AWAITING_GUARDIAN' });
  expect(await apply(child.token, wanted)).toMatchObject({ code: 'CONFLICT' });
  expect(await accept(wanted)).toMatchObject({ code: 'CONFLICT' });

  const [application] = (await waiting())[child.idForGuardian] ?? [];
  expect(application).toMatchObject({ opportunity: { title: 'Trial' } });
  const onBehalfOf = `onBehalfOf: "${child.idForGuardian}"`;
  const id = application?.id ?? '';
  // The account comes first, and a stranger to the family decides nothing.
  expect(await confirm({ as: guardian }, id, onBehalfOf)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await confirmAccount(child.idForGuardian)).toEqual({ __typename: 'AccountConfirmation' });
  const stranger = await federation.idFor('volunteer-2', child.id);
  expect(await confirm({ as: 'volunteer-2' }, id, `onBehalfOf: "${stranger}"`)).not.toHaveProperty('status');
  expect(await confirm({ as: guardian }, id, onBehalfOf)).toMatchObject({ status: 'SUBMITTED' });
  expect((await waiting())[child.idForGuardian]).toEqual([]);
  expect(await accept(wanted)).toMatchObject({ status: 'ACCEPTED' });

  await expect
    .poll(() => kindsFor(child.id), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['account-awaits-guardian', 'account-confirmed', 'application-guardian-asked']));
  await expect.poll(() => kindsFor(guardianId), { timeout: 30_000 }).toContain('guardian-asked');
  const { data } = await federation.ask<{ me: { whoViewedMyData: { nodes: { category: string; basis: string }[] } } }>(
    '{ me { whoViewedMyData(first: 50) { nodes { category basis } } } }',
    { token: child.token },
  );
  expect(data?.me.whoViewedMyData.nodes).toContainEqual({ category: 'SERVICE', basis: 'GUARDIAN' });
});

test('a ward who comes of age confirms by themself, and the guardian does not any more', async () => {
  const wanted = await opportunity(30);
  const child = await ward('Murad', 2);
  await confirmAccount(child.idForGuardian);
  const applied = await apply(child.token, wanted);
  expect(applied).toMatchObject({ status: 'AWAITING_GUARDIAN' });
  const own = applied.id ?? '';
  expect(await confirm({ token: child.token }, own)).toMatchObject({ code: 'REPRESENTATIVE_REQUIRED' });
  const [application] = (await waiting())[child.idForGuardian] ?? [];

  await promisify(execFile)(process.execPath, [clockCommand, '+2d', '--state-dir', federation.stack.folder.dir]);
  const grownUp = () => confirm({ token: child.token }, own);
  await expect.poll(grownUp, { timeout: 20_000 }).toMatchObject({ status: 'SUBMITTED' });
  expect(await confirm({ as: guardian }, application?.id ?? '', `onBehalfOf: "${child.idForGuardian}"`)).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await accept(wanted)).toMatchObject({ status: 'ACCEPTED' });
});
