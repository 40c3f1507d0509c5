import { randomBytes } from 'node:crypto';
import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { stateRelation, type Relation } from '@birlik/trust/relation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const key = randomBytes(32);
const [mentor, mentee] = [demo.person(1), demo.person(0)];
const viewer = volunteerViewer(mentee.id);
const nobody = { name: null, email: null, phone: null };
let registry: TestMember;

beforeAll(async () => {
  registry = await startMember(subgraph, { seed: true, environment: grantKeysEnvironment(key) });
});
afterAll(() => registry.close());

const relation = (change: Partial<Relation> = {}): Relation => ({
  kind: 'mentorship',
  id: newId(),
  person: mentor.id,
  viewer: mentee.id,
  ...change,
});

const state = (stated: Relation, by: { member: string; key: Uint8Array } = { member: 'alumni', key }): string =>
  stateRelation(stated, by);

async function see(statements: readonly string[], as: Viewer | null = viewer) {
  return registry.entities(
    statements.map((statement) => ({ __typename: 'RelatedPerson', statement })),
    '{ name email phone }',
    { as, operation: 'See', reads: { here: [{ at: ['*'], read: { '': ['name', 'email', 'phone'] } }] } },
  );
}

const rowsOf = async (person: string) =>
  (
    await registry.owner.query(
      `select basis, relation, category, viewer, by_self, organization_id, fields, operation from access_log
        where volunteer_id = $1 and basis = 'relation'`,
      [person],
    )
  ).rows;

test('one of two people sees the other one’s name and channels, which stands in that person’s log', async () => {
  const [seen] = await see([state(relation())]);
  expect(seen).toEqual({
    name: [mentor.givenName, mentor.patronymic, mentor.familyName].filter(Boolean).join(' '),
    email: mentor.email,
    phone: mentor.phone,
  });
  expect(await rowsOf(mentor.id)).toEqual([
    {
      basis: 'relation',
      relation: 'mentorship',
      category: 'contact',
      viewer: viewer.sub,
      by_self: false,
      organization_id: null,
      fields: ['name', 'email', 'phone'],
      operation: 'See',
    },
  ]);
  const { data } = await registry.query<{ me: { whoViewedMyData: { nodes: object[] } } }>(
    '{ me { whoViewedMyData(first: 1) { nodes { basis relation category bySelf } } } }',
    { as: volunteerViewer(mentor.id) },
  );
  expect(data?.me.whoViewedMyData.nodes).toEqual([
    { basis: 'RELATION', relation: 'MENTORSHIP', category: 'CONTACT', bySelf: false },
  ]);
});

test('a list of them costs as many statements as one', async () => {
  await see([state(relation())]);
  const one = registry.statements();
  const people = Array.from({ length: 20 }, (_, index) => demo.person(20 + index));
  const seen = await see(people.map(({ id }) => state(relation({ person: id }))));
  expect(seen.map((other) => other?.['email'])).toEqual(people.map(({ email }) => email));
  expect(registry.statements()).toBe(one);
});

const refused: readonly (readonly [string, () => string])[] = [
  ['that another member made', () => state(relation(), { member: 'union', key })],
  ['of a forger', () => state(relation(), { member: 'alumni', key: randomBytes(32) })],
  ['for another viewer', () => state(relation({ viewer: demo.person(2).id }))],
  ['about a person that there is not', () => state(relation({ person: newId() }))],
  ['that is none', () => 'statement'],
];

test.for(refused)('a statement %s shows nobody and leaves no row', async ([, make]) => {
  const before = await registry.owner.query("select count(*) from access_log where operation = 'See'");
  expect(await see([make()])).toEqual([nobody]);
  expect((await registry.owner.query("select count(*) from access_log where operation = 'See'")).rows).toEqual(
    before.rows,
  );
});

test('nobody uses another one’s statement: no officer, and nobody who is not signed in', async () => {
  const statement = state(relation());
  for (const as of [officerViewer(demo.organization('uvoa').id), volunteerViewer(demo.person(2).id), null])
    expect(await see([statement], as)).toEqual([nobody]);
});

test('whoever is erased is not seen any more', async () => {
  const person = demo.person(60).id;
  await registry.owner.query(
    `insert into erasure (order_id, number, person, outcome) values ($1, 1, person_digest($2), '[]')`,
    [newId(), person],
  );
  expect(await see([state(relation({ person }))])).toEqual([nobody]);
  expect(await rowsOf(person)).toEqual([]);
});
