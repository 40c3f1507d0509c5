import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = officerViewer(demo.organization('registry-office').id);
const university = officerViewer(demo.organization('mdu').id);
const union = officerViewer(demo.organization('uvoa').id);
let member: TestMember<ConfigOf<typeof subgraph>>;
let next = 0;

interface Evidence {
  readonly field: string;
  readonly level: string;
  readonly weight: number;
  readonly left: string | null;
  readonly right: string | null;
}

interface Review {
  readonly id: string;
  readonly raisedAt: string;
  readonly weight: number;
  readonly probability: number;
  readonly nationalNumbers: string;
  readonly isConflict: boolean;
  readonly isUnsure: boolean;
  readonly left: { readonly id: string; readonly volunteer: { readonly id: string } };
  readonly right: { readonly id: string; readonly volunteer: { readonly id: string } };
  readonly fields: readonly Evidence[];
}

interface Decision {
  readonly id?: string;
  readonly verdict?: string;
  readonly withdrawnAt?: string | null;
  readonly code?: string;
}

const decision = '... on LinkageDecision { id verdict withdrawnAt } ... on Problem { code }';

/** Two people whom no other test knows: a frequent name and a birthday of their own, so that alone they are a question. */
function namesakes() {
  next += 1;
  const birthDate = `19${50 + (next % 40)}-0${1 + (next % 9)}-11`;
  const values = { givenName: 'Nigar', familyName: 'Abbasova', birthDate };
  return { first: { ...values, localKey: `F-${next}` }, second: { ...values, localKey: `S-${next}` } };
}

async function submit(as: Viewer, record: object): Promise<string> {
  const { data } = await member.query<{ submitSourceRecords: { localKey: string }[] }>(
    `mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { ... on SourceRecord { localKey } } }`,
    { as, purpose: 'certification', variables: { records: [record] } },
  );
  await resolveSubmitted(member);
  const { rows } = await member.owner.query<{ id: string }>(
    'select id from register_record where organization_id = $1 and local_key = $2',
    [as.organizationId, data?.submitSourceRecords[0]?.localKey],
  );
  return rows[0]?.id ?? '';
}

/** Two records of two organisations about which the office is asked. */
async function question(): Promise<{ first: string; second: string; review: Review }> {
  const { first, second } = namesakes();
  const [a, b] = [await submit(university, first), await submit(union, second)];
  const review = await reviewOf(a, b);
  if (!review) throw new Error('The two records are no question.');
  return { first: a, second: b, review };
}

async function reviews(as: Viewer = office): Promise<readonly Review[]> {
  const { data, errors } = await member.query<{ linkageReviews: { nodes: Review[] } }>(
    `{ linkageReviews(first: 100) { nodes {
       id raisedAt weight probability nationalNumbers isConflict isUnsure left { id volunteer { id } } right { id volunteer { id } }
       fields { field level weight left right }
     } } }`,
    { as },
  );
  if (errors) throw new Error(errors[0]?.extensions.code);
  return data?.linkageReviews.nodes ?? [];
}

async function reviewOf(...pair: readonly string[]): Promise<Review | undefined> {
  return (await reviews()).find(({ left, right }) => pair.includes(left.id) && pair.includes(right.id));
}

async function change(mutation: string, as: Viewer = office) {
  const { data, errors } = await member.query<{ change: Decision }>(
    `mutation { change: ${mutation} { ${decision} } }`,
    {
      as,
    },
  );
  return { ...data?.change, refused: errors?.[0]?.extensions.code };
}

const decide = (id: string, verdict: string, as?: Viewer) =>
  change(`decideLinkageReview(id: "${id}", verdict: ${verdict})`, as);
const merge = (one: string, other: string, as?: Viewer) => change(`mergePersons(one: "${one}", other: "${other}")`, as);
const unmerge = (id: string, as?: Viewer) => change(`unmergeRecord(recordId: "${id}")`, as);
const withdraw = (id: string, as?: Viewer) => change(`withdrawLinkageDecision(id: "${id}")`, as);

async function personOf(record: string): Promise<string> {
  const { rows } = await member.owner.query<{ person_id: string }>(
    'select person_id from person_link where record_id = $1 and valid_to is null',
    [record],
  );
  return rows[0]?.person_id ?? '';
}

/** All that follows from records and decisions: the live links, and each person's values. */
async function state(): Promise<string> {
  const { rows } = await member.owner.query(
    `select (select json_agg(live order by live.record_id) from (
               select record_id, person_id, status, method, model_version, weight, explanation
                 from person_link where valid_to is null) live) as links,
            (select json_agg(person order by person.id) from golden_record person) as people`,
  );
  return JSON.stringify(rows);
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

test('a question shows value by value what speaks for and against, masked, and the weights add up', async () => {
  const { review } = await question();
  expect(review).toMatchObject({ nationalNumbers: 'UNKNOWN', isConflict: false, isUnsure: false });
  expect(Math.abs(Date.parse(review.raisedAt) - Date.now())).toBeLessThan(60_000);
  expect(review.fields.map(({ field, level, left, right }) => [field, level, left, right])).toEqual([
    ['GIVEN_NAME', 'equal', 'N…', 'N…'],
    ['FAMILY_NAME', 'equal', 'A…', 'A…'],
    ['PATRONYMIC', 'missing', null, null],
    [
      'BIRTH_DATE',
      'equal',
      expect.stringMatching(/^19\d\d-…$/) as string,
      expect.stringMatching(/^19\d\d-…$/) as string,
    ],
    ['PHONE', 'missing', null, null],
    ['EMAIL', 'missing', null, null],
  ]);
  expect(review.fields.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(review.weight, 6);
  expect(review.probability).toBeGreaterThan(0.5);
});

test('the strongest questions come first, and what nobody could say comes last and stays open', async () => {
  const { first, second, review } = await question();
  await question();
  expect((await decide(review.id, 'UNSURE')).verdict).toBe('UNSURE');
  const queue = await reviews();
  expect(queue.at(-1)).toMatchObject({ id: review.id, isUnsure: true });
  const weights = queue.filter(({ isUnsure }) => !isUnsure).map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  expect((await decide(review.id, 'SAME')).verdict).toBe('SAME');
  expect(await personOf(second)).toBe(await personOf(first));
});

test('“the same” links them, “not the same” is remembered over new versions, and no machine overrules either', async () => {
  const same = await question();
  expect((await decide(same.review.id, 'SAME')).verdict).toBe('SAME');
  expect(await personOf(same.second)).toBe(same.first);
  expect(await reviewOf(same.first, same.second)).toBeUndefined();
  expect((await decide(same.review.id, 'DIFFERENT')).code).toBe('NOT_FOUND');

  const { first, second } = namesakes();
  const [a, b] = [await submit(university, first), await submit(union, second)];
  const review = await reviewOf(a, b);
  expect((await decide(review?.id ?? '', 'DIFFERENT')).verdict).toBe('DIFFERENT');
  // With a telephone number and an e-mail address in common the machine would link them at once.
  const contact = { phone: '+994507770011', email: `n${next}@example.az`, patronymic: 'Rəşid qızı' };
  await submit(university, { ...first, ...contact });
  await submit(union, { ...second, ...contact });
  expect(await personOf(b)).toBe(b);
  expect(await reviewOf(a, b)).toBeUndefined();
  // Nor do national numbers part what a person found to be one.
  await submit(university, { ...namesakes().first, localKey: 'X-1' });
  const { rows } = await member.owner.query<{ local_key: string }>(
    'select local_key from register_record where id = $1',
    [same.first],
  );
  await member.query(
    `mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }`,
    {
      as: university,
      purpose: 'certification',
      variables: {
        records: [
          { localKey: rows[0]?.local_key, givenName: 'Nigar', familyName: 'Quliyeva', nationalNumber: '2ZZZZZ2' },
        ],
      },
    },
  );
  await resolveSubmitted(member);
  expect(await personOf(same.second)).toBe(same.first);
});

test('merge and unmerge leave the state byte-equal, and so does a withdrawn answer', async () => {
  const pair = namesakes();
  const [a, b] = [
    await submit(university, { ...pair.first, patronymic: 'Adil qızı', phone: '+994501010101' }),
    await submit(union, { ...pair.second, familyName: 'Səfərova', birthDate: '1944-02-03' }),
  ];
  const c = await submit(union, {
    ...pair.first,
    localKey: `C-${next}`,
    patronymic: 'Adil qızı',
    phone: '+994501010101',
  });
  expect(await personOf(c)).toBe(a);
  const before = await state();
  const merged = await merge(a, b);
  expect(merged.verdict).toBe('SAME');
  expect(await personOf(b)).toBe(a);
  expect(await state()).not.toBe(before);
  expect((await merge(a, b)).code).toBe('BAD_USER_INPUT');
  expect((await unmerge(b)).withdrawnAt).toEqual(expect.any(String));
  expect(await state()).toBe(before);

  const { review } = await question();
  const asked = await state();
  const answered = await decide(review.id, 'SAME');
  expect(await state()).not.toBe(asked);
  await withdraw(answered.id ?? '');
  expect(await state()).toBe(asked);
  expect((await withdraw(answered.id ?? '')).code).toBe('NOT_FOUND');
});

test('a record that the machine linked is taken out for good, until that decision is withdrawn', async () => {
  const pair = namesakes();
  const contact = { phone: '+994502020202', patronymic: 'Akif qızı' };
  const a = await submit(university, { ...pair.first, ...contact });
  const b = await submit(union, { ...pair.second, ...contact });
  const before = await state();
  expect(await personOf(b)).toBe(a);
  const out = await unmerge(b);
  expect(out.verdict).toBe('DIFFERENT');
  expect(await personOf(b)).toBe(b);
  await submit(union, { ...pair.second, ...contact, email: 'later@example.az' });
  expect(await personOf(b)).toBe(b);
  expect((await merge(a, b)).code).toBe('CONFLICT');
  expect((await unmerge(b)).code).toBe('CONFLICT');
  await submit(union, { ...pair.second, ...contact });
  await withdraw(out.id ?? '');
  expect(await state()).toBe(before);
});

test('two volunteers that are one keep the older id, and the other one leads to it', async () => {
  const [one, other] = [demo.person(20).id, demo.person(21).id].toSorted();
  expect((await merge(other ?? '', one ?? '')).verdict).toBe('SAME');
  const { data } = await member.query<{
    linkedPerson: {
      id: string;
      links: { method: string; record: { id: string } }[];
      history: { nodes: { kind: string }[] };
    };
  }>(
    `query ($id: ID!) { linkedPerson(id: $id) {
       id values { field masked } links { method record { id organization { id } values { field masked } } }
       history(first: 100) { nodes { kind actor recordId } }
     } }`,
    { as: office, variables: { id: other } },
  );
  expect(data?.linkedPerson.id).toBe(one);
  expect(data?.linkedPerson.links.map(({ method, record }) => [method, record.id])).toEqual([
    ['FIRST', one],
    ['DECISION', other],
  ]);
  const kinds = data?.linkedPerson.history.nodes.map(({ kind }) => kind) ?? [];
  expect(kinds).toEqual(expect.arrayContaining(['VIEWED', 'LINKED', 'UNLINKED', 'DECIDED']));
  const { rows } = await member.owner.query<{ values: string }>(
    `select given_name || family_name as values from volunteer where id = any($1)`,
    [[one, other]],
  );
  for (const { values } of rows) expect(JSON.stringify(data)).not.toContain(values.slice(0, 4));
});

test('every view of the queue is an event before anything is shown, and events take new rows only', async () => {
  const { first, review } = await question();
  await reviews();
  const { rows } = await member.owner.query(
    `select actor, other_record_id from linkage_event where kind = 'viewed' and record_id = $1`,
    [review.left.id],
  );
  expect(rows.length).toBeGreaterThanOrEqual(2);
  expect(rows[0]).toEqual({ actor: office.sub, other_record_id: review.right.id });
  for (const sql of ['update linkage_event set actor = null', 'delete from linkage_event', 'truncate linkage_event']) {
    await expect(member.owner.query(sql)).rejects.toThrow('takes new rows only');
  }
  expect(await personOf(first)).toBe(first);
});

test('nobody but an officer of the office sees or decides anything, and the token must be able to write', async () => {
  const { first, second, review } = await question();
  for (const as of [university, union, { ...office, roles: ['analyst'] }]) {
    await expect(reviews(as)).rejects.toThrow('FORBIDDEN');
    expect((await decide(review.id, 'SAME', as)).refused).toBe('FORBIDDEN');
    expect((await merge(first, second, as)).refused).toBe('FORBIDDEN');
    expect((await unmerge(first, as)).refused).toBe('FORBIDDEN');
    expect((await withdraw(newId(), as)).refused).toBe('FORBIDDEN');
  }
  expect((await decide(review.id, 'SAME', { ...office, scopes: ['graph:read'] })).refused).toBe('FORBIDDEN');
  expect((await merge(newId(), first)).code).toBe('NOT_FOUND');
  expect((await unmerge(newId())).code).toBe('NOT_FOUND');
  const { data } = await member.query(`{ linkedPerson(id: "${newId()}") { id } }`, { as: office });
  expect(data).toEqual({ linkedPerson: null });
});

test('a page of the queue costs the same number of statements for few and for many questions', async () => {
  const page = async (first: number): Promise<number> => {
    await member.query(
      `{ linkageReviews(first: ${first}) { nodes { fields { left right } left { organization { id } } right { id } } } }`,
      { as: office },
    );
    return member.statements();
  };
  await question();
  await question();
  expect(await page(5)).toBe(await page(1));
});

test('each look of the office is a row in the logs of both people, once for an operation and a question', async () => {
  const [one, other] = [demo.person(30), demo.person(31)].map(({ id }) => id).toSorted();
  const { rows } = await member.owner.query<{ id: string }>(
    `insert into linkage_pair (id, left_id, right_id, model_version, match_status, national_number_match, weight, fields, is_open)
     values (uuidv7(), $1, $2, 1, 'review', 'unknown', 99, '[]', true) returning id`,
    [one, other],
  );
  const look = `{ linkageReviews(first: 1) { nodes { id } } again: linkageReviews(first: 1) { nodes { id } } }`;
  const { data } = await member.query<{ linkageReviews: object }>(look, { as: office, operation: 'Look' });
  expect(data?.linkageReviews).toEqual({ nodes: rows });
  for (const id of [one ?? '', other ?? '']) {
    expect(await looksOf(id)).toEqual([
      {
        category: 'IDENTITY',
        basis: 'OFFICE_REVIEW',
        operation: 'Look',
        reference: rows[0]?.id,
        organization: { id: office.organizationId },
      },
    ]);
  }
  await member.query(`{ linkedPerson(id: "${one}") { id } }`, { as: office, operation: 'Person' });
  expect(await looksOf(one ?? '')).toMatchObject([{ operation: 'Person', reference: null }, { operation: 'Look' }]);
  expect(await looksOf(other ?? '')).toHaveLength(1);
  await member.owner.query('alter table access_log rename to access_log_away');
  try {
    const unlogged = await member.query(look, { as: office });
    expect(unlogged.data).toEqual({ linkageReviews: null, again: null });
  } finally {
    await member.owner.query('alter table access_log_away rename to access_log');
  }
  await member.owner.query('delete from linkage_pair where id = $1', [rows[0]?.id]);
});

/** What a person's log says of looks at their records, newest first. */
async function looksOf(volunteerId: string): Promise<readonly object[]> {
  const { data } = await member.query<{ me: { whoViewedMyData: { nodes: { category: string }[] } } }>(
    `{ me { whoViewedMyData(first: 100) { nodes { category basis operation reference organization { id } } } } }`,
    { as: volunteerViewer(volunteerId) },
  );
  return data?.me.whoViewedMyData.nodes.filter(({ category }) => category === 'IDENTITY') ?? [];
}

interface ReviewPage {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

async function pageOfReviews(args: string): Promise<ReviewPage> {
  const { data } = await member.query<{ linkageReviews: ReviewPage }>(
    `{ linkageReviews(${args}) { nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
    { as: office },
  );
  if (!data) throw new Error('The office sees no questions.');
  return data.linkageReviews;
}

/** The whole queue, read page by page from the front or from the back. */
async function wholeQueue(direction: 'first' | 'last'): Promise<string[]> {
  let page = await pageOfReviews(`${direction}: 2`);
  const ids = page.nodes.map(({ id }) => id);
  for (;;) {
    const { startCursor, endCursor, hasNextPage, hasPreviousPage } = page.pageInfo;
    if (!(direction === 'first' ? hasNextPage : hasPreviousPage)) return ids;
    page = await pageOfReviews(
      direction === 'first' ? `first: 2, after: "${endCursor}"` : `last: 2, before: "${startCursor}"`,
    );
    const found = page.nodes.map(({ id }) => id);
    if (direction === 'first') ids.push(...found);
    else ids.unshift(...found);
  }
}

test('pages of the queue follow each other forth and back, and read no further than they go, however long it is', async () => {
  const { rows } = await member.owner.query<{ id: string }>(
    'select id from linkage_review order by is_unsure, weight desc, id',
  );
  const expected = rows.map(({ id }) => id);
  expect(expected.length).toBeGreaterThan(5);
  expect(await wholeQueue('first')).toEqual(expected);
  expect(await wholeQueue('last')).toEqual(expected);

  const blocksOfPage = async (): Promise<number> => {
    const client = await member.owner.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.linkage', 'on', true)`);
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
        `explain (analyze, buffers, format json)
         select * from list_linkage_questions(false, 5, '00000000-0000-0000-0000-000000000000', null, null, null, false, 51)`,
      );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
      await client.query('rollback');
      return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
    } finally {
      client.release();
    }
  };
  const grow = (from: number, to: number) =>
    member.owner.query(
      `insert into linkage_pair (id, left_id, right_id, model_version, match_status, national_number_match, weight, fields, is_open)
       select uuidv7(), least(a.id, b.id), greatest(a.id, b.id), 1, 'review', 'unknown', random() * 10, '[]', true
         from (select id from volunteer order by id limit 120) a cross join (select id from volunteer order by id limit 120) b
        where a.id < b.id order by a.id, b.id offset $1 limit $2
       on conflict do nothing`,
      [from, to - from],
    );
  await grow(0, 500);
  await member.owner.query('analyze linkage_pair');
  await blocksOfPage();
  const few = await blocksOfPage();
  await grow(500, 7_000);
  await member.owner.query('analyze linkage_pair');
  await blocksOfPage();
  expect(await blocksOfPage()).toBeLessThan(2 * few + 20);
  await member.owner.query(`delete from linkage_pair where fields = '[]'`);
});
