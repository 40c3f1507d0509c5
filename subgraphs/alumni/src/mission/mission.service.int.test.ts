import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const platform = newId();
const officer = officerViewer(platform);
const mission = newId();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
  await member.owner.query(
    `insert into mission (id, organization_id, name, country_code) values ($1, $2, '{"az": "Səfirlik"}', 'BE')`,
    [mission, platform],
  );
});
afterAll(() => member.close());

async function mutate(as: Viewer, call: string, fields: string): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await member.query<{ done: Record<string, unknown> }>(
    `mutation { done: ${call} { ... on Problem { code } ${fields} } }`,
    { as },
  );
  return data?.done ?? { code: errors?.[0]?.extensions.code };
}

const inAll = (text: string) => `{ az: "${text}", en: "${text} en", ru: "${text} ru", tr: "${text} tr" }`;
const change = (as: Viewer, rest: string) =>
  mutate(
    as,
    `changeMission(input: { missionId: "${mission}", ${rest} })`,
    '... on Mission { serves openingHours phone }',
  );

test('an officer says what a mission offers, and everybody finds it by each country that it serves', async () => {
  expect(await change(officer, `serves: ["LU"], openingHours: ${inAll('9-17')}, phone: "+32 2 345 26 60"`)).toEqual({
    serves: ['LU'],
    openingHours: '9-17',
    phone: '+32 2 345 26 60',
  });
  expect(await change(officer, 'serves: ["LU"], phone: "+32 2 345 26 60"')).toMatchObject({ openingHours: '9-17' });
  const found = async (country: string) =>
    (
      await member.query<{ missions: { nodes: object[] } }>(
        `{ missions(countryCode: "${country}") { nodes { name openingHours address phone } } }`,
        { language: 'ru' },
      )
    ).data?.missions.nodes;
  const shown = { name: 'Səfirlik', openingHours: '9-17 ru', address: null, phone: '+32 2 345 26 60' };
  expect([await found('BE'), await found('LU'), await found('NL')]).toEqual([[shown], [shown], []]);
});

test('nobody else changes it, and a telephone is one', async () => {
  expect(await change(officerViewer(newId()), 'serves: []')).toEqual({ code: 'NOT_FOUND' });
  expect(await change(volunteerViewer(newId()), 'serves: []')).toEqual({ code: 'FORBIDDEN' });
  expect(await change(officer, 'serves: [], phone: "ask"')).toEqual({ code: 'BAD_USER_INPUT' });
});

test('a guide is read by everybody in four languages, is replaced, and taken off the page', async () => {
  const write = (rest: string) =>
    mutate(
      officer,
      `writeMissionGuide(input: { body: ${inAll('Zəng edin')}, ${rest} })`,
      '... on MissionGuide { id title }',
    );
  const guides = async (missionId: string | null, language = 'en') =>
    (
      await member.query<{ missionGuides: { nodes: { title: string }[] } }>(
        `{ missionGuides${missionId ? `(missionId: "${missionId}")` : ''} { nodes { title } } }`,
        { language },
      )
    ).data?.missionGuides.nodes.map(({ title }) => title);
  const { id } = await write(`title: ${inAll('İtmiş pasport')}`);
  await write(`missionId: "${mission}", title: ${inAll('Brüssel')}`);
  expect(await guides(null)).toEqual(['İtmiş pasport en']);
  expect(await guides(mission, 'tr')).toEqual(['İtmiş pasport tr', 'Brüssel tr']);
  await write(`guideId: "${String(id)}", title: ${inAll('Oğurlanmış pasport')}`);
  expect(await guides(null)).toEqual(['Oğurlanmış pasport en']);
  expect(await write(`guideId: "${newId()}", title: ${inAll('x')}`)).toEqual({ code: 'NOT_FOUND' });
  expect(await mutate(officer, `withdrawMissionGuide(guideId: "${String(id)}")`, '... on MissionGuide { id }')).toEqual(
    { id },
  );
  expect(await guides(null)).toEqual([]);
});
