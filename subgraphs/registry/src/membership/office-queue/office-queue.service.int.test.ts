import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = officerViewer(demo.organization('registry-office').id, ['admin', 'officer']);
const union = demo.organization('uvoa').id;
const person = demo.person(0).id;
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  await resolveSubmitted(member);
});
afterAll(() => member.close());

type Queues = Readonly<Record<string, number>>;

async function ask(as: Viewer | null): Promise<Queues | string | undefined> {
  const { data, errors } = await member.query<{ officeQueues: Queues | null }>(
    `{ officeQueues { linkageReviews organizations erasures overdueErasures recoveries doubtfulClaims emergencies
                      safeguardingCases unboundIssuers endingMandates } }`,
    { as },
  );
  return data?.officeQueues ?? errors?.[0]?.extensions.code;
}

async function counted(): Promise<Queues> {
  const answer = await ask(office);
  if (answer === undefined || typeof answer === 'string') throw new Error(`No numbers came, but ${answer}.`);
  return answer;
}

const changes: Readonly<Record<string, { readonly by: Queues; readonly sql: string; readonly values: unknown[] }>> = {
  'a suspended organisation': {
    by: { organizations: 1 },
    sql: 'update organization set suspended_at = now() where id = $1',
    values: [union],
  },
  'a request to be erased that is late': {
    by: { erasures: 1, overdueErasures: 1 },
    sql: `insert into erasure_request (id, number, volunteer_id, requested_at, takes_effect_at, deadline)
          values (uuidv7(), 900000, uuidv7(), now() - interval '40 days', now() - interval '37 days', now() - interval '7 days')`,
    values: [],
  },
  'a request to be erased that has time': {
    by: { erasures: 1 },
    sql: `insert into erasure_request (id, number, volunteer_id, requested_at, takes_effect_at, deadline)
          values (uuidv7(), 900001, uuidv7(), now(), now() + interval '3 days', now() + interval '33 days')`,
    values: [],
  },
  'a claim that was not clear': {
    by: { doubtfulClaims: 1 },
    sql: `insert into claim_attempt (id, volunteer_id, tried_at, viewer, way, outcome, organization_id)
          values (uuidv7(), $1, now(), 'x', 'contact', 'unsure', $2)`,
    values: [person, union],
  },
  'a claim of last month': {
    by: {},
    sql: `insert into claim_attempt (id, volunteer_id, tried_at, viewer, way, outcome, organization_id)
          values (uuidv7(), $1, now() - interval '30 days', 'x', 'contact', 'unsure', $2)`,
    values: [person, union],
  },
  'an emergency that waits': {
    by: { emergencies: 1 },
    sql: `insert into emergency (id, organization_id, event, reason, proposed_by, ends_at)
          values (uuidv7(), $1, 'Flood', 'Lives', 'one', now() + interval '1 hour')`,
    values: [union],
  },
  'an open safeguarding case': {
    by: { safeguardingCases: 1 },
    sql: `insert into safeguarding_case (id, organization_id, reason, opened_at, opened_by, ends_at)
          values (uuidv7(), $1, 'A threat', now(), 'lead', now() + interval '1 day')`,
    values: [union],
  },
  'an issuer that may name any organisation': {
    by: { unboundIssuers: 1 },
    sql: `insert into issuer (issuer, claims, any_organization) values ('https://any.test', '{organization,roles}', true)`,
    values: [],
  },
};

test.each(Object.entries(changes))('%s changes the numbers of its queue and no other', async (_name, change) => {
  const before = await counted();
  await member.owner.query(change.sql, change.values);
  const after = await counted();
  const difference = Object.fromEntries(
    Object.keys(before).map((queue) => [queue, (after[queue] ?? 0) - (before[queue] ?? 0)]),
  );
  expect(difference).toEqual({ ...Object.fromEntries(Object.keys(before).map((queue) => [queue, 0])), ...change.by });
});

test('the open questions of linkage are counted, and a decided one no longer', async () => {
  const { linkageReviews = 0 } = await counted();
  expect(linkageReviews).toBeGreaterThan(0);
  const { data } = await member.query<{ linkageReviews: { nodes: { id: string }[] } }>(
    '{ linkageReviews(first: 1) { nodes { id } } }',
    { as: office },
  );
  await member.query('mutation ($id: ID!) { decideLinkageReview(id: $id, verdict: DIFFERENT) { __typename } }', {
    as: office,
    variables: { id: data?.linkageReviews.nodes[0]?.id },
  });
  expect((await counted())['linkageReviews']).toBe(linkageReviews - 1);
});

test('an officer of the office is told all but how many safeguarding cases there are', async () => {
  const officer = officerViewer(demo.organization('registry-office').id, ['officer']);
  expect(await ask(officer)).toEqual({ ...(await counted()), safeguardingCases: null });
});

test('nobody but officers and admins of the office is told a number', async () => {
  const analyst = officerViewer(demo.organization('registry-office').id, ['analyst']);
  expect(await Promise.all([null, analyst, officerViewer(union), volunteerViewer(person)].map(ask))).toEqual([
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
});

test('all numbers take as many statements as the right to ask for them and one', async () => {
  await ask(office);
  const all = member.statements();
  await member.query('{ guardianships(first: 1) { nodes { id } } }', { as: office });
  expect(all).toBe(member.statements());
});
