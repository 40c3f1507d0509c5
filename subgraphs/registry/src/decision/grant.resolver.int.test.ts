import { randomBytes } from 'node:crypto';
import { newId } from '@birlik/kernel/identifier';
import { viewerName } from '@birlik/trust/context';
import { verifyGrant } from '@birlik/trust/grant';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const person = demo.person(0);
const agency = officerViewer(demo.organization('asan').id);
const stranger = officerViewer(demo.organization('min-culture').id);
const key = randomBytes(32);
const grants = '{ studyGrant programmeGrant serviceGrant alumniGrant creativeGrant withheld { category owner } }';
let member: TestMember;

/** What the gateway states for a selection on one person: of each field its name alone. */
function statedFor(selection: string) {
  const fields = (pattern: RegExp) => [...selection.matchAll(pattern)].map(([name]) => name);
  const grantFields = fields(/\b\w+Grant\b/g).map((name) => [name, [name]]);
  const read = { ...Object.fromEntries(grantFields), '': fields(/\b(name|contact)\b/g) };
  return { here: [{ at: ['_entities'], read }] };
}

interface Profile {
  studyGrant: string | null;
  programmeGrant: string | null;
  withheld: { category: string; owner: string }[];
}

async function ask(
  viewer: Viewer | null,
  selection = grants,
  purpose = 'recruitment',
  id = person.id,
): Promise<Profile> {
  const request = { as: viewer, operation: 'Ask', purpose, reads: statedFor(selection) };
  const [profile] = await member.entities<Profile>([{ __typename: 'Volunteer', id }], selection, request);
  if (!profile) throw new Error('Every id gives a person.');
  return profile;
}

function open(token: string | null, audience: string, viewer: Viewer) {
  return verifyGrant(token, { audience, key, subject: person.id, viewer: viewerName(viewer) });
}

async function logRows(viewer: Viewer) {
  const { rows } = await member.owner.query<{ category: string; basis: string | null; purpose: string | null }>(
    'select category, basis, purpose from access_log where viewer = $1 order by category',
    [viewer.sub],
  );
  return rows;
}

async function consent(input: { recipientOrganizationId?: string | null; purpose: string; category: string }) {
  const { data } = await member.query<{ giveConsent: { id: string } }>(
    `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id } } }`,
    { as: volunteerViewer(person.id), variables: { input } },
  );
  return data?.giveConsent.id ?? '';
}

async function withdraw(id: string): Promise<void> {
  await member.query(`mutation ($id: ID!) { withdrawConsent(id: $id) { __typename } }`, {
    as: volunteerViewer(person.id),
    variables: { id },
  });
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: grantKeysEnvironment(key) });
});
afterAll(() => member.close());

describe('a grant', () => {
  test('rests on self for the person, and opens all tenants', async () => {
    const viewer = volunteerViewer(person.id);
    const profile = await ask(viewer);
    expect(profile.withheld).toEqual([]);
    expect(open(profile.studyGrant, 'university', viewer)).toMatchObject({ basis: 'self', tenants: '*' });
  });

  test('rests on ownership for an organisation with a tie, and opens its own tenant only', async () => {
    const profile = await ask(agency);
    expect(open(profile.programmeGrant, 'asan-school', agency)).toMatchObject({
      basis: 'owner',
      tenants: [agency.organizationId],
    });
  });

  test('is refused to an organisation with a tie for what its kind does not hold', async () => {
    const profile = await ask(agency);
    expect(profile.studyGrant).toBeNull();
    expect(profile.withheld.map(({ category }) => category).toSorted()).toEqual([
      'ALUMNI',
      'CREATIVE',
      'SERVICE',
      'STUDY',
    ]);
  });

  test('is for one owner: another member’s audience does not open it', async () => {
    const profile = await ask(agency);
    expect(open(profile.programmeGrant, 'university', agency)).toBeNull();
  });

  test('is refused to an organisation without tie or consent, and the refusal names category and owner', async () => {
    const profile = await ask(stranger, '{ studyGrant withheld { category owner } }');
    expect(profile).toEqual({ studyGrant: null, withheld: [{ category: 'STUDY', owner: 'university' }] });
  });

  test('is refused the same way for a person who is not registered', async () => {
    const unknown = await ask(stranger, '{ studyGrant withheld { category owner } }', undefined, newId());
    expect(unknown).toEqual({ studyGrant: null, withheld: [{ category: 'STUDY', owner: 'university' }] });
  });

  test('is refused to an anonymous viewer', async () => {
    const profile = await ask(null);
    expect(profile.withheld).toHaveLength(5);
    expect(profile.studyGrant).toBeNull();
  });

  test('follows a consent for exactly its purpose and category, until the request after its withdrawal', async () => {
    const viewer = officerViewer(demo.organization('youth-foundation').id);
    const id = await consent({
      recipientOrganizationId: viewer.organizationId,
      purpose: 'placement',
      category: 'STUDY',
    });
    expect((await ask(viewer, grants, 'recruitment')).studyGrant).toBeNull();
    const profile = await ask(viewer, grants, 'placement');
    expect(open(profile.studyGrant, 'university', viewer)).toMatchObject({ basis: 'consent', tenants: '*' });
    expect(profile.programmeGrant).toBeNull();
    await withdraw(id);
    expect((await ask(viewer, grants, 'placement')).studyGrant).toBeNull();
  });

  test('is refused to a suspended or unaccredited organisation', async () => {
    const viewer = officerViewer(demo.organization('union-member-3').id);
    const id = await consent({ purpose: 'emergency', category: 'SERVICE' });
    const asked = '{ serviceGrant withheld { category } }';
    expect((await ask(viewer, asked, 'emergency')).withheld).toEqual([]);
    await member.owner.query('update organization set suspended_at = now() where id = $1', [viewer.organizationId]);
    expect((await ask(viewer, asked, 'emergency')).withheld).toEqual([{ category: 'SERVICE' }]);
    await withdraw(id);
  });
});

describe('a refusal', () => {
  const answerTo = (viewer: Viewer | null, purpose: string | undefined, ids: readonly string[]) => {
    const selection = '{ programmeGrant name withheld { reason } }';
    return member.query<{ _entities: Profile[] }>(
      `query ($people: [_Any!]!) { _entities(representations: $people) { ... on Volunteer ${selection} } }`,
      {
        as: viewer,
        operation: 'Reason',
        language: 'en',
        reads: statedFor('{ programmeGrant }'),
        variables: { people: ids.map((id) => ({ __typename: 'Volunteer', id })) },
        ...(purpose === undefined ? {} : { purpose }),
      },
    );
  };
  const reasonOf = async (viewer: Viewer | null, purpose: string | undefined, id = person.id) => {
    const { data } = await answerTo(viewer, purpose, [id]);
    const [profile] = data?._entities ?? [];
    expect(profile?.programmeGrant).toBeNull();
    return profile?.withheld;
  };

  test.each([
    ['an organisation that states no purpose, for its own rows too', agency, undefined, 'PURPOSE_MISSING'],
    ['an organisation that states one which is not on the list', agency, 'marketing', 'PURPOSE_UNKNOWN'],
    ['an organisation without consent', stranger, 'recruitment', 'NO_CONSENT'],
    ['a volunteer who is not the person', volunteerViewer(demo.person(7).id), 'recruitment', 'NO_ORGANIZATION'],
    ['an organisation that nobody accredited', officerViewer(newId()), 'recruitment', 'NOT_ACCREDITED'],
  ])('names its reason to %s, and so does its row', async (_who, viewer, purpose, reason) => {
    expect(await reasonOf(viewer, purpose)).toEqual([{ reason }]);
    const { rows } = await member.owner.query<{ basis: string | null; refusal: string | null }>(
      `select basis, refusal from access_log
        where viewer = $1 and operation = 'Reason' and category = 'programme' order by id desc limit 1`,
      [viewer.sub],
    );
    expect(rows).toEqual([{ basis: null, refusal: reason }]);
  });

  test.each([
    ['none', undefined, 'PURPOSE_MISSING', 'states no purpose'],
    ['one that is not on the list', 'marketing', 'PURPOSE_UNKNOWN', 'is not on the list'],
  ])('is told once, with what may be stated, to an organisation that states %s', async (_, purpose, code, says) => {
    const { data, errors } = await answerTo(agency, purpose, [person.id, demo.person(7).id, demo.person(9).id]);
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining(says) as string })]);
    expect(errors?.[0]?.extensions).toMatchObject({
      code,
      purposes: ['recruitment', 'placement', 'mentoring', 'certification', 'emergency', 'retention'],
    });
    expect(data?._entities).toEqual(
      Array.from({ length: 3 }, () => ({ programmeGrant: null, name: null, withheld: [{ reason: code }] })),
    );
  });

  test('is about what the viewer may state: a role, an organisation and a purpose each have their own', async () => {
    const analyst = officerViewer(demo.organization('asan').id, ['analyst']);
    expect(await reasonOf(analyst, 'recruitment')).toEqual([{ reason: 'ROLE_NOT_ALLOWED' }]);
    const lead = officerViewer(demo.organization('asan').id, ['safeguarding_lead']);
    expect(await reasonOf(lead, 'safeguarding')).toEqual([{ reason: 'SAFEGUARDING_CASE_MISSING' }]);
    const office = officerViewer(demo.organization('registry-office').id);
    expect(await reasonOf(office, 'placement')).toEqual([{ reason: 'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE' }]);
    expect(await reasonOf(agency, 'reporting')).toEqual([{ reason: 'PURPOSE_NOT_OPEN' }]);
    expect((await answerTo(agency, 'reporting', [person.id])).errors).toBeUndefined();
  });

  test('is the same for somebody who is not registered', async () => {
    for (const viewer of [agency, stranger, volunteerViewer(demo.person(7).id)]) {
      for (const purpose of [undefined, 'marketing']) {
        expect(await reasonOf(viewer, purpose, newId())).toEqual(await reasonOf(viewer, purpose, demo.person(9).id));
      }
    }
    expect(await reasonOf(stranger, 'recruitment', newId())).toEqual(await reasonOf(stranger, 'recruitment'));
  });

  test('tells an anonymous viewer to sign in, and has no row', async () => {
    expect(await reasonOf(null, 'recruitment')).toEqual([{ reason: 'NOT_SIGNED_IN' }]);
  });

  test('never meets the person themself, who needs no purpose', async () => {
    const profile = await ask(volunteerViewer(person.id), '{ programmeGrant withheld { reason } }', 'marketing');
    expect(profile.programmeGrant).not.toBeNull();
    expect(profile.withheld).toEqual([]);
  });
});

describe('one operation', () => {
  async function rowsOf(operationId: string) {
    const { rows } = await member.owner.query<{ id: string; category: string; fields: string[] }>(
      'select id, category, fields, basis, consent_id from access_log where operation_id = $1 order by category',
      [operationId],
    );
    return rows;
  }

  const asked = (operationId: string, viewer = agency, selection = '{ programmeGrant name }') =>
    member.entities<Profile & { name: string | null }>([{ __typename: 'Volunteer', id: person.id }], selection, {
      as: viewer,
      purpose: 'recruitment',
      operationId,
      reads: {
        here: [{ at: ['_entities'], read: { '': ['name', 'withheld.category'] } }],
        elsewhere: { programmeGrant: ['programmeRecord.master1.score'] },
      },
    });

  test('has one row for each person and category, however often and however parallel it asks', async () => {
    const operationId = newId();
    const answers = await Promise.all(Array.from({ length: 12 }, () => asked(operationId)));
    const rows = await rowsOf(operationId);
    expect(rows.map(({ category, fields }) => ({ category, fields }))).toEqual([
      { category: 'contact', fields: ['name'] },
      { category: 'programme', fields: ['programmeRecord.master1.score'] },
    ]);
    for (const [profile] of answers) {
      const grant = open(profile?.programmeGrant ?? null, 'asan-school', agency);
      expect(grant?.log).toBe(rows[1]?.id);
    }
  });

  test('withholds of each person what it asks of that one', async () => {
    const other = demo.person(3);
    const operationId = newId();
    const { data } = await member.query(
      `query ($one: ID!, $other: ID!) {
         a: volunteer(id: $one) { name withheld { category } }
         b: volunteer(id: $other) { studyGrant withheld { category } }
         c: volunteer(id: $other) { name withheld { category } } }`,
      {
        as: stranger,
        purpose: 'recruitment',
        operationId,
        variables: { one: person.id, other: other.id },
        reads: {
          here: [
            { at: ['a'], read: { '': ['name', 'withheld.category'] } },
            { at: ['b'], read: { '': ['withheld.category'], studyGrant: ['enrolments.level'] } },
          ],
          elsewhere: { '': ['contact.email'], studyGrant: ['enrolments.level'] },
        },
      },
    );
    expect(data).toEqual({
      a: { name: null, withheld: [{ category: 'CONTACT' }] },
      b: { studyGrant: null, withheld: [{ category: 'STUDY' }] },
      c: { name: null, withheld: [] },
    });
    const { rows } = await member.owner.query(
      'select volunteer_id, category, fields from access_log where operation_id = $1',
      [operationId],
    );
    const contact = { category: 'contact', fields: ['name', 'contact.email'] };
    expect(new Set(rows)).toEqual(
      new Set([
        { volunteer_id: person.id, ...contact },
        { volunteer_id: other.id, category: 'study', fields: ['enrolments.level'] },
        { volunteer_id: other.id, ...contact },
      ]),
    );
  });

  test('has a row of its own for each outcome, and each grant names its own', async () => {
    const operationId = newId();
    const viewer = officerViewer(demo.organization('youth-foundation').id);
    const grantOf = async () => {
      const [profile] = await asked(operationId, viewer, '{ programmeGrant }');
      return open(profile?.programmeGrant ?? null, 'asan-school', viewer);
    };
    const terms = { recipientOrganizationId: viewer.organizationId, purpose: 'recruitment', category: 'PROGRAMME' };
    expect(await grantOf()).toBeNull();
    const first = await consent(terms);
    const firstGrant = await grantOf();
    await withdraw(first);
    const second = await consent(terms);
    const secondGrant = await grantOf();
    await withdraw(second);
    const rows = await rowsOf(operationId);
    expect(new Set(rows)).toEqual(
      new Set([
        expect.objectContaining({ basis: null, consent_id: null }) as never,
        expect.objectContaining({ id: firstGrant?.log, consent_id: first }) as never,
        expect.objectContaining({ id: secondGrant?.log, consent_id: second }) as never,
      ]),
    );
  });

  test('sorts by its time among the others', async () => {
    const operations = [newId(), newId(), newId()];
    for (const operationId of operations.toReversed()) await asked(operationId);
    const { rows } = await member.owner.query<{ operation_id: string }>(
      `select operation_id from access_log where operation_id = any ($1) and category = 'contact' order by substring(id::text, 1, 13), operation_id`,
      [operations],
    );
    expect(rows.map((row) => row.operation_id)).toEqual(operations);
    const [row] = await rowsOf(operations[0] ?? '');
    expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    expect(row?.id.slice(0, 13)).toBe(operations[0]?.slice(0, 13));
  });
});

describe('the access log', () => {
  test('has one row for each category that an operation asked for, and none for others', async () => {
    const viewer = officerViewer(demo.organization('idea').id);
    await ask(viewer, '{ a: studyGrant b: studyGrant name contact { email } withheld { category } }', 'recruitment');
    expect(await logRows(viewer)).toEqual([
      { category: 'contact', basis: null, purpose: 'recruitment' },
      { category: 'study', basis: null, purpose: 'recruitment' },
    ]);
  });

  test('shows the person who asked, newest first, and nobody else', async () => {
    const viewer = officerViewer(demo.organization('min-ecology').id);
    await ask(viewer, '{ creativeGrant }', 'recruitment');
    const document = `{ me { whoViewedMyData(first: 1) { nodes { category basis purpose operation organization { id } } } } }`;
    const { data } = await member.query<{ me: { whoViewedMyData: { nodes: object[] } } }>(document, {
      as: volunteerViewer(person.id),
    });
    expect(data?.me.whoViewedMyData.nodes).toEqual([
      {
        category: 'CREATIVE',
        basis: null,
        purpose: 'recruitment',
        operation: 'Ask',
        organization: { id: viewer.organizationId },
      },
    ]);
    const others = await member.entities(
      [{ __typename: 'Volunteer', id: person.id }],
      '{ whoViewedMyData { nodes { id } } consents { id } }',
      {
        as: agency,
      },
    );
    expect(others).toEqual([{ whoViewedMyData: null, consents: null }]);
  });

  test('cannot be changed, and the process’s role cannot write it', async () => {
    await expect(member.owner.query('update access_log set purpose = null')).rejects.toThrow('append-only');
    await expect(member.owner.query('delete from access_log')).rejects.toThrow('append-only');
  });

  test('decides nothing when it cannot be written', async () => {
    const viewer = officerViewer(demo.organization('asan').id, ['system']);
    await member.owner.query(
      'alter table access_log add constraint full_disk check (viewer <> $$' + viewer.sub + '$$) not valid',
    );
    const answer = await member.query(`query ($id: ID!) { volunteer(id: $id) { programmeGrant name } }`, {
      as: viewer,
      purpose: 'recruitment',
      variables: { id: person.id },
    });
    await member.owner.query('alter table access_log drop constraint full_disk');
    expect(answer.data).toEqual({ volunteer: { programmeGrant: null, name: null } });
    expect(answer.errors?.map((error) => error.extensions.code)).toEqual([
      'INTERNAL_SERVER_ERROR',
      'INTERNAL_SERVER_ERROR',
    ]);
  });
});

test('a refused read costs the same statements as one that is allowed', async () => {
  await ask(agency, '{ programmeGrant }');
  const decided = member.statements();
  await ask(stranger, '{ programmeGrant }');
  expect(member.statements()).toBe(decided);
});

test('a list of 50 people costs the same number of statements as a list of 5', async () => {
  const document = `query ($first: Int!) { volunteers(first: $first) { nodes {
    id name contact { email country { name } } affiliations { organization { name } } ${grants.slice(1, -1)}
  } } }`;
  const run = (first: number) =>
    member.query<{ volunteers: { nodes: object[] } }>(document, {
      as: agency,
      purpose: 'recruitment',
      variables: { first },
    });
  expect((await run(5)).data?.volunteers.nodes).toHaveLength(5);
  const few = member.statements();
  expect((await run(50)).data?.volunteers.nodes).toHaveLength(50);
  expect(member.statements()).toBe(few);
});
