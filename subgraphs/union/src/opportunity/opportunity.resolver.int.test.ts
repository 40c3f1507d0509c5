import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, type TestMember } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayAhead, opportunity } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const union = demo.organization('uvoa').id;
const selection = 'id title summary city startsOn published country { code } organization { id } portal { name }';
let member: TestMember;

interface Page {
  readonly nodes: readonly {
    id: string;
    title: string;
    startsOn: string;
    published: boolean;
    country: { code: string };
    organization: { id: string };
  }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

async function list(variables: Readonly<Record<string, unknown>>, language = 'en'): Promise<Page> {
  const { data, errors } = await member.query<{ opportunities: Page }>(
    `query ($first: Int, $after: String, $organizationId: ID, $countryCode: CountryCode, $open: Boolean, $text: String,
            $from: Date, $to: Date) {
      opportunities(first: $first, after: $after, organizationId: $organizationId, countryCode: $countryCode, open: $open,
                    text: $text, from: $from, to: $to) {
        nodes { ${selection} } pageInfo { endCursor hasNextPage }
      }
    }`,
    { variables, language },
  );
  if (!data) throw new Error(`The list failed: ${JSON.stringify(errors)}`);
  return data.opportunities;
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

test('anyone reads all published opportunities page by page, those that start last first', async () => {
  const read: Page['nodes'][number][] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Page = await list({ first: 25, after });
    read.push(...page.nodes);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  const { rowCount } = await member.owner.query('select from opportunity where published');
  expect(new Set(read.map(({ id }) => id)).size).toBe(rowCount);
  const starts = read.map(({ startsOn }) => startsOn);
  expect(starts).toEqual(starts.toSorted().toReversed());
});

test('texts are served in the caller’s language', async () => {
  const [english, russian] = await Promise.all([list({ first: 1 }, 'en'), list({ first: 1 }, 'ru')]);
  expect(english.nodes[0]?.title).toMatch(/\(example\)$/);
  expect(russian.nodes[0]?.title).toMatch(/\(пример\)$/);
});

test('the list is narrowed to an organisation and to a country', async () => {
  const ofUnion = await list({ organizationId: union, first: 100 });
  expect(new Set(ofUnion.nodes.map(({ organization }) => organization.id))).toEqual(new Set([union]));
  const inKazakhstan = await list({ countryCode: 'KZ', first: 100 });
  expect(new Set(inKazakhstan.nodes.map(({ country }) => country.code))).toEqual(new Set(['KZ']));
  expect((await list({ organizationId: union, countryCode: 'KZ' })).nodes).toEqual([]);
});

/** The opportunities of one organisation that are on a list that is narrowed like this, in its order. */
async function narrowed(organizationId: string, bounds: object): Promise<string[]> {
  return (await list({ organizationId, first: 100, ...bounds })).nodes.map(({ id }) => id);
}

test('the list is narrowed to what takes applications, to what has ended, and to days', async () => {
  const organization_id = newId();
  const [past, yesterday, today, future] = await Promise.all(
    [-20, -1, 0, 20].map((days) => dayAhead(member.owner, days)),
  );
  const make = async (starts_on: string | undefined, ends_on: string | null | undefined) =>
    (await opportunity(member.owner, { organization_id, portal_id: null, starts_on, ends_on })).id;
  const [ended, last, standing, coming] = [
    await make(past, yesterday),
    await make(past, today),
    await make(past, null),
    await make(future, future),
  ];
  expect(new Set(await narrowed(organization_id, { open: true }))).toEqual(new Set([last, standing, coming]));
  expect(await narrowed(organization_id, { open: false })).toEqual([ended]);
  expect(new Set(await narrowed(organization_id, { to: yesterday }))).toEqual(new Set([ended, last, standing]));
  expect(new Set(await narrowed(organization_id, { from: future }))).toEqual(new Set([standing, coming]));
  expect(await narrowed(organization_id, { from: today, to: today, open: true })).toEqual(
    [last, standing].toSorted().toReversed(),
  );
});

test('the list is searched by the words of all languages, by their beginnings, and without the letters of Azerbaijani', async () => {
  const organization_id = newId();
  const make = async (title: object, city: object) =>
    (await opportunity(member.owner, { organization_id, portal_id: null, title, city })).id;
  const trees = await make({ az: 'Ağacəkmə aksiyası', ru: 'Посадка деревьев' }, { az: 'Şəki' });
  const kitchen = await make({ az: 'İctimai mətbəx', en: 'Community kitchen' }, { az: 'Gəncə' });
  const found = (text: string) => narrowed(organization_id, { text });
  for (const text of ['Ağacəkmə', 'agacekme', 'AĞACƏKMƏ', 'aksiya', 'Посад', 'seki', 'aksiyası şəki'])
    expect(await found(text), text).toEqual([trees]);
  for (const text of ['ICTIMAI', 'ictimai', 'İctimai', 'kitch', 'gence metbex'])
    expect(await found(text), text).toEqual([kitchen]);
  for (const text of ['az', 'ru', 'agac metbex', 'yoxdur', 'kitchen | aksiya'])
    expect(await found(text), text).toEqual([]);
  expect(new Set(await found(" ,'! "))).toEqual(new Set([trees, kitchen]));
});

test('a page of a narrowed list goes on where the one before ended', async () => {
  const all = (await list({ open: true, text: 'nümunə', first: 100 })).nodes.map(({ id }) => id);
  expect(all.length).toBeGreaterThan(3);
  const first = await list({ open: true, text: 'nümunə', first: 2 });
  const next = await list({ open: true, text: 'nümunə', first: 2, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...next.nodes].map(({ id }) => id)).toEqual(all.slice(0, 4));
});

test('a list of 50 costs the same number of statements as one of 5', async () => {
  await list({ first: 5 });
  const few = member.statements();
  await list({ first: 50 });
  expect(few).toBeGreaterThan(0);
  expect(member.statements()).toBe(few);
});

test('a draft is seen by its own organisation alone', async () => {
  const { rows } = await member.owner.query<{ id: string; organization_id: string }>(
    `update opportunity set published = false where id =
       (select id from opportunity where organization_id = $1 and published order by id limit 1)
     returning id, organization_id`,
    [union],
  );
  const draft = rows[0]?.id ?? '';
  const one = (as: ReturnType<typeof officerViewer> | null) =>
    member.query(`query ($id: ID!) { opportunity(id: $id) { id published } }`, { as, variables: { id: draft } });
  expect((await one(officerViewer(union))).data).toEqual({ opportunity: { id: draft, published: false } });
  for (const viewer of [null, officerViewer(newId())]) {
    expect((await one(viewer)).data).toEqual({ opportunity: null });
    const reference = [{ __typename: 'Opportunity', id: draft }];
    expect(await member.entities(reference, '{ id title }', { as: viewer })).toEqual([null]);
  }
});

test('an opportunity is resolved by reference, and what is none is null', async () => {
  const { nodes } = await list({ first: 2 });
  const references = [...nodes.map(({ id }) => id), newId()].map((id) => ({ __typename: 'Opportunity', id }));
  const found = await member.entities<{ id: string; title: string }>(references, '{ id title }', { language: 'en' });
  expect(found).toEqual([...nodes.map(({ id, title }) => ({ id, title })), null]);
});

test('the single portal and the app are on the list of portals', async () => {
  const { data } = await member.query<{ opportunityPortals: { nodes: { name: string }[] } }>(
    `{ opportunityPortals { nodes { name summary organization { id } } } }`,
    { language: 'en' },
  );
  expect(data?.opportunityPortals.nodes.map(({ name }) => name).toSorted()).toEqual(['GencApp', 'konullu.az']);
});

test('an id or a cursor that is none is answered with a coded error', async () => {
  for (const query of [`{ opportunity(id: "no-id") { id } }`, `{ opportunities(after: "W10") { nodes { id } } }`]) {
    expect((await member.query(query)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('the demo data accepts as many as an opportunity takes and no more', async () => {
  const { rows } = await member.owner.query<{ accepted: number; capacity: number }>(
    `select count(application.id)::integer as accepted, capacity
       from opportunity
       join opportunity_application application on opportunity_id = opportunity.id and status = 'accepted'
      group by opportunity.id`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ accepted, capacity }) => accepted > capacity)).toEqual([]);
});
