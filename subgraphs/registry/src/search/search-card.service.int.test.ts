import { randomBytes } from 'node:crypto';
import { createDemoData } from '@birlik/demo-data';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { stateFacets, type StatedFacet } from '@birlik/trust/search-facet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const key = randomBytes(32);
const union = demo.organization('uvoa');
const university = demo.organization('mdu');
const nextPerson = peopleFrom(1300);
const purpose = 'placement';
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: grantKeysEnvironment(key) });
  await member.owner.query('delete from search_card');
});
afterAll(() => member.close());

const study: StatedFacet = {
  facet: 'field-of-study',
  value: 'computer engineering',
  label: { az: 'Kompüter mühəndisliyi', en: 'Computer engineering' },
  organizationId: university.id,
};

const stated = (person: string, by = 'university', facets = [study], withKey: Uint8Array = key) =>
  stateFacets({ person, facets }, { member: by, key: withKey });

/** The id of the card, or the code of the refusal. */
async function publish(as: Viewer, input: object, onBehalfOf: string | null = null): Promise<string> {
  const { data, errors } = await member.query<{ card: { id?: string; code?: string } }>(
    `mutation ($input: PublishSearchCardInput!, $onBehalfOf: ID) {
       card: publishSearchCard(input: $input, onBehalfOf: $onBehalfOf) {
         ... on PublishedSearchCard { id } ... on Problem { code } } }`,
    { as, variables: { input: { purpose, ...input }, onBehalfOf } },
  );
  return data?.card.id ?? data?.card.code ?? errors?.[0]?.extensions.code ?? '';
}

async function withdraw(as: Viewer, id: string, onBehalfOf: string | null = null): Promise<string> {
  const { data } = await member.query<{ gone: { id?: string; code?: string } }>(
    `mutation ($id: ID!, $onBehalfOf: ID) { gone: withdrawSearchCard(id: $id, onBehalfOf: $onBehalfOf) {
       ... on SearchCardWithdrawal { id } ... on Problem { code } } }`,
    { as, variables: { id, onBehalfOf } },
  );
  return data?.gone.code ?? data?.gone.id ?? '';
}

interface Found {
  readonly volunteer: { readonly id: string };
  readonly facets: readonly { readonly facet: string; readonly value: string; readonly ownStatement: boolean }[];
}

async function search(as: Viewer, args = '', options: { purpose?: string; operation?: string } = {}): Promise<Found[]> {
  const { data, errors } = await member.query<{ searchCards: { nodes: Found[] } | null }>(
    `{ searchCards(first: 50 ${args}) { nodes { volunteer { id } facets { facet value ownStatement source { id } } } } }`,
    { as, purpose, language: 'en', ...options },
  );
  expect(errors).toBeUndefined();
  return data?.searchCards?.nodes ?? [];
}

const ids = (found: readonly Found[]) => found.map(({ volunteer }) => volunteer.id);

test('a card is found by its audience, for its purpose, by what stands on it, until it is withdrawn', async () => {
  const { id } = nextPerson();
  const self = volunteerViewer(id);
  const officer = officerViewer(union.id);
  const card = await publish(self, {
    organizationIds: [union.id],
    picked: [{ facet: 'FIELD_OF_STUDY' }, { facet: 'AGE_BAND' }],
    said: [{ facet: 'SKILL', value: ' First  Aid ' }],
    statements: [stated(id)],
  });
  const found = await search(officer, `ids: ["${id}"]`);
  expect(ids(found)).toEqual([id]);
  expect(found[0]?.facets.map(({ facet, ownStatement }) => [facet, ownStatement])).toEqual([
    ['FIELD_OF_STUDY', false],
    ['AGE_BAND', false],
    ['SKILL', true],
  ]);
  const by = (facet: string, ...values: string[]) => `filter: [{ facet: ${facet}, values: ${JSON.stringify(values)} }]`;
  expect(ids(await search(officer, by('SKILL', 'first aid', 'juggling')))).toEqual([id]);
  expect(ids(await search(officer, by('FIELD_OF_STUDY', 'Computer engineering')))).toEqual([id]);
  expect(ids(await search(officer, by('SKILL', 'juggling')))).toEqual([]);
  expect(ids(await search(officer, '', { purpose: 'recruitment' }))).toEqual([]);
  expect(ids(await search(officerViewer(university.id)))).toEqual([]);
  expect(await withdraw(self, card)).toBe(card);
  expect(ids(await search(officer))).toEqual([]);
  expect(await withdraw(self, card)).toBe('NOT_FOUND');
});

test('each person who is shown has a row in their log that rests on the card, one for an operation, and nobody else has', async () => {
  const people = [nextPerson().id, nextPerson().id, nextPerson().id];
  for (const id of people) {
    await publish(volunteerViewer(id), {
      organizationKinds: ['UNION'],
      said: [{ facet: 'LANGUAGE', value: 'az' }],
    });
  }
  const { data } = await member.query<{ searchCards: { nodes: Found[] } }>(
    '{ searchCards(first: 2) { nodes { volunteer { id } } } again: searchCards(first: 2) { nodes { volunteer { id } } } }',
    { as: officerViewer(union.id), purpose, operation: 'Shown' },
  );
  const shown = ids(data?.searchCards.nodes ?? []);
  expect(shown).toHaveLength(2);
  const { rows } = await member.owner.query<{ id: string; row: string }>(
    `select volunteer_id as id, concat_ws(' ', category, basis, purpose, fields::text, organization_id) as row
       from access_log where operation = 'Shown' order by id`,
  );
  expect(rows.map(({ id }) => id).toSorted()).toEqual(shown.toSorted());
  expect(new Set(rows.map(({ row }) => row))).toEqual(new Set([`identity card ${purpose} {searchCards} ${union.id}`]));
  const { data: own } = await member.query<{ me: { whoViewedMyData: { nodes: object[] } } }>(
    '{ me { whoViewedMyData(first: 1) { nodes { category basis } } } }',
    { as: volunteerViewer(shown[0] ?? '') },
  );
  expect(own?.me.whoViewedMyData.nodes).toEqual([{ category: 'IDENTITY', basis: 'CARD' }]);
});

test('what a member did not state of this person, or not lately, stands on no card as its word', async () => {
  const { id } = nextPerson();
  const self = volunteerViewer(id);
  const terms = { everybody: true, picked: [{ facet: 'FIELD_OF_STUDY' }, { facet: 'AGE_BAND' }] };
  for (const statement of [
    stated(nextPerson().id),
    stated(id, 'union'),
    stated(id, 'university', [study], randomBytes(32)),
    `${stated(id)}x`,
    'nothing',
  ]) {
    expect(await publish(self, { ...terms, statements: [statement] })).toBe('BAD_USER_INPUT');
  }
  expect(stated(id)).not.toContain(id);
  const claims = Buffer.from(stated(id).split('.')[1] ?? '', 'base64url').toString();
  expect(claims).not.toContain(id);
});

test('a card that says nothing, is for nobody, or is for a purpose that opens nothing is refused', async () => {
  const self = volunteerViewer(nextPerson().id);
  const said = [{ facet: 'SKILL', value: 'x' }];
  expect(await publish(self, { everybody: true })).toBe('BAD_USER_INPUT');
  expect(await publish(self, { said })).toBe('BAD_USER_INPUT');
  expect(await publish(self, { everybody: true, said, purpose: 'reporting' })).toBe('BAD_USER_INPUT');
  expect(await publish(self, { everybody: true, said, purpose: 'marketing' })).toBe('NOT_FOUND');
  expect(await publish(self, { organizationIds: [nextPerson().id], said })).toBe('NOT_FOUND');
  expect(await publish(self, { everybody: true, said: [{ facet: 'HOURS_BAND', value: 'many' }] })).toBe(
    'BAD_USER_INPUT',
  );
  const bands = ['18-24', '25-34'].map((value) => ({ facet: 'AGE_BAND', value }));
  expect(await publish(self, { everybody: true, said: bands })).toBe('BAD_USER_INPUT');
});

test('a minor’s card takes the guardian’s yes, and the minor withdraws it alone', async () => {
  const [{ id: guardian }, { id: ward }] = [nextPerson(), nextPerson()];
  const terms = { everybody: true, said: [{ facet: 'SKILL', value: 'chess' }] };
  await member.owner.query(`update volunteer set birth_date = current_date - interval '10 years' where id = $1`, [
    ward,
  ]);
  expect(await publish(volunteerViewer(ward), terms)).toBe('REPRESENTATIVE_REQUIRED');
  expect(await publish(volunteerViewer(guardian), terms, ward)).toBe('NOT_FOUND');
  await member.owner.query(
    `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by)
     values (uuidv7(), $1, $2, 'AZE 123', now(), 'office')`,
    [guardian, ward],
  );
  const card = await publish(volunteerViewer(guardian), terms, ward);
  expect(ids(await search(officerViewer(union.id), `ids: ["${ward}"]`))).toEqual([ward]);
  expect(await withdraw(volunteerViewer(ward), card)).toBe(card);
  expect(ids(await search(officerViewer(union.id), `ids: ["${ward}"]`))).toEqual([]);
});

test('a person sees what may stand on a card, and the card as others see it before and after it is published', async () => {
  const { id } = nextPerson();
  const self = volunteerViewer(id);
  const input = { purpose, everybody: true, picked: [{ facet: 'FIELD_OF_STUDY' }], statements: [stated(id)] };
  const selection = 'facets { facet value label source { id } ownStatement }';
  const ask = (as: Viewer) =>
    member.entities<Record<string, object | null>>(
      [{ __typename: 'Volunteer', id }],
      `{ searchCardOffer(statements: ${JSON.stringify([stated(id)])}) { facets { facet } }
         searchCardPreview(input: ${JSON.stringify(input)
           .replaceAll(/"(\w+)":/g, '$1: ')
           .replace('"FIELD_OF_STUDY"', 'FIELD_OF_STUDY')}) { volunteer { id } ${selection} publishedOn }
         searchCards { purpose everybody asOthersSee { volunteer { id } ${selection} publishedOn } } }`,
      { as, language: 'en' },
    );
  const [before] = await ask(self);
  expect(before?.['searchCards']).toEqual([]);
  expect(before?.['searchCardOffer']).toMatchObject({
    facets: expect.arrayContaining([{ facet: 'PLACE' }, { facet: 'FIELD_OF_STUDY' }]) as object[],
  });
  await publish(self, input);
  const [after] = await ask(self);
  expect(after?.['searchCards']).toEqual([{ purpose, everybody: true, asOthersSee: before?.['searchCardPreview'] }]);
  expect(before?.['searchCardPreview']).toMatchObject({
    facets: [
      { facet: 'FIELD_OF_STUDY', label: 'Computer engineering', source: { id: university.id }, ownStatement: false },
    ],
  });
  for (const as of [officerViewer(union.id), volunteerViewer(nextPerson().id)]) {
    expect(await ask(as)).toEqual([{ searchCardOffer: null, searchCardPreview: null, searchCards: null }]);
  }
});

test('a card is brought up to date: what a member holds no longer goes, and what it was not asked about stays', async () => {
  const { id } = nextPerson();
  const self = volunteerViewer(id);
  const other = { ...study, value: 'law', label: { az: 'Hüquq', en: 'Law' } };
  await publish(self, {
    everybody: true,
    picked: [{ facet: 'FIELD_OF_STUDY' }, { facet: 'AGE_BAND' }],
    said: [{ facet: 'SKILL', value: 'rowing' }],
    statements: [stated(id, 'university', [study, other])],
  });
  const refresh = async (as: Viewer, statements: string[]) => {
    const { data } = await member.query<{ refreshed: { cards?: object[]; code?: string } }>(
      `mutation ($input: RefreshSearchCardsInput!) { refreshed: refreshSearchCards(input: $input) {
         ... on RefreshedSearchCards { cards { asOthersSee { facets { value } } } } ... on Problem { code } } }`,
      { as, variables: { input: { statements } } },
    );
    return data?.refreshed.code ?? data?.refreshed.cards;
  };
  const shows = (...values: string[]) => [{ asOthersSee: { facets: values.map((value) => ({ value })) } }];
  await member.owner.query(`update volunteer set birth_date = current_date - interval '51 years' where id = $1`, [id]);
  expect(await refresh(self, [])).toEqual(shows('computer engineering', 'law', '50+', 'rowing'));
  expect(await refresh(self, [stated(id, 'university', [other])])).toEqual(shows('law', '50+', 'rowing'));
  expect(await refresh(self, ['forged'])).toBe('BAD_USER_INPUT');
  expect(ids(await search(officerViewer(union.id), 'filter: [{ facet: AGE_BAND, values: ["50+"] }]'))).toContain(id);
  expect(
    ids(await search(officerViewer(union.id), 'filter: [{ facet: FIELD_OF_STUDY, values: ["computer engineering"] }]')),
  ).not.toContain(id);
});

test('whoever states no purpose that finds anybody is told why, and is shown nobody', async () => {
  const codes = async (as: Viewer | null, stated?: string) => {
    const { data, errors } = await member.query('{ searchCards { nodes { publishedOn } counts { total } } }', {
      as,
      ...(stated ? { purpose: stated } : {}),
    });
    return errors?.[0]?.extensions.code ?? data;
  };
  const officer = officerViewer(union.id);
  expect(await codes(officer)).toBe('PURPOSE_MISSING');
  expect(await codes(officer, 'reporting')).toBe('PURPOSE_NOT_OPEN');
  expect(await codes(officer, 'marketing')).toBe('PURPOSE_UNKNOWN');
  expect(await codes(officerViewer(union.id, ['analyst']), purpose)).toBe('ROLE_NOT_ALLOWED');
  expect(await codes(null, purpose)).toBe('UNAUTHENTICATED');
  expect(await codes(volunteerViewer(nextPerson().id), purpose)).toEqual({
    searchCards: { nodes: [], counts: { total: null } },
  });
});
