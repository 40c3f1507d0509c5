import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const association = newId();
const officer = officerViewer(association);
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
  await member.owner.query(
    `insert into association (id, organization_id, country_codes, founder) values (uuidv7(), $1, '{LT}', false)`,
    [association],
  );
});
afterAll(() => member.close());

type Outcome = Readonly<Record<string, unknown>>;

async function mutate(as: Viewer, call: string): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ... on AlumniArticle { id title withdrawnAt } } }`,
    { as },
  );
  return data?.done ?? { code: errors?.[0]?.extensions.code };
}

const publish = (as: Viewer, { kind = 'NEWS', country = 'LT', texts = 'az: "Xəbər", en: "News"' } = {}) =>
  mutate(
    as,
    `publishAlumniArticle(input: { kind: ${kind}, countryCode: ${country === '' ? 'null' : `"${country}"`},
       title: { ${texts} }, body: { ${texts} } })`,
  );

async function read(args: string, language = 'az', as: Viewer | null = null): Promise<Outcome[]> {
  const { data } = await member.query<{ alumniArticles: { nodes: Outcome[] } }>(
    `{ alumniArticles(first: 100, ${args}) { nodes { id title language country { code } correctedAt } } }`,
    { as, language },
  );
  return data?.alumniArticles.nodes ?? [];
}

test('whoever looks reads what is for a country or for all, in their language, or in the one that is named', async () => {
  const [here, everywhere] = [await publish(officer, { country: 'EE' }), await publish(officer, { country: '' })];
  const elsewhere = await publish(officer, { country: 'LV' });
  const ids = (await read('countryCode: "EE"')).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([here['id'], everywhere['id']]));
  expect(ids).not.toContain(elsewhere['id']);
  const shown = async (language: string) =>
    (await read('countryCode: "EE"', language)).find(({ id }) => id === here['id']);
  expect(await shown('en')).toMatchObject({ title: 'News', language: 'en' });
  expect(await shown('tr')).toMatchObject({ title: 'Xəbər', language: 'az' });
});

test('news and guides are told apart', async () => {
  const guide = await publish(officer, { kind: 'GUIDE', country: 'PL' });
  expect((await read('kind: GUIDE, countryCode: "PL"')).map(({ id }) => id)).toContain(guide['id']);
  expect((await read('kind: NEWS, countryCode: "PL"')).map(({ id }) => id)).not.toContain(guide['id']);
});

test('a correction says that it is one, and what stood there is kept', async () => {
  const { id } = await publish(officer, { country: 'SE' });
  const corrected = await mutate(
    officer,
    `correctAlumniArticle(input: { articleId: "${id}", countryCode: "SE", title: { az: "Düzəliş" }, body: { az: "Mətn" } })`,
  );
  expect(corrected).toMatchObject({ id, title: 'Düzəliş' });
  const shown = (await read('countryCode: "SE"')).find((article) => article['id'] === id);
  expect(shown).toMatchObject({ title: 'Düzəliş', correctedAt: expect.any(String) as unknown });
  const { rows } = await member.owner.query('select title from article_version where article_id = $1', [id]);
  expect(rows).toEqual([{ title: { az: 'Xəbər', en: 'News' } }]);
});

test('what is withdrawn nobody reads, and nobody corrects', async () => {
  const { id } = await publish(officer, { country: 'NO' });
  expect(await mutate(officer, `withdrawAlumniArticle(articleId: "${id}")`)).toMatchObject({ id });
  const seen = await read('countryCode: "NO"', 'az', volunteerViewer(newId()));
  expect(seen.map((article) => article['id'])).not.toContain(id);
  expect(await mutate(officer, `withdrawAlumniArticle(articleId: "${id}")`)).toEqual({ code: 'NOT_FOUND' });
});

test('only the platform and its associations publish, each for itself, and not without Azerbaijani', async () => {
  expect(await publish(officerViewer(newId()))).toEqual({ code: 'FORBIDDEN' });
  expect(await publish(officerViewer(association, ['analyst']))).toEqual({ code: 'FORBIDDEN' });
  expect(await publish(volunteerViewer(newId()))).toEqual({ code: 'FORBIDDEN' });
  expect(await publish(officer, { texts: 'az: ""' })).toEqual({ code: 'BAD_USER_INPUT' });
  const { id } = await publish(officer);
  expect(await mutate(officerViewer(newId()), `withdrawAlumniArticle(articleId: "${id}")`)).toEqual({
    code: 'NOT_FOUND',
  });
});
