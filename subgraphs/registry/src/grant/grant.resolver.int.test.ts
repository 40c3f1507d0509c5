import { randomBytes } from 'node:crypto';
import { newId } from '@birlik/kernel/identifier';
import { verifyGrant } from '@birlik/kernel/grant';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { createWorld } from '@birlik/world';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../seeds/demo.js';
import { readConfig } from '../config.js';
import { database } from '../database.js';
import { createServer } from '../server.js';

const world = createWorld();
const person = world.person(0);
const agency = officerViewer(world.organization('asan').id);
const stranger = officerViewer(world.organization('min-culture').id);
const key = randomBytes(32);
const grants = '{ studyGrant programmeGrant serviceGrant alumniGrant creativeGrant withheld { category owner } }';
let member: TestMember;

interface Profile {
  studyGrant: string | null;
  programmeGrant: string | null;
  withheld: { category: string; owner: string }[];
}

async function ask(viewer: Viewer | null, selection = grants, purpose?: string, id = person.id): Promise<Profile> {
  const request = { as: viewer, operation: 'Ask', ...(purpose === undefined ? {} : { purpose }) };
  const [profile] = await member.entities<Profile>([{ __typename: 'Volunteer', id }], selection, request);
  if (!profile) throw new Error('Every id gives a person.');
  return profile;
}

function open(token: string | null, audience: string, viewer: Viewer) {
  return verifyGrant(token, { audience, key, subject: person.id, viewer: viewer.sub });
}

async function logRows(viewer: Viewer) {
  const { rows } = await member.owner.query<{ category: string; basis: string | null; purpose: string | null }>(
    'select category, basis, purpose from access_log where viewer = $1 order by id, category',
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
  member = await startMember({
    name: 'registry',
    database,
    readConfig,
    createServer,
    seed: loadDemo,
    environment: grantKeysEnvironment(key),
  });
});
afterAll(() => member.close());

describe('a grant', () => {
  test('rests on self for the person, and opens all tenants', async () => {
    const viewer = volunteerViewer(person.id);
    const profile = await ask(viewer);
    expect(profile.withheld).toEqual([]);
    expect(await open(profile.studyGrant, 'university', viewer)).toMatchObject({ basis: 'self', tenants: '*' });
  });

  test('rests on ownership for an organisation with a tie, and opens its own tenant only', async () => {
    const profile = await ask(agency);
    expect(await open(profile.programmeGrant, 'asan-school', agency)).toMatchObject({
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
    expect(await open(profile.programmeGrant, 'university', agency)).toBeNull();
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
    const viewer = officerViewer(world.organization('youth-foundation').id);
    const id = await consent({
      recipientOrganizationId: viewer.organizationId,
      purpose: 'placement',
      category: 'STUDY',
    });
    expect((await ask(viewer, grants, 'recruitment')).studyGrant).toBeNull();
    const profile = await ask(viewer, grants, 'placement');
    expect(await open(profile.studyGrant, 'university', viewer)).toMatchObject({ basis: 'consent', tenants: '*' });
    expect(profile.programmeGrant).toBeNull();
    await withdraw(id);
    expect((await ask(viewer, grants, 'placement')).studyGrant).toBeNull();
  });

  test('is refused to a suspended or unaccredited organisation', async () => {
    const viewer = officerViewer(world.organization('union-member-3').id);
    const id = await consent({ purpose: 'emergency', category: 'SERVICE' });
    const asked = '{ serviceGrant withheld { category } }';
    expect((await ask(viewer, asked, 'emergency')).withheld).toEqual([]);
    await member.owner.query('update organization set suspended_at = now() where id = $1', [viewer.organizationId]);
    expect((await ask(viewer, asked, 'emergency')).withheld).toEqual([{ category: 'SERVICE' }]);
    await withdraw(id);
  });
});

describe('the access log', () => {
  test('has one row for each category that an operation asked for, and none for others', async () => {
    const viewer = officerViewer(world.organization('idea').id);
    await ask(viewer, '{ a: studyGrant b: studyGrant name contact { email } withheld { category } }', 'reporting');
    expect(await logRows(viewer)).toEqual([
      { category: 'study', basis: null, purpose: 'reporting' },
      { category: 'contact', basis: null, purpose: 'reporting' },
    ]);
  });

  test('shows the person who asked, newest first, and nobody else', async () => {
    const viewer = officerViewer(world.organization('min-ecology').id);
    await ask(viewer, '{ creativeGrant }', 'reporting');
    const document = `{ me { whoViewedMyData(first: 1) { nodes { category basis purpose operation organization { id } } } } }`;
    const { data } = await member.query<{ me: { whoViewedMyData: { nodes: object[] } } }>(document, {
      as: volunteerViewer(person.id),
    });
    expect(data?.me.whoViewedMyData.nodes).toEqual([
      {
        category: 'CREATIVE',
        basis: null,
        purpose: 'reporting',
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
    const viewer = officerViewer(world.organization('asan').id, ['system']);
    await member.owner.query(
      'alter table access_log add constraint full_disk check (viewer <> $$' + viewer.sub + '$$) not valid',
    );
    const answer = await member.query(`query ($id: ID!) { volunteer(id: $id) { programmeGrant name } }`, {
      as: viewer,
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

test('a list of 50 people costs the same number of statements as a list of 5', async () => {
  const document = `query ($first: Int!) { volunteers(first: $first) { nodes {
    id name contact { email country { name } } affiliations { organization { name } } ${grants.slice(1, -1)}
  } } }`;
  const run = (first: number) =>
    member.query<{ volunteers: { nodes: object[] } }>(document, { as: agency, variables: { first } });
  expect((await run(5)).data?.volunteers.nodes).toHaveLength(5);
  const few = member.statements();
  expect((await run(50)).data?.volunteers.nodes).toHaveLength(50);
  expect(member.statements()).toBe(few);
});
