import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, type TestMember } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { registerRecords } from '@birlik/demo-data/register-records';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { relinkAll } from './relink-register.service.js';

const members = [newId(), newId(), newId()].map((id) => officerViewer(id));
const office = newId();
type Registry = TestMember<ConfigOf<typeof subgraph>>;
const started: Registry[] = [];

/** The same records, each of one of three organisations. */
const records = [...registerRecords(30, 'relink')].map(({ id, given, family, patronymic, born, phone }, at) => ({
  as: at % members.length,
  record: {
    localKey: id,
    givenName: given,
    familyName: family,
    patronymic: patronymic || null,
    birthDate: Number.isNaN(Date.parse(born)) ? null : born,
    phone: phone || null,
  },
}));

async function start(): Promise<Registry> {
  const member = await startMember(subgraph);
  started.push(member);
  await member.owner.query(`insert into country (code, name) values ('AZ', '{"az": "Azərbaycan"}')`);
  await member.owner.query(
    `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
     select id, case id when $1 then 'registry' else 'university' end, jsonb_build_object('az', id::text), 'AZ', '2020-01-01', false
       from unnest($2::uuid[]) as id`,
    [office, [office, ...members.map(({ organizationId }) => organizationId)]],
  );
  return member;
}

async function submit(member: Registry, order: typeof records, size: number): Promise<void> {
  for (let from = 0; from < order.length; from += size) {
    const part = order.slice(from, from + size);
    for (const [at, as] of members.entries()) {
      const own = part.filter((one) => one.as === at).map(({ record }) => record);
      const { errors } = await member.query(
        `mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }`,
        { as, purpose: 'certification', variables: { records: own } },
      );
      expect(errors).toBeUndefined();
      await resolveSubmitted(member);
    }
  }
}

/** Which records are together, by their local keys. */
async function people(member: Registry): Promise<string> {
  const { rows } = await member.owner.query<{ together: string }>(
    `select string_agg(local_key, ' ' order by local_key) as together
       from person_link join register_record record on record.id = record_id
      where valid_to is null group by person_id order by 1`,
  );
  return rows.map(({ together }) => together).join('\n');
}

async function derived(member: Registry): Promise<string> {
  const { rows } = await member.owner.query(
    `select (select json_agg(live order by record_id) from (
               select record_id, person_id, status, method, model_version, weight, explanation
                 from person_link where valid_to is null) live) as links,
            (select json_agg(pair order by left_id, right_id) from (
               select left_id, right_id, match_status, national_number_match, weight, fields from linkage_pair) pair) as pairs`,
  );
  return JSON.stringify(rows);
}

beforeAll(() => start());
beforeAll(() => start());
afterAll(() => Promise.all(started.map((member) => member.close())));

test('records that come in another order, few or many at a time, make the same people, and so does all at once', async () => {
  const [one, other] = started;
  if (!one || !other) throw new Error('Two members are needed.');
  await submit(one, records, 30);
  const shuffled = records.toSorted((a, b) =>
    a.record.localKey.split('').toReversed().join('') < b.record.localKey.split('').toReversed().join('') ? -1 : 1,
  );
  await submit(other, shuffled, 9);
  const expected = await people(one);
  expect(expected.split('\n').length).toBeLessThan(records.length);
  expect(await people(other)).toBe(expected);

  const before = await derived(one);
  const { rows } = await one.owner.query<{ count: string }>('select count(*) from person_link');
  const orm = await openDatabase(database, { url: started[0]?.config.DATABASE_URL ?? '', poolSize: 1, log: null });
  try {
    await relinkAll(orm.em, 'test', () => undefined);
    expect(await derived(one)).toBe(before);
    // What was right was not written anew.
    expect((await one.owner.query<{ count: string }>('select count(*) from person_link')).rows).toEqual(rows);
    // From records and decisions alone all that follows from them comes back.
    await one.owner.query('delete from linkage_pair');
    await one.owner.query('update person_link set person_id = record_id, valid_from = valid_from');
    await relinkAll(orm.em, 'test', () => undefined);
    expect(await derived(one)).toBe(before);
  } finally {
    await orm.close();
  }
});
