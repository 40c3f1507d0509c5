import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '@birlik/test-client';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { creativeReport } from './creative-report.js';
import { membersConference, speeches } from './members-conference.js';
import { platformArticle } from './platform-article.js';
import { inLanguage, quotesOf, thingAt, type StatedDocument } from './stated-fact.js';
import { universityNews } from './university-news.js';
import { volunteersConference } from './volunteers-conference.js';

/** The five documents on which the domain rests, with the number of facts that each of them states. */
const documents: readonly (readonly [name: string, document: StatedDocument, count: number])[] = [
  ['the university’s news', universityNews, 32],
  ['the article on the alumni platform', platformArticle, 31],
  ['the news on the conference of 2020', volunteersConference, 21],
  ['the news on the conference of 2024', membersConference, 16],
  ['the report on the creative volunteers', creativeReport, 18],
];
const languages = ['az', 'en'] as const;

let federation: TestStack;

beforeAll(async () => {
  federation = await startTestStack();
});
afterAll(() => federation.close());

test('118 facts are stated', () => {
  expect(documents.map(([, { facts }]) => facts.length)).toEqual(documents.map(([, , count]) => count));
  expect(documents.reduce((sum, [, , count]) => sum + count, 0)).toBe(118);
});

describe.each(languages)('everybody reads in %s, with the words of the source,', (language) => {
  describe.each(documents)('what %s states:', (_name, { query, facts }) => {
    let answer: Answer;

    beforeAll(async () => {
      answer = await federation.ask(query, { language });
    });

    test('the whole of it is answered', () => {
      expect(answer.errors).toBeUndefined();
    });

    test.each(facts.map((one, index) => ({ ...one, number: index + 1 })))(
      '$number. $sentence',
      ({ sentence, at, tells }) => {
        const thing = thingAt(answer.data, at);
        const told = Object.fromEntries(Object.keys(tells).map((way) => [way, thingAt(thing, way)]));
        const expected = Object.entries(tells).map(([way, value]) => [way, inLanguage(value, language)] as const);
        expect(told).toEqual(Object.fromEntries(expected));
        expect(quotesOf(thing)).toContainEqual(expect.stringContaining(sentence));
      },
    );
  });
});

test('what each speaker of 2024 said is told under the speaker’s name', async () => {
  const { data } = await federation.ask(membersConference.query, { language: 'en' });
  for (const { sentence, at, tells } of speeches) {
    const thing = thingAt(data, at);
    for (const [way, value] of Object.entries(tells)) expect(thingAt(thing, way), at).toEqual(value);
    expect(quotesOf(thing)).toContainEqual(expect.stringContaining(sentence));
  }
});

test('the demo of today has a chair, intakes that run, and opportunities and a campaign that are open', async () => {
  type Days = { readonly startsOn: string; readonly endsOn: string | null };
  const { data } = await federation.ask<{
    chair: { holders: { organization: { name: string } }[]; source: { generated: boolean } } | null;
    intakes: { nodes: Days[] };
    opportunities: { nodes: Days[] };
    campaigns: { nodes: unknown[] };
  }>(
    `{ chair { holders { organization { name } } source { generated } } campaigns(status: OPEN) { nodes { id } }
      intakes(first: 100) { nodes { startsOn endsOn } } opportunities(first: 100) { nodes { startsOn endsOn } } }`,
    { language: 'en' },
  );
  const today = new Date().toISOString().slice(0, 10);
  const isNow = ({ startsOn, endsOn }: Days) => startsOn <= today && (endsOn === null || endsOn >= today);
  const isToCome = ({ startsOn }: Days) => startsOn > today;
  expect(data?.chair).toEqual({
    holders: [{ organization: { name: 'Steppe Volunteer Network (example)' } }],
    source: { generated: true },
  });
  expect(data?.intakes.nodes.some(isNow)).toBe(true);
  expect(data?.opportunities.nodes.some(isNow)).toBe(true);
  expect(data?.opportunities.nodes.some(isToCome)).toBe(true);
  expect(data?.campaigns.nodes).not.toEqual([]);
});

test('nothing is told of a real organisation that no source states', async () => {
  const { data } = await federation.ask<{
    organizations: {
      nodes: {
        name: string;
        kind: string;
        city: string | null;
        country: object | null;
        source: { generated: boolean };
      }[];
    };
    opportunities: { nodes: { organization: { name: string }; source: { generated: boolean } }[] };
    contingents: { nodes: { name: string; capacity: number | null; organization: { name: string } }[] };
  }>(
    `{ organizations(first: 100) { nodes { name kind city country { code } source { generated } } }
      opportunities(countryCode: "KZ", first: 100) { nodes { organization { name } portal { name } source { generated } } }
      contingents(first: 100) { nodes { name capacity organization { name } } } }`,
    { language: 'en' },
  );
  const named = (name: string) => data?.organizations.nodes.find((one) => one.name === name);
  expect(named('International Volunteer Center')).toMatchObject({ city: null, country: null });
  expect(named('National Volunteer Network of Kazakhstan')).toMatchObject({ kind: 'UNION', city: null });
  expect(named('IDEA Public Union')).toMatchObject({ kind: 'PUBLIC_UNION', country: null });
  for (const { name, source } of data?.organizations.nodes ?? []) {
    if (name !== 'Birlik Registry Office') expect(name.endsWith('(example)'), name).toBe(source.generated);
  }
  expect(data?.opportunities.nodes.length).toBeGreaterThan(0);
  for (const { organization, source, ...rest } of data?.opportunities.nodes ?? []) {
    expect({ name: organization.name, source, ...rest }).toEqual({
      name: 'Steppe Volunteer Network (example)',
      source: { generated: true },
      portal: null,
    });
  }
  for (const { name, capacity, organization } of data?.contingents.nodes ?? []) {
    expect(capacity).toBeNull();
    expect(name.endsWith('(example)')).toBe(organization.name !== 'Mingachevir State University');
  }
});
