import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Answer, type TracedFetch } from '@birlik/test-client';
import { members, startTestStack, type TestStack } from '../testkit/stack.js';
import { profileFields, readmeProfileAnswer, readmeProfileQuery } from '../testkit/profile-query.js';
import { otherFields, personalFields } from './personal-fields.js';

const demo = createDemoData();
const person = demo.person(0);
let federation: TestStack;

beforeAll(async () => {
  federation = await startTestStack();
});
afterAll(() => federation.close());

/** The fetches as `service@level`, sorted. */
function places(fetches: readonly TracedFetch[]): string[] {
  return fetches.map(({ service, level }) => `${service}@${level}`).toSorted();
}

/** The cursor of whoever stands before a person in the list of a persona; null for the first. */
async function cursorBefore(id: string, request: { as: string; purpose: string }): Promise<string | null> {
  type List = { volunteers: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean } } };
  const document = `query ($after: String) {
    volunteers(first: 100, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage } }
  }`;
  let after: string | null = null;
  for (let more = true; more;) {
    const { data }: Answer<List> = await federation.ask<List>(document, { ...request, variables: { after } });
    for (const { cursor, node } of data?.volunteers.edges ?? []) {
      if (node.id === federation.idsOf(request.as).hide(id)) return after;
      after = cursor;
    }
    more = data?.volunteers.pageInfo.hasNextPage === true;
  }
  throw new Error('The list does not have the person.');
}

describe('the profile query of the README', () => {
  test('returns data from all seven members, as the README shows it', async () => {
    const answer = await federation.ask<{ me: Record<string, unknown> }>(await readmeProfileQuery(), {
      as: 'volunteer',
      language: 'en',
    });
    expect(answer.errors).toBeUndefined();
    expect(new Set(answer.fetches.map(({ service }) => service))).toEqual(new Set(members));
    expect(answer.data?.me['name']).toContain(person.familyName);
    expect(answer.data).toEqual((await readmeProfileAnswer()).data);
  });

  test('makes at most one fetch for each member and plan level', async () => {
    const { fetches } = await federation.ask(await readmeProfileQuery(), { as: 'volunteer' });
    const seen = places(fetches);
    expect(seen.length).toBeGreaterThanOrEqual(members.length);
    expect(seen).toEqual([...new Set(seen)]);
  });

  test('costs at most 30 SQL statements in all members together', async () => {
    const total = async () => Object.values(await federation.statements()).reduce((sum, count) => sum + count, 0);
    const query = await readmeProfileQuery();
    await federation.ask(query, { as: 'volunteer' });
    const before = await total();
    await federation.ask(query, { as: 'volunteer' });
    const statements = (await total()) - before;
    expect(statements).toBeGreaterThan(members.length);
    expect(statements).toBeLessThanOrEqual(30);
  });

  test('costs the same number of fetches and SQL statements for 50 people as for 5', async () => {
    const document = `query List($first: Int!, $after: String) {
      volunteers(first: $first, after: $after) { nodes ${await profileFields()} }
    }`;
    const request = { as: 'union-officer', purpose: 'recruitment' };
    // Both lists begin with somebody of whom every member has something.
    const after = await cursorBefore(demo.person(1).id, request);
    const cost = async (first: number) => {
      const before = await federation.statements();
      const answer = await federation.ask<{ volunteers: { nodes: object[] } }>(document, {
        ...request,
        variables: { first, after },
      });
      expect(answer.errors).toBeUndefined();
      expect(answer.data?.volunteers.nodes).toHaveLength(first);
      const now = await federation.statements();
      const statements = Object.fromEntries(members.map((name) => [name, (now[name] ?? 0) - (before[name] ?? 0)]));
      return { fetches: places(answer.fetches), statements };
    };
    // The first list fills the plan cache and the connection pools.
    await cost(5);
    const few = await cost(5);
    expect(Object.values(few.statements).every((count) => count > 0)).toBe(true);
    expect(await cost(50)).toEqual(few);
  });
});

describe('no consent, no data', () => {
  const reader = { as: 'center-officer', purpose: 'placement' };
  const recipientOrganizationId = demo.organization('ivc').id;

  async function read(field: (typeof personalFields)[number]) {
    const answer = await federation.ask<{ volunteer: Record<string, unknown> }>(
      `query Read($id: ID!) { volunteer(id: $id) { ${field.name} ${field.selection} withheld { category owner } } }`,
      { ...reader, variables: { id: federation.idsOf(reader.as).hide(person.id) } },
    );
    expect(answer.errors).toBeUndefined();
    return { value: answer.data?.volunteer[field.name], withheld: answer.data?.volunteer['withheld'] };
  }

  async function change(document: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { data } = await federation.ask<Record<string, Record<string, unknown>>>(document, {
      as: 'volunteer',
      variables,
    });
    return Object.values(data ?? {})[0] ?? {};
  }

  test('the personal fields are all that the schema has', async () => {
    const { data } = await federation.ask<{ __type: { fields: { name: string }[] } }>(
      `{ __type(name: "Volunteer") { fields { name } } }`,
    );
    const known = [...otherFields, ...personalFields.map(({ name }) => name)];
    expect(data?.__type.fields.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
  });

  test.each(personalFields)(
    '$name is withheld until consent and after withdrawal, and each read is shown',
    async (field) => {
      const refused = { value: null, withheld: [{ category: field.category, owner: field.owner }] };
      expect(await read(field)).toEqual(refused);

      const input = { recipientOrganizationId, purpose: reader.purpose, category: field.category };
      const { id } = await change(
        `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id } ... on Problem { message } } }`,
        { input },
      );
      const granted = await read(field);
      expect(granted.withheld).toEqual([]);
      expect(granted.value).not.toBeNull();

      await change(`mutation Withdraw($id: ID!) { withdrawConsent(id: $id) { __typename } }`, { id });
      expect(await read(field)).toEqual(refused);

      const { data } = await federation.ask<{ me: { whoViewedMyData: { nodes: object[] } } }>(
        `{ me { whoViewedMyData(first: 3) { nodes { category basis purpose operation organization { id } } } } }`,
        { as: 'volunteer' },
      );
      const entry = {
        category: field.category,
        purpose: reader.purpose,
        operation: 'Read',
        organization: { id: recipientOrganizationId },
      };
      expect(data?.me.whoViewedMyData.nodes).toEqual([
        { ...entry, basis: null },
        { ...entry, basis: 'CONSENT' },
        { ...entry, basis: null },
      ]);
    },
  );

  test('a person who is reached through another is behind their own grants', async () => {
    const { data, errors } = await federation.ask<{ me: { mentorships: object[] } }>(
      `{ me { mentorships { mentor { id name alumniProfile { university } withheld { category owner } } } } }`,
      { as: 'volunteer' },
    );
    expect(errors).toBeUndefined();
    const withheld = expect.arrayContaining([
      { category: 'ALUMNI', owner: 'alumni' },
      { category: 'CONTACT', owner: 'registry' },
    ]) as unknown;
    expect(data?.me.mentorships).toEqual([
      {
        mentor: {
          id: federation.idsOf('volunteer').hide(demo.person(1).id),
          name: null,
          alumniProfile: null,
          withheld,
        },
      },
    ]);
  });

  test('an organisation with a tie sees its own category, and the others are withheld', async () => {
    const { data } = await federation.ask(
      `query ($id: ID!) { volunteer(id: $id) { enrolments { status } serviceRecord { minutes } withheld { category } } }`,
      {
        as: 'university-officer',
        purpose: 'recruitment',
        variables: { id: federation.idsOf('university-officer').hide(person.id) },
      },
    );
    expect(data).toEqual({
      volunteer: { enrolments: [{ status: 'STUDYING' }], serviceRecord: null, withheld: [{ category: 'SERVICE' }] },
    });
  });

  test('an anonymous client reads no person, and a forged token is refused', async () => {
    const answer = await federation.ask(`query ($id: ID!) { volunteer(id: $id) { name } }`, {
      variables: { id: federation.idsOf(null).hide(person.id) },
    });
    expect(answer.data).toEqual({ volunteer: null });
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const headers = { authorization: 'Bearer e30.e30.e30' };
    const forged = await ask(`${federation.stack.gatewayUrl}/graphql`, '{ me { id } }', { headers });
    expect(forged.status).toBe(401);
  });

  test.each(members)('%s refuses a direct call', async (name) => {
    const queries = [`{ __typename }`, `{ _service { sdl } }`, `{ _entities(representations: []) { __typename } }`];
    for (const query of queries) {
      const { status, text } = await ask(`${federation.stack.url(name)}/graphql`, query);
      expect(status).toBe(401);
      expect(JSON.parse(text)).not.toHaveProperty('data');
    }
  });
});

describe('a member that is down', () => {
  /** What of the profile each member holds, by the response keys of the README's query. */
  const parts: Record<string, readonly string[]> = {
    university: ['enrolments'],
    'asan-school': ['programmeRecord', 'certificates'],
    union: ['serviceRecord'],
    alumni: ['alumniProfile', 'mentorships'],
    creative: ['creativeRecord'],
  };

  const profile = async () =>
    federation.ask<{ me: Record<string, unknown> }>(await readmeProfileQuery(), { as: 'volunteer' });

  /** The request right after the member is ready again gets everything: the gateway needs no time to notice. */
  async function expectHealed(): Promise<void> {
    expect((await profile()).errors).toBeUndefined();
  }

  test.each(Object.entries(parts))(
    '%s leaves the rest of the profile in place and heals with the next request',
    async (name, own) => {
      const before = await profile();
      await federation.stack.stop(name);
      const during = await profile();
      await federation.stack.start(name);
      for (const [key, value] of Object.entries(before.data?.me ?? {})) {
        expect(during.data?.me).toHaveProperty(key, own.includes(key) ? null : value);
      }
      expect(during.errors?.map(({ path, extensions }) => [path?.[1], extensions])).toEqual(
        own.map((key) => [key, { code: 'UPSTREAM_UNAVAILABLE', service: name }]),
      );
      await expectHealed();
    },
  );

  test('center leaves all but its part of the country', async () => {
    const before = await profile();
    await federation.stack.stop('center');
    const during = await profile();
    await federation.stack.start('center');
    expect(during.data?.me['contact']).toMatchObject({ country: { cooperation: null } });
    expect({ ...during.data?.me, contact: null }).toEqual({ ...before.data?.me, contact: null });
    expect(during.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'UPSTREAM_UNAVAILABLE', service: 'center' },
    ]);
    await expectHealed();
  });

  test('registry takes the person with it, since nobody else decides, and leaves public lists in place', async () => {
    await federation.stack.stop('registry');
    const during = await federation.ask(
      `{
      me { id }
      faculties(first: 1) { nodes { name organization { name } } }
      opportunities(first: 1) { nodes { id } }
      conferences(first: 1) { nodes { id } }
    }`,
      { as: 'volunteer' },
    );
    await federation.stack.start('registry');
    expect(during.data).toMatchObject({
      me: null,
      faculties: { nodes: [{ name: expect.any(String) as string, organization: { name: null } }] },
      opportunities: { nodes: [expect.any(Object)] },
      conferences: { nodes: [expect.any(Object)] },
    });
    for (const { extensions } of during.errors ?? []) {
      expect(extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE', service: 'registry' });
    }
    expect(during.errors?.length).toBe(2);
    await expectHealed();
  });
});

test('the public schema shows nothing of grants', async () => {
  const { data } = await federation.ask<{ __schema: { types: { name: string }[] } }>(`{ __schema { types { name } } }`);
  const names = data?.__schema.types.map(({ name }) => name) ?? [];
  expect(names).toContain('Volunteer');
  for (const hidden of ['Grant', 'Relation']) expect(names).not.toContain(hidden);
});
