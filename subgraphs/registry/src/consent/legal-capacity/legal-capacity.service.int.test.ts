import { newId } from '@birlik/kernel/identifier';
import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const nextPerson = peopleFrom(1_200);
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

async function decides(as: Viewer | null, ...people: string[]) {
  const { data, errors } = await member.query<{ legalCapacity: { decidesFor: string[] } }>(
    'query ($people: [ID!]!) { legalCapacity(people: $people) { decidesFor } }',
    { as, variables: { people } },
  );
  return data?.legalCapacity?.decidesFor.toSorted() ?? errors?.[0]?.extensions.code;
}

/** Makes somebody so old that they are of age in so many days. */
const ofAgeIn = (id: string, days: number) =>
  member.owner.query(
    `update volunteer set birth_date = (day_in('Asia/Baku', now()) - interval '18 years')::date + $2::integer where id = $1`,
    [id, days],
  );

async function guarded() {
  const [{ id: guardian }, { id: ward }] = [nextPerson(), nextPerson()];
  await ofAgeIn(ward, 1);
  const { rows } = await member.owner.query<{ id: string }>(
    `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by)
     values ($1, $2, $3, 'AZE 1', now(), 'office') returning id`,
    [newId(), guardian, ward],
  );
  return { guardian, ward, id: rows[0]?.id };
}

test('a person of age decides for themself, and a guardian for the ward', async () => {
  const { guardian, ward } = await guarded();
  expect(await decides(volunteerViewer(guardian))).toEqual([guardian]);
  expect(await decides(volunteerViewer(guardian), ward)).toEqual([guardian, ward].toSorted());
  expect(await decides(volunteerViewer(ward), ward, guardian)).toEqual([]);
});

test('a guardian decides for a ward until midnight of the day on which the ward is of age, and not after an end', async () => {
  const [one, other] = [await guarded(), await guarded()];
  await ofAgeIn(one.ward, 0);
  expect(await decides(volunteerViewer(one.guardian), one.ward)).toEqual([one.guardian]);
  expect(await decides(volunteerViewer(one.ward))).toEqual([one.ward]);
  await member.owner.query(`update guardianship set ended_at = now(), ended_by = 'office' where id = $1`, [other.id]);
  expect(await decides(volunteerViewer(other.guardian), other.ward)).toEqual([other.guardian]);
});

test('nobody decides for strangers, for people who are not there, or for who is erased', async () => {
  const [one, other] = [await guarded(), await guarded()];
  expect(await decides(volunteerViewer(one.guardian), other.ward, newId(), other.guardian)).toEqual([one.guardian]);
  expect(await decides(volunteerViewer(newId()))).toEqual([]);
  for (const as of [null, officerViewer(demo.organization('registry-office').id)]) {
    expect(await decides(as, one.ward)).toEqual([]);
  }
  await member.owner.query(
    `insert into erasure (order_id, number, person, outcome) values (gen_random_uuid(), 1, person_digest($1), '[]')`,
    [other.guardian],
  );
  expect(await decides(volunteerViewer(other.guardian), other.ward)).toEqual([]);
});

test('a question about too many, or about what is no id, is refused', async () => {
  const as = volunteerViewer(nextPerson().id);
  expect(await decides(as, ...Array.from({ length: 21 }, newId))).toBe('BAD_USER_INPUT');
  expect(await decides(as, 'anna')).toBe('BAD_USER_INPUT');
});
