import { newId } from '@birlik/kernel/identifier';
import { describeClosedDoor } from '@birlik/test/testkit/closed-door';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const person = demo.person(0);
const consenting = demo.person(1);
const union = officerViewer(demo.organization('uvoa').id);
const stranger = officerViewer(demo.organization('min-culture').id);
const selection = '{ name contact { email country { code name } city } affiliations { organization { id } } }';
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describe('name, contact and affiliations', () => {
  test('are the person’s own to read', async () => {
    const { data } = await member.query<{ me: { affiliations: object[] } }>(`{ me ${selection} }`, {
      as: volunteerViewer(person.id),
      language: 'en',
    });
    expect(data?.me).toMatchObject({
      name: expect.stringContaining(person.familyName) as string,
      contact: { email: person.email, country: { code: person.homeCountry } },
    });
    expect(data?.me.affiliations).toHaveLength(person.affiliations.length);
  });

  test('are null for an organisation without tie or consent', async () => {
    const request = { as: stranger, variables: { id: person.id }, purpose: 'recruitment' };
    const { data } = await member.query(`query ($id: ID!) { volunteer(id: $id) ${selection} }`, request);
    expect(data).toEqual({ volunteer: { name: null, contact: null, affiliations: null } });
  });

  test('show an organisation its own tie only, unless the person consented', async () => {
    const request = { as: union, purpose: 'placement', variables: { id: consenting.id } };
    const document = `query ($id: ID!) { volunteer(id: $id) { affiliations { organization { id } } } }`;
    type Ties = { volunteer: { affiliations: { organization: { id: string } }[] } };
    const owned = await member.query<Ties>(document, request);
    const ties = owned.data?.volunteer.affiliations.map(({ organization }) => organization.id);
    expect(new Set(ties)).toEqual(new Set([union.organizationId]));
    const consented = await member.query<Ties>(document, { ...request, purpose: 'recruitment' });
    expect(consented.data?.volunteer.affiliations).toHaveLength(consenting.affiliations.length);
  });
});

describe('volunteers', () => {
  test('lists nobody for a volunteer and is refused to anonymous viewers', async () => {
    const own = await member.query(`{ volunteers { nodes { id } } }`, { as: volunteerViewer(person.id) });
    expect(own.data).toEqual({ volunteers: { nodes: [] } });
    const anonymous = await member.query(`{ volunteers { nodes { id } } }`);
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('pages through exactly those with a tie, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        data,
      }: {
        data: { volunteers: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } | null;
      } = await member.query(
        `query ($after: String) { volunteers(first: 100, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
        { as: officerViewer(demo.organization('afci').id), purpose: 'retention', variables: { after } },
      );
      seen.push(...(data?.volunteers.nodes.map(({ id }) => id) ?? []));
      after = data?.volunteers.pageInfo.hasNextPage ? data.volunteers.pageInfo.endCursor : null;
    } while (after);
    const expected = [...demo.persons()].filter(({ creative }) => creative).map(({ id }) => id);
    expect(new Set(seen)).toEqual(new Set(expected));
    expect(seen).toHaveLength(expected.length);
  });

  describe('as reads', () => {
    const document = `query ($first: Int, $last: Int) { volunteers(first: $first, last: $last) { nodes { id } } }`;
    type Page = { volunteers: { nodes: { id: string }[] } | null };
    const listFor = (
      as: Viewer,
      purpose: string | undefined,
      variables: object = { first: 7 },
      operationId = newId(),
    ) =>
      member.query<Page>(document, {
        as,
        operationId,
        operation: 'List',
        language: 'en',
        variables: { ...variables },
        ...(purpose === undefined ? {} : { purpose }),
      });
    const rowsOf = async (operationId: string) => {
      const { rows } = await member.owner.query<{ id: string; category: string; basis: string; purpose: string }>(
        `select volunteer_id as id, category, basis, purpose from access_log where operation_id = $1`,
        [operationId],
      );
      return rows;
    };

    test('leave a row in the log of each person of the page, and of nobody else, once for an operation', async () => {
      const pages = [{ first: 7 }, { last: 4 }] as const;
      for (const page of pages) {
        const operationId = newId();
        const { data } = await listFor(union, 'certification', page, operationId);
        await listFor(union, 'certification', page, operationId);
        const shown = data?.volunteers?.nodes.map(({ id }) => id).toSorted();
        expect(shown).toHaveLength(Object.values(page)[0] ?? 0);
        const rows = await rowsOf(operationId);
        expect(rows.map(({ id }) => id).toSorted()).toEqual(shown);
        for (const row of rows) expect(row).toMatchObject({ category: 'identity', purpose: 'certification' });
      }
    });

    test('say by which right: a consent where there is one, else the tie', async () => {
      const operationId = newId();
      await listFor(union, 'recruitment', { first: 100 }, operationId);
      const { rows } = await member.owner.query<{ right: boolean }>(
        `select (l.basis = 'consent') = (c.id is not null) and (l.basis = 'consent' or t.yes) as right
           from access_log l
           left join consent c on c.id = l.consent_id and c.volunteer_id = l.volunteer_id and c.purpose = 'recruitment'
           left join lateral (select true as yes from affiliation a
             where a.volunteer_id = l.volunteer_id and a.organization_id = l.organization_id limit 1) t on true
          where l.operation_id = $1`,
        [operationId],
      );
      expect(rows).toHaveLength(100);
      expect(rows.every(({ right }) => right)).toBe(true);
      expect(new Set((await rowsOf(operationId)).map(({ basis }) => basis))).toEqual(new Set(['consent', 'owner']));
    });

    test.each([
      ['no purpose', undefined, 'PURPOSE_MISSING'],
      ['one that is not on the list', 'marketing', 'PURPOSE_UNKNOWN'],
      ['one that opens nothing', 'reporting', 'PURPOSE_NOT_OPEN'],
      ['one that needs a case', 'safeguarding', 'ROLE_NOT_ALLOWED'],
    ])('are refused to an organisation that states %s, and leave nothing', async (_, purpose, code) => {
      const operationId = newId();
      const { data, errors } = await listFor(union, purpose, undefined, operationId);
      expect(data).toEqual({ volunteers: null });
      expect(errors?.[0]?.extensions).toMatchObject({
        code,
        purposes: expect.arrayContaining(['placement']) as string[],
      });
      expect(errors?.[0]?.message).toContain('recruitment, placement');
      expect(await rowsOf(operationId)).toEqual([]);
    });

    test('cost as many statements for a page of 50 as for one of 5', async () => {
      await listFor(union, 'placement', { first: 5 });
      const few = member.statements();
      await listFor(union, 'placement', { first: 50 });
      expect(member.statements()).toBe(few);
    });

    test('are shown to the person among who viewed their data', async () => {
      const { data } = await listFor(union, 'placement', { first: 1 });
      const id = data?.volunteers?.nodes[0]?.id ?? '';
      const log = await member.query<{ me: { whoViewedMyData: { nodes: object[] } } }>(
        '{ me { whoViewedMyData(first: 1) { nodes { category basis purpose fields organization { id } } } } }',
        { as: volunteerViewer(id) },
      );
      expect(log.data?.me.whoViewedMyData.nodes).toEqual([
        {
          category: 'IDENTITY',
          basis: 'OWNER',
          purpose: 'placement',
          fields: ['id'],
          organization: { id: union.organizationId },
        },
      ]);
    });
  });

  test('stands in another order for each organisation, so that a place in a list names nobody', async () => {
    const list = async (viewer: Viewer): Promise<string[]> => {
      const { data } = await member.query<{ volunteers: { nodes: { id: string }[] } }>(
        `{ volunteers(first: 100) { nodes { id } } }`,
        { as: viewer, purpose: 'placement' },
      );
      return data?.volunteers.nodes.map(({ id }) => id) ?? [];
    };
    const people = Array.from({ length: 12 }, (_, index) => demo.person(100 + index).id);
    const readers = ['min-youth', 'min-culture'].map((key) => officerViewer(demo.organization(key).id));
    for (const id of people) {
      await member.query(`mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }`, {
        as: volunteerViewer(id),
        variables: { input: { purpose: 'placement', category: 'CONTACT' } },
      });
    }
    const [first, second] = [await list(readers[0] as Viewer), await list(readers[1] as Viewer)];
    expect(new Set(first)).toEqual(new Set(second));
    expect(first).toEqual(expect.arrayContaining(people));
    expect(first).not.toEqual(second);
    expect(first).not.toEqual(first.toSorted());
    expect(await list(readers[0] as Viewer)).toEqual(first);
  });

  test('adds those who consented for the purpose of the operation', async () => {
    const viewer = officerViewer(demo.organization('min-youth').id);
    const document = `{ volunteers(first: 100) { nodes { id } } }`;
    type Page = { volunteers: { nodes: { id: string }[] } };
    const without = await member.query<Page>(document, { as: viewer, purpose: 'certification' });
    const person2 = demo.person(2);
    expect(without.data?.volunteers.nodes.map(({ id }) => id)).not.toContain(person2.id);
    const given = await member.query<{ giveConsent: { __typename: string } }>(
      `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }`,
      {
        as: volunteerViewer(person2.id),
        variables: {
          input: { recipientOrganizationId: viewer.organizationId, purpose: 'certification', category: 'STUDY' },
        },
      },
    );
    expect(given.data?.giveConsent.__typename).toBe('Consent');
    const found = await member.query<Page>(document, { as: viewer, purpose: 'certification' });
    expect(found.data?.volunteers.nodes.map(({ id }) => id)).toContain(person2.id);
  });
});

describeClosedDoor({
  member: () => member,
  query: '{ countries { code } }',
  reference: { __typename: 'Volunteer', id: person.id },
});

test('public lists are served in the caller’s language, and a bad id is a coded error', async () => {
  const { data } = await member.query<{ country: { name: string } }>(`{ country(code: "AZ") { name } }`, {
    language: 'tr',
  });
  expect(data?.country.name).toBe('Azerbaycan');
  const bad = await member.query(`{ organization(id: "no-id") { id } }`);
  expect(bad.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
