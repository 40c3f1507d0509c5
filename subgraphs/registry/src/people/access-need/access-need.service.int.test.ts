import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const reader = officerViewer(demo.organization('uvoa').id);
const nextPerson = peopleFrom(1100);
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

interface Needs {
  readonly needs: readonly string[];
  readonly note: string | null;
}

async function needsOf(id: string, as: Viewer, purpose = 'placement'): Promise<Needs | null> {
  const [seen] = await member.entities<{ accessNeeds: Needs | null }>(
    [{ __typename: 'Volunteer', id }],
    '{ accessNeeds { needs note } }',
    { as, purpose },
  );
  return seen?.accessNeeds ?? null;
}

async function mutate(as: Viewer, call: string, declared: string, variables: object): Promise<string> {
  const { data, errors } = await member.query<{ outcome: { code?: string } }>(
    `mutation (${declared}) { outcome: ${call} { __typename ... on Problem { code } } }`,
    { as, variables: { ...variables } },
  );
  return data?.outcome.code ?? errors?.[0]?.extensions.code ?? 'changed';
}

const say = (as: Viewer, input: object, onBehalfOf: string | null = null) =>
  mutate(
    as,
    'changeAccessNeeds(input: $input, onBehalfOf: $onBehalfOf)',
    '$input: ChangeAccessNeedsInput!, $onBehalfOf: ID',
    { input, onBehalfOf },
  );

const consent = (as: Viewer, category: string, purpose = 'placement') =>
  mutate(as, 'giveConsent(input: $input)', '$input: GiveConsentInput!', {
    input: { recipientOrganizationId: reader.organizationId, purpose, category },
  });

test('a person says what they need and takes it back, and nobody reads it by a tie or by a consent for something else', async () => {
  const { id } = nextPerson();
  const self = volunteerViewer(id);
  await member.owner.query(
    `insert into affiliation (id, organization_id, volunteer_id, role, since) values (uuidv7(), $1, $2, 'member', '2020-01-01')`,
    [reader.organizationId, id],
  );
  const said = { needs: ['STEP_FREE', 'DIET'], note: 'Without gluten' };
  const nothing = { needs: [], note: null };
  expect(await needsOf(id, self)).toEqual(nothing);
  expect(await say(self, said)).toBe('changed');
  expect(await needsOf(id, self)).toEqual(said);
  expect(await consent(self, 'CONTACT')).toBe('changed');
  expect(await needsOf(id, reader)).toBeNull();
  expect(await consent(self, 'ACCESS_NEEDS', 'recruitment')).toBe('BAD_USER_INPUT');
  expect(await consent(self, 'ACCESS_NEEDS')).toBe('changed');
  expect(await needsOf(id, reader)).toEqual(said);
  expect(await needsOf(id, reader, 'recruitment')).toBeNull();
  const { rows } = await member.owner.query<{ basis: string; fields: string[] }>(
    `select basis, refusal from access_log where volunteer_id = $1 and category = 'access_needs' and viewer = $2 order by id`,
    [id, reader.sub],
  );
  expect(rows).toEqual([
    { basis: null, refusal: 'NO_CONSENT' },
    { basis: 'consent', refusal: null },
    { basis: null, refusal: 'PURPOSE_NOT_OPEN' },
  ]);
  expect(await say(self, { needs: [] })).toBe('changed');
  expect(await needsOf(id, self)).toEqual(nothing);
  expect(await needsOf(id, reader)).toEqual(nothing);
});

test('a guardian says it for the ward, and nobody else for anybody', async () => {
  const [{ id: guardian }, { id: ward }] = [nextPerson(), nextPerson()];
  const needs = { needs: ['MEDICINE'], note: null };
  expect(await say(volunteerViewer(guardian), needs, ward)).toBe('NOT_FOUND');
  await member.owner.query(`update volunteer set birth_date = current_date - interval '10 years' where id = $1`, [
    ward,
  ]);
  await member.owner.query(
    `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by)
     values (uuidv7(), $1, $2, 'AZE 123', now(), 'office')`,
    [guardian, ward],
  );
  expect(await say(volunteerViewer(guardian), needs, ward)).toBe('changed');
  expect(await needsOf(ward, volunteerViewer(ward))).toEqual(needs);
  expect(await needsOf(ward, volunteerViewer(guardian))).toEqual(needs);
  expect(await say(reader, needs)).toBe('FORBIDDEN');
  expect(await say({ ...volunteerViewer(ward), scopes: ['graph:read'] }, needs)).toBe('FORBIDDEN');
});
