import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
let member: TestMember;

interface Named {
  readonly id: string;
  readonly source: { readonly sentences: readonly string[] };
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: { readonly startCursor: string; readonly endCursor: string };
}

async function page(window: string, language = 'en'): Promise<Page> {
  const { data, errors } = await member.query<{ organizations: Page }>(
    `{ organizations(${window}) { nodes { name } pageInfo { startCursor endCursor } } }`,
    { language },
  );
  expect(errors).toBeUndefined();
  if (!data) throw new Error('The list is null.');
  return data.organizations;
}

async function namesOf(window: string, language?: string): Promise<string[]> {
  return (await page(window, language)).nodes.map(({ name }) => name);
}

test('organisations are listed whatever their kind, unless one kind is asked for', async () => {
  const all = await namesOf('first: 100');
  const union = await namesOf('first: 100, kind: UNION');
  expect(all.length).toBeGreaterThan(union.length);
  const unions = ['nvn-kz', 'network-example', 'uvoa'].map((key) => demo.organization(key).name.en);
  expect(union).toEqual(unions);
  expect(all).toEqual(expect.arrayContaining(union));
  expect(await namesOf('first: 100, kind: null')).toEqual(all);
});

test('the seat of an organisation is told where a source states it, and every organisation says who names it', async () => {
  const { data } = await member.query<{ organizations: { nodes: Named[] } }>(
    `{ organizations(first: 100) { nodes { id city country { code } source { document sentences generated } } } }`,
    { language: 'en' },
  );
  const named = (key: string) => data?.organizations.nodes.find(({ id }) => id === demo.organization(key).id);
  expect(named('ivc')).toMatchObject({ city: null, country: null, source: { generated: false } });
  expect(named('uvoa')).toMatchObject({ city: null, country: { code: 'AZ' }, source: { generated: false } });
  expect(named('mdu')?.source.sentences).toEqual([demo.organization('mdu').fact?.text]);
  expect(named('university-2')).toMatchObject({
    city: 'Ganja',
    source: { document: 'Made up to show the system (example)', sentences: [], generated: true },
  });
});

describe('the order of organisations', () => {
  /** What comes between Azerbaijani letters, and what Turkish and Azerbaijani readers sort otherwise than others. */
  const letters = [...'ƏEFXHIİJQKLÇCDĞGŞSTЫЁЕЖ'];
  const azerbaijani = [...'CÇDEƏFGĞHXIİJKQLSŞTЕЁЖЫ'];
  const sortedBy: Record<string, readonly string[]> = {
    az: azerbaijani,
    en: [...'CÇDEƏFGĞHIİJKLQSŞTXЕЁЖЫ'],
    tr: [...'CÇDEƏFGĞHIİJKLQSŞTXЕЁЖЫ'],
    ru: [...'ЕЁЖЫCÇDEƏFGĞHIİJKLQSŞTX'],
    // Served in Azerbaijani, so sorted so.
    fr: azerbaijani,
  };

  beforeAll(async () => {
    await member.owner.query(
      `insert into organization (id, kind, name, country_code, officers_listed)
       select uuidv7(), 'foundation', jsonb_build_object('az', letter || ' fondu', 'tr', letter || ' vakfı'), 'AZ', true
         from unnest($1::text[]) letter`,
      [letters],
    );
  });

  test.for(Object.entries(sortedBy))('is that of readers of %s', async ([language, expected]) => {
    const names = await namesOf('first: 100, kind: FOUNDATION', language);
    const initials = names.filter((name) => / (fondu|vakfı)$/.test(name)).map((name) => name.replace(/ .*/, ''));
    expect(initials).toEqual(expected);
  });

  test('goes on from page to page, in both directions', async () => {
    for (const language of ['az', 'en', 'ru', 'tr']) {
      const all = await namesOf('first: 100', language);
      const collator = new Intl.Collator(language);
      expect(all).toEqual(all.toSorted((a, b) => collator.compare(a, b)));
      let names: string[] = [];
      for (let window = 'first: 7'; names.length < all.length;) {
        const { nodes, pageInfo } = await page(window, language);
        names.push(...nodes.map(({ name }) => name));
        window = `first: 7, after: "${pageInfo.endCursor}"`;
      }
      expect(names).toEqual(all);
      names = [];
      for (let window = 'last: 7'; names.length < all.length;) {
        const { nodes, pageInfo } = await page(window, language);
        names.unshift(...nodes.map(({ name }) => name));
        window = `last: 7, before: "${pageInfo.startCursor}"`;
      }
      expect(names).toEqual(all);
    }
  });

  test('has cursors of its own in each language', async () => {
    const { pageInfo } = await page('first: 3', 'az');
    const { errors } = await member.query(`{ organizations(after: "${pageInfo.endCursor}") { nodes { id } } }`, {
      language: 'en',
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

const everyone = { language: 'az' } as const;

interface FoundPage {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function findPage(filter: string, after: string | null): Promise<FoundPage> {
  const { data } = await member.query<{ organizations: FoundPage }>(
    `query ($after: String) { organizations(first: 2, after: $after, ${filter}) {
       nodes { id } pageInfo { hasNextPage endCursor }
     } }`,
    { variables: { after }, ...everyone },
  );
  if (!data) throw new Error('No organisations came.');
  return data.organizations;
}

/** The ids of all organisations that the arguments let through, by pages of two. */
async function found(filter: string): Promise<string[]> {
  const ids: string[] = [];
  let next: FoundPage['pageInfo'] = { hasNextPage: true, endCursor: null };
  while (next.hasNextPage) {
    const { nodes, pageInfo } = await findPage(filter, next.endCursor);
    ids.push(...nodes.map(({ id }) => id));
    next = pageInfo;
  }
  return ids;
}

test('organisations are found by the beginnings of words of their names in any language, without capitals and marks', async () => {
  const { rows } = await member.owner.query<{ id: string }>(
    `insert into organization (id, kind, name, time_zone) values
       (uuidv7(), 'foundation', '{"az": "Şəfqət Könüllüləri İctimai Birliyi", "ru": "Ёлка милосердия"}', 'Asia/Baku') returning id`,
  );
  const id = rows[0]?.id;
  for (const text of ['şəfqət', 'SEFQET', 'konulluleri sefq', 'IcTiMaI şəfqət', 'елка', 'Ёлка МИЛО'])
    expect([text, await found(`text: ${JSON.stringify(text)}`)]).toEqual([text, [id]]);
  for (const text of ['efqet', 'sefqet yox', '%', 'sef_et'])
    expect([text, (await found(`text: ${JSON.stringify(text)}`)).includes(id ?? '')]).toEqual([text, text === '%']);
  expect(await found('text: "sefqet", kind: UNION')).toEqual([]);
});

test('organisations are found by how they stand, each in one of the lists', async () => {
  await member.owner.query(`insert into organization (id, kind, name, time_zone, accredited_at, suspended_at) values
    (uuidv7(), 'foundation', '{"az": "Dayanan fond"}', 'Asia/Baku', now(), now()),
    (uuidv7(), 'foundation', '{"az": "Yeni fond"}', 'Asia/Baku', null, null)`);
  const lists = await Promise.all(
    ['ACCREDITED', 'SUSPENDED', 'UNACCREDITED'].map((standing) => found(`standings: [${standing}]`)),
  );
  const { rows } = await member.owner.query<{ id: string }>('select id from organization');
  expect(lists.flat().toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(lists.every((list) => list.length > 0)).toBe(true);
  const [, suspended = [], unaccredited = []] = lists;
  expect((await found('standings: [SUSPENDED, UNACCREDITED]')).toSorted()).toEqual(
    [...suspended, ...unaccredited].toSorted(),
  );
  expect(await found('standings: []')).toEqual([]);
});

test('an umbrella is told from other organisations, for many in as many statements as for one', async () => {
  const of = async (kind: string) => {
    const { data } = await member.query<{ organizations: { nodes: { umbrella: boolean }[] } }>(
      `{ organizations(first: 50, kind: ${kind}) { nodes { umbrella } } }`,
      everyone,
    );
    return [...new Set(data?.organizations.nodes.map(({ umbrella }) => umbrella))];
  };
  expect([await of('UNION'), await of('PLATFORM'), await of('UNIVERSITY'), await of('ASSOCIATION')]).toEqual([
    [true],
    [true],
    [false],
    [false],
  ]);
  const statements = member.statements();
  await member.query('{ organizations(first: 1) { nodes { umbrella } } }', everyone);
  expect(member.statements()).toBe(statements);
});
