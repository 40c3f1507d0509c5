import { newId } from '@birlik/kernel/identifier';
import { describeClosedDoor } from '@birlik/test/testkit/closed-door';
import { officerViewer, startMember, type TestMember } from '@birlik/test/testkit/member';
import { peopleWith } from '@birlik/test/testkit/people';
import { describePersonalFields, readPerson, type PersonalFields } from '@birlik/test/testkit/personal-fields';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const persona = demo.person(0);
const federation = demo.organization('afci').id;
const selection = `{ id creativeRecord { applications {
  id status region meanScore electedOn campaign { name aims organization { id } partner { id } } discipline { name }
} } }`;
let member: TestMember;

interface Profile {
  readonly creativeRecord: { readonly applications: readonly { id: string }[] } | null;
}

const subject: PersonalFields = {
  member: () => member,
  grantField: 'creativeGrant',
  fields: ['creativeRecord'],
  selection,
  viewer: officerViewer(demo.organization('uvoa').id),
  person: persona.id,
  otherPerson: demo.person(1).id,
  expected: {
    creativeRecord: {
      applications: [
        {
          status: 'ELECTED',
          region: 'CAPITAL',
          meanScore: persona.creative?.score,
          electedOn: null,
          campaign: {
            aims: demo.facts.creative.aims.map((aim) => aim.name.az),
            organization: { id: federation },
            partner: { id: demo.organization('min-culture').id },
          },
        },
      ],
    },
  },
  empty: { creativeRecord: { applications: [] } },
  byTenant: {
    [federation]: { creativeRecord: { applications: [{ campaign: { organization: { id: federation } } }] } },
  },
  people: peopleWith((one) => one.creative),
};

/** Puts one person's applications to new campaigns of the federation, the oldest first. */
async function applyOften(volunteerId: string, count: number): Promise<void> {
  await member.owner.query(
    `with made as (
       insert into campaign (id, organization_id, name, status, seats)
       select gen_random_uuid(), $1, $2, 'open', 1 from generate_series(1, $3::integer) returning id)
     insert into creative_application
       (id, organization_id, volunteer_id, campaign_id, discipline_id, status, answers, applied_at)
     select gen_random_uuid(), $1, $4, id, (select id from discipline limit 1), 'registered', '{}',
            timestamptz '2020-01-01' + row_number() over () * interval '1 day'
       from made`,
    [federation, { az: 'Ad' }, count, volunteerId],
  );
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describePersonalFields(subject);

test('the record is empty for a person who never applied, whom the grant opens all the same', async () => {
  const stranger = newId();
  const found = await readPerson<Profile>(subject, stranger);
  expect(found.creativeRecord).toEqual({ applications: [] });
});

test('the record has the newest 20 of a person who applied more often', async () => {
  const eager = newId();
  await applyOften(eager, 22);
  const { rows } = await member.owner.query<{ id: string }>(
    'select id from creative_application where volunteer_id = $1 order by applied_at desc limit 20',
    [eager],
  );
  const found = await readPerson<Profile>(subject, eager);
  expect(found.creativeRecord?.applications.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

describeClosedDoor({
  member: () => member,
  query: '{ campaigns { nodes { id } } }',
  reference: { __typename: 'Volunteer', id: persona.id },
});

test('public lists are read page by page in the caller’s language', async () => {
  interface Page {
    disciplines: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  }
  const page = `query ($after: String) {
    disciplines(first: 5, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } }
  }`;
  const first = await member.query<Page>(page, { language: 'en' });
  const after = first.data?.disciplines.pageInfo.endCursor;
  const second = await member.query<Page>(page, { variables: { after }, language: 'en' });
  const names = [first, second].flatMap(({ data }) => data?.disciplines.nodes.map(({ name }) => name));
  expect(names.toSorted()).toEqual(demo.catalogue.creativeDisciplines.map(({ name }) => name.en).toSorted());
  expect(second.data?.disciplines.pageInfo.hasNextPage).toBe(false);
  const foreign = await member.query(`{ disciplines(after: "W3siJG5lIjpudWxsfV0") { nodes { id } } }`);
  expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('the movement is published as the source states it, with its criteria and activities', async () => {
  const list = await member.query<{ campaigns: { nodes: { id: string; name: string }[] } }>(
    `{ campaigns(status: DECIDED) { nodes { id name } } }`,
  );
  const [movement] = list.data?.campaigns.nodes ?? [];
  expect(movement?.name).toBe(demo.facts.creative.movement.name.az);
  const { data } = await member.query(
    `query ($id: ID!) {
      campaign(id: $id) {
        name seats launchedOn launchDay { month day } registeredOver summary
        reportedFigures { value precision } electedFrom commission { name } conventionReport { reportedBy sections { kind entries } }
      }
      selectionCriteria(campaignId: $id) { nodes { weight name } }
      creativeActivities { nodes { title heldOn unescoGoals campaign { id } } }
    }`,
    { variables: { id: movement?.id }, language: 'en' },
  );
  expect(data).toMatchObject({
    campaign: {
      name: 'Creative Azerbaijan Volunteers Movement',
      seats: 30,
      // The source says the day and no year.
      launchedOn: null,
      launchDay: { month: 12, day: 25 },
      registeredOver: 500,
      reportedFigures: [
        { value: 500, precision: 'MORE_THAN' },
        { value: 30, precision: 'EXACT' },
      ],
      electedFrom: ['CAPITAL', 'REGION'],
      commission: { name: 'Selection commission' },
      conventionReport: {
        reportedBy: 'CIVIL_SOCIETY',
        sections: [
          { kind: 'CROSS_CUTTING_PRIORITIES', entries: [] },
          { kind: 'CULTURAL_DOMAINS', entries: [] },
          { kind: 'GOALS', entries: [] },
        ],
      },
    },
  });
  expect(data).toHaveProperty('selectionCriteria.nodes.length', 3);
  expect(data).toHaveProperty('creativeActivities.nodes.0', {
    title: 'Crafts fair (example)',
    heldOn: '2022-09-10',
    unescoGoals: ['3', '4'],
    campaign: { id: movement?.id },
  });
});

// One list at a time: beside each other, the activities' campaigns have their aims already when the page lists them.
test.for([
  ['campaigns(first: $first) { nodes { name aims } }'],
  ['creativeActivities(first: $first) { nodes { title campaign { name aims } } }'],
])('a list of public rows costs the same number of statements however long it is: %s', async ([list]) => {
  const document = `query ($first: Int) { ${list} }`;
  await member.query(document, { variables: { first: 1 } });
  const few = member.statements();
  await member.query(document, { variables: { first: 20 } });
  expect(few).toBeGreaterThan(0);
  expect(member.statements()).toBe(few);
});

test('a campaign is found by its reference and by its id, and null stands for one that is not there', async () => {
  const { rows } = await member.owner.query<{ id: string }>(
    `select id from campaign where status = 'open' and launched_on is not null`,
  );
  const id = rows[0]?.id;
  const found = await member.entities(
    [
      { __typename: 'Campaign', id },
      { __typename: 'Campaign', id: newId() },
    ],
    '{ id partner { id } summary }',
  );
  expect(found).toEqual([{ id, partner: null, summary: null }, null]);
  const none = await member.query(`query ($id: ID!) { campaign(id: $id) { id } }`, { variables: { id: newId() } });
  expect([none.data, none.errors]).toEqual([{ campaign: null }, undefined]);
  const invalid = await member.query(`{ campaign(id: "no-id") { id } }`);
  expect(invalid.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
