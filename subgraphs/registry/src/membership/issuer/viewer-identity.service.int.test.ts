import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { startMember, testIssuer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = demo.organization('registry-office').id;
const union = demo.organization('uvoa').id;
const [person, stranger] = [demo.person(0).id, demo.person(1).id];
const nobody = { volunteerId: null, organizationId: null, roles: [], mayAct: false };
const second = 'https://second.test';
const question = '{ viewerIdentity { volunteerId organizationId roles mayAct } }';

interface Claims {
  readonly volunteer?: string | null;
  readonly organization?: string | null;
  readonly roles?: readonly string[];
}

let member: TestMember;
beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());
afterEach(async () => {
  for (const table of ['identity_binding', 'officer', 'system_client'])
    await member.owner.query(`delete from ${table}`);
  await member.owner.query('delete from issuer where issuer <> $1', [testIssuer]);
});

/** Asks as the gateway does, of whom it knows only what a token says. */
async function identify(
  claims: Claims,
  { issuer = testIssuer, sub = 'anna', client = 'portal', selected = question } = {},
) {
  const as: Viewer = {
    issuer,
    sub,
    client,
    volunteerId: null,
    organizationId: null,
    roles: [],
    scopes: ['graph:read'],
    authTime: null,
  };
  const told = { volunteer: null, organization: null, ...claims, roles: [...(claims.roles ?? [])] };
  const { data, errors } = await member.query<{ viewerIdentity: object }>(selected, { as, claims: told });
  expect(errors).toBeUndefined();
  return data?.viewerIdentity;
}

const admit = (issuer: string, claims: string, anyOrganization = true) =>
  member.owner.query('insert into issuer (issuer, claims, any_organization) values ($1, $2, $3)', [
    issuer,
    claims,
    anyOrganization,
  ]);

async function bind(volunteerId: string, issuer: string, ended = false): Promise<void> {
  await member.owner.query(
    `insert into identity_binding (id, volunteer_id, issuer, subject, bound_at, bound_by, ended_at, ended_by)
     values ($1, $2, $3, 'anna', now(), 'x', case when $4 then now() end, case when $4 then 'x' end)`,
    [newId(), volunteerId, issuer, ended],
  );
}

const appoint = (organizationId: string, issuer: string | null) =>
  member.owner.query(
    `insert into officer (id, organization_id, issuer, subject, roles, appointed_at)
     values ($1, $2, $3, 'anna', '{officer,coordinator}', now())`,
    [newId(), organizationId, issuer],
  );

describe('an issuer that may say everything', () => {
  test('says which person it is, and for whom they act in which roles', async () => {
    expect(await identify({ volunteer: person, roles: ['volunteer'] })).toEqual({
      ...nobody,
      volunteerId: person,
      roles: ['volunteer'],
    });
    expect(await identify({ organization: union, roles: ['officer'] })).toEqual({
      ...nobody,
      organizationId: union,
      roles: ['officer'],
      mayAct: true,
    });
  });

  test('and which organisation that is, which a person who acts for none has not', async () => {
    const selected = '{ viewerIdentity { organization { id kind } } }';
    expect(await identify({ organization: union, roles: ['officer'] }, { selected })).toEqual({
      organization: { id: union, kind: 'UNION' },
    });
    expect(await identify({ volunteer: person, roles: ['volunteer'] }, { selected })).toEqual({ organization: null });
  });

  test.each([
    ['a person that is no id', { volunteer: 'anna' }],
    ['an organisation that is no id', { organization: 'uvoa', roles: ['officer'] }],
    ['an organisation that there is not', { organization: newId(), roles: ['officer'] }],
    ['no role of an organisation', { organization: union, roles: [] }],
  ])('and says %s makes nobody', async (_what, claims) => {
    expect(await identify(claims)).toEqual(nobody);
  });
});

const everything = { volunteer: person, organization: office, roles: ['admin', 'officer'] };

describe('another issuer, whatever it says of a subject that an admitted one has too', () => {
  test.each([
    ['is not admitted', null],
    ['may say nothing', '{}'],
    ['may say roles', '{roles}'],
    ['may say organisations without roles', '{organization}'],
  ])('that %s makes nobody', async (_what, claims) => {
    if (claims !== null) await admit(second, claims);
    await bind(person, testIssuer);
    await appoint(office, testIssuer);
    const { roles, ...identity } = (await identify(everything, { issuer: second })) as typeof nobody;
    expect(identity).toEqual({ volunteerId: null, organizationId: null, mayAct: false });
    expect(roles).toEqual([]);
  });

  test.each([`${testIssuer}/`, testIssuer.toUpperCase()])('such as %s is another one', async (issuer) => {
    expect(await identify(everything, { issuer })).toEqual(nobody);
  });

  test('and may name organisations names those alone whose issuer it is', async () => {
    await admit(second, '{organization,roles}', false);
    expect(await identify(everything, { issuer: second })).toEqual(nobody);
  });
});

describe('whom the office has bound', () => {
  test('is that person without any claim, and of that issuer alone', async () => {
    await admit(second, '{}');
    await bind(person, second);
    expect(await identify({ volunteer: stranger }, { issuer: second })).toEqual({ ...nobody, volunteerId: person });
    expect(await identify({})).toEqual(nobody);
  });

  test('is nobody where a claim that counts says somebody else, and after the binding has ended', async () => {
    await bind(person, testIssuer);
    expect(await identify({ volunteer: stranger })).toEqual(nobody);
    expect(await identify({ volunteer: person })).toEqual({ ...nobody, volunteerId: person });
    await member.owner.query('delete from identity_binding');
    await bind(person, testIssuer, true);
    expect(await identify({ volunteer: person })).toEqual(nobody);
  });
});

test('who is appointed acts in the roles of the appointment where the issuer may say neither', async () => {
  await admit(second, '{}');
  await appoint(union, second);
  expect(await identify({ organization: office, roles: ['admin'] }, { issuer: second })).toEqual({
    volunteerId: null,
    organizationId: union,
    roles: ['officer', 'coordinator'],
    mayAct: true,
  });
  await appoint(office, null);
  expect(await identify({ organization: office }, { issuer: second })).toMatchObject({ organizationId: union });
});
