import { dayIn } from '@birlik/kernel/time-zone';
import { newId } from '@birlik/kernel/identifier';
import { describeClosedDoor } from '@birlik/test/testkit/closed-door';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, chairTerm } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const selection = `{
  cooperation {
    member
    chairTerms { startsOn endsOn holders { organization { id } country { code } } }
    agreements { title signedOn expiresOn sdgGoals parties { id } countries { code } }
    conferences { name heldOn reportedOn participants { code } contributors { role organization { id } } topics }
    jointProjects { title status withoutAgreement agreement { signedOn } countries { code } }
  }
}`;
let member: TestMember;

interface Listed {
  cooperation: {
    member: boolean;
    chairTerms: { startsOn: string; endsOn: string; holders: { organization: { id: string } }[] }[];
    agreements: { signedOn: string; expiresOn: string | null; sdgGoals: number[]; parties: { id: string }[] }[];
    conferences: { reportedOn: string; contributors: { role: string }[]; topics: string[] }[];
    jointProjects: { withoutAgreement: boolean; agreement: { signedOn: string } | null }[];
  };
}

async function countries(codes: readonly string[]): Promise<(Listed | null)[]> {
  return member.entities<Listed>(
    codes.map((code) => ({ __typename: 'Country', code })),
    selection,
    { language: 'en' },
  );
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describe('Country.cooperation', () => {
  test('has what the sources state of a member country', async () => {
    const [azerbaijan] = await countries(['AZ']);
    const uvoa = demo.organization('uvoa').id;
    const network = demo.organization('nvn-kz').id;
    expect(azerbaijan?.cooperation).toMatchObject({
      member: true,
      chairTerms: [{ startsOn: '2025-01-01', endsOn: '2025-12-31', holders: [{ organization: { id: uvoa } }] }],
      agreements: [
        { signedOn: '2020-12-02', expiresOn: null, sdgGoals: [], countries: [{ code: 'AZ' }, { code: 'KZ' }] },
      ],
    });
    const parties = azerbaijan?.cooperation.agreements[0]?.parties.map(({ id }) => id);
    expect(new Set(parties)).toEqual(new Set([uvoa, network]));
    const conferences = azerbaijan?.cooperation.conferences ?? [];
    expect(conferences.map((conference) => conference.reportedOn)).toEqual(['2024-12-17', '2020-12-07']);
    const roles = conferences[0]?.contributors.map(({ role }) => role);
    expect(roles).toEqual(['ORGANIZER', 'PARTNER', 'PARTNER', 'PARTNER', 'PARTNER', 'SUPPORTER']);
    expect(conferences[1]?.topics).toHaveLength(4);
  });

  test('flags the joint projects that rest on no agreement', async () => {
    const [azerbaijan] = await countries(['AZ']);
    const projects = azerbaijan?.cooperation.jointProjects.toSorted(
      (a, b) => Number(a.withoutAgreement) - Number(b.withoutAgreement),
    );
    expect(projects).toMatchObject([
      { withoutAgreement: false, agreement: { signedOn: '2020-12-02' } },
      { withoutAgreement: true, agreement: null },
    ]);
  });

  test('lists a participant that is no member', async () => {
    const [russia, tajikistan] = await countries(['RU', 'TJ']);
    expect(russia?.cooperation).toMatchObject({ member: false, conferences: [{ reportedOn: '2020-12-07' }] });
    expect(tajikistan?.cooperation).toMatchObject({ member: true, conferences: [{ reportedOn: '2024-12-17' }] });
  });

  test('is empty for a country that the center does not know and for a code that is none', async () => {
    const empty = { member: false, chairTerms: [], agreements: [], conferences: [], jointProjects: [] };
    expect((await countries(['IS', `x','AZ`])).map((country) => country?.cooperation)).toEqual([empty, empty]);
  });

  test('keeps the newest 50 of a longer list', async () => {
    const organization = newId();
    await agreement.many(
      member.owner,
      Array.from({ length: 60 }, (_, day) => ({
        organization_id: organization,
        country_codes: ['FI', 'SE'],
        signed_on: new Date(Date.UTC(2000, 0, day + 1)).toISOString().slice(0, 10),
      })),
    );
    const [finland] = await countries(['FI']);
    const days = finland?.cooperation.agreements.map(({ signedOn }) => signedOn) ?? [];
    expect(days).toHaveLength(50);
    expect([days[0], days[49]]).toEqual(['2000-02-29', '2000-01-11']);
  });

  test('costs the same number of statements for 50 countries as for 5', async () => {
    const rest = demo.countries.map(({ code }) => code);
    const codes = [...new Set(['AZ', 'KZ', 'TR', 'KG', 'RU', ...rest])].slice(0, 50);
    await countries(codes.slice(0, 5));
    const few = member.statements();
    await countries(codes);
    expect(few).toBe(9);
    expect(member.statements()).toBe(few);
  });
});

describe('chair', () => {
  test('is who chairs on a day, from the first to the last of the term', async () => {
    const answer = await member.query(
      `{ before: chair(on: "2024-12-31") { id } first: chair(on: "2025-01-01") { startsOn source { generated } }
        last: chair(on: "2025-12-31") { startsOn holders { country { code } } } after: chair(on: "2026-01-01") { startsOn source { generated } } }`,
    );
    expect(answer.data).toEqual({
      before: null,
      first: { startsOn: '2025-01-01', source: { generated: false } },
      last: { startsOn: '2025-01-01', holders: [{ country: { code: 'AZ' } }] },
      after: { startsOn: '2026-01-01', source: { generated: true } },
    });
  });

  test('is who chairs today unless a day is named', async () => {
    const today = dayIn('Asia/Baku', new Date());
    const { data } = await member.query<Record<'now' | 'then', object | null>>(
      'query ($today: Date!) { now: chair { id holders { id } } then: chair(on: $today) { id holders { id } } }',
      { variables: { today } },
    );
    expect(data?.now).toMatchObject({ holders: [{}] });
    expect(data?.now).toEqual(data?.then);
  });

  test('has one term a day, since the table refuses any that overlap', async () => {
    const overlapping = chairTerm(member.owner, { starts_on: '2025-12-31', ends_on: '2026-06-30' });
    await expect(overlapping).rejects.toMatchObject({ code: '23P01' });
  });
});

describeClosedDoor({
  member: () => member,
  query: '{ agreements { nodes { id } } }',
  reference: { __typename: 'Country', code: 'AZ' },
});

test('public lists are read page by page in the caller’s language', async () => {
  interface Page {
    conferences: {
      nodes: { name: string; place: string | null }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  }
  const document = `query ($after: String) {
    conferences(first: 1, after: $after) { nodes { name place } pageInfo { endCursor hasNextPage } }
  }`;
  const first = await member.query<Page>(document, { language: 'en' });
  expect(first.data?.conferences).toMatchObject({ nodes: [{ place: 'Sheki' }], pageInfo: { hasNextPage: true } });
  const after = first.data?.conferences.pageInfo.endCursor;
  const second = await member.query<Page>(document, { variables: { after }, language: 'az' });
  expect(second.data?.conferences).toMatchObject({
    nodes: [{ name: '“Könüllülər İli” mövzusunda beynəlxalq konfrans', place: null }],
    pageInfo: { hasNextPage: false },
  });
  const foreign = await member.query(`{ conferences(after: "W3siJG5lIjpudWxsfV0") { nodes { id } } }`);
  expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('the other public lists have all rows of the demo data', async () => {
  const answer = await member.query(
    `{ memberCountries { nodes { joinedOn country { code } center { id } } }
      loose: jointProjects(withoutAgreement: true) { nodes { status withoutAgreement } }
      agreed: jointProjects(withoutAgreement: false) { nodes { status withoutAgreement } } }`,
  );
  const center = { id: demo.organization('ivc').id };
  expect(answer.data).toEqual({
    memberCountries: {
      nodes: ['AZ', 'KG', 'KZ', 'TJ', 'TR', 'UZ'].map((code) => ({ joinedOn: null, country: { code }, center })),
    },
    loose: { nodes: [{ status: 'PLANNED', withoutAgreement: true }] },
    agreed: { nodes: [{ status: 'RUNNING', withoutAgreement: false }] },
  });
});
