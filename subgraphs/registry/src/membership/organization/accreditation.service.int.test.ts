import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { peopleFrom } from '@birlik/test/testkit/people';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { reaches, studyGrant } from '@birlik/test/testkit/reach';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const officeId = demo.organization('registry-office').id;
const admin = officerViewer(officeId, ['admin']);
const purpose = 'placement';
let member: TestMember;

interface Outcome {
  readonly id?: string;
  readonly code?: string;
  readonly accredited?: boolean;
}

/** The outcome of a mutation: what changed, the code of its problem, or the code of its error. */
async function change(viewer: Viewer | null, field: string, variables: Record<string, unknown>): Promise<Outcome> {
  const [name, type] = field.split(' ') as [string, string | undefined];
  const parameters = type
    ? `$input: ${type}!`
    : Object.keys(variables)
        .map((key) => `$${key}: ID!`)
        .join();
  const given = type
    ? 'input: $input'
    : Object.keys(variables)
        .map((key) => `${key}: $${key}`)
        .join();
  const { data, errors } = await member.query<{ outcome: Outcome }>(
    `mutation (${parameters}) { outcome: ${name}(${given}) {
      ... on ${resultOf(name)} ... on Problem { code }
    } }`,
    { as: viewer, variables },
  );
  return data?.outcome ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

function resultOf(mutation: string): string {
  if (mutation.endsWith('Officer')) return 'Officer { id }';
  return mutation.endsWith('Client') ? 'SystemClient { id }' : 'Organization { id accredited }';
}

let names = 0;

/** A registered organisation of its own for one test. */
async function registered(): Promise<string> {
  const input = { kind: 'FOUNDATION', nameAz: `Sınaq fondu ${++names}`, countryCode: 'AZ', issuer: admin.issuer };
  const { id } = await change(admin, 'registerOrganization RegisterOrganizationInput', { input });
  if (!id) throw new Error('The organisation was not registered.');
  return id;
}

async function accredited(): Promise<string> {
  const id = await registered();
  expect(await change(admin, 'accreditOrganization', { id })).toEqual({ id, accredited: true });
  return id;
}

function appoint(viewer: Viewer | null, organizationId: string, subject: string, roles = ['OFFICER']) {
  return change(viewer, 'appointOfficer AppointOfficerInput', { input: { organizationId, subject, roles } });
}

function represent(viewer: Viewer | null, input: object) {
  return change(viewer, 'changeRepresentation ChangeRepresentationInput', { input });
}

const nextPerson = peopleFrom(200);

/** Somebody who consented that every accredited member may read their studies. */
async function consentingPerson(): Promise<string> {
  const { id } = nextPerson();
  const { data } = await member.query<{ giveConsent: { __typename: string } }>(
    `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }`,
    { as: volunteerViewer(id), variables: { input: { purpose, category: 'STUDY' } } },
  );
  expect(data?.giveConsent.__typename).toBe('Consent');
  return id;
}

const reads = (as: Viewer, id: string) => reaches(member, { as, purpose, id });

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describe('an organisation', () => {
  test('reads nothing until it is accredited and somebody is appointed, and nothing while it is suspended', async () => {
    const person = await consentingPerson();
    const id = await registered();
    const officer = officerViewer(id);
    expect(await reads(officer, person)).toBe(false);
    await appoint(admin, id, officer.sub);
    expect(await reads(officer, person)).toBe(false);
    await change(admin, 'accreditOrganization', { id });
    expect(await reads(officer, person)).toBe(true);
    const input = { organizationId: id, reason: 'Sınaq' };
    expect(await change(admin, 'suspendOrganization SuspendOrganizationInput', { input })).toEqual({
      id,
      accredited: false,
    });
    expect(await reads(officer, person)).toBe(false);
    await change(admin, 'reinstateOrganization', { id });
    expect(await reads(officer, person)).toBe(true);
  });

  test('gets no decision that begins before its suspension is made and ends afterwards', async () => {
    const person = await consentingPerson();
    const id = await accredited();
    const officer = officerViewer(id);
    await appoint(admin, id, officer.sub);
    const profiles = await meetAtLock(
      member,
      {
        hold: ['select end_rights($1)', id],
        change: ['update organization set suspended_at = clock_timestamp() where id = $1', id],
      },
      Array.from({ length: 3 }, () => () => studyGrant(member, { as: officer, purpose, id: person })),
    );
    expect(profiles).toEqual([null, null, null]);
  });

  test('is suspended when the decisions that are under way are over', async () => {
    const id = await accredited();
    const suspension = { input: { organizationId: id, reason: 'Sınaq' } };
    const [outcome] = await meetAtLock(member, { hold: ['select share_rights(array[$1::uuid])', id] }, [
      () => change(admin, 'suspendOrganization SuspendOrganizationInput', suspension),
    ]);
    expect(outcome).toEqual({ id, accredited: false });
  });

  test('is registered once, and each change of its membership status is made once', async () => {
    const id = await accredited();
    const input = { kind: 'FOUNDATION', nameAz: `Sınaq fondu ${names}`, countryCode: 'AZ', issuer: admin.issuer };
    const conflict = { code: 'CONFLICT' };
    expect(await change(admin, 'registerOrganization RegisterOrganizationInput', { input })).toEqual(conflict);
    expect(await change(admin, 'accreditOrganization', { id })).toEqual(conflict);
    expect(await change(admin, 'reinstateOrganization', { id })).toEqual(conflict);
    const suspension = { input: { organizationId: id, reason: 'Sınaq' } };
    const answers = await meetAtLock(
      member,
      { hold: ['select from organization where id = $1 for update', id] },
      Array.from({ length: 3 }, () => () => change(admin, 'suspendOrganization SuspendOrganizationInput', suspension)),
    );
    expect(answers.map(({ code }) => code ?? 'done').toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'done']);
  });

  test('is changed by an admin of the office with a token that may write, and by nobody else', async () => {
    const id = await accredited();
    const officer = officerViewer(id);
    await appoint(admin, id, officer.sub, ['ADMIN', 'OFFICER']);
    const strangers: [Viewer | null, string][] = [
      [null, 'UNAUTHENTICATED'],
      [officerViewer(officeId), 'FORBIDDEN'],
      [{ ...admin, scopes: ['graph:read'] }, 'FORBIDDEN'],
      [officerViewer(demo.organization('uvoa').id, ['admin']), 'FORBIDDEN'],
      [{ ...officer, roles: ['admin'] }, 'FORBIDDEN'],
      [volunteerViewer(demo.person(0).id), 'FORBIDDEN'],
    ];
    for (const [viewer, code] of strangers) {
      for (const field of ['accreditOrganization', 'reinstateOrganization']) {
        expect(await change(viewer, field, { id })).toEqual({ code });
      }
      expect(await represent(viewer, { organizationId: id, officersListed: false })).toEqual({ code });
      const input = { organizationId: id, reason: 'x' };
      expect(await change(viewer, 'suspendOrganization SuspendOrganizationInput', { input })).toEqual({ code });
      const other = { kind: 'FOUNDATION', nameAz: 'Başqası', countryCode: 'AZ', issuer: admin.issuer };
      expect(await change(viewer, 'registerOrganization RegisterOrganizationInput', { input: other })).toEqual({
        code,
      });
    }
  });

  test('has the time zone that it is registered with, or that of the registry, and none that there is not', async () => {
    const input = { kind: 'FOUNDATION', countryCode: 'LT', issuer: admin.issuer };
    const field = 'registerOrganization RegisterOrganizationInput';
    const abroad = await change(admin, field, {
      input: { ...input, nameAz: 'Vilnüs fondu', timeZone: 'Europe/Vilnius' },
    });
    const silent = await change(admin, field, { input: { ...input, nameAz: 'Kaunas fondu' } });
    for (const timeZone of ['+04:00', 'Asia/Nowhere', 'EST', '']) {
      expect(await change(admin, field, { input: { ...input, nameAz: 'Heç bir fond', timeZone } })).toEqual({
        code: 'BAD_USER_INPUT',
      });
    }
    const zones = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Organization { timeZone } } }`;
    const ids = [abroad, silent].map(({ id }) => ({ __typename: 'Organization', id }));
    const { data } = await member.query(zones, { variables: { ids } });
    expect(data).toEqual({ _entities: [{ timeZone: 'Europe/Vilnius' }, { timeZone: 'Asia/Baku' }] });
  });

  test('that is unknown, of an unknown country, or the office itself is a named problem', async () => {
    expect(await change(admin, 'accreditOrganization', { id: newId() })).toEqual({ code: 'NOT_FOUND' });
    await member.owner.query(`delete from country where code = 'BV'`);
    const abroad = { kind: 'FOUNDATION', nameAz: 'Uzaq', countryCode: 'BV', issuer: admin.issuer };
    expect(await change(admin, 'registerOrganization RegisterOrganizationInput', { input: abroad })).toEqual({
      code: 'NOT_FOUND',
    });
    const office = { kind: 'REGISTRY', nameAz: 'İkinci idarə', countryCode: 'AZ', issuer: admin.issuer };
    expect(await change(admin, 'registerOrganization RegisterOrganizationInput', { input: office })).toEqual({
      code: 'BAD_USER_INPUT',
    });
    const suspension = { input: { organizationId: officeId, reason: 'x' } };
    expect(await change(admin, 'suspendOrganization SuspendOrganizationInput', suspension)).toEqual({
      code: 'BAD_USER_INPUT',
    });
  });

  test('says in which time zone its days are counted, for itself alone, and its history tells it', async () => {
    const id = await accredited();
    const officer = officerViewer(id);
    await appoint(admin, id, officer.sub);
    const field = 'changeOrganizationTimeZone ChangeTimeZoneInput';
    const to = (timeZone: string, organizationId = id) => ({ input: { organizationId, timeZone } });
    expect(await change(officer, field, to(' europe/istanbul '))).toMatchObject({ id });
    expect(await change(officer, field, to('Europe/Istanbul'))).toEqual({ code: 'CONFLICT' });
    for (const none of ['Asia/Nowhere', '+04:00', 'A\u017Fia/Baku', ' '])
      expect(await change(officer, field, to(none))).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await change(officer, field, to('Asia/Baku', officeId))).toEqual({ code: 'FORBIDDEN' });
    expect(await change(officerViewer(officeId), field, to('Asia/Baku'))).toEqual({ code: 'FORBIDDEN' });
    const see = async () => {
      const document = `query ($id: ID!) { organization(id: $id) { timeZone events(first: 1) { nodes { kind } } } }`;
      const { data } = await member.query(document, { as: officer, variables: { id } });
      return data;
    };
    const events = { nodes: [{ kind: 'TIME_ZONE_CHANGED' }] };
    expect(await see()).toEqual({ organization: { timeZone: 'Europe/Istanbul', events } });
    expect(await change(admin, field, to('Asia/Baku'))).toMatchObject({ id });
    expect(await see()).toEqual({ organization: { timeZone: 'Asia/Baku', events } });
  });

  test('tells the public how to reach it, and keeps its history for itself and the office', async () => {
    const id = await accredited();
    const officer = officerViewer(id);
    await appoint(admin, id, officer.sub);
    const contact = { organizationId: id, website: 'https://fond.example', email: 'fond@fond.example' };
    const field = 'updateOrganizationContact UpdateOrganizationContactInput';
    expect(await change(officer, field, { input: contact })).toEqual({ id, accredited: true });
    expect(await change(officer, field, { input: { ...contact, website: 'javascript:alert(1)' } })).toEqual({
      code: 'BAD_USER_INPUT',
    });
    await change(admin, 'suspendOrganization SuspendOrganizationInput', {
      input: { organizationId: id, reason: 'Hesabat yoxdur' },
    });
    const document = `query ($id: ID!) { organization(id: $id) {
      accredited website contactEmail officersListed officers { subject } systemClients { client }
      events(first: 2) { nodes { kind reason } }
    } }`;
    const see = async (as: Viewer | null) => (await member.query(document, { as, variables: { id } })).data;
    const known = { accredited: false, website: contact.website, contactEmail: contact.email };
    const all = {
      organization: {
        ...known,
        officersListed: true,
        officers: [{ subject: officer.sub }],
        systemClients: [],
        events: {
          nodes: [
            { kind: 'SUSPENDED', reason: 'Hesabat yoxdur' },
            { kind: 'CONTACT_CHANGED', reason: null },
          ],
        },
      },
    };
    const nothing = { officersListed: null, officers: null, systemClients: null, events: null };
    expect(await see(officer)).toEqual(all);
    expect(await see(officerViewer(officeId))).toEqual(all);
    for (const stranger of [null, officerViewer(demo.organization('uvoa').id), volunteerViewer(demo.person(0).id)]) {
      expect(await see(stranger)).toEqual({ organization: { ...known, ...nothing } });
    }
  });

  test('has a history that nobody can change', async () => {
    await expect(member.owner.query('delete from organization_event')).rejects.toThrow('append-only');
    await expect(member.owner.query(`update organization_event set reason = 'x'`)).rejects.toThrow('append-only');
  });

  test('costs a list the same number of statements whether it has 2 or 20', async () => {
    const document = `query ($first: Int!) { organizations(first: $first) { nodes {
      accreditedSince website contactEmail officersListed keys { kid } officers { subject } systemClients { client }
    } } }`;
    const run = (first: number) => member.query(document, { as: admin, variables: { first } });
    expect((await run(2)).errors).toBeUndefined();
    const few = member.statements();
    expect((await run(20)).errors).toBeUndefined();
    expect(member.statements()).toBe(few);
  });
});

describe('an officer', () => {
  test('acts in the appointed roles alone, and in none after the dismissal', async () => {
    const person = await consentingPerson();
    const id = await accredited();
    const officer = officerViewer(id);
    const { id: appointment } = await appoint(admin, id, officer.sub, ['OFFICER', 'COORDINATOR']);
    expect(await reads(officer, person)).toBe(true);
    expect(await reads({ ...officer, roles: ['coordinator'] }, person)).toBe(true);
    expect(await reads({ ...officer, roles: ['officer', 'admin'] }, person)).toBe(false);
    expect(await reads({ ...officer, sub: 'somebody-else' }, person)).toBe(false);
    expect(await change(admin, 'dismissOfficer', { id: appointment })).toEqual({ id: appointment });
    expect(await reads(officer, person)).toBe(false);
    expect(await appoint(officer, id, 'friend')).toEqual({ code: 'FORBIDDEN' });
    await appoint(admin, id, officer.sub);
    expect(await reads(officer, person)).toBe(true);
  });

  test('who was dismissed is refused even where the identity provider vouches', async () => {
    const person = await consentingPerson();
    const id = demo.organization('union-member-5').id;
    const officer = officerViewer(id);
    expect(await reads(officer, person)).toBe(true);
    const { id: appointment } = await appoint(admin, id, officer.sub);
    expect(await reads({ ...officer, roles: ['coordinator'] }, person)).toBe(true);
    await change(admin, 'dismissOfficer', { id: appointment });
    expect(await reads(officer, person)).toBe(false);
    expect(await reads({ ...officer, sub: 'a-colleague' }, person)).toBe(true);
  });

  test('vouched for by the identity provider counts no longer once officers are listed', async () => {
    const person = await consentingPerson();
    const id = demo.organization('union-member-6').id;
    expect(await reads(officerViewer(id), person)).toBe(true);
    await represent(admin, { organizationId: id, officersListed: true });
    expect(await reads(officerViewer(id), person)).toBe(false);
    expect(await represent(admin, { organizationId: id, officersListed: true })).toEqual({ code: 'CONFLICT' });
  });

  test('of another identity provider acts for nobody, whatever its token says', async () => {
    const person = await consentingPerson();
    const id = await accredited();
    const officer = officerViewer(id);
    await appoint(admin, id, officer.sub);
    const elsewhere = { ...officer, issuer: 'https://hostile.test' };
    expect(await reads(elsewhere, person)).toBe(false);
    expect(await appoint(elsewhere, id, 'friend')).toEqual({ code: 'FORBIDDEN' });
    await represent(admin, { organizationId: id, issuer: elsewhere.issuer, officersListed: false });
    expect(await reads(elsewhere, person)).toBe(false);
    await member.owner.query(`insert into issuer (issuer, claims) values ($1, '{organization,roles}')`, [
      elsewhere.issuer,
    ]);
    expect(await reads(elsewhere, person)).toBe(true);
    expect(await reads(officer, person)).toBe(false);
  });

  test('appoints officers of the own organisation, and only an admin appoints or dismisses an admin', async () => {
    const [id, other] = [await accredited(), await accredited()];
    const officer = officerViewer(id);
    await appoint(admin, id, officer.sub);
    const { id: chief = '' } = await appoint(admin, id, 'chief', ['ADMIN']);
    expect(await appoint(officer, id, 'colleague')).toEqual({ id: expect.any(String) as string });
    expect(await appoint(officer, id, 'colleague')).toEqual({ code: 'CONFLICT' });
    expect(await appoint(officer, other, 'colleague')).toEqual({ code: 'FORBIDDEN' });
    expect(await appoint(officer, id, 'accomplice', ['ADMIN'])).toEqual({ code: 'FORBIDDEN' });
    expect(await change(officer, 'dismissOfficer', { id: chief })).toEqual({ code: 'FORBIDDEN' });
    const { id: foreign = '' } = await appoint(admin, other, 'foreigner');
    expect(await change(officer, 'dismissOfficer', { id: foreign })).toEqual({ code: 'NOT_FOUND' });
    const chiefViewer = { ...officerViewer(id, ['admin']), sub: 'chief' };
    expect(await appoint(chiefViewer, id, 'deputy', ['ADMIN'])).toEqual({ id: expect.any(String) as string });
    expect(await change(chiefViewer, 'dismissOfficer', { id: chief })).toEqual({ id: chief });
    expect(await change(admin, 'dismissOfficer', { id: chief })).toEqual({ code: 'CONFLICT' });
  });

  test('needs a subject and a known role', async () => {
    const id = await accredited();
    expect(await appoint(admin, id, '')).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await appoint(admin, id, 'nobody', [])).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await appoint(admin, newId(), 'nobody')).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('a system', () => {
  test('reads as itself once it is registered, lets no person act in its name, and ends when it is revoked', async () => {
    const person = await consentingPerson();
    const id = await accredited();
    const system: Viewer = { ...officerViewer(id, ['system']), sub: 'portal-client', client: 'portal-client' };
    expect(await reads(system, person)).toBe(false);
    const input = { organizationId: id, client: 'portal-client' };
    const field = 'registerSystemClient RegisterSystemClientInput';
    const { id: registration } = await change(admin, field, { input });
    expect(await change(admin, field, { input })).toEqual({ code: 'CONFLICT' });
    expect(await reads(system, person)).toBe(true);
    expect(await reads({ ...system, sub: 'a-person', roles: ['officer'] }, person)).toBe(false);
    expect(await reads({ ...system, roles: ['system', 'officer'] }, person)).toBe(false);
    const officer = { ...officerViewer(id), client: 'portal-client' };
    await appoint(admin, id, officer.sub);
    expect(await reads(officer, person)).toBe(true);
    await change(admin, 'revokeSystemClient', { id: registration });
    expect(await reads(system, person)).toBe(false);
    expect(await reads(officer, person), 'nobody acts through a revoked client').toBe(false);
    expect(await change(admin, 'revokeSystemClient', { id: registration })).toEqual({ code: 'CONFLICT' });
  });
});
