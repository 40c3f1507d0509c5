import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const person = createDemoData().person(0).id;
let federation: TestStack;

beforeAll(async () => {
  federation = await startTestStack();
});
afterAll(() => federation.close());

interface Statements {
  readonly studyFacets: string | null;
  readonly programmeFacets: string | null;
  readonly serviceFacets: string | null;
}

interface Found {
  readonly volunteer: { readonly id: string; readonly name: string | null };
  readonly facets: readonly {
    readonly facet: string;
    readonly value: string;
    readonly ownStatement: boolean;
    readonly source: { readonly name: string } | null;
  }[];
}

const facets = 'facets { facet value ownStatement source { name } }';

async function search(as: string, purpose: string, filter: object[] = []): Promise<Found[]> {
  const { data, errors } = await federation.ask<{ searchCards: { nodes: Found[] } }>(
    `query Search($filter: [SearchFacetFilter!]) { searchCards(first: 50, filter: $filter) {
       nodes { volunteer { id name } ${facets} } } }`,
    { as, purpose, language: 'en', variables: { filter } },
  );
  expect(errors).toBeUndefined();
  return data?.searchCards.nodes ?? [];
}

const idsOf = (found: readonly Found[]) => found.map(({ volunteer }) => volunteer.id);

test('a person publishes what members state of them, is found by whom they chose, and sees it, until they withdraw the card', async () => {
  const { data: own } = await federation.ask<{ me: Statements }>(
    '{ me { studyFacets programmeFacets serviceFacets } }',
    { as: 'volunteer' },
  );
  const statements = Object.values(own?.me ?? {}) as (string | null)[];
  expect(statements).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
  const { data: offer } = await federation.ask<{ me: { searchCardOffer: { facets: Found['facets'] } } }>(
    `query Offer($statements: [String!]) { me { searchCardOffer(statements: $statements) { ${facets} } } }`,
    { as: 'volunteer', language: 'en', variables: { statements } },
  );
  const offered = new Map(offer?.me.searchCardOffer.facets.map((one) => [one.facet, one]));
  for (const facet of ['PLACE', 'AGE_BAND', 'FIELD_OF_STUDY', 'CERTIFICATE', 'HOURS_BAND']) {
    expect(offered.get(facet)).toMatchObject({ ownStatement: false, source: { name: expect.any(String) as string } });
  }
  const { data: published } = await federation.ask<{ publishSearchCard: { id: string } }>(
    `mutation Publish($input: PublishSearchCardInput!) { publishSearchCard(input: $input) { ... on PublishedSearchCard { id } } }`,
    {
      as: 'volunteer',
      variables: {
        input: {
          purpose: 'placement',
          organizationKinds: ['UNIVERSITY'],
          picked: [{ facet: 'FIELD_OF_STUDY' }, { facet: 'HOURS_BAND' }],
          said: [{ facet: 'SKILL', value: 'Juggling' }],
          statements,
        },
      },
    },
  );
  const juggling = [{ facet: 'SKILL', values: ['juggling'] }];
  const found = await search('university-officer', 'placement', juggling);
  expect(idsOf(found)).toEqual([await federation.idFor('university-officer', person)]);
  expect(found[0]?.facets.map(({ facet }) => facet)).toEqual(['FIELD_OF_STUDY', 'HOURS_BAND', 'SKILL']);
  expect(idsOf(await search('university-officer', 'recruitment', juggling))).toEqual([]);
  expect(idsOf(await search('union-officer', 'placement', juggling))).toEqual([]);
  const { data: log } = await federation.ask<{ me: { whoViewedMyData: { nodes: { basis: string }[] } } }>(
    '{ me { whoViewedMyData(first: 50) { nodes { basis category operation organization { id } } } } }',
    { as: 'volunteer' },
  );
  expect(log?.me.whoViewedMyData.nodes).toContainEqual(
    expect.objectContaining({ basis: 'CARD', category: 'IDENTITY', operation: 'Search' }),
  );
  const { errors } = await federation.ask(
    'mutation Withdraw($id: ID!) { withdrawSearchCard(id: $id) { ... on SearchCardWithdrawal { id } } }',
    { as: 'volunteer', variables: { id: published?.publishSearchCard.id } },
  );
  expect(errors).toBeUndefined();
  expect(idsOf(await search('university-officer', 'placement', juggling))).toEqual([]);
});

test('nobody but the person gets what members state of them', async () => {
  const id = await federation.idFor('university-officer', person);
  const { data } = await federation.ask<{ volunteer: Statements }>(
    'query Strange($id: ID!) { volunteer(id: $id) { studyFacets programmeFacets serviceFacets } }',
    { as: 'university-officer', purpose: 'recruitment', variables: { id } },
  );
  expect(data?.volunteer).toEqual({ studyFacets: null, programmeFacets: null, serviceFacets: null });
});

test('officers of the demo find a page of 50, by ids of their own, and other people for another purpose', async () => {
  for (const as of ['university-officer', 'union-officer']) {
    const [recruitment, placement] = [await search(as, 'recruitment'), await search(as, 'placement')];
    expect(recruitment).toHaveLength(50);
    expect(placement).toHaveLength(50);
    expect(idsOf(recruitment)).not.toEqual(idsOf(placement));
  }
  const seen = await Promise.all(['university-officer', 'union-officer'].map((as) => search(as, 'recruitment')));
  expect(idsOf(seen[0] ?? []).filter((id) => idsOf(seen[1] ?? []).includes(id))).toEqual([]);
  const some = idsOf(seen[1] ?? []).slice(0, 3);
  const { data } = await federation.ask<{ searchCards: { nodes: Found[] } }>(
    'query Chosen($ids: [ID!]) { searchCards(first: 50, ids: $ids) { nodes { volunteer { id } } } }',
    { as: 'union-officer', purpose: 'recruitment', variables: { ids: some } },
  );
  expect(idsOf(data?.searchCards.nodes ?? []).toSorted()).toEqual(some.toSorted());
});
