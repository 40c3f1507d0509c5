import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alumnus } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const [association, otherAssociation] = [newId(), newId()];
let member: TestMember;
let person: string;
let viewers: Readonly<Record<string, Viewer | null>>;

beforeAll(async () => {
  member = await startMember(subgraph);
  await member.owner.query(
    `insert into association (id, organization_id, country_codes, founder)
     select uuidv7(), one, '{LT}', false from unnest($1::uuid[]) one`,
    [[association, otherAssociation]],
  );
  person = await somebody({ ...everyFact });
  const memberOfAnother = await somebody({ organization_id: otherAssociation });
  viewers = {
    nobody: null,
    stranger: volunteerViewer(newId()),
    officerElsewhere: officerViewer(newId()),
    member: volunteerViewer(memberOfAnother),
    otherOfficer: officerViewer(otherAssociation),
    analyst: officerViewer(association, ['analyst']),
    officer: officerViewer(association),
    person: volunteerViewer(person),
  };
});
afterAll(() => member.close());

const everyFact = {
  organization_id: association,
  name: 'Şəbnəm Quliyeva',
  university: 'Vilniaus universitetas',
  country_code: 'LT',
  city: 'Vilnüs',
  level: 'doctorate',
  field_code: '09',
  started_year: 2018,
  graduation_year: 2022,
  occupation: 'həkim',
  employer: 'Klinika',
  languages: ['az', 'lt'],
  contact: 'sabnam@example.org',
};

async function somebody(facts: Readonly<Record<string, unknown>>): Promise<string> {
  const { volunteer_id: id } = await alumnus(member.owner, facts);
  return id;
}

type Entry = Readonly<Record<string, unknown>>;
const entryFields = `name university country { code } city level fieldCode startedYear graduationYear occupation employer languages contact`;

async function directory(as: Viewer | null, args = ''): Promise<Entry[]> {
  const { data, errors } = await member.query<{ alumniDirectory: { nodes: Entry[] } }>(
    `{ alumniDirectory(first: 100${args}) { nodes { ${entryFields} } } }`,
    { as },
  );
  expect(errors).toBeUndefined();
  return data?.alumniDirectory.nodes ?? [];
}

async function show(volunteer: string, choices: Readonly<Record<string, string>>): Promise<unknown> {
  const list = Object.entries(choices).map(([fact, visibility]) => `{ fact: ${fact}, visibility: ${visibility} }`);
  const { data, errors } = await member.query<{ setDirectoryVisibility: Entry }>(
    `mutation { setDirectoryVisibility(choices: [${list.join(', ')}]) {
       ... on Problem { code } ... on OwnAlumniRecord { facts { fact visibility } } } }`,
    { as: volunteerViewer(volunteer) },
  );
  return data?.setDirectoryVisibility ?? errors?.[0]?.extensions.code;
}

/** What each fact looks like, and the filter that asks for it, if there is one. */
const facts: Readonly<Record<string, { readonly shown: Entry; readonly filter?: string }>> = {
  NAME: { shown: { name: 'Şəbnəm Quliyeva' }, filter: 'text: "sebnem"' },
  UNIVERSITY: { shown: { university: 'Vilniaus universitetas' }, filter: 'university: "Vilniaus universitetas"' },
  COUNTRY: { shown: { country: { code: 'LT' } }, filter: 'countryCode: "LT"' },
  CITY: { shown: { city: 'Vilnüs' }, filter: 'text: "VILNÜS"' },
  DEGREE: { shown: { level: 'DOCTORATE' } },
  FIELD: { shown: { fieldCode: '09' }, filter: 'fieldCode: "09"' },
  YEARS: { shown: { startedYear: 2018, graduationYear: 2022 } },
  OCCUPATION: { shown: { occupation: 'həkim' }, filter: 'text: "hekim"' },
  EMPLOYER: { shown: { employer: 'Klinika' }, filter: 'text: "KLİNİKA"' },
  LANGUAGES: { shown: { languages: ['az', 'lt'] } },
  CONTACT: { shown: { contact: 'sabnam@example.org' } },
};
const nothing: Entry = {
  name: null,
  university: null,
  country: null,
  city: null,
  level: null,
  fieldCode: null,
  startedYear: null,
  graduationYear: null,
  occupation: null,
  employer: null,
  languages: null,
  contact: null,
};
const everything = Object.assign({}, ...Object.values(facts).map(({ shown }) => shown)) as Entry;

/** Who sees what is shown to whom. */
const audience: Readonly<Record<string, readonly string[]>> = {
  EVERYONE: ['nobody', 'stranger', 'officerElsewhere', 'member', 'otherOfficer', 'analyst', 'officer', 'person'],
  MEMBERS: ['member', 'otherOfficer', 'analyst', 'officer', 'person'],
  OFFICERS: ['officer', 'person'],
  HIDDEN: [],
};

describe.each(Object.entries(facts))('%s', (fact, { shown, filter }) => {
  test.each(Object.entries(audience))(
    'shown to %s is seen, and found, by those and nobody else',
    async (visibility, who) => {
      const others = Object.fromEntries(Object.keys(facts).map((one) => [one, 'HIDDEN']));
      await show(person, { ...others, [fact]: visibility });
      for (const [name, viewer] of Object.entries(viewers)) {
        const sees = who.includes(name);
        const expected = sees ? [name === 'person' ? everything : { ...nothing, ...shown }] : [];
        expect(await directory(viewer), name).toEqual(expected);
        if (filter !== undefined) expect(await directory(viewer, `, filter: { ${filter} }`), name).toEqual(expected);
      }
    },
  );

  test('hidden beside another that is shown neither matches nor sorts', async () => {
    const others = Object.fromEntries(Object.keys(facts).map((one) => [one, 'HIDDEN']));
    const beside = fact === 'CONTACT' ? 'LANGUAGES' : 'CONTACT';
    await show(person, { ...others, [beside]: 'EVERYONE' });
    expect(await directory(null)).toEqual([{ ...nothing, ...facts[beside]?.shown }]);
    if (filter !== undefined) expect(await directory(null, `, filter: { ${filter} }`)).toEqual([]);
  });
});

test('everything is hidden until the person chooses, and nobody can look behind the view', async () => {
  const shy = await somebody({ ...everyFact, name: 'Utancaq' });
  const { data } = await member.query<{ myAlumniRecord: { entry: Entry; facts: Entry[] } }>(
    `{ myAlumniRecord { entry { ${entryFields} } facts { fact visibility confirmedOn } organization { id } } }`,
    { as: volunteerViewer(shy) },
  );
  expect(data?.myAlumniRecord).toMatchObject({
    entry: { ...everything, name: 'Utancaq' },
    facts: Object.keys(facts).map((fact) => ({ fact, visibility: 'HIDDEN', confirmedOn: null })),
    organization: { id: association },
  });
  for (const viewer of Object.values(viewers)) {
    expect((await directory(viewer)).map(({ name }) => name)).not.toContain('Utancaq');
  }
});

test('pages follow the reader’s alphabet, and who shows no name comes last', async () => {
  const names = ['Çinarə', 'Cavid', 'Əli', 'Elçin', 'Xədicə', 'Qadir', 'Zahid', null];
  for (const name of names) {
    const id = await somebody({ ...everyFact, university: 'Order', name: name ?? 'Adsız' });
    await show(id, { UNIVERSITY: 'EVERYONE', ...(name !== null && { NAME: 'EVERYONE' }) });
  }
  const page = async (after: string | null) => {
    const { data } = await member.query<{
      alumniDirectory: { nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(
      `query ($after: String) { alumniDirectory(first: 3, after: $after, filter: { university: "Order" }) {
         nodes { name } pageInfo { hasNextPage endCursor } } }`,
      { variables: { after }, language: 'az' },
    );
    return data?.alumniDirectory;
  };
  const seen: unknown[] = [];
  for (
    let next = await page(null);
    next;
    next = next.pageInfo.hasNextPage ? await page(next.pageInfo.endCursor) : undefined
  ) {
    seen.push(...next.nodes.map(({ name }) => name));
  }
  expect(seen).toEqual(['Cavid', 'Çinarə', 'Elçin', 'Əli', 'Xədicə', 'Qadir', 'Zahid', null]);
});

describe('facts', () => {
  const change = (as: Viewer, input: string) =>
    member.query<{ changeAlumniFacts: Entry }>(
      `mutation { changeAlumniFacts(input: { ${input} }) {
         ... on Problem { code } ... on OwnAlumniRecord { entry { city employer } facts { fact confirmedOn } } } }`,
      { as },
    );
  const unchanged = 'university: "University", countryCode: "GB", level: MASTER, fieldCode: "06", languages: []';
  const confirmedOn = async (volunteer: string) => {
    const { data } = await member.query<{ myAlumniRecord: { facts: { fact: string; confirmedOn: string }[] } }>(
      '{ myAlumniRecord { facts { fact confirmedOn } } }',
      { as: volunteerViewer(volunteer) },
    );
    return Object.fromEntries(data?.myAlumniRecord.facts.map((fact) => [fact.fact, fact.confirmedOn]) ?? []);
  };

  test('whoever changes a fact confirms that one; one can confirm a single fact, or all', async () => {
    const id = await somebody({ last_confirmed_on: '2021-01-01' });
    const { data } = await change(volunteerViewer(id), `${unchanged}, graduationYear: 2020, city: "London"`);
    expect(data?.changeAlumniFacts['entry']).toEqual({ city: 'London', employer: null });
    const today = (await confirmedOn(id))['CITY'];
    expect(today).not.toBe('2021-01-01');
    expect(await confirmedOn(id)).toMatchObject({ UNIVERSITY: '2021-01-01', YEARS: '2021-01-01', CITY: today });
    await member.query('mutation { confirmAlumniFacts(facts: [YEARS]) { __typename } }', { as: volunteerViewer(id) });
    expect(await confirmedOn(id)).toMatchObject({ UNIVERSITY: '2021-01-01', YEARS: today });
    await member.query('mutation { confirmAlumniFacts { __typename } }', { as: volunteerViewer(id) });
    expect(new Set(Object.values(await confirmedOn(id)))).toEqual(new Set([today]));
  });

  test('what somebody else changes, nobody has confirmed', async () => {
    const id = await somebody({ last_confirmed_on: '2021-01-01' });
    await member.owner.query(`update alumnus set university = 'Other' where volunteer_id = $1`, [id]);
    expect(await confirmedOn(id)).toMatchObject({ UNIVERSITY: null, COUNTRY: '2021-01-01' });
  });

  test('an end before the beginning, and a person about whom nothing is held, are told so', async () => {
    const id = await somebody({});
    const turned = await change(volunteerViewer(id), `${unchanged}, startedYear: 2020, graduationYear: 2019`);
    expect(turned.data?.changeAlumniFacts).toEqual({ code: 'BAD_USER_INPUT' });
    expect((await change(volunteerViewer(newId()), unchanged)).data?.changeAlumniFacts).toEqual({ code: 'NOT_FOUND' });
    expect(await show(newId(), { CITY: 'EVERYONE' })).toEqual({ code: 'NOT_FOUND' });
  });

  test('whoever confirmed nothing for half a year is asked once', async () => {
    const asking = newId();
    const old = await somebody({ organization_id: asking, last_confirmed_on: '2021-01-01' });
    const never = await somebody({ organization_id: asking });
    const fresh = await somebody({ organization_id: asking, last_confirmed_on: '2021-01-01' });
    await member.query('mutation { confirmAlumniFacts { __typename } }', { as: volunteerViewer(fresh) });
    await member.owner.query(
      `insert into association (id, organization_id, country_codes, founder) values (uuidv7(), $1, '{LT}', false)`,
      [asking],
    );
    const dueNow = () => member.owner.query('update job set due_at = now() where organization_id = $1', [asking]);
    const messages = async () => {
      const { rows } = await member.owner.query<{ volunteer_id: string }>(
        'select volunteer_id from message where organization_id = $1 order by volunteer_id',
        [asking],
      );
      return rows.map((row) => row.volunteer_id);
    };
    const jobs = async () =>
      (await member.owner.query<{ key: string }>('select key from job where organization_id = $1', [asking])).rows;
    const [first] = await jobs();
    await dueNow();
    await expect.poll(async () => (await jobs())[0]?.key, { timeout: 20_000 }).not.toBe(first?.key);
    expect(await messages()).toEqual([old, never].toSorted());
    const [second] = await jobs();
    await dueNow();
    await expect.poll(async () => (await jobs())[0]?.key, { timeout: 20_000 }).not.toBe(second?.key);
    expect(await messages()).toHaveLength(2);
    expect(await jobs()).toHaveLength(1);
  });
});
