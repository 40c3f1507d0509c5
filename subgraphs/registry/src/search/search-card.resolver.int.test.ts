import { random, type Random } from '@birlik/demo-data/random';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const threshold = 10;
const languages = ['az', 'en', 'ru', 'tr'];
const facets = {
  SKILL: ['aid', 'chess', 'film'],
  LANGUAGE: ['az', 'en'],
  PLACE: ['Şəki', 'Çərkəz', 'Zaqatala', 'Əlcəzair'],
  AGE_BAND: ['18-24', '25-34'],
  HOURS_BAND: ['10-49', '250+'],
} as const;
type Facet = keyof typeof facets;
/** Facets of which a card says one thing at most. */
const single: readonly Facet[] = ['AGE_BAND', 'HOURS_BAND'];

interface Card {
  readonly id: string;
  readonly person: string;
  readonly purpose: string;
  readonly audiences: readonly string[];
  readonly said: readonly { readonly facet: Facet; readonly value: string }[];
}

interface Reader {
  readonly id: string;
  readonly kind: string;
}

type Filter = readonly { readonly facet: Facet; readonly values: readonly string[] }[];

const says = ({ said }: Card, facet: Facet, values: readonly string[]) =>
  said.some((one) => one.facet === facet && values.includes(one.value));

const fits = (card: Card, filter: Filter) => filter.every(({ facet, values }) => says(card, facet, values));

/** Whether every part into which the conditions divide the cards has enough of them, but for parts that there cannot be. */
function mayBeTold(cards: readonly Card[], conditions: readonly { facet: Facet; value: string }[]): boolean {
  for (let part = 0; part < 2 ** conditions.length; part += 1) {
    const wanted = conditions.filter((_, index) => (part >> index) % 2 === 1);
    const isImpossible = single.some((facet) => wanted.filter((one) => one.facet === facet).length > 1);
    const matching = cards.filter((card) =>
      conditions.every((one) => says(card, one.facet, [one.value]) === wanted.includes(one)),
    );
    if (!isImpossible && matching.length < threshold) return false;
  }
  return true;
}

const conditionsOf = (filter: Filter) =>
  filter.flatMap(({ facet, values }) => values.map((value) => ({ facet, value })));

function countsOf(cards: readonly Card[], filter: Filter): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  if (mayBeTold(cards, conditionsOf(filter))) counts['total'] = cards.filter((card) => fits(card, filter)).length;
  for (const [facet, values] of Object.entries(facets) as [Facet, readonly string[]][]) {
    const others = filter.filter((one) => one.facet !== facet);
    for (const value of values) {
      const count = cards.filter((card) => fits(card, others) && says(card, facet, [value])).length;
      const conditions = [...conditionsOf(others), { facet, value }];
      if (mayBeTold(cards, conditions)) counts[`${facet} ${value.toLowerCase()}`] = count;
    }
  }
  return counts;
}

describe('a search', () => {
  const readers: Reader[] = [
    { id: newId(), kind: 'university' },
    { id: newId(), kind: 'university' },
    { id: newId(), kind: 'union' },
  ];
  const people = Array.from({ length: 90 }, newId);
  const purposes = ['recruitment', 'placement'];
  let member: TestMember;
  let cards: Card[] = [];

  beforeAll(async () => {
    member = await startMember(subgraph);
    await member.owner.query(`insert into country (code, name) values ('AZ', '{"az": "Azərbaycan"}')`);
    for (const { id, kind } of [...readers, { id: newId(), kind: 'registry' }]) {
      await member.owner.query(
        `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
         values ($1::uuid, $2, jsonb_build_object('az', $1::uuid), 'AZ', '1970-01-01', false)`,
        [id, kind],
      );
    }
    await member.owner.query(
      `insert into volunteer (id, organization_id, given_name, family_name, registered_at)
       select unnest($1::uuid[]), $2, 'Könüllü', 'Könüllü', now()`,
      [people, readers[0]?.id],
    );
    await member.owner.query(
      `insert into issuer (issuer, claims, any_organization)
       values ('https://identity.test', '{volunteer,organization,roles}', true) on conflict do nothing`,
    );
  });
  afterAll(() => member.close());

  async function publish(chance: Random): Promise<void> {
    const person = chance.pick(people);
    const purpose = chance.pick(purposes);
    const said = (Object.entries(facets) as [Facet, readonly string[]][]).flatMap(([facet, values]) =>
      chance
        .shuffle([...values])
        .slice(0, single.includes(facet) || facet === 'PLACE' ? 1 : chance.int(0, 2))
        .map((value) => ({ facet, value })),
    );
    const terms = chance.weighted<{ input: object; audiences: string[] }>([
      [{ input: { everybody: true }, audiences: ['*'] }, 6],
      [{ input: { organizationKinds: ['UNIVERSITY'] }, audiences: ['university'] }, 1],
      [
        {
          input: { organizationKinds: ['UNION'], organizationIds: [readers[0]?.id] },
          audiences: ['union', readers[0]?.id ?? ''],
        },
        1,
      ],
      [
        {
          input: { organizationKinds: ['UNIVERSITY'], organizationIds: [readers[1]?.id] },
          audiences: ['university', readers[1]?.id ?? ''],
        },
        1,
      ],
    ]);
    const { data, errors } = await member.query<{ publishSearchCard: { id: string } }>(
      'mutation ($input: PublishSearchCardInput!) { publishSearchCard(input: $input) { ... on PublishedSearchCard { id } } }',
      { as: volunteerViewer(person), variables: { input: { purpose, said, ...terms.input } } },
    );
    expect(errors).toBeUndefined();
    const id = data?.publishSearchCard.id ?? '';
    cards = [...cards.filter((card) => card.id !== id), { id, person, purpose, said, audiences: terms.audiences }];
  }

  async function withdraw(chance: Random): Promise<void> {
    const card = chance.pick(cards);
    await member.query('mutation ($id: ID!) { withdrawSearchCard(id: $id) { __typename } }', {
      as: volunteerViewer(card.person),
      variables: { id: card.id },
    });
    cards = cards.filter((one) => one !== card);
  }

  const open = ({ id, kind }: Reader, purpose: string) =>
    cards.filter(
      (card) => card.purpose === purpose && ['*', kind, id].some((audience) => card.audiences.includes(audience)),
    );

  function filterOf(chance: Random): Filter {
    const chosen = chance.shuffle(Object.keys(facets) as Facet[]).slice(0, chance.int(0, 2));
    return chosen.map((facet) => {
      const values: readonly string[] = facets[facet];
      return { facet, values: chance.shuffle([...values]).slice(0, chance.int(1, 2)) };
    });
  }

  async function places(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await member.owner.query<{ id: string; place: string }>('select id, place from search_card');
    return new Map(rows.map(({ id, place }) => [id, place]));
  }

  /** The people in the order that is asked for, which a text says as its readers sort it. */
  async function inOrder(found: readonly Card[], sort: string, language: string): Promise<string[]> {
    const place = await places();
    const first = (card: Card, facet: Facet) => card.said.find((one) => one.facet === facet)?.value;
    const { compare } = new Intl.Collator(language);
    const number = (text: string | undefined, missing: number) => (text ? Number.parseInt(text, 10) : missing);
    const rank: Readonly<Record<string, (one: Card, other: Card) => number>> = {
      NEWEST: () => 0,
      AGE: (one, other) => number(first(one, 'AGE_BAND'), 999) - number(first(other, 'AGE_BAND'), 999),
      HOURS: (one, other) => number(first(other, 'HOURS_BAND'), -1) - number(first(one, 'HOURS_BAND'), -1),
      PLACE: (one, other) => compare(first(one, 'PLACE') ?? '', first(other, 'PLACE') ?? ''),
    };
    return found
      .toSorted((one, other) => {
        const ranked = rank[sort]?.(one, other) ?? 0;
        return ranked === 0 ? ((place.get(one.id) ?? '') < (place.get(other.id) ?? '') ? -1 : 1) : ranked;
      })
      .map(({ person }) => person);
  }

  interface Page {
    readonly nodes: readonly { readonly volunteer: { readonly id: string } }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
      readonly startCursor: string | null;
      readonly hasPreviousPage: boolean;
    };
    readonly counts: { total: number | null; facets: { facet: string; value: string; count: number }[] };
  }

  interface Wanted {
    readonly purpose: string;
    readonly filter: Filter;
    readonly sort: string;
    readonly language: string;
    readonly size: number;
    readonly backwards: boolean;
  }

  const readPage = (
    { id }: Reader,
    { purpose, filter, sort, language, size }: Wanted,
    { operation, window, cursor }: { operation: string; window: string; cursor: string | null },
  ) =>
    member.query<{ searchCards: Page }>(
      `query ${operation}($size: Int!, $cursor: String, $filter: [SearchFacetFilter!], $sort: SearchCardOrder) {
           searchCards(${window}, filter: $filter, sort: $sort) {
             nodes { volunteer { id } } pageInfo { hasNextPage endCursor startCursor hasPreviousPage }
             counts { total facets { facet value count } } } }`,
      { as: officerViewer(id), purpose, language, operation, variables: { size, cursor, filter, sort } },
    );

  async function search(reader: Reader, of: Wanted) {
    const { purpose, backwards } = of;
    const operation = `Search${newId().replaceAll('-', '')}`;
    const shown: string[] = [];
    let cursor: string | null = null;
    let counts: Readonly<Record<string, number>> = {};
    for (;;) {
      const window = backwards ? 'last: $size, before: $cursor' : 'first: $size, after: $cursor';
      const { data, errors } = await readPage(reader, of, { operation, window, cursor });
      expect(errors).toBeUndefined();
      const { nodes = [], pageInfo = null, counts: told = null } = data?.searchCards ?? {};
      const ids = nodes.map(({ volunteer }) => volunteer.id);
      shown.splice(backwards ? 0 : shown.length, 0, ...ids);
      counts = Object.fromEntries([
        ...(told?.total == null ? [] : [['total', told.total]]),
        ...(told?.facets ?? []).map(({ facet, value, count }) => [`${facet} ${value}`, count]),
      ]) as Record<string, number>;
      cursor = (backwards ? pageInfo?.startCursor : pageInfo?.endCursor) ?? null;
      if (!(backwards ? pageInfo?.hasPreviousPage : pageInfo?.hasNextPage)) break;
    }
    const { rows } = await member.owner.query<{ id: string }>(
      'select volunteer_id as id from access_log where operation = $1 and organization_id = $2 and purpose = $3',
      [operation, reader.id, purpose],
    );
    return { shown, counts, logged: rows.map(({ id }) => id).toSorted() };
  }

  test('is what is published says, in pages, numbers, orders and the log, after any publication and withdrawal', async () => {
    const chance = random('search');
    for (let step = 0; step < 150; step += 1) await publish(chance);
    let told = 0;
    for (let round = 0; round < 40; round += 1) {
      for (let step = 0; step < 3; step += 1) await (chance.chance(0.5) ? withdraw(chance) : publish(chance));
      const reader = chance.pick(readers);
      const of = {
        purpose: chance.pick(purposes),
        filter: filterOf(chance),
        sort: chance.pick(['NEWEST', 'AGE', 'HOURS', 'PLACE']),
        language: chance.pick(languages),
        size: chance.int(7, 40),
        backwards: chance.chance(0.4),
      };
      const { shown, counts, logged } = await search(reader, of);
      const visible = open(reader, of.purpose);
      const found = visible.filter((card) => fits(card, of.filter));
      expect(shown, JSON.stringify(of)).toEqual(await inOrder(found, of.sort, of.language));
      expect(logged).toEqual(shown.toSorted());
      const expected = countsOf(visible, of.filter);
      expect(counts, JSON.stringify(of)).toEqual(expected);
      told += Object.keys(expected).length;
    }
    expect(told).toBeGreaterThan(100);
  }, 120_000);

  test('tells no number below the threshold, nor any that two of its numbers differ by', async () => {
    const reader = readers[0] ?? { id: '', kind: '' };
    const filters: Filter[] = [
      [],
      ...(Object.entries(facets) as [Facet, readonly string[]][]).flatMap(([facet, values]): Filter[] =>
        values.flatMap((value): Filter[] => [
          [{ facet, values: [value] }],
          ...values.filter((other) => other > value).map((other): Filter => [{ facet, values: [value, other] }]),
        ]),
      ),
    ];
    const totals: number[] = [];
    for (const filter of filters) {
      const of = { purpose: 'recruitment', filter, sort: 'NEWEST', language: 'en', size: 100, backwards: false };
      const { counts } = await search(reader, of);
      for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(threshold);
      if (counts['total'] !== undefined) totals.push(counts['total']);
      const all = open(reader, 'recruitment').filter((card) => fits(card, filter)).length;
      for (const count of Object.values(filter.length === 0 ? counts : {})) {
        if (count !== all) expect(all - count).toBeGreaterThanOrEqual(threshold);
      }
    }
    expect(totals.length).toBeGreaterThan(5);
  });
});
