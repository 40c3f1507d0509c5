import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, type TestMember } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = officerViewer(demo.organization('registry-office').id);
let member: TestMember<ConfigOf<typeof subgraph>>;

interface Question {
  readonly fields: readonly { readonly field: string; readonly level: string }[];
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

/** What is not equal in both records, of the values that both have. */
const reasons = ({ fields }: Question) =>
  fields
    .filter(({ level }) => level !== 'missing' && level !== 'equal')
    .map(({ field, level }) => `${field} ${level}`)
    .join(', ');

test('the demo’s registers have submitted records about which the office is asked, each for another reason', async () => {
  await resolveSubmitted(member);
  const { data } = await member.query<{ linkageReviews: { nodes: Question[] } }>(
    '{ linkageReviews { nodes { fields { field level } } } }',
    { as: office },
  );
  expect(data?.linkageReviews.nodes.map(reasons).toSorted()).toEqual([
    'BIRTH_DATE day and month exchanged',
    'BIRTH_DATE two of three',
    'GIVEN_NAME different',
    'GIVEN_NAME exchanged, FAMILY_NAME exchanged',
    'GIVEN_NAME same reading, FAMILY_NAME same reading',
    'PHONE different',
  ]);
  const { rows } = await member.owner.query<{ basis: string; people: number }>(
    `select basis, count(distinct volunteer_id)::int as people from access_log
      where operation = 'submitSourceRecords' and basis <> 'compared' group by 1`,
  );
  expect(rows, 'who is told that the office is asked').toEqual([{ basis: 'in_review', people: 6 }]);
  const personas = demo.personas.flatMap(({ volunteerId }) => volunteerId ?? []);
  const own = await member.owner.query('select from access_log where volunteer_id = any($1)', [personas]);
  expect(own.rows, 'rows in the logs of those who sign in to the demo').toEqual([]);
});
