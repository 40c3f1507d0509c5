import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

/** So many right guesses of each value, and as many wrong ones. */
const tries = 8;
const purpose = 'placement';
const demo = createDemoData();
const target = demo.person(0);
const { givenName, familyName } = target;
const wrongDay = (at: number) => `19${50 + (at % 40)}-02-03`;
const guesses = {
  birthDate: { right: () => target.birthDate, wrong: wrongDay },
  email: { right: () => target.email, wrong: (at: number) => `someone.else.${at}@example.az` },
  phone: { right: () => target.phone, wrong: (at: number) => `+9945000000${10 + at}` },
};
let federation: TestStack;
let owner: pg.Pool;

beforeAll(async () => {
  federation = await startTestStack();
  owner = new pg.Pool({ connectionString: federation.stack.databases['registry']?.ownerUrl });
});
afterAll(async () => {
  await owner.end();
  await federation.close();
});

/** Waits until the job has looked at everything that was submitted. */
async function resolved(): Promise<void> {
  await expect
    .poll(async () => (await owner.query('select from unresolved_submission')).rows.length, { timeout: 30_000 })
    .toBe(0);
}

/** The submission of one record, and all that the answer says of it apart from ids and moments. */
async function told(as: string, record: object): Promise<string> {
  const { status, headers, data, errors } = await federation.ask(
    `mutation Guess($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) {
       __typename ... on SourceRecord { localKey version state submittedAt volunteer { id } } ... on Problem { code message }
     } }`,
    { as, purpose, variables: { records: [record] } },
  );
  const names = [...headers.keys()].toSorted();
  return JSON.stringify({ status, names, data, errors }).replaceAll(/"submittedAt":"[^"]+"/g, '');
}

/** What an organisation is told of guesses of the rest of a person whose name it knows. */
async function tellings(as: string, kind: 'right' | 'wrong'): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const [value, of] of Object.entries(guesses)) {
    for (let at = 0; at < tries; at += 1) {
      answers.push(await told(as, { localKey: `${value}-${at}`, givenName, familyName, [value]: of[kind](at) }));
    }
  }
  await resolved();
  const own = await federation.ask(
    `{ sourceRecords(first: 100) { nodes { localKey version state volunteer { id } } }
       organizationAccessLog(first: 100) { nodes { category basis } } }`,
    { as },
  );
  return [...answers, JSON.stringify({ data: own.data, errors: own.errors })];
}

interface Entry {
  readonly basis: string;
  readonly reference: string | null;
  readonly organization: { readonly name: string };
}

/** What the person finds in their log of records of them. */
async function seenByTarget(): Promise<readonly Entry[]> {
  const { data } = await federation.ask<{ me: { whoViewedMyData: { nodes: Entry[] } } }>(
    '{ me { whoViewedMyData(first: 100) { nodes { basis reference organization { name } } } } }',
    { as: 'volunteer' },
  );
  return data?.me.whoViewedMyData.nodes.filter(({ reference }) => reference !== null) ?? [];
}

test('through the gateway right and wrong guesses are told alike, and the person sees every one of them', async () => {
  const before = await seenByTarget();
  expect(await tellings('union-officer', 'right')).toEqual(await tellings('creative-officer', 'wrong'));
  const seen = (await seenByTarget()).slice(0, -before.length || undefined);
  expect(seen).toHaveLength(2 * Object.keys(guesses).length * tries);
  expect(new Set(seen.map(({ reference }) => reference)).size).toBe(seen.length);
  expect(new Set(seen.map(({ organization }) => organization.name)).size).toBe(2);
});

test('each record that came near somebody has one row with them, and each look of the office one with each of the two', async () => {
  await resolved();
  const { rows: doubled } = await owner.query(
    `select reference_id, volunteer_id, basis from access_log where operation = 'submitSourceRecords'
      group by 1, 2, 3 having count(*) > 1`,
  );
  expect(doubled).toEqual([]);
  // Who is linked with a version of a record, or of whom the office is asked about it, has the row that says so, and nobody else.
  const { rows: apart } = await owner.query(
    `with held as (
       select source.id as reference_id, own.record_id as volunteer_id, 'linked' as basis
         from source_record source
         join person_link link on link.record_id = source.record_id and link.valid_to is null
         join person_link own on own.person_id = link.person_id and own.valid_to is null
         join volunteer on volunteer.id = own.record_id
        where source.operation_id is not null
     ), logged as (
       select reference_id, volunteer_id, basis from access_log where basis = 'linked'
     )
     (table held except table logged) union all (table logged except table held)`,
  );
  expect(apart).toEqual([]);

  const { data } = await federation.ask<{ linkageReviews: { nodes: { id: string }[] } }>(
    'query Reviewed { linkageReviews(first: 100) { nodes { id } } }',
    { as: 'registry-officer' },
  );
  const questions = data?.linkageReviews.nodes.map(({ id }) => id) ?? [];
  expect(questions.length).toBeGreaterThan(0);
  const { rows: seen } = await owner.query<{ questions: number; apart: number; doubled: number }>(
    `with looked as (
       select record_id, other_record_id from linkage_event where kind = 'viewed'
     ), logged as (
       select reference_id, volunteer_id from access_log where operation = 'Reviewed' and basis = 'office_review'
     ), held as (
       select distinct pair.id as reference_id, volunteer.id as volunteer_id
         from linkage_pair pair
         join person_link link on link.record_id in (pair.left_id, pair.right_id) and link.valid_to is null
         join person_link own on own.person_id = link.person_id and own.valid_to is null
         join volunteer on volunteer.id = own.record_id
        where (pair.left_id, pair.right_id) in (select record_id, other_record_id from looked)
     )
     select (select count(*)::int from looked) as questions,
            (select count(*)::int from ((table logged except table held) union all (table held except table logged)) one) as apart,
            (select (count(*) - count(distinct (reference_id, volunteer_id)))::int from logged) as doubled`,
  );
  expect(seen).toEqual([{ questions: questions.length, apart: 0, doubled: 0 }]);
});
